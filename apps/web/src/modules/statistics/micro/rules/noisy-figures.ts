import {
  type Cube,
  KEYS,
  NOBODY,
  type NoiseMagnitudes,
  type PerturbationTable,
  perturbCube,
  shownAs,
  stir,
} from '@jamvikt/disclosure'
import type { Crossing } from './crossing.ts'
import { type AmountSums, TOP, type TrueSums } from './true-sums.ts'

/** How far the largest contributions carry the noise of a sum; see `NoiseMagnitudes`. */
export const MAGNITUDES: NoiseMagnitudes = [0.4, 0.2, 0.1]

/** Sums and means of fewer who have more than nothing are not told. */
export const LEAST_CONTRIBUTORS = 10

/** One step of the golden ratio, as in the noise of amounts by record: the same cells have the same noise. */
const GOLDEN = 0x9e3779b9

/** A cell's key from the sum of its records' keys; 0 where it has no records. */
function cellKeys(counts: Float64Array, sums: Float64Array): Uint32Array {
  const keys = new Uint32Array(sums.length)
  for (let cell = 0; cell < sums.length; cell++)
    if (counts[cell] !== 0) keys[cell] = stir((sums[cell] ?? 0) % KEYS)
  return keys
}

/**
 * Counts with noise by cell of the cube, each cell's own.
 * @throws Error where sums do not fit together: a fault of the program, and then nothing may leave
 */
function noisyCounts(
  cube: Cube,
  counts: Float64Array,
  keySums: Float64Array,
  noise: PerturbationTable,
): Float64Array {
  const perturbed = perturbCube(cube, counts, cellKeys(counts, keySums), noise)
  if (!perturbed.ok) throw new Error(perturbed.reason)
  return perturbed.counts
}

/** Counts of the answer, in its order. */
export function shownCounts(
  { cube, order, answer }: Crossing,
  { n, keys }: TrueSums,
  noise: PerturbationTable,
): Float64Array {
  const noisy = noisyCounts(cube, n, keys, noise)
  const shown = shownAs(cube, n, noise.threshold, order)
  return Float64Array.from(answer, (cell) => {
    const as = shown[cell] ?? NOBODY
    return as === NOBODY ? 0 : (noisy[as] ?? 0)
  })
}

/** The mean weight of all rows of a list, whole or not: how far one step of noise moves a weighted count. */
export function meanWeight({ n, weights }: TrueSums, weightUnits: number): number {
  return (weights.at(-1) ?? 0) / Math.max(1, n.at(-1) ?? 0) / weightUnits
}

/** 1, 2 or 5 times a power of ten, whole: the least that is no less than a figure. */
export function stepOf(figure: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, figure)))
  return [1, 2, 5, 10].map((each) => each * power).find((step) => step >= figure) ?? 10 * power
}

/**
 * Weighted counts of the answer: true ones moved by the noise of their count times the list's mean weight, and rounded to
 * a step no less than that. So whoever knows what the weights of a group add up to learns nothing of how many rows it
 * has: its own mean weight is not in the figure.
 */
export function shownWeighted(
  { cube, order, answer }: Crossing,
  sums: TrueSums,
  noise: PerturbationTable,
  weightUnits: number,
): Float64Array {
  const { n, keys, weights } = sums
  const noisy = noisyCounts(cube, n, keys, noise)
  const shown = shownAs(cube, n, noise.threshold, order)
  const mean = meanWeight(sums, weightUnits)
  const step = stepOf(mean)
  return Float64Array.from(answer, (cell) => {
    const as = shown[cell] ?? NOBODY
    if (as === NOBODY) return 0
    const moved = (weights[as] ?? 0) / weightUnits + mean * ((noisy[as] ?? 0) - (n[as] ?? 0))
    return Math.max(0, Math.round(moved / step) * step)
  })
}

/** A sum and a mean in hundredths; NaN where too few have the amount. */
export interface AmountFigures {
  readonly sums: Float64Array
  readonly means: Float64Array
}

/**
 * Sums and means of one amount by cell of the answer, in hundredths. Whole groups stand for those that are nearly all of
 * them, as for counts, here by those who have more than nothing. A sum is moved with the count behind it, since a count
 * could be told from an exact one, and then as `perturbAmounts` works it out from records.
 * @param unit how far one step of noise moves the count: 1, or the mean weight
 * @param weightUnits 0 where rows stand for themselves
 */
export function shownAmount(
  { cube, order, answer }: Crossing,
  amount: AmountSums,
  noise: PerturbationTable,
  unit: number,
  weightUnits: number,
): AmountFigures {
  const { n, positive, weights, sum } = amount
  const noisy = noisyCounts(cube, n, amount.keys, noise)
  const shown = shownAs(cube, positive, noise.threshold, order)
  const least = Math.max(LEAST_CONTRIBUTORS, noise.threshold)
  const figures = {
    sums: new Float64Array(answer.length).fill(Number.NaN),
    means: new Float64Array(answer.length).fill(Number.NaN),
  }
  for (const [at, cell] of answer.entries()) {
    const as = shown[cell] ?? NOBODY
    if (as === NOBODY || (positive[cell] ?? 0) < least) continue
    const size = weightUnits === 0 ? (n[as] ?? 0) : (weights[as] ?? 0) / weightUnits
    const seen = size + unit * ((noisy[as] ?? 0) - (n[as] ?? 0))
    if (size <= 0 || seen <= 0) continue
    const moved = Math.max(0, (sum[as] ?? 0) * (seen / size) + amountNoise(amount, as))
    figures.sums[at] = moved
    figures.means[at] = moved / seen
  }
  return figures
}

function amountNoise({ sumKeys, top, leader }: AmountSums, cell: number): number {
  const key = stir((sumKeys[cell] ?? 0) % KEYS)
  const direction = stir(leader[cell] ?? 0) < KEYS / 2 ? -1 : 1
  let moved = 0
  for (let k = 0; k < TOP; k++) {
    const draw = stir((key + GOLDEN * (k + 1)) % KEYS) / KEYS
    moved += (MAGNITUDES[k] ?? 0) * (top[TOP * cell + k] ?? 0) * (0.5 + draw / 2)
  }
  return direction * moved
}
