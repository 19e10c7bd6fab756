import type { Cube } from '../model/cube.ts'
import { codeOfWay } from '../model/dimension.ts'
import { CELL, DEFAULT_RULES, type SuppressionRules, type TableSet } from '../suppress/options.ts'
import { type Suppression, suppress } from '../suppress/suppress.ts'
import type { GroupIndex } from './group-index.ts'
import { groupKey } from './group-key.ts'
import type { PlacedGroup } from './group-tables.ts'
import type { CompleteOptions } from './options.ts'
import { faultOf, groupOf, type Rule } from './rule.ts'
import { codeOfLabel } from './star.ts'
import type { By } from './types.ts'

export interface HidingInput {
  readonly index: GroupIndex
  readonly set: TableSet
  readonly groups: readonly PlacedGroup[]
  readonly options: CompleteOptions
}

export interface HiddenGroups {
  /** The hidden groups, by key. */
  readonly keys: ReadonlySet<string>
  /** What proves that they are safe. */
  readonly suppression: Suppression
}

/** Chooses the groups to be hidden: with the total and those of women and men shown, or as much of them as can be. */
export function hideGroups(input: HidingInput): HiddenGroups {
  const { index, set, groups, options } = input
  const cellOf = new Map(groups.map(({ key, cells }) => [key, cells[0] ?? 0]))
  const forced = new Set((options.forced ?? []).map(groupKey))
  const mayStay = (by: By) => {
    const key = groupKey(by)
    const cell = index.cells.get(key)
    return cell !== undefined && !forced.has(key) && faultOf(groupOf([cell], index.rule), index.rule) === null
  }
  const pair = options.pairLabels.map((label): By => ({ [options.pairDimension]: label }))
  const kept = pair.every(mayStay) ? pair : []
  const total: By[] = mayStay({}) ? [{}] : []
  // What an earlier release hid, and nothing else, where that will do.
  const same = groups.flatMap(({ key, by }) => (forced.has(key) ? [] : [by]))
  const tables = {
    ...set,
    costs: costsOf(input),
    hiddenBefore: [...forced].flatMap((key) => cellOf.get(key) ?? []),
  }
  const partly = kept.length > 0 ? [[...total, ...kept], kept] : []
  const wishes = [...(forced.size > 0 ? [same] : []), ...partly, total, []]
  // Of a list that is too small as a whole nothing is shown.
  for (const wish of total.length === 0 && !forced.has(groupKey({})) ? [] : wishes) {
    const mustPublish = wish.flatMap((by) => cellOf.get(groupKey(by)) ?? [])
    const suppression = suppress(tables, { ...rulesOf(index.rule, set.cube, options), mustPublish })
    if (!suppression.ok) {
      if (suppression.reason === 'unprotectable' || suppression.reason === 'must-publish-sensitive') continue
      throw new Error(`tables of sound groups were refused: ${suppression.reason}`)
    }
    const isHidden = ({ cells: [cell = 0] }: PlacedGroup) => (suppression.cells[cell] ?? 0) > CELL.shown
    return { keys: new Set(groups.filter(isHidden).map(({ key }) => key)), suppression }
  }
  return { keys: new Set(groups.map(({ key }) => key)), suppression: nothingShown(input) }
}

/** By how many dimensions beside that of the pair. */
const WORTH_BY_DEPTH = [8, 3, 1]
/** Margins over the pair’s dimension tell less than the pair, and its other labels concern few. */
const WORTH = { pair: 1, margin: 0.6, others: 0.3, ofEmpty: 0.3 }

/** What hiding each group costs: more for few dimensions, for women and men, and for large groups. */
function costsOf({ set, groups, options }: HidingInput): Float64Array {
  const { pairDimension, pairLabels } = options
  const costs = new Float64Array(set.cube.size).fill(1)
  for (const { by, depth, cells } of groups) {
    const [cell = 0] = cells
    const label = by[pairDimension]
    const level = depth - (label === undefined ? 0 : 1)
    const count = set.counts[cell] ?? 0
    const kind = label === undefined ? 'margin' : pairLabels.includes(label) ? 'pair' : 'others'
    const size = count === 0 ? WORTH.ofEmpty : 1 + Math.log10(1 + count) / 10
    costs[cell] = (WORTH_BY_DEPTH[level] ?? 1) * WORTH[kind] * size
  }
  return costs
}

/** The rules of tables of groups, laid out as a cube. */
export function rulesOf(
  { threshold, pPercent }: Rule,
  cube: Cube,
  { pairDimension, pairLabels, width }: CompleteOptions,
): SuppressionRules {
  // The pair's dimension is shared by all crossings, or one of the ways side by side.
  const pairs = [
    [codeOfLabel(pairLabels[0]), codeOfLabel(pairLabels[1])] as const,
    [codeOfWay(pairDimension, pairLabels[0]), codeOfWay(pairDimension, pairLabels[1])] as const,
  ]
  const symmetry = cube.dimensions.flatMap(({ name, codes: all, wholes }) => {
    const codes = wholes === undefined && name === pairDimension ? pairs[0] : wholes && pairs[1]
    return codes?.every((code) => all.includes(code)) ? [{ dimension: name, codes }] : []
  })[0]
  return {
    ...DEFAULT_RULES,
    threshold,
    width,
    zeros: 'cover',
    attackers: [0],
    dominance: { pPercent, nk: null, fewestContributors: 0 },
    symmetry: symmetry ?? null,
  }
}

function nothingShown({ index, set, options }: HidingInput): Suppression {
  const leftOut = new Uint8Array(set.cube.size).fill(1)
  const suppression = suppress({ ...set, leftOut }, rulesOf(index.rule, set.cube, options), { rounds: 0 })
  if (!suppression.ok) throw new Error(`tables that show nothing were refused: ${suppression.reason}`)
  return suppression
}
