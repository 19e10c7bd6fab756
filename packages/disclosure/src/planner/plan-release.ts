import { codesOf } from '../model/cube.ts'
import { type DimensionSpec, tabulateColumns } from '../model/from-columns.ts'
import { isSmallCount } from '../sensitivity/rules.ts'
import { arrange, type Base, baseOf, dimsOf, shapeOf, tablesOf, waysOf, writtenDims } from './arrange.ts'
import { toldBy } from './detail.ts'
import { type Step, stepsOf } from './dimension-steps.ts'
import { type Reference, totalsToKeep } from './figures.ts'
import { measureBest } from './measure-best.ts'
import { suppressionRules } from './plan-rules.ts'
import { ranked, withoutNeedless } from './rank.ts'
import { search, type Tried } from './search.ts'
import { survey } from './survey.ts'
import type { Plan, PlanOptions, PlanRefusal, PlanRules, Proposal } from './types.ts'

/** A crossing is a bit for each column. */
const MOST_DIMENSIONS = 12
const DEFAULTS = { mostHidden: 0.1, most: 10, cellsTried: 10_000_000 }

/**
 * Says which coarsening of a table shows most when it is protected, before it is.
 *
 * Tried are: leaving a column out; a column that groups it in its place; neighbours of an ordered column merged by two or
 * three; years pooled; codes merged by their first characters; the smallest values merged; every table of k columns in
 * place of the whole crossing; and two of these, three where two leave too much hidden. Each is counted: its cells, and
 * which are sensitive. What is hidden beside them is estimated (`estimateSecondary`, `shownChances`), and measured by a
 * short suppression for the best, as far as a fixed effort reaches: `measured` says which. Where at most a tenth of a
 * table was hidden, estimates were off by 0.5 points in the mean and 2 at most in the share hidden, 0.2 and 1 in the
 * detail kept, 0.6 and 6 in the records shown, on 35 coarsenings of the same synthetic persons; beyond two fifths by 3 and
 * 17, 6 and 30, 7 and 19.
 *
 * The order: what hides at most `mostHidden` of its cells, by the detail kept in whole per cent, equal ones by fewer
 * changes; then the rest, by what is hidden. Left away is what one of its own changes makes needless. The same input gives
 * the same plan, as long as `progress` does not end it.
 *
 * @param specs as `parseDimensions` reads them; at most 12
 * @param columns the values of every record, by column; all of one length
 * @param rules counts below `threshold` are sensitive, empty cells too where `zeros` is `protect`
 * @returns the plan, the table as it is always among its proposals; or a refusal: those of `tabulateColumns`; `bad-option`
 *   with the option's name; `too-many-dimensions`; `must-publish-sensitive` where a total that is kept is itself too small
 * @example
 * planRelease(specs, columns, { threshold: 5, zeros: 'publish', attackers: [0, 1], width: 1 }, { keep: ['sex'] })
 */
export function planRelease(
  specs: readonly DimensionSpec[],
  columns: ReadonlyMap<string, readonly string[]>,
  rules: PlanRules,
  options: PlanOptions = {},
): Plan | PlanRefusal {
  const { mostHidden, most, cellsTried } = { ...DEFAULTS, ...options }
  const { keep = [], progress = () => 0 } = options
  const bad = faultOf(specs, rules, { keep, mostHidden, most, cellsTried })
  if (bad !== null) return { ok: false, reason: 'bad-option', option: bad }
  if (specs.length > MOST_DIMENSIONS) {
    return { ok: false, reason: 'too-many-dimensions', most: MOST_DIMENSIONS }
  }
  const table = tabulateColumns(specs, columns)
  if (!table.ok) return table
  const { cube, counts } = table
  const tooSmall = totalsToKeep(table, keep).filter((cell) =>
    isSmallCount(counts[cell] ?? 0, suppressionRules(rules)),
  )
  if (tooSmall.length > 0) {
    return { ok: false, reason: 'must-publish-sensitive', cells: tooSmall.map((cell) => codesOf(cube, cell)) }
  }
  const base = baseOf(table, specs, columns)
  const reference = referenceOf(base, rules, keep)
  const steps = allSteps(base, keep)
  const { tried, leftAside } = search(base, steps, reference, { mostHidden, cellsTried, progress })
  const known = measureBest(base, tried, reference, { mostHidden, progress })
  return {
    ok: true,
    table: {
      dims: writtenDims(specs),
      columns: cube.dimensions.map(({ name, leaves }) => ({ name, values: leaves })),
      records: counts[cube.size - 1] ?? 0,
    },
    rules,
    mostHidden,
    tried: tried.length - 1,
    leftAside,
    ...listed(base, known, mostHidden, most),
  }
}

