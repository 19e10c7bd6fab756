import {
  type AggregateRow,
  type CaseColumns,
  cellsFromAggregates,
  MISSING_LABELS,
  tabulate,
} from '@jamvikt/equity'
import type { Db } from '../../../platform/db/tenant.ts'
import { CROSSING_DIMENSIONS } from '../model.ts'
import { workingCrossings } from '../rules/crossings.ts'
import { auditView } from './audit-view.ts'
import type { EngineAnswer, WorkingTask } from './engine-messages.ts'
import { loadAggregates } from './load-aggregates.ts'
import { loadCases } from './load-cases.ts'

/** Dimensions that say something: more than one label, or one that is not a kind of missing. */
export function presentDimensions(columns: CaseColumns): string[] {
  return CROSSING_DIMENSIONS.filter((name) => {
    const labels = columns.dimensions[name]?.labels ?? []
    return labels.some((label) => !MISSING_LABELS.has(label))
  })
}

export async function workingView(db: Db, task: WorkingTask): Promise<EngineAnswer> {
  if (task.source.kind === 'aggregated') return aggregatedView(db, task)
  const columns = await loadCases(db, task.source, task.leaderRule)
  if (!columns.ok) return { kind: 'refused', reason: columns.reason }
  if (columns.length === 0) return { kind: 'refused', reason: 'no-cases' }
  const present = presentDimensions(columns)
  const crossing = task.crossing.filter((name) => present.includes(name) || name === 'year')
  const table = tabulate(columns, workingCrossings(present, crossing), rowFilter(columns, task))
  if (!table.ok)
    return { kind: 'refused', reason: table.reason === 'too-many-groups' ? 'too-many-groups' : 'broken-list' }
  return {
    kind: 'view',
    view: auditView({
      ...table,
      base: task.base,
      countsWhat: task.countsWhat,
      reference: task.reference,
      crossing,
      present,
      years: columns.dimensions.year.labels.toSorted(),
      forms: columns.dimensions.supportForm.labels.toSorted(),
    }),
  }
}

function rowFilter(columns: CaseColumns, task: WorkingTask): Uint8Array {
  const allowed = (name: string, labels: readonly string[] | null) => {
    const column = columns.dimensions[name]
    const allow = Uint8Array.from(column?.labels ?? [], (label) =>
      labels === null || labels.includes(label) ? 1 : 0,
    )
    return (row: number) => allow[column?.codes[row] ?? 0] ?? 0
  }
  const year = allowed('year', task.years)
  const form = allowed('supportForm', task.forms)
  return Uint8Array.from({ length: columns.length }, (_, row) => year(row) & form(row))
}

async function aggregatedView(db: Db, task: WorkingTask): Promise<EngineAnswer> {
  const rows: readonly AggregateRow[] = await loadAggregates(db, task.source)
  if (rows.length === 0) return { kind: 'refused', reason: 'no-cases' }
  const table = cellsFromAggregates(rows, 3)
  if (!table.ok)
    return { kind: 'refused', reason: table.reason === 'too-many-groups' ? 'too-many-groups' : 'broken-list' }
  const present = Object.keys(rows[0]?.by ?? {}).filter((name) => name !== 'sex')
  const crossing = task.crossing.filter((name) => present.includes(name))
  return {
    kind: 'view',
    view: auditView({
      ...table,
      base: task.base,
      countsWhat: task.countsWhat,
      reference: task.reference,
      crossing,
      present,
      years: [],
      forms: [],
    }),
  }
}
