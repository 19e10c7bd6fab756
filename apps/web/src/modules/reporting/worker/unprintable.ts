/** Letters that no font at hand has; `all` beyond those that the documents’ own fonts are known to have. */
export type Unprintable = ReadonlySet<string> | 'all'

const TOLD = /the text `\\*"(.*?)\\*"` could not be displayed/g
// Latin with its supplements, Greek, Cyrillic, the general punctuation and the few signs of our own.
const KNOWN =
  /[\t\n\r\u0020-\u007E\u00A0-\u017F\u0391-\u03A9\u03B1-\u03C9\u0410-\u044F\u2010-\u2014\u2018-\u201E\u2022\u2026\u200B\u202F\u2212○●▲■✓]/u

/** What the compiler says that it could not print, together with what it said before. */
export function unprintableOf(message: string, before: Unprintable, isLast: boolean): Unprintable {
  if (isLast || before === 'all') return 'all'
  const found = new Set(before)
  for (const [, told = ''] of message.matchAll(TOLD)) {
    const text = told.replaceAll(/\\+u\{([0-9a-f]{1,6})\}/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    for (const letter of text) if (!/[\u0020-\u007E]/.test(letter)) found.add(letter)
  }
  return found.size === before.size ? 'all' : found
}

/** A text with letters that cannot be printed written as their number, as [U+6F22]. */
export function printable(text: string, unprintable: Unprintable): string {
  if (unprintable !== 'all' && unprintable.size === 0) return text
  let said = ''
  for (const letter of text) {
    const isLost = unprintable === 'all' ? !KNOWN.test(letter) : unprintable.has(letter)
    said += isLost
      ? `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
      : letter
  }
  return said
}
