import { addUp, type Cube, firstUnequal, nodeOf } from '../model/cube.ts'
import { makeRandom } from '../model/random.ts'
import { planeOf, roundPlane } from './round-plane.ts'
import { roundBySearch } from './round-search.ts'

export interface RoundingOptions {
  /** 3 or 5. */
  readonly base: number
  /** Whole; its last 32 bits count. Keep it secret, and the same for the same data: see `roundCube`. */
  readonly seed: number
  /** How many multiples to each side an inner cell may move, 1–3. 1 when left out: to a multiple next to it. */
  readonly steps?: number
  /** Asked now and then; `true` ends the search with what it has. */
  readonly stop?: () => boolean
}

/** The distance to the true counts, over the cells that sum over so many dimensions. */
interface LevelOfShift {
  /** 0: inner cells; as many as there are dimensions: the totals of totals. */
  readonly summedDimensions: number
  readonly cells: number
  /** Cells that are a base or more away: beyond the multiples next to them. */
  readonly beyondNext: number
  readonly largestShift: number
  readonly meanShift: number
}

export interface RoundedCube {
  readonly ok: true
  /** Published, by cell: multiples of the base that add up. */
  readonly values: Float64Array
  /** Whether every cell lies at a multiple next to it: then what `roundCube` promises holds. */
  readonly allNext: boolean
  readonly largestShift: number
  readonly shiftByLevel: readonly LevelOfShift[]
}

export type RoundingFault =
  | { readonly ok: false; readonly reason: 'bad-option'; readonly option: 'base' | 'seed' | 'steps' }
  | { readonly ok: false; readonly reason: 'unequal-length'; readonly culprit: 'counts' }
  | { readonly ok: false; readonly reason: 'bad-count' | 'not-additive'; readonly cell: number }

/**
 * Controlled rounding: every count becomes a multiple of 3 or 5, and the table adds up.
 *
 * Margins are sums of rounded inner cells, so it always adds up. Inner cells go to a multiple next to them (`steps`
 * widens that), those that are multiples stay; zeros stay whatever is chosen.
 * - One dimension, or two of which one has nesting groups and the other none: exactly. Every cell, margins included,
 *   goes to a multiple next to it or stays if it is one, and the expected value of each is its true one
 *   (`roundCirculation`).
 * - Else it is NP-hard and may have no answer: a search brings the margins as near as it can (`roundBySearch`), and
 *   `shiftByLevel` says how near. Expected values are kept nearly, not exactly.
 *
 * What it promises where `allNext`: a reader who knows the base, the rule and the whole published table, and nothing
 * else, can rule out no count within base − 1 of an inner cell's published one: 1 to 5 for a 3, 0 to 2 for a 0. For
 * take such a count in that one cell and the published figures in the others: every margin over it differs by less
 * than the base, all else is a multiple, so the published table is a rounding of that one too. No sum narrows what the
 * cell itself shows.
 *
 * Not promised: that every count is equally likely; anything against a reader who knows some of the other cells; that
 * what is shown is large (a 1 can be shown as 3). A second rounding of the same data under another seed narrows all
 * cells, and a reader who knows the seed can try out counts: keep the seed secret, and one for the same data.
 *
 * Sources: Cox, L. H. (1987), A constructive procedure for unbiased controlled rounding, JASA 82; Salazar-González,
 * J. J. (2006), Controlled rounding and cell perturbation, Mathematical Programming 105.
 *
 * @param counts whole, 0 or more, one for each cell, sums included
 * @returns the rounded table and its distance from the true one, or a fault: `bad-option`, `unequal-length`,
 * `bad-count`, `not-additive` (with the cell)
 * @example roundCube(cube, counts, { base: 3, seed: 20_240_611 })
 */
export function roundCube(
  cube: Cube,
  counts: Float64Array,
  options: RoundingOptions,
): RoundedCube | RoundingFault {
  const { base, seed, steps = 1, stop = () => false } = options
  if (base !== 3 && base !== 5) return { ok: false, reason: 'bad-option', option: 'base' }
  if (!Number.isSafeInteger(seed)) return { ok: false, reason: 'bad-option', option: 'seed' }
  if (!Number.isInteger(steps) || steps < 1 || steps > 3) {
    return { ok: false, reason: 'bad-option', option: 'steps' }
  }
  if (counts.length !== cube.size) return { ok: false, reason: 'unequal-length', culprit: 'counts' }
  const bad = counts.findIndex((count) => !Number.isSafeInteger(count) || count < 0)
  if (bad >= 0) return { ok: false, reason: 'bad-count', cell: bad }
  const unequal = firstUnequal(cube, counts)
  if (unequal !== null) return { ok: false, reason: 'not-additive', cell: unequal }
  const values = Float64Array.from(counts)
  const random = makeRandom(seed)
  const plane = planeOf(cube)
  if (plane !== null) roundPlane(plane, values, base, random)
  else roundBySearch(cube, values, { base, steps, random, stop })
  addUp(cube, values)
  return { ok: true, values, ...distance(cube, counts, values, base) }
}

function distance(cube: Cube, counts: Float64Array, values: Float64Array, base: number) {
  const levels = Array.from({ length: cube.dimensions.length + 1 }, (_, summedDimensions) => ({
    summedDimensions,
    cells: 0,
    beyondNext: 0,
    largestShift: 0,
    sum: 0,
  }))
  for (const [cell, count] of counts.entries()) {
    const summed = cube.dimensions.reduce(
      (n, { leaves }, d) => n + (nodeOf(cube, cell, d) >= leaves ? 1 : 0),
      0,
    )
    const level = levels[summed]
    if (level === undefined) continue
    const shift = Math.abs((values[cell] ?? 0) - count)
    level.cells++
    level.sum += shift
    level.largestShift = Math.max(level.largestShift, shift)
    if (shift >= base) level.beyondNext++
  }
  return {
    allNext: levels.every(({ beyondNext }) => beyondNext === 0),
    largestShift: Math.max(...levels.map(({ largestShift }) => largestShift)),
    shiftByLevel: levels.map(({ sum, ...level }) => ({
      ...level,
      meanShift: sum / Math.max(1, level.cells),
    })),
  }
}
