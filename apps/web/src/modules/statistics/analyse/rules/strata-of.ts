import type { StatTable } from '@jamvikt/tables'
import type { Concepts } from '../../rules/concepts.ts'
import { ALL } from '../../rules/view.ts'
import { type CountChoice, MOST_STRATA } from './choice.ts'
import { partsOf, wholeOf } from './parts.ts'
import { type Axis, sumCells } from './sum-cells.ts'

/** Everybody who shares the categories of all groups: how many, and how many of them have the outcome. */
export interface Stratum {
  /** A code for each of the choice's groups, sex first. */
  readonly codes: readonly string[]
  /** `null` where a cell of it is missing, or more have the outcome than there are. */
  readonly counts: { readonly successes: number; readonly n: number } | null
}

export type Strata =
  | { readonly ok: true; readonly strata: readonly Stratum[] }
  | { readonly ok: false; readonly reason: 'too-many-strata'; readonly count: number }
  | { readonly ok: false; readonly reason: 'not-whole' }

/**
 * The strata of a table of counts: all combinations of the groups, women before men.
 * @returns refused: more combinations than can be taken, or figures that count nobody (not whole, below 0)
 */
export function strataOf(table: StatTable, choice: CountChoice, concepts: Concepts): Strata {
  const axes = axesOf(table, choice.groups, concepts)
  const count = axes.reduce((product, { codes }) => product * codes.length, 1)
  if (count > MOST_STRATA) return { ok: false, reason: 'too-many-strata', count }
  const outcome = table.dimensions.find(({ id }) => id === choice.outcome)
  const whole = outcome === undefined ? [] : wholeOf(outcome, concepts)
  const taken = takenOf(table, choice.rest, concepts)
  const all = sumCells(table, axes, new Map(taken).set(choice.outcome, whole))
  const some = sumCells(table, axes, new Map(taken).set(choice.outcome, choice.yes))
  if (!all.areCounts || !some.areCounts) return { ok: false, reason: 'not-whole' }
  const strata = combinations(axes.map(({ codes }) => codes)).map((codes, at): Stratum => {
    const [n, successes] = [all.sums[at] ?? Number.NaN, some.sums[at] ?? Number.NaN]
    return { codes, counts: successes <= n ? { successes, n } : null }
  })
  return { ok: true, strata }
}

/**
 * Strata of fewer groups: the counts of those that share the codes that are kept, summed; missing where one is.
 * @param kept places among the codes, in the order they are to have
 */
export function mergeStrata(strata: readonly Stratum[], kept: readonly number[]): Stratum[] {
  const found = new Map<string, Stratum>()
  for (const { codes: all, counts } of strata) {
    const codes = kept.map((place) => all[place] ?? '')
    const key = JSON.stringify(codes)
    const before = found.get(key)
    const sum =
      before === undefined
        ? counts
        : before.counts === null || counts === null
          ? null
          : { successes: before.counts.successes + counts.successes, n: before.counts.n + counts.n }
    found.set(key, { codes, counts: sum })
  }
  return [...found.values()]
}

/** The axes of sums by these dimensions. */
export function axesOf(table: StatTable, ids: readonly string[], concepts: Concepts): Axis[] {
  return ids.map((id) => {
    const dimension = table.dimensions.find((each) => each.id === id)
    return { dimension: id, codes: dimension === undefined ? [] : partsOf(dimension, concepts) }
  })
}

/** The codes whose cells are summed, of the dimensions that are not divided by. */
export function takenOf(
  table: StatTable,
  rest: ReadonlyMap<string, string>,
  concepts: Concepts,
): Map<string, readonly string[]> {
  const dimensions = new Map(table.dimensions.map((dimension) => [dimension.id, dimension]))
  return new Map(
    [...rest].map(([id, code]) => {
      const dimension = dimensions.get(id)
      return [id, code === ALL && dimension !== undefined ? wholeOf(dimension, concepts) : [code]]
    }),
  )
}

function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (found, codes) => found.flatMap((before) => codes.map((code) => [...before, code])),
    [[]],
  )
}
