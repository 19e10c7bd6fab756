import { CELL } from '../suppress/options.ts'
import { suppress, totalsOf } from '../suppress/suppress.ts'
import type { Arrangement } from './arrange.ts'
import { detailKept, recordsShown, type Told, toldBy } from './detail.ts'
import { estimateSecondary } from './estimate-secondary.ts'
import { shownChances } from './hiding-chances.ts'
import { suppressionRules } from './plan-rules.ts'
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

/** The figures of a table, `hidden` and what follows from it estimated; nothing is, where nothing is sensitive. */
export function estimate(arrangement: Arrangement, reference: Reference): Figures {
  const found = survey(arrangement, reference.rules)
  const secondary = estimateSecondary(found, reference.rules)
  const shown = shownChances(arrangement, found, secondary)
  return figuresOf(arrangement, reference, found, secondary, shown, found.sensitiveCells === 0)
}

/** Rounds of improvement for every sensitive cell. */
const ROUNDS = 1

/**
 * The figures of a table by a short suppression, or that it found no way to protect it. A longer one may hide less.
 */
export function measure(
  arrangement: Arrangement,
  reference: Reference,
  progress: () => number,
): Figures | 'unprotectable' {
  const { cube, counts, tables } = arrangement
  const { rules, keep } = reference
  const found = survey(arrangement, rules)
  const suppression = suppress(
    { cube, counts, tables },
    suppressionRules(rules, totalsToKeep(arrangement, keep)),
    { rounds: ROUNDS * found.sensitiveCells, progress },
  )
  if (!suppression.ok) {
    if (suppression.reason === 'unprotectable') return suppression.reason
    throw new Error(`a table that was checked is refused: ${suppression.reason}`)
  }
  const shown = Float64Array.from(suppression.cells, (what) => (what === CELL.shown ? 1 : 0))
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
  shown: Float64Array,
  measured: boolean,
): Figures {
  const told = toldBy(arrangement, found, columns, shown)
  const hidden = found.sensitiveCells + secondary
  return {
    cells: found.cells,
    sensitive: found.sensitiveCells,
    recordsSensitive: found.recordsSensitive,
    hidden,
    hiddenShare: hidden / found.cells,
    recordsShown: recordsShown(told, arrangement),
    detailKept: detailKept(whole, told),
    measured,
  }
}
