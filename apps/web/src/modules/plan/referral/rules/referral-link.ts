/** The address that opens the form of one who is asked. */
export function referralLink(baseUrl: string, regionId: string, token: string): string {
  return `${baseUrl}/referral/${regionId}.${token}`
}

/**
 * The token in the link of a letter, whatever address the letter was written for; `null` where it has none. The link comes
 * after what people have written, so the last one is it.
 */
export function tokenIn(letter: string, regionId: string): string | null {
  const start = `/referral/${regionId}.`
  const at = letter.lastIndexOf(start)
  return at < 0 ? null : (/^[\w-]+/.exec(letter.slice(at + start.length))?.[0] ?? null)
}
