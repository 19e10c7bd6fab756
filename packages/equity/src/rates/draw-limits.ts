import { type Refusal, refuse } from '../result.ts'

/** More draws than this only cost time: the error of a percentile is then far below that of the figures. */
const MOST_DRAWS = 100_000

/**
 * What is wrong with a number of draws and the seed they start from, or `null`.
 *
 * @param path that leads to both: `options.`, `errors.`, or nothing
 */
export function faultOfDraws(draws: number, fewest: number, seed: number, path = 'options.'): Refusal | null {
  if (!Number.isSafeInteger(draws)) return refuse('not-whole', `${path}draws`)
  if (draws < fewest) return refuse('too-few', `${path}draws`)
  if (draws > MOST_DRAWS) return refuse('too-many', `${path}draws`)
  return Number.isSafeInteger(seed) ? null : refuse('not-whole', `${path}seed`)
}
