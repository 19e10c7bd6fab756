const MOST_INVITED = 200
const MOST_NAME = 200
const MOST_ADDRESS = 320
const ADDRESS = /^[^\s@<>()",;:\\[\]]{1,64}@[^\s@<>()",;:\\[\]]+\.[^\s@<>()",;:\\[\]]{2,}$/u

export interface Invited {
  readonly organisation: string
  readonly address: string
}

/** A line that cannot be read, counted from one, and what it says. */
interface LineFault {
  readonly reason: 'not-read' | 'twice'
  readonly line: number
  readonly text: string
  /** The line that says the same address first; the line itself where it cannot be read. */
  readonly first: number
}

export type InvitedReading =
  | { readonly ok: true; readonly invited: readonly Invited[] }
  | { readonly ok: false; readonly reason: 'nobody' | 'too-many' }
  | { readonly ok: false; readonly reason: 'lines'; readonly faults: readonly LineFault[] }

/**
 * Reads who is asked: a line each, the organisation’s name, a semicolon (or a tab, as a spreadsheet pastes it), a mail
 * address. Empty lines are passed over; every line that is wrong is told.
 * @example readInvited('Falu kommun; registrator@falun.example')
 */
export function readInvited(text: string): InvitedReading {
  const invited: Invited[] = []
  const faults: LineFault[] = []
  const lines = new Map<string, number>()
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
    const known = lines.get(address.toLowerCase())
    if (!isSound) faults.push({ reason: 'not-read', ...where, first: at + 1 })
    else if (known !== undefined) faults.push({ reason: 'twice', ...where, first: known })
    else {
      lines.set(address.toLowerCase(), at + 1)
      invited.push({ organisation, address })
    }
  }
  if (faults.length > 0) return { ok: false, reason: 'lines', faults }
  if (invited.length > MOST_INVITED) return { ok: false, reason: 'too-many' }
  return invited.length === 0 ? { ok: false, reason: 'nobody' } : { ok: true, invited }
}
