import { createHash } from 'node:crypto'
import { type By, mayCorrect, type Protection, protectCells, shownMedians } from '@jamvikt/disclosure'
import {
  type AuditCell,
  type Cell,
  cellsFromAggregates,
  groupKey,
  type Stages,
  smallestFirst,
  tabulate,
} from '@jamvikt/equity'
import { type CaseRecord, encodeCases } from '@jamvikt/tables'
import { type Db, withTenant } from '../../../platform/db/tenant.ts'
import { compareCases } from '../rules/compare-cases.ts'
import { releaseCrossings } from '../rules/crossings.ts'
import { hasEnded, type Period, periodOf, UNDATED } from '../rules/periods.ts'
import { type ReleasedCase, type ReleasedPeriod, releasedCases, releasedPeriods } from '../store/releases.ts'
import type { EngineAnswer, ProtectedPeriod, ProtectTask, ReleasedPayload } from './engine-messages.ts'
import { loadAggregates } from './load-aggregates.ts'
import { loadCases } from './load-cases.ts'
import { canonical, contentOf, recordOf, subjectOf } from './released-content.ts'
import { presentDimensions } from './working-view.ts'

/**
 * What each period of a list would show, protected, and how it stands to what was released of it before. Pending cases
 * belong to no period: they stay in the working view.
 */
export async function protectPeriods(db: Db, task: ProtectTask): Promise<EngineAnswer> {
  const earlier = await withTenant(db, task.source, (tenantDb) =>
    releasedPeriods(tenantDb, task.source.listId),
  )
  if (task.source.kind === 'aggregated') return protectAggregates(db, task, earlier)
  const loaded = await loadCases(db, task.source, null)
  if (!('columns' in loaded)) return { kind: 'refused', reason: 'too-many-labels' }
  const present = presentDimensions(loaded.columns)
  const periods = new Map<string, { period: Period; records: CaseRecord[] }>()
  for (const record of loaded.records) {
    if (record.outcome === 'pending') continue
    const period = periodOf(record.decidedOn?.slice(0, 4) ?? '', task.periodYears)
    const group = periods.get(period.key) ?? { period, records: [] }
    group.records.push(record)
    periods.set(period.key, group)
  }
  // A period that was released and holds no case any more is a correction too.
  for (const { period } of earlier)
    if (!periods.has(period))
      periods.set(period, { period: periodOf(period.slice(0, 4), task.periodYears), records: [] })
  const whole = tabulate(loaded.columns, [[]])
  if (!whole.ok) return { kind: 'refused', reason: 'broken-list' }
  const answers: ProtectedPeriod[] = []
  for (const { period, records } of [...periods.values()].sort((a, b) =>
    a.period.key < b.period.key ? -1 : 1,
  )) {
    const before = await withTenant(db, task.source, (tenantDb) =>
      releasedCases(tenantDb, task.source.listId, period.key),
    )
    const answer = protectPeriod({ task, period, records, present, stages: whole.stages, before, earlier })
    if (!('period' in answer)) return answer
    answers.push(answer)
  }
  return { kind: 'protected', periods: answers }
}

interface PeriodInput {
  readonly task: ProtectTask
  readonly period: Period
  readonly records: readonly CaseRecord[]
  readonly present: readonly string[]
  readonly stages: Stages
  readonly before: readonly ReleasedCase[]
  readonly earlier: readonly ReleasedPeriod[]
}

function protectPeriod(input: PeriodInput): ProtectedPeriod | EngineAnswer {
  const { task, period, records } = input
  const content = records.map((record) => ({
    caseId: record.caseId,
    subject: subjectOf(record),
    content: contentOf(record),
  }))
  const released = input.earlier.find((one) => one.period === period.key)
  const crossings = releaseCrossings(input.present)
  const cells = tabulateRecords(records, crossings)
  if (!cells) return { kind: 'refused', reason: 'too-many-groups' }
  const options = { threshold: task.threshold, order: smallestFirst(task.base ?? []) }
  const protection = protectCells(cells, released ? { ...options, forced: released.hidden } : options)
  if (!protection.ok) return { kind: 'refused', reason: 'broken-list' }
  const payload = payloadOf(
    task,
    period.key,
    protection,
    mediansOf(cells, protection, task.threshold),
    input.stages,
    input.present,
  )
  const state = (): ProtectedPeriod['state'] => {
    if (!released) return { kind: 'new' }
    const old = input.before.map((one) => ({ caseId: one.caseId, content: canonical(Object(one.content)) }))
    const changes = compareCases(old, content)
    const count = new Set([...changes.added, ...changes.removed]).size
    if (count === 0) return { kind: 'unchanged' }
    const oldRecords = input.before.map((one) => recordOf(one.content))
    const verdict = judge(oldRecords, records, changes, crossings, released.hidden, options)
    return verdict === 'ok'
      ? { kind: 'correctable', changes: count }
      : { kind: 'not-correctable', changes: count, reason: verdict }
  }
  return {
    period: period.key,
    ended: hasEnded(period, task.thisYear),
    cases: records.length,
    payload,
    hidden: hiddenOf(protection),
    contentHash: hashOf(payload),
    state: state(),
    content,
  }
}

