import {
  type AuditCell,
  auditCells,
  auditSentences,
  type BaseCell,
  industryDominance,
  MISSING_LABELS,
  type Stages,
  simpson,
  stageGap,
} from '@jamvikt/equity'
import type { AuditView, CountsWhat } from './engine-messages.ts'

interface ViewInput {
  readonly cells: readonly AuditCell[]
  readonly stages: Stages
  readonly base: readonly BaseCell[] | null
  readonly countsWhat: CountsWhat
  readonly reference: string | null
  /** Null: all that the cells hold. */
  readonly crossing: readonly string[] | null
  readonly present: readonly string[]
  readonly years: readonly string[]
  readonly forms: readonly string[]
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name) => b.includes(name))

/** Everything that one page says, from cells alone: true ones in the working view, protected ones in a release. */
export function auditView(input: ViewInput): AuditView {
  const base = input.base ? { base: input.base } : {}
  const crossing = input.crossing ?? []
  const shown = [[], ['sex'], [...crossing], ['sex', ...crossing]]
  const isShown = (cell: AuditCell) => shown.some((names) => sameSet(names, Object.keys(cell.by)))
  const wanted = input.crossing ? input.cells.filter(isShown) : input.cells
  const result = auditCells(wanted, {
    stages: input.stages,
    ...base,
    ...(input.reference === null ? {} : { reference: input.reference }),
  })
  const found = stageGap(input.cells, { stages: input.stages, ...base })
  // An industry that the list has but the table hides is hidden, not absent.
  const hidden = found.ok && found.split === 'no-dimension' && input.present.includes('industry')
  const gap = hidden ? { ...found, split: 'rest-not-derivable' as const } : found
  const [dimension] = crossing.length > 0 ? crossing : input.present.includes('industry') ? ['industry'] : []
  const overall = result.groups.find((group) => Object.keys(group.by).length === 0)
  const first = overall && !overall.suppressed ? (overall.counts.applied ?? overall.counts.granted) : null
  return {
    stages: input.stages,
    groups: result.groups,
    gap,
    simpson:
      dimension && input.stages.decided ? simpson(withoutMissing(input.cells, dimension), dimension) : null,
    simpsonDimension: dimension ?? null,
    dominance: industryDominance(input.cells),
    sentences: auditSentences(result, gap),
    hasBase: input.base !== null,
    countsWhat: input.countsWhat,
    cases: first ?? 0,
    present: input.present,
    years: input.years,
    forms: input.forms,
  }
}

/** Kinds of missing are no groups to compare within. */
function withoutMissing(cells: readonly AuditCell[], dimension: string) {
  return cells.filter((cell) => !MISSING_LABELS.has(cell.by[dimension] ?? ''))
}
