import { sumTables } from '../rules/sum-tables.ts'
import { auditView } from './audit-view.ts'
import type { EngineAnswer, ReleasedTask } from './engine-messages.ts'

/** The audit of released tables, one period or the sum of several: nothing but what is in them. */
export function releasedView(task: ReleasedTask): EngineAnswer {
  const [first] = task.tables
  if (!first) return { kind: 'refused', reason: 'no-cases' }
  const present = first.present.filter((name) => task.tables.every((table) => table.present.includes(name)))
  const crossing = task.crossing?.filter((name) => present.includes(name)) ?? null
  return {
    kind: 'view',
    view: auditView({
      cells: sumTables(task.tables.map((table) => table.cells)),
      stages: first.stages,
      base: first.base,
      reference: null,
      crossing,
      present,
      years: task.tables.map((table) => table.period),
      forms: [],
    }),
  }
}
