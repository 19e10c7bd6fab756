import type { EntryKind, HeldEntry, LedgerEntry, LedgerMapping } from '../model-money.ts'

/** What a file brings in, held against the rows that count already. */
export interface ComingIn {
  readonly entries: readonly LedgerEntry[]
  /** Rows after the day that the file is to tell everything up to: left out. */
  readonly later: readonly LedgerEntry[]
  /** Rows that another file holds; they count once. */
  readonly known: number
  /** Of those: rows that are now tied to something else. What the latest file says of them counts. */
  readonly retied: number
  /** New rows among the days of those that count already. */
  readonly fresh: number
  /** Rows that count already, among the days of the file, and that it does not hold. */
  readonly absent: number
}

/**
 * What of a file counts if it tells everything up to a day. Orders stand by another day than that of their file: all of
 * them count.
 * @param held the rows that count already on the days of the file
 */
export function comingIn(
  kind: EntryKind,
  all: readonly LedgerEntry[],
  held: readonly HeldEntry[],
  coversTo: string,
): ComingIn {
  const isLater = ({ on }: LedgerEntry) => kind === 'outcome' && on > coversTo
  const entries = all.filter((entry) => !isLater(entry))
  const days = daysOf(entries)
  const among = held.filter(({ on }) => days !== null && on >= days.first && on <= days.last)
  const heldDays = daysOf(among)
  const byName = new Map(among.map((each) => [each.fingerprint, each]))
  const known = new Set<HeldEntry>()
  let [retied, fresh] = [0, 0]
  for (const entry of entries) {
    const before = byName.get(entry.fingerprint) ?? byName.get(entry.formerly ?? '')
    if (before !== undefined) {
      known.add(before)
      if (!isTiedAs(entry, before)) retied += 1
    } else if (heldDays !== null && entry.on >= heldDays.first && entry.on <= heldDays.last) fresh += 1
  }
  return {
    entries,
    later: all.filter(isLater),
    known: known.size,
    retied,
    fresh,
    absent: among.length - known.size,
  }
}

function isTiedAs(entry: LedgerEntry, before: HeldEntry): boolean {
  return (['activity', 'costType', 'financier'] as const).every((each) => entry[each] === before[each])
}

/** The first and the last day of rows; `null` where there is none. */
export function daysOf(
  rows: readonly { readonly on: string }[],
): { readonly first: string; readonly last: string } | null {
  const [one] = rows
  if (one === undefined) return null
  let [first, last] = [one.on, one.on]
  for (const { on } of rows) {
    if (on < first) first = on
    if (on > last) last = on
  }
  return { first, last }
}

/** Whether rows may be booked twice: new among those that stand, while some of those that stand are not in the file. */
export function mayBeTwice({ fresh, absent }: ComingIn): boolean {
  return fresh > 0 && absent > 0
}

/** What is read otherwise than in the latest file: the same rows may then have other days, amounts and names. */
export function readOtherwise(
  before: LedgerMapping | null,
  now: LedgerMapping,
): readonly ('date' | 'amount' | 'voucher' | 'turned' | 'unit')[] {
  return before === null
    ? []
    : (['date', 'amount', 'voucher', 'turned', 'unit'] as const).filter((use) => before[use] !== now[use])
}