/** One encoding over old and new cases, so that a recipient is the same contributor in every table compared. */
function judge(
  before: readonly CaseRecord[],
  after: readonly CaseRecord[],
  changes: ReturnType<typeof compareCases>,
  crossings: readonly (readonly string[])[],
  hidden: readonly By[],
  options: { threshold: number },
): string {
  const added = new Set(changes.added)
  const removed = new Set(changes.removed)
  const columns = encodeCases([...before, ...after])
  if (!columns.ok) return 'too-many-labels'
  const n = before.length
  const table = (keep: (row: number) => boolean) => tabulate(columns, crossings, keep)
  const tables = [
    table((row) => row < n),
    table((row) => row >= n),
    table((row) => row >= n && added.has(after[row - n]?.caseId ?? '')),
    table((row) => row < n && removed.has(before[row]?.caseId ?? '')),
  ].map((one) => (one.ok ? one.cells : []))
  const [old = [], fresh = [], plus = [], minus = []] = tables
  const verdict = mayCorrect({ before: old, after: fresh, added: plus, removed: minus, hidden }, options)
  return verdict.ok ? 'ok' : verdict.reason
}

function tabulateRecords(
  records: readonly CaseRecord[],
  crossings: readonly (readonly string[])[],
): readonly Cell[] | null {
  const columns = encodeCases(records)
  if (!columns.ok) return null
  const table = tabulate(columns, crossings)
  return table.ok ? table.cells : null
}

async function protectAggregates(
  db: Db,
  task: ProtectTask,
  earlier: readonly ReleasedPeriod[],
): Promise<EngineAnswer> {
  const table = cellsFromAggregates(await loadAggregates(db, task.source), 3)
  if (!table.ok) return { kind: 'refused', reason: table.reason === 'no-rows' ? 'no-cases' : 'broken-list' }
  const released = earlier.find((one) => one.period === UNDATED.key)
  const protection = protectCells(table.cells, {
    threshold: task.threshold,
    order: smallestFirst(task.base ?? []),
  })
  if (!protection.ok) return { kind: 'refused', reason: 'broken-list' }
  const present = [...new Set(table.cells.flatMap((cell) => Object.keys(cell.by)))].filter(
    (name) => name !== 'sex',
  )
  const payload = payloadOf(task, UNDATED.key, protection, () => null, table.stages, present)
  const contentHash = hashOf(payload)
  // Without cases a change cannot be judged: only the very same table may stand again.
  const state = !released
    ? ({ kind: 'new' } as const)
    : released.contentHash === contentHash
      ? ({ kind: 'unchanged' } as const)
      : ({ kind: 'not-correctable', changes: 1, reason: 'aggregated' } as const)
  const everybody = table.cells.find((cell) => Object.keys(cell.by).length === 0)
  const period = {
    period: UNDATED.key,
    ended: true,
    cases: everybody?.counts.applied ?? 0,
    payload,
    contentHash,
    state,
  }
  return { kind: 'protected', periods: [{ ...period, hidden: hiddenOf(protection), content: [] }] }
}

type Protected = Extract<Protection, { ok: true }>

function hiddenOf(protection: Protected): By[] {
  return protection.table.cells.flatMap((cell) => (cell.suppressed ? [cell.by] : []))
}

/** Which groups may show a median, and the median rounded to two significant digits. */
function mediansOf(cells: readonly Cell[], protection: Protected, threshold: number) {
  const released = new Set(
    protection.table.cells.flatMap((cell) => (cell.suppressed ? [] : [groupKey(cell.by)])),
  )
  return shownMedians({
    cells,
    amount: 'granted',
    medianOf: (cell) => cell.medianGrantedOre?.valueOre ?? null,
    isReleased: (by) => released.has(groupKey(by)),
    threshold,
  })
}

function payloadOf(
  task: ProtectTask,
  period: string,
  protection: Protected,
  medianOf: (by: By) => number | null,
  stages: Stages,
  present: readonly string[],
): ReleasedPayload {
  const cells = protection.table.cells.map((cell): AuditCell => {
    if (cell.suppressed) return { by: cell.by, suppressed: true }
    const { applied = 0, granted = 0, refused = 0, withdrawn = 0, pending = 0 } = cell.counts
    const median = medianOf(cell.by)
    return {
      by: cell.by,
      counts: { applied, granted, refused, withdrawn, pending },
      amounts: {
        applied: { totalOre: cell.amounts.applied?.totalOre ?? 0 },
        granted: { totalOre: cell.amounts.granted?.totalOre ?? 0 },
      },
      medianGrantedOre: median === null ? null : { valueOre: median },
    }
  })
  return {
    period,
    cells,
    stages,
    base: task.base,
    present,
    threshold: protection.table.threshold,
    leaderRule: task.leaderRule,
    countsWhat: task.countsWhat,
    hidden: protection.table.counts.suppressed,
  }
}

function hashOf(payload: ReleasedPayload) {
  return createHash('sha256').update(JSON.stringify(payload)).digest('hex')
}
