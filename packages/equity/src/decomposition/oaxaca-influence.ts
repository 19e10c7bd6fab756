import { type Solved, solveInPlace } from '../math/linear.ts'
import { type Covariance, influenceSum } from './delta.ts'
import { type GroupRows, type Moments, poolMoments, regressorFactor } from './moments.ts'
import { PARAMETERS, type Parameters } from './oaxaca-parts.ts'

/**
 * The covariance of means and coefficients from each row's influence on them.
 *
 * A row moves a mean by w(x − x̄)/W, slopes by S⁻¹w(x − x̄)e with S the cross products and e the residual, and the
 * intercept by w·e/W less x̄ times the slopes' move. Rows are independent, so the covariance is the sum of products.
 *
 * @param shift from which regressors are measured, as in the parameters
 * Source: Hampel (1974), JASA 69; for decompositions Rios-Avila (2020), Stata J. 20. For regression alone it is
 * White's HC0.
 */
export function influenceOfRows(
  groups: { readonly a: GroupRows; readonly b: GroupRows },
  parameters: Parameters,
  a: Moments,
  b: Moments,
  shift: Float64Array = new Float64Array(a.width),
): Covariance {
  const k = a.width - 1
  const size = k + 1
  const total = PARAMETERS.length * size
  const sum = influenceSum(total)
  const pooled = poolMoments(a, b, true)
  const within = poolMoments(a, b, false)
  const factors = { a: factorOf(a), b: factorOf(b), pooled: factorOf(pooled), within: factorOf(within) }
  const influence = new Float64Array(total)
  const move = new Float64Array(k)

  for (const group of ['a', 'b'] as const) {
    const { rows, width, values, weights } = groups[group]
    const own = group === 'a' ? a : b
    const places = PARAMETERS.map((_, i) => i * size)
    const [meansAt = 0, betaAt = 0] = group === 'a' ? [places[0], places[2]] : [places[1], places[3]]
    const pooledAt = places[4] ?? 0
    const groupedAt = places[5] ?? 0
    const ownBeta = group === 'a' ? parameters.betaA : parameters.betaB
    for (let i = 0; i < rows; i++) {
      const w = weights[i] ?? 0
      if (w === 0) continue
      influence.fill(0)
      const x = values.subarray(i * width, i * width + k)
      const y = values[i * width + k] ?? 0
      for (let c = 0; c < k; c++)
        influence[meansAt + 1 + c] = (w * ((x[c] ?? 0) - (own.means[c] ?? 0))) / own.weight
      const regress = (
        at: number,
        beta: Float64Array,
        centre: Moments,
        factor: Solved,
        through: Moments,
        inThrough: boolean,
      ) => {
        const from = (c: number, value: number) =>
          value + ((own.origin[c] ?? 0) - (centre.origin[c] ?? 0)) - (centre.means[c] ?? 0)
        let e = from(k, y)
        for (let c = 0; c < k; c++) {
          const deviation = from(c, x[c] ?? 0)
          e -= (beta[c + 1] ?? 0) * deviation
          move[c] = deviation
        }
        for (let c = 0; c < k; c++) move[c] = (move[c] ?? 0) * w * e
        solveInPlace(factor, move)
        let intercept = inThrough ? (w * e) / through.weight : 0
        for (let c = 0; c < k; c++) {
          influence[at + 1 + c] = move[c] ?? 0
          intercept -=
            ((through.means[c] ?? 0) + ((through.origin[c] ?? 0) - (shift[c] ?? 0))) * (move[c] ?? 0)
        }
        influence[at] = intercept
      }
      regress(betaAt, ownBeta, own, factors[group], own, true)
      regress(pooledAt, parameters.betaPooled, pooled, factors.pooled, pooled, true)
      regress(groupedAt, parameters.betaGrouped, own, factors.within, a, group === 'a')
      sum.add(influence)
    }
  }
  return sum.covariance()
}

function factorOf(moments: Moments): Solved {
  const factor = regressorFactor(moments)
  if (!factor.ok) throw new Error('the regressions were solved before')
  return factor
}
