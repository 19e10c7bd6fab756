import type { CellLookup, Chain, GapStage, StageGapOptions } from './gap-types.ts'
import { groupKey } from './group-key.ts'
import { distinctSorted } from './subsets.ts'
import type { AuditCell, BaseCell, By, FigureCell, Stages } from './types.ts'

export interface GapSettings {
  readonly stages: Stages
  readonly base: ReadonlyMap<string, number>
  readonly baseCells: readonly BaseCell[]
  readonly groups: readonly [By, By]
  readonly split: string | null
}

export function settingsOf(options: StageGapOptions): GapSettings {
  const baseCells = options.base ?? []
  const dimension = options.pairDimension ?? 'sex'
  const [first, other] = options.pair ?? ['women', 'men']
  return {
    stages: options.stages,
    base: new Map(baseCells.map((cell) => [groupKey(cell.by), cell.count])),
    baseCells,
    groups: options.groups ?? [{ [dimension]: first }, { [dimension]: other }],
    split: options.splitDimension === undefined ? 'industry' : options.splitDimension,
  }
}

/** The stages that the data hold for both groups, in order. */
export function chainStages(settings: GapSettings): GapStage[] {
  const { stages, groups } = settings
  const hasBase = groups.every((group) => baseTotal(settings, group) !== null)
  const present: [GapStage, boolean][] = [
    ['base', hasBase],
    ['applied', stages.applied],
    ['decided', stages.decided],
    ['granted', stages.granted],
    ['amount', stages.amountGranted],
  ]
  return present.flatMap(([stage, there]) => (there ? [stage] : []))
}

function figureOf(cell: FigureCell, stage: Exclude<GapStage, 'base'>): number {
  switch (stage) {
    case 'applied':
      return cell.counts.applied
    case 'decided':
      return cell.counts.granted + cell.counts.refused
    case 'granted':
      return cell.counts.granted
    case 'amount':
      return cell.amounts.granted.totalOre
  }
}

/** The base of a group: its own entry, or the sum of its entries by class. */
function baseTotal(settings: GapSettings, group: By): number | null {
  const own = settings.base.get(groupKey(group))
  if (own !== undefined) return own
  const classes = baseClasses(settings, group)
  return classes.length === 0 ? null : classes.reduce((sum, cell) => sum + cell.count, 0)
}

function baseClasses({ baseCells, split }: GapSettings, group: By): BaseCell[] {
  return split === null ? [] : baseCells.filter(({ by }) => isClassOf(by, group, split))
}

/** Whether a group is a class of another: its labels and one of the split dimension, and no more. */
function isClassOf(by: By, group: By, split: string): boolean {
  const labels = Object.entries(group)
  return (
    by[split] !== undefined &&
    Object.keys(by).length === labels.length + 1 &&
    labels.every(([name, label]) => by[name] === label)
  )
}

/** The classes whose figures are released for both groups, and whether a rest must be formed. */
export function releasedClasses(
  cells: readonly AuditCell[],
  lookup: CellLookup,
  { groups, split }: GapSettings,
): { readonly classes: readonly string[]; readonly hidden: boolean } {
  if (split === null) return { classes: [], hidden: false }
  const all = distinctSorted(
    cells.flatMap(({ by }) => {
      const label = by[split]
      return label !== undefined && groups.some((group) => isClassOf(by, group, split)) ? [label] : []
    }),
  )
  const cellsOf = (name: string) => groups.map((group) => lookup.get(groupKey({ ...group, [split]: name })))
  const hidden = all.filter((name) => cellsOf(name).some((cell) => cell?.suppressed === true))
  return { classes: all.filter((name) => !hidden.includes(name)), hidden: hidden.length > 0 }
}

/**
 * One group's figures along the chain; `classes: null` leaves them whole. The last class is the rest: the group's total less what is released.
 * `null` when that would be negative, so that the totals and the classes are not of one table.
 */
export function chainOf(
  total: FigureCell,
  group: By,
  stages: readonly GapStage[],
  classes: readonly string[] | null,
  lookup: CellLookup,
  settings: GapSettings,
): Chain | null {
  const { split } = settings
  const totals = stages.map((stage) =>
    stage === 'base' ? (baseTotal(settings, group) ?? 0) : figureOf(total, stage),
  )
  const byClass = stages.map((stage, at): number[] | null => {
    if (split === null || classes === null) return null
    if (stage === 'base' && baseClasses(settings, group).length === 0) return null
    const figures = classes.map((name) => {
      const key = groupKey({ ...group, [split]: name })
      if (stage === 'base') return settings.base.get(key) ?? 0
      const cell = lookup.get(key)
      return cell === undefined || cell.suppressed === true ? 0 : figureOf(cell, stage)
    })
    return [...figures, (totals[at] ?? 0) - figures.reduce((sum, figure) => sum + figure, 0)]
  })
  const negative = byClass.some((figures) => figures?.some((figure) => figure < 0))
  return negative ? null : { stages, totals, classes: byClass }
}
