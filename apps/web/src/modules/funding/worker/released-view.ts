import type { Stages } from '@jamvikt/equity'
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
      stages: commonStages(task.tables.map((table) => table.stages)),
      base: first.base,
      countsWhat: first.countsWhat,
      reference: null,
      crossing,
      present,
      years: task.tables.map((table) => table.period),
      forms: [],
    }),
  }
}

/** A stage of a sum is there when every period has it. */
function commonStages(all: readonly Stages[]): Stages {
  const has = (name: keyof Stages) => all.every((stages) => stages[name])
  return {
    applied: has('applied'),
    decided: has('decided'),
    granted: has('granted'),
    amountApplied: has('amountApplied'),
    amountGranted: has('amountGranted'),
  }
}
