import { type By, type Protection, protectGroups, publicCertificate, shownMedians } from '@jamvikt/disclosure'
import {
  type AuditCell,
  type CaseColumns,
  type Cell,
  cellsFromAggregates,
  groupKey,
  OUTCOMES,
  type Stages,
  tabulate,
} from '@jamvikt/equity'
import type { CaseRecord } from '@jamvikt/tables'
import { type Db, withTenant } from '../../../platform/db/tenant.ts'
import { sha256 } from '../../../platform/sha256.ts'
import { cellsOf, releaseCrossings } from '../rules/crossings.ts'
import { hasEnded, type Period, periodOf, UNDATED } from '../rules/periods.ts'
import { type ReleasedPeriod, releasedCases, releasedPeriods } from '../store/releases.ts'
import type { EngineAnswer, ProtectedPeriod, ProtectTask, ReleasedPayload } from './engine-messages.ts'
import { judgeCorrection } from './judge-correction.ts'
import { loadAggregates } from './load-aggregates.ts'
import { loadCases, recordsOf } from './load-cases.ts'
import { recordOf, withHashedRecipient } from './released-content.ts'
import { presentDimensions } from './working-view.ts'

/**
 * What each period of a list would show, protected, and how it stands to what was released of it before. Pending cases
 * belong to no period: they stay in the working view.
 *
 * @param progress told what share of the work is done, 0–1
 */
export async function protectPeriods(
  db: Db,
  task: ProtectTask,
  progress: (share: number) => void,
): Promise<EngineAnswer> {
  const earlier = await withTenant(db, task.source, (tenantDb) =>
    releasedPeriods(tenantDb, task.source.listId),
  )
  if (task.source.kind === 'aggregated') return protectAggregates(db, task, earlier)
  const columns = await loadCases(db, task.source, null)
  if (!columns.ok) return { kind: 'refused', reason: columns.reason }
  const present = presentDimensions(columns)
  const whole = tabulate(columns, [[]])
  if (!whole.ok) return { kind: 'refused', reason: 'broken-list' }
  const years = columns.dimensions.year.labels.map((year) => periodOf(year, task.periodYears))
  const released = new Set(earlier.map((one) => one.period))
  // A period that was released and holds no case any more is a correction too.
  const gone = [...released].map((period) => periodOf(period.slice(0, 4), task.periodYears))
  const periods = new Map([...years, ...gone].map((period) => [period.key, period]))
  const changed =
    released.size > 0 ? await recordsByPeriod(db, task, released) : new Map<string, CaseRecord[]>()
  const answers: ProtectedPeriod[] = []
  const inOrder = [...periods.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  for (const [done, period] of inOrder.entries()) {
    progress(done / inOrder.length)
    const own = Uint8Array.from(columns.dimensions.year.codes, (code, row) =>
      years[code]?.key === period.key && columns.outcome[row] !== PENDING ? 1 : 0,
    )
    const cases = own.reduce((sum, one) => sum + one, 0)
    if (cases === 0 && !released.has(period.key)) continue
    const before = await withTenant(db, task.source, (tenantDb) =>
      releasedCases(tenantDb, task.source.listId, period.key),
    )
    const answer = protectPeriod({
      task,
      period,
      columns,
      own,
      cases,
      present,
      stages: whole.stages,
      before: before.map((one) => recordOf(one.caseId, one.content)),
      after: changed.get(period.key) ?? [],
      released: earlier.find((one) => one.period === period.key) ?? null,
    })
    if (!('period' in answer)) return answer
    answers.push(answer)
  }
  return { kind: 'protected', periods: answers }
}

const PENDING = OUTCOMES.indexOf('pending')

/** The cases, as a release counts them, of the periods that were released before. */
async function recordsByPeriod(db: Db, task: ProtectTask, wanted: ReadonlySet<string>) {
  const found = new Map<string, CaseRecord[]>()
  for await (const record of recordsOf(db, task.source)) {
    if (record.outcome === 'pending') continue
    const { key } = periodOf(record.decidedOn?.slice(0, 4) ?? '', task.periodYears)
    if (!wanted.has(key)) continue
    const cases = found.get(key) ?? []
    cases.push(withHashedRecipient(record))
    found.set(key, cases)
  }
  return found
}

interface PeriodInput {
  readonly task: ProtectTask
  readonly period: Period
  readonly columns: CaseColumns
  /** 1 for each case of the period. */
  readonly own: Uint8Array
  readonly cases: number
  readonly present: readonly string[]
  readonly stages: Stages
  readonly before: readonly CaseRecord[]
  readonly after: readonly CaseRecord[]
  readonly released: ReleasedPeriod | null
}

function protectPeriod(input: PeriodInput): ProtectedPeriod | EngineAnswer {
  const { task, period, released, stages, present } = input
  const crossings = releaseCrossings(present)
  const table = tabulate(input.columns, crossings, input.own)
  if (!table.ok)
    return { kind: 'refused', reason: table.reason === 'too-many-groups' ? 'too-many-groups' : 'broken-list' }
  const { threshold } = task
  const protection = protectGroups(
    table.cells,
    sha256,
    released ? { threshold, forced: released.hidden } : { threshold },
  )
  if (!protection.ok) return refused(protection.reason)
  const medianOf = mediansOf(table.cells, protection, task.threshold)
  const payload = payloadOf(task, period.key, protection, medianOf, stages, present)
  return {
    period: period.key,
    firstYear: period.firstYear,
    lastYear: period.lastYear,
    ended: hasEnded(period, task.thisYear),
    cases: input.cases,
    payload,
    hidden: hiddenOf(protection),
    certificate: protection.certificate,
    contentHash: hashOf(payload),
    state: released
      ? judgeCorrection({
          ...input,
          threshold,
          crossings,
          hidden: released.hidden,
          corrected: released.versions > 1,
        })
      : { kind: 'new' },
  }
}

async function protectAggregates(
  db: Db,
  task: ProtectTask,
  earlier: readonly ReleasedPeriod[],
): Promise<EngineAnswer> {
  const table = cellsFromAggregates(await loadAggregates(db, task.source), 3)
  if (!table.ok) return { kind: 'refused', reason: table.reason === 'no-rows' ? 'no-cases' : 'broken-list' }
  const present = [...new Set(table.cells.flatMap((cell) => Object.keys(cell.by)))].filter(
    (name) => name !== 'sex',
  )
  const cells = cellsOf(table.cells, releaseCrossings(present))
  const released = earlier.find((one) => one.period === UNDATED.key)
  const protection = protectGroups(cells, sha256, { threshold: task.threshold })
  if (!protection.ok) return refused(protection.reason)
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
    firstYear: null,
    lastYear: null,
    ended: true,
    cases: everybody?.counts.applied ?? 0,
    payload,
    certificate: protection.certificate,
    contentHash,
    state,
  }
  return { kind: 'protected', periods: [{ ...period, hidden: hiddenOf(protection) }] }
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
    certificate: publicCertificate(protection.certificate),
  }
}

/** Too many groups is told; anything else is a list that does not add up. */
function refused(reason: Extract<Protection, { ok: false }>['reason']): EngineAnswer {
  return { kind: 'refused', reason: reason === 'too-many-cells' ? 'too-many-groups' : 'broken-list' }
}

function hashOf(payload: ReleasedPayload) {
  return sha256(JSON.stringify(payload.cells))
}
