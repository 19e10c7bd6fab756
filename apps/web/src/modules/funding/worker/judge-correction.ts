import { type By, mayCorrect } from '@jamvikt/disclosure'
import { tabulate } from '@jamvikt/equity'
import { type CaseRecord, encodeCases } from '@jamvikt/tables'
import { sha256 } from '../../../platform/sha256.ts'
import { compareCases } from '../rules/compare-cases.ts'
import type { ProtectedPeriod } from './engine-messages.ts'
import { shownOf } from './released-content.ts'

export interface CorrectionCase {
  readonly before: readonly CaseRecord[]
  readonly after: readonly CaseRecord[]
  readonly crossings: readonly (readonly string[])[]
  readonly hidden: readonly By[]
  /** The period has been corrected before: a second correction could be held against the first release. */
  readonly corrected: boolean
  readonly threshold: number
}

/** How the period as it now is stands to what was released of it. */
export function judgeCorrection(change: CorrectionCase): ProtectedPeriod['state'] {
  const { before, after } = change
  const shown = (records: readonly CaseRecord[]) =>
    records.map((record) => ({ caseId: record.caseId, shown: shownOf(record) }))
  const { added, removed } = compareCases(shown(before), shown(after))
  const changes = new Set([...added, ...removed]).size
  if (changes === 0) return { kind: 'unchanged' }
  if (change.corrected) return { kind: 'not-correctable', changes, reason: 'corrected-before' }
  const verdict = verdictOf(change, new Set(added), new Set(removed))
  return verdict === 'ok'
    ? { kind: 'correctable', changes }
    : { kind: 'not-correctable', changes, reason: verdict }
}

/** One encoding over all cases, so that a recipient is the same contributor in every table compared. */
function verdictOf(change: CorrectionCase, added: ReadonlySet<string>, removed: ReadonlySet<string>): string {
  const { before, after, crossings, hidden, threshold } = change
  const moved = movedMoney(before, after)
  const columns = encodeCases([...before, ...after, ...moved])
  if (!columns.ok) return columns.reason
  const id = (row: number) => (row < before.length ? before[row] : after[row - before.length])?.caseId ?? ''
  const isOld = (row: number) => row < before.length
  const isNew = (row: number) => row >= before.length && row < before.length + after.length
  const table = (keep: (row: number) => boolean) => {
    const found = tabulate(columns, crossings, keep)
    return found.ok ? found.cells : []
  }
  const verdict = mayCorrect(
    {
      before: table(isOld),
      after: table(isNew),
      added: table((row) => isNew(row) && added.has(id(row))),
      removed: table((row) => isOld(row) && removed.has(id(row))),
      kept: table((row) => isOld(row) && !removed.has(id(row))),
      moved: table((row) => !isOld(row) && !isNew(row)),
      hidden,
    },
    sha256,
    { threshold },
  )
  return verdict.ok ? 'ok' : verdict.reason
}

/**
 * The money that moved, as cases: where a recipient's case stays in its groups, the difference of its amounts; where it
 * comes, goes or changes groups, the whole of them. Amounts that did not change are not stated.
 */
function movedMoney(before: readonly CaseRecord[], after: readonly CaseRecord[]): CaseRecord[] {
  const old = new Map(before.map((record) => [record.caseId, record]))
  const fresh = new Set(after.map((record) => record.caseId))
  const groups = (record: CaseRecord) =>
    shownOf({ ...record, appliedAmountOre: 'notAsked', grantedAmountOre: 'notAsked', outcome: 'granted' })
  const moved: CaseRecord[] = []
  for (const record of after) {
    const was = old.get(record.caseId)
    if (was && groups(was) === groups(record)) {
      moved.push(
        asMoved(
          record,
          difference(record, was, 'appliedAmountOre'),
          difference(record, was, 'grantedAmountOre'),
        ),
      )
    } else {
      if (was) moved.push(asMoved(was, amountOf(was, 'appliedAmountOre'), amountOf(was, 'grantedAmountOre')))
      moved.push(asMoved(record, amountOf(record, 'appliedAmountOre'), amountOf(record, 'grantedAmountOre')))
    }
  }
  for (const record of before)
    if (!fresh.has(record.caseId))
      moved.push(asMoved(record, amountOf(record, 'appliedAmountOre'), amountOf(record, 'grantedAmountOre')))
  return moved
}

type Amount = 'appliedAmountOre' | 'grantedAmountOre'

function amountOf(record: CaseRecord, name: Amount): bigint {
  if (name === 'grantedAmountOre' && record.outcome !== 'granted') return 0n
  const amount = record[name]
  return typeof amount === 'bigint' ? amount : 0n
}

function difference(record: CaseRecord, was: CaseRecord, name: Amount): bigint {
  const change = amountOf(record, name) - amountOf(was, name)
  return change < 0n ? -change : change
}

function asMoved(record: CaseRecord, applied: bigint, granted: bigint): CaseRecord {
  const stated = (ore: bigint) => (ore === 0n ? ('notApplicable' as const) : ore)
  return {
    ...record,
    outcome: 'granted',
    appliedAmountOre: stated(applied),
    grantedAmountOre: stated(granted),
  }
}