/** The best, and the unchanged table (the first that is known) with them. */
function listed(
  base: Base,
  known: readonly Tried[],
  mostHidden: number,
  most: number,
): Pick<Plan, 'proposals' | 'unchanged'> {
  const [first] = known
  if (first === undefined) throw new Error('the table itself was not looked at')
  const within = ({ figures, unprotectable }: Tried) => !unprotectable && figures.hiddenShare <= mostHidden
  const order = ranked(withoutNeedless(known, within), within).filter(
    (one) => one === first || !one.unprotectable,
  )
  const proposal = (one: Tried) => proposalOf(base, one, order.indexOf(one) + 1, within(one))
  const unchanged = proposal(first)
  const proposals = order.slice(0, most).map((one) => (one === first ? unchanged : proposal(one)))
  return { proposals: proposals.includes(unchanged) ? proposals : [...proposals, unchanged], unchanged }
}

function faultOf(
  specs: readonly DimensionSpec[],
  { threshold, width, attackers }: PlanRules,
  { keep, mostHidden, most, cellsTried }: Required<Omit<PlanOptions, 'progress'>>,
): string | null {
  if (!Number.isSafeInteger(threshold) || threshold < 1) return 'threshold'
  if (!Number.isSafeInteger(width) || width < 1) return 'width'
  if (attackers.length === 0) return 'attackers'
  if (keep.some((name) => !specs.some(({ column }) => column === name))) return 'keep'
  if (!(mostHidden >= 0 && mostHidden <= 1)) return 'mostHidden'
  if (!Number.isSafeInteger(most) || most < 1) return 'most'
  return cellsTried >= 0 ? null : 'cellsTried'
}

/** Every change of one dimension that is not kept, and the limits of the crossing. */
function allSteps({ sources }: Base, keep: readonly string[]): Step[] {
  const steps = sources.filter(({ spec }) => !keep.includes(spec.column)).flatMap((source) => stepsOf(source))
  for (let columns = sources.length - 1; columns > 0; columns--) {
    steps.push({ change: { kind: 'limit-crossing', columns }, place: -1, coarse: null })
  }
  return steps
}

function referenceOf(base: Base, rules: PlanRules, keep: readonly string[]): Reference {
  const shape = shapeOf(base, [])
  if (shape === null) throw new Error('a table without dimensions')
  const whole = arrange(base, shape)
  const columns = base.sources.length
  return {
    whole: toldBy(whole, survey(whole, rules), columns, new Float64Array(whole.cube.size).fill(1)),
    columns,
    rules,
    keep,
  }
}

function proposalOf(
  base: Base,
  { steps, figures, unprotectable }: Tried,
  rank: number,
  withinLimit: boolean,
): Proposal {
  const shape = shapeOf(base, steps)
  if (shape === null) throw new Error('a table without dimensions')
  return {
    rank,
    changes: steps.map(({ change }) => change),
    dims: dimsOf(shape),
    ways: waysOf(shape),
    tables: tablesOf(shape),
    ...figures,
    withinLimit,
    unprotectable,
  }
}
