import type { Normalisation } from './dummy-sets.ts'
import { PARAMETERS, type Parameters, REFERENCES } from './oaxaca-parts.ts'
import { type LogitGroups, referenceBeta } from './yun-fit.ts'

/** Rows of the table of figures: explained and unexplained for each reference. */
const ROWS = 2 * REFERENCES.length

/** Parameters on the scale of the regressors as given. */
export function rawParameters(
  vector: Float64Array,
  { columns, shift, scale }: Pick<LogitGroups, 'columns' | 'shift' | 'scale'>,
): Parameters {
  const slice = (i: number) => vector.slice(i * columns, (i + 1) * columns)
  const means = (plain: Float64Array) =>
    plain.map((mean, c) => (c === 0 ? 1 : (shift[c - 1] ?? 0) + (scale[c - 1] ?? 1) * mean))
  const beta = (plain: Float64Array) => {
    const raw = plain.map((b, c) => (c === 0 ? b : b / (scale[c - 1] ?? 1)))
    for (let c = 1; c < columns; c++) raw[0] = (raw[0] ?? 0) - (raw[c] ?? 0) * (shift[c - 1] ?? 0)
    return raw
  }
  return {
    meansA: means(slice(0)),
    meansB: means(slice(1)),
    betaA: beta(slice(2)),
    betaB: beta(slice(3)),
    betaPooled: beta(slice(4)),
    betaGrouped: beta(slice(5)),
  }
}

/**
 * All figures: for each reference the explained and the unexplained part, each by variable and then its sum; the gap
 * last. A share that does not exist is NaN here and `null` to the caller.
 */
export function yunFigures(
  vector: Float64Array,
  normal: Normalisation,
  shareA: number,
  groups: Pick<LogitGroups, 'columns' | 'shift' | 'scale'>,
): Float64Array {
  const raw = rawParameters(vector, groups)
  const xA = normal.means(raw.meansA)
  const xB = normal.means(raw.meansB)
  const betaA = normal.coefficients(raw.betaA)
  const betaB = normal.coefficients(raw.betaB)
  const width = normal.names.length
  const references = REFERENCES.length
  const rates = vector.subarray(PARAMETERS.length * groups.columns)
  // References stand in the order b, a, …: rates under them are mean_A first, then mean_B.
  const rateOfA = rates[1] ?? 0
  const rateOfB = rates[references] ?? 0
  const figures = new Float64Array(ROWS * (width + 1) + 1)
  for (let r = 0; r < references; r++) {
    const star = normal.coefficients(referenceBeta(raw, r, shareA))
    const underA = rates[r] ?? 0
    const underB = rates[references + r] ?? 0
    const explained = shared(underA - underB, width, (k) => ((xA[k] ?? 0) - (xB[k] ?? 0)) * (star[k] ?? 0))
    const above = shared(rateOfA - underA, width, (k) => (xA[k] ?? 0) * ((betaA[k] ?? 0) - (star[k] ?? 0)))
    const below = shared(underB - rateOfB, width, (k) => (xB[k] ?? 0) * ((star[k] ?? 0) - (betaB[k] ?? 0)))
    const at = 2 * r * (width + 1)
    figures.set(explained, at)
    figures.set(
      above.map((value, k) => value + (below[k] ?? 0)),
      at + width + 1,
    )
  }
  figures[figures.length - 1] = rateOfA - rateOfB
  return figures
}

/** A part shared out in proportion to `weight`, with the part itself at the end. */
function shared(part: number, width: number, weight: (k: number) => number): Float64Array {
  const row = new Float64Array(width + 1)
  let sum = 0
  let size = 0
  for (let k = 0; k < width; k++) {
    const w = weight(k)
    row[k] = w
    sum += w
    size += Math.abs(w)
  }
  const none = size === 0 || Math.abs(part) < 1e-15
  const factor = none ? 0 : Math.abs(sum) < 1e-12 * size ? Number.NaN : part / sum
  for (let k = 0; k < width; k++) row[k] = (row[k] ?? 0) * factor
  row[width] = part
  return row
}
