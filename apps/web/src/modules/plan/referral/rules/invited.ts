const MOST_INVITED = 200
const MOST_NAME = 200
const MOST_ADDRESS = 320
const ADDRESS = /^[^\s@<>()",;:\\[\]]{1,64}@[^\s@<>()",;:\\[\]]+\.[^\s@<>()",;:\\[\]]{2,}$/u

export interface Invited {
  readonly organisation: string
  readonly address: string
}

export type InvitedReading =
  | { readonly ok: true; readonly invited: readonly Invited[] }
  | { readonly ok: false; readonly reason: 'nobody' | 'too-many' }
  /** The line, counted from one, and what it says. */
  | {
      readonly ok: false
      readonly reason: 'not-read' | 'twice'
      readonly line: number
      readonly text: string
    }

/**
 * Reads who is asked: a line each, the organisation’s name, a semicolon (or a tab, as a spreadsheet pastes it), a mail
 * address. Empty lines are passed over.
 * @example readInvited('Falu kommun; registrator@falun.example')
 */
export function readInvited(text: string): InvitedReading {
  const invited: Invited[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const [organisation = '', address = '', ...more] = line.split(/[;\t]/).map((part) => part.trim())
    const isSound =
      more.length === 0 &&
      organisation !== '' &&
      organisation.length <= MOST_NAME &&
      !/\p{Cc}/u.test(organisation) &&
      address.length <= MOST_ADDRESS &&
      ADDRESS.test(address)
    const where = { line: at + 1, text: line.trim().slice(0, 100) }
    if (!isSound) return { ok: false, reason: 'not-read', ...where }
    if (invited.some((one) => one.address.toLowerCase() === address.toLowerCase()))
      return { ok: false, reason: 'twice', ...where }
    invited.push({ organisation, address })
    if (invited.length > MOST_INVITED) return { ok: false, reason: 'too-many' }
  }
  return invited.length === 0 ? { ok: false, reason: 'nobody' } : { ok: true, invited }
}
