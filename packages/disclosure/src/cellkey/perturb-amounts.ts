import { type Cube, tabulateCube } from '../model/cube.ts'
import { cellKeys, stir, type UnequalLength } from './cell-keys.ts'
import { KEYS } from './perturbation-table.ts'
import { type AmountRecords, topContributions } from './top-contributions.ts'

/**
 * How far the largest contributions carry the noise of a sum: m₁ ≥ m₂ ≥ …, each above 0 and below 1, one to ten of
 * them. `[0.4, 0.2, 0.1]`: the noise is 20–40 % of the largest contribution and shares of the two next.
 */
export type NoiseMagnitudes = readonly number[]

export type AmountsFault =
  | UnequalLength
  | {
      readonly ok: false
      readonly reason: 'bad-amount' | 'unknown-contributor' | 'bad-magnitude'
      /** The record, or the magnitude, counted from 0. */
      readonly row: number
    }

export interface PerturbedAmounts {
  readonly ok: true
  /** Published, by cell; whole, 0 or more. */
  readonly ore: Float64Array
  /**
   * Expected absolute noise of each cell, ¾ Σ m_k x_k. For the working view only: it tells how large the largest
   * contributions are. What may be shown beside a sum is `amountBounds`.
   */
  readonly expectedErrorOre: Float64Array
}

/** One step of the golden ratio: tells the draws of the first, second … contribution apart. */
const GOLDEN = 0x9e3779b9

/**
 * Perturbs sums of money by the cell-key method.
 *
 * published = Σx + d · Σ_k m_k s_k x_k over the largest contributions x₁ ≥ x₂ ≥ …, rounded to whole öre:
 * - d, +1 or −1, comes from the key of the contributor of x₁. It stays the same in every cell that this contributor
 *   leads, so that asking for the cell with and without small others never averages the noise away;
 * - s_k, between ½ and 1, equally likely, comes from the key of the cell, so that cells which share x₁ still have
 *   different noise and their difference does not tell the rest. In the key are only records with money: adding
 *   records of 0 does not redraw.
 *
 * So the noise is at least ½ m₁ x₁ (before rounding) and below m₁ Σx: a sum of one or two recipients is never shown
 * nearly right, and the result is never negative. Over the keys its mean is 0, but all cells led by one contributor
 * lean the same way. Sums of 0 stay 0. Results do not add up. A recipient alone in a cell learns the own direction, and
 * with it on which side of the truth the larger sums lie that the same recipient leads.
 *
 * Sources: Thompson, G., Broadfoot, S. and Elazar, D. (2013), Methodology for the automatic confidentialisation of
 * statistical outputs from remote servers at the Australian Bureau of Statistics (direction by contributor, size by
 * cell, falling magnitudes); Giessing, S. and Tent, R. (2019), Concepts for generalising tools implementing the cell
 * key method to the case of continuous variables. One direction for all contributions of a cell, and s_k ≥ ½, are
 * this package's: noises of opposite sign could cancel.
 *
 * @returns published sums and expected error by cell, or a fault: `unequal-length`, `bad-amount` (negative or not
 * whole), `unknown-contributor` (no key has that number), `bad-magnitude`
 * @example perturbAmounts(cube, { leaves, ore, contributor, keys, contributorKeys }, [0.4, 0.2, 0.1])
 */
export function perturbAmounts(
  cube: Cube,
  records: AmountRecords,
  magnitudes: NoiseMagnitudes,
): PerturbedAmounts | AmountsFault {
  const fault = faultOf(records, magnitudes)
  if (fault !== null) return fault
  const { leaves, ore, contributorKeys } = records
  const keyed = cellKeys(
    cube,
    leaves,
    records.keys.map((key, row) => (ore[row] === 0 ? 0 : key)),
  )
  if (!keyed.ok) return keyed
  const most = magnitudes.length
  const top = topContributions(cube, records, most)
  const published = tabulateCube(cube, leaves, ore)
  const expectedErrorOre = new Float64Array(cube.size)
  for (let cell = 0; cell < cube.size; cell++) {
    const leader = top.first[cell] ?? -1
    if (leader < 0) continue
    const direction = stir(contributorKeys[leader] ?? 0) < KEYS / 2 ? -1 : 1
    let noise = 0
    let expected = 0
    for (let k = 0; k < most; k++) {
      const part = (magnitudes[k] ?? 0) * (top.ore[cell * most + k] ?? 0)
      const draw = stir(((keyed.keys[cell] ?? 0) + GOLDEN * (k + 1)) % KEYS) / KEYS
      noise += part * (0.5 + draw / 2)
      expected += part * 0.75
    }
    published[cell] = Math.round((published[cell] ?? 0) + direction * noise)
    expectedErrorOre[cell] = expected
  }
  return { ok: true, ore: published, expectedErrorOre }
}

function faultOf(records: AmountRecords, magnitudes: NoiseMagnitudes): AmountsFault | null {
  const { ore, contributor, contributorKeys, keys } = records
  if (contributor.length !== ore.length) {
    return { ok: false, reason: 'unequal-length', culprit: 'contributor' }
  }
  if (keys.length !== ore.length) return { ok: false, reason: 'unequal-length', culprit: 'keys' }
  const amount = ore.findIndex((x) => !Number.isSafeInteger(x) || x < 0)
  if (amount >= 0) return { ok: false, reason: 'bad-amount', row: amount }
  const unknown = contributor.findIndex((who) => who < 0 || who >= contributorKeys.length)
  if (unknown >= 0) return { ok: false, reason: 'unknown-contributor', row: unknown }
  const wrong = magnitudes.findIndex((m, k) => !(m > 0 && m < 1 && m <= (magnitudes[k - 1] ?? 1)))
  if (wrong >= 0) return { ok: false, reason: 'bad-magnitude', row: wrong }
  if (magnitudes.length < 1 || magnitudes.length > 10) {
    return { ok: false, reason: 'bad-magnitude', row: Math.min(magnitudes.length, 10) }
  }
  return null
}
