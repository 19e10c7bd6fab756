import { codesOf } from '../model/cube.ts'
import { type DimensionSpec, tabulateColumns } from '../model/from-columns.ts'
import { isSmallCount } from '../sensitivity/rules.ts'
import { arrange, arrangedDimensions, type Base, baseOf, writtenDims } from './arrange.ts'
import { toldBy } from './detail.ts'
import { type Step, stepsOf } from './dimension-steps.ts'
import { type Reference, totalsToKeep } from './figures.ts'
import { measureBest } from './measure-best.ts'
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
 * @returns the plan, or a refusal: those of `tabulateColumns`; `bad-option` with the option's name; `no-records`;
 *   `too-many-dimensions`; `must-publish-sensitive` where a total that is kept is itself too small
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
  const tooSmall = totalsToKeep(table, keep).filter((cell) => isSmallCount(counts[cell] ?? 0, rules))
  if (tooSmall.length > 0) {
    return { ok: false, reason: 'must-publish-sensitive', cells: tooSmall.map((cell) => codesOf(cube, cell)) }
  }
  const base = baseOf(table, specs, columns)
  const reference = referenceOf(base, rules, keep)
  const { tried, leftAside } = search(base, allSteps(base, keep), reference, { mostHidden, cellsTried, progress })
  const known = measureBest(base, tried, reference, { mostHidden, progress })
  const [first] = known
  if (first === undefined) throw new Error('the table itself was not looked at')
  const within = ({ figures }: Tried) => figures.hiddenShare <= mostHidden
  const order = ranked(
    withoutNeedless(known, within).filter((one) => one === first || !one.unprotectable),
    within,
  )
  const proposals = order.map((one, i) => proposalOf(base, one, i + 1, within(one)))
  const unchanged = proposals[order.indexOf(first)]
  if (unchanged === undefined) throw new Error('the table itself is not among the proposals')
  const listed = proposals.slice(0, most)
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
    proposals: listed.includes(unchanged) ? listed : [...listed, unchanged],
    unchanged,
  }
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
  const dimensions = arrangedDimensions(base, [])
  if (dimensions === null) throw new Error('a table without dimensions')
  const whole = arrange(base, dimensions)
  const columns = base.sources.length
  return { whole: toldBy(whole, survey(whole, rules), columns, () => 1), columns, rules, keep }
}

function proposalOf(base: Base, { steps, figures, unprotectable }: Tried, rank: number, withinLimit: boolean): Proposal {
  const dimensions = arrangedDimensions(base, steps)
  if (dimensions === null) throw new Error('a table without dimensions')
  const { dims, tables } = arrange(base, dimensions)
  return { rank, changes: steps.map(({ change }) => change), dims, tables, ...figures, withinLimit, unprotectable }
}
