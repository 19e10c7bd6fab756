
import { CELL } from '../suppress/options.ts'
import { suppress, totalsOf } from '../suppress/suppress.ts'
import type { Arrangement } from './arrange.ts'
import { detailKept, recordsShown, type Told, toldBy } from './detail.ts'
import { estimateSecondary } from './estimate-secondary.ts'
import { hidingChances } from './hiding-chances.ts'
import { type Survey, survey } from './survey.ts'
import type { Figures, PlanRules } from './types.ts'

/** What figures are held against: the table as it is, wholly shown. */
export interface Reference {
  readonly whole: Told
  readonly columns: number
  readonly rules: PlanRules
  /** Columns whose totals stay shown. */
  readonly keep: readonly string[]
}

/** The figures of a table, `hidden` and what follows from it estimated. */
export function estimate(arrangement: Arrangement, reference: Reference): Figures {
  const found = survey(arrangement, reference.rules)
  const secondary = estimateSecondary(found, reference.rules)
  const chance = hidingChances(arrangement, found, secondary)
  const shown = (cell: number) => (found.sensitive[cell] === 1 ? 0 : 1 - chance(cell))
  return figuresOf(arrangement, reference, found, secondary, shown, false)
}

/** Rounds of improvement for every sensitive cell. */
const ROUNDS = 1

/**
 * The figures of a table by a short suppression; `null` where it finds no way to protect it. A longer one may hide less.
 */
export function measure(
  arrangement: Arrangement,
  reference: Reference,
  progress: () => number,
): Figures | null {
  const { cube, counts, tables } = arrangement
  const { rules, keep } = reference
  const found = survey(arrangement, rules)
  const suppression = suppress(
    { cube, counts, tables },
    {
      ...rules,
      singletons: false,
      traits: [],
      dominance: { pPercent: null, nk: null, fewestContributors: 0 },
      symmetry: null,
      mustPublish: totalsToKeep(arrangement, keep),
    },
    { rounds: ROUNDS * found.sensitiveCells, progress },
  )
  if (!suppression.ok) return null
  const shown = (cell: number) => (suppression.cells[cell] === CELL.shown ? 1 : 0)
  return figuresOf(arrangement, reference, found, suppression.counts.secondary, shown, true)
}

/** The total of all and those by one column alone of the columns that are kept. */
export function totalsToKeep({ cube }: Pick<Arrangement, 'cube'>, keep: readonly string[]): number[] {
  return [...new Set([...totalsOf(cube), ...keep.flatMap((name) => totalsOf(cube, name))])]
}

function figuresOf(
  arrangement: Arrangement,
  { whole, columns }: Reference,
  found: Survey,
  secondary: number,
  shown: (cell: number) => number,
  measured: boolean,
): Figures {
  const told = toldBy(arrangement, found, columns, shown)
  const small = toldBy(arrangement, found, columns, (cell) => found.sensitive[cell] ?? 0)
  const hidden = found.sensitiveCells + secondary
  return {
    cells: found.cells,
    sensitive: found.sensitiveCells,
    recordsSensitive: recordsShown(small, arrangement),
    hidden,
    hiddenShare: hidden / found.cells,
    recordsShown: recordsShown(told, arrangement),
    detailKept: detailKept(whole, told),
    measured,
  }
}
