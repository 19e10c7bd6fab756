import { type Cube, innerCells, nodeOf } from '../model/cube.ts'
import type { Below } from './random-dimensions.ts'

/**
 * Units spread over the inner cells of a cube: skewed in every dimension, with some cells empty by structure.
 *
 * @param mean expected in an inner cell, before some are set to zero
 * @returns the inner cell of every unit
 */
export function randomUnits(below: Below, cube: Cube, mean: number): number[] {
  return randomDensity(below, cube, mean).flatMap(({ cell, mean }) =>
    Array<number>(poisson(below, mean)).fill(cell),
  )
}

/** Puts a list in random order, in place. */
export function shuffle<T>(below: Below, list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const k = below(i + 1)
    const [a, b] = [list[i], list[k]]
    if (a === undefined || b === undefined) continue
    list[i] = b
    list[k] = a
  }
  return list
}

/** What is expected in each inner cell: a product of skewed weights of its leaves, or nothing. */
function randomDensity(below: Below, cube: Cube, mean: number): { cell: number; mean: number }[] {
  const skew = [0.4, 0.8, 1.3][below(3)] ?? 1
  const emptyOfTen = below(7)
  const weights = cube.dimensions.map(({ leaves }) => {
    const raw = Array.from({ length: leaves }, () => (1 + below(leaves)) ** -skew)
    const average = raw.reduce((sum, weight) => sum + weight, 0) / leaves
    return raw.map((weight) => weight / average)
  })
  return [...innerCells(cube).entries()]
    .filter(([, inner]) => inner === 1)
    .map(([cell]) => {
      const product = weights.reduce((so, of, d) => so * (of[nodeOf(cube, cell, d)] ?? 1), mean)
      return { cell, mean: below(10) < emptyOfTen ? 0 : product }
    })
}

/** A Poisson count; above a mean of 30 by the normal approximation. */
function poisson(below: Below, mean: number): number {
  const uniform = () => (below(2 ** 30) + 0.5) / 2 ** 30
  if (mean > 30) {
    const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal))
  }
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = uniform(); product > limit; product *= uniform()) count += 1
  return count
}
