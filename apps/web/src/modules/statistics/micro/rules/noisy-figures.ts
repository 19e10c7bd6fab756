import {
  type Cube,
  KEYS,
  type NoiseMagnitudes,
  type PerturbationTable,
  perturbCube,
  stir,
} from '@jamvikt/disclosure'
import { type AmountSums, TOP, type TrueSums } from './true-sums.ts'

/** How far the largest contributions carry the noise of a sum; see `NoiseMagnitudes`. */
export const MAGNITUDES: NoiseMagnitudes = [0.4, 0.2, 0.1]

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
 * Counts with noise, in the order of the cells.
 * @throws Error where sums do not fit together: a fault of the program, and then nothing may leave
 */
export function noisyCounts(
  cube: Cube,
  counts: Float64Array,
  keySums: Float64Array,
  noise: PerturbationTable,
): Float64Array {
  const perturbed = perturbCube(cube, counts, cellKeys(counts, keySums), noise)
  if (!perturbed.ok) throw new Error(perturbed.reason)
  return perturbed.counts
}

/** Weighted counts: the noisy count times the mean weight, rounded to whole. Weights in millionths. */
export function noisyWeighted(
  counts: Float64Array,
  noisy: Float64Array,
  weights: Float64Array,
  weightUnits: number,
): Float64Array {
  return noisy.map((shown, cell) => {
    const count = counts[cell] ?? 0
    return count === 0 ? 0 : Math.round(((weights[cell] ?? 0) / weightUnits / count) * shown)
  })
}

/**
 * Sums of contributions with noise, whole hundredths: as `perturbAmounts` works it out from records, here from what is
 * summed already. Where the count behind is shown as 0 the sum is too: it would tell that somebody is there.
 * @param noisy counts of those who have the amount, with noise
 */
function noisySums(amount: AmountSums, noisy: Float64Array): Float64Array {
  const { sum, sumKeys, top, leader } = amount
  return sum.map((whole, cell) => {
    if (whole === 0 || noisy[cell] === 0) return 0
    const key = stir((sumKeys[cell] ?? 0) % KEYS)
    const direction = stir(leader[cell] ?? 0) < KEYS / 2 ? -1 : 1
    let moved = 0
    for (let k = 0; k < TOP; k++) {
      const draw = stir((key + GOLDEN * (k + 1)) % KEYS) / KEYS
      moved += (MAGNITUDES[k] ?? 0) * (top[TOP * cell + k] ?? 0) * (0.5 + draw / 2)
    }
    return Math.round(whole + direction * moved)
  })
}

/** All noisy figures of one amount: those who have it (weighted where rows have weights) and their sum in hundredths. */
export function noisyAmount(
  sums: TrueSums,
  amount: AmountSums,
  noise: PerturbationTable,
  weightUnits: number | null,
): { readonly counts: Float64Array; readonly ore: Float64Array } {
  const noisy = noisyCounts(sums.cube, amount.n, amount.keys, noise)
  const counts = weightUnits === null ? noisy : noisyWeighted(amount.n, noisy, amount.weights, weightUnits)
  return { counts, ore: noisySums(amount, noisy) }
}
