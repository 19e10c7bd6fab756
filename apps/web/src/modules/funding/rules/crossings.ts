import { CROSSING_DIMENSIONS } from '../model.ts'

export type Crossing = readonly string[]

/** Every subset of a set of dimensions, smallest first: a table is shown with all its margins. */
function withMargins(dimensions: Crossing): Crossing[] {
  const masks = Array.from({ length: 2 ** dimensions.length }, (_, mask) => mask)
  return masks
    .map((mask) => dimensions.filter((_, index) => mask & (1 << index)))
    .sort((a, b) => a.length - b.length)
}

function keyOf(crossing: Crossing): string {
  return [...crossing].sort().join()
}

function distinct(crossings: readonly Crossing[]): Crossing[] {
  return [...new Map(crossings.map((crossing) => [keyOf(crossing), crossing])).values()]
}

/** The cells of some crossings. */
export function cellsOf<T extends { readonly by: Readonly<Record<string, string>> }>(
  cells: readonly T[],
  crossings: readonly Crossing[],
): T[] {
  const keys = new Set(crossings.map(keyOf))
  return cells.filter(({ by }) => keys.has(keyOf(Object.keys(by))))
}

/** What one page of the working view needs: sex, the split by industry for the gap, and the crossing asked for. */
export function workingCrossings(present: readonly string[], asked: Crossing): Crossing[] {
  const always = present.includes('industry') ? ['sex', 'industry'] : ['sex']
  return distinct([...withMargins(always), ...withMargins(['sex', ...asked])])
}

/**
 * All crossings of a release: sex with each dimension, and sex and background with each other dimension.
 * They are released together, once, so that no later table can be held against them.
 */
export function releaseCrossings(present: readonly string[]): Crossing[] {
  const others = CROSSING_DIMENSIONS.filter((name) => present.includes(name))
  const deep = others.includes('background')
    ? others.filter((name) => name !== 'background').map((name) => ['sex', 'background', name])
    : []
  return distinct([
    ...withMargins(['sex']),
    ...others.flatMap((name) => withMargins(['sex', name])),
    ...deep.flatMap(withMargins),
  ])
}
