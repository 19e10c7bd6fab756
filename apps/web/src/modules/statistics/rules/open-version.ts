/** One publication of a dataset that has entered the ledger. */
export interface ReleasedVersion {
  readonly version: number
  readonly releaseId: string
  /** The release whose place it took. */
  readonly replaces: string | null
  /** From when it is open; at once where it is not given. */
  readonly openFrom: Date | null
  /** When a later one takes its place. */
  readonly closesAt: Date | null
  /** When it left the open site. */
  readonly withdrawnAt: Date | null
}

/** Why a version may not be shown to everybody. */
export type NotOpen = 'never-open' | 'embargo' | 'withdrawn'

/**
 * Whether a version may still be shown to everybody, in another place than the dataset’s own page: it has been open, it
 * has not been taken back, and the dataset is open in some version. One whose place a later version has taken has not
 * been taken back.
 */
export function openVersion<T extends ReleasedVersion>(
  all: readonly T[],
  version: number,
  now: Date,
): { readonly ok: true; readonly released: T } | { readonly ok: false; readonly reason: NotOpen } {
  const hasOpened = ({ openFrom, withdrawnAt }: ReleasedVersion) =>
    openFrom === null || openFrom <= (withdrawnAt ?? now)
  const own = all.filter((one) => one.version === version)
  const opened = own.filter(hasOpened)
  if (opened.length === 0)
    return {
      ok: false,
      reason: own.some(({ withdrawnAt }) => withdrawnAt === null) ? 'embargo' : 'never-open',
    }
  const stands = (one: ReleasedVersion) => one.withdrawnAt === null || isReplaced(one, all)
  const released = opened.findLast(stands)
  const isDatasetOpen = all.some(
    (one) => hasOpened(one) && one.withdrawnAt === null && (one.closesAt === null || one.closesAt > now),
  )
  return released === undefined || !isDatasetOpen
    ? { ok: false, reason: 'withdrawn' }
    : { ok: true, released }
}

/** Whether it left because another one opened, and not before. */
function isReplaced({ releaseId, withdrawnAt }: ReleasedVersion, all: readonly ReleasedVersion[]): boolean {
  return all.some(
    ({ replaces, openFrom }) =>
      replaces === releaseId && withdrawnAt !== null && (openFrom === null || openFrom <= withdrawnAt),
  )
}
