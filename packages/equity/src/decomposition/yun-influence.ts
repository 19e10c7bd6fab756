import { cholesky, type Solved, solveInPlace } from '../math/linear.ts'
import { logistic } from '../math/logit.ts'
import { type Covariance, influenceSum } from './delta.ts'
import { PARAMETERS, type Parameters, REFERENCES, weightOf } from './oaxaca-parts.ts'
import { type LogitGroup, type LogitGroups, referenceBeta } from './yun-fit.ts'

/**
 * The covariance of means, coefficients and mean rates from each row's influence on them.
 *
 * A row moves coefficients by I⁻¹w·x(y − p), a mean rate of its own group by w(F − mean)/W, and every mean rate through
 * the coefficients it rests on.
 */
export function influenceOfLogit(groups: LogitGroups, parameters: Parameters, shareA: number): Covariance {
  const { columns } = groups
  const places = PARAMETERS.map((_, i) => i * columns)
  const [meansA = 0, meansB = 0, betaA = 0, betaB = 0, pooled = 0, grouped = 0] = places
  const ratesAt = PARAMETERS.length * columns
  const references = REFERENCES.length
  const sum = influenceSum(ratesAt + 2 * references)
  const stars = REFERENCES.map((_, r) => referenceBeta(parameters, r, shareA))
  const effect = groupEffect(groups, parameters.betaGrouped)
  const dot = (row: Float64Array, beta: Float64Array) =>
    row.reduce((eta, x, c) => eta + x * (beta[c] ?? 0), 0)
  const fits = {
    a: information([groups.a], columns, (row) => dot(row, parameters.betaA)),
    b: information([groups.b], columns, (row) => dot(row, parameters.betaB)),
    pooled: information([groups.a, groups.b], columns, (row) => dot(row, parameters.betaPooled)),
  }
  const groupedEta = (row: Float64Array, group: 'a' | 'b') =>
    dot(row, parameters.betaGrouped) + (group === 'b' ? effect : 0)
  const groupedFit = groupedInformation(groups, groupedEta)
  const means = { a: rateMeans(groups.a, stars, columns), b: rateMeans(groups.b, stars, columns) }
  const all = new Float64Array(ratesAt + 2 * references)

  for (const group of ['a', 'b'] as const) {
    const { rows, weights, outcomes, design } = groups[group]
    const ownMeans = group === 'a' ? parameters.meansA : parameters.meansB
    const total = weights.reduce((s, w) => s + w, 0)
    for (let i = 0; i < rows; i++) {
      const w = weights[i] ?? 0
      if (w === 0) continue
      all.fill(0)
      const row = design.subarray(i * columns, (i + 1) * columns)
      const y = outcomes[i] ?? 0
      const at = group === 'a' ? meansA : meansB
      for (let c = 1; c < columns; c++) all[at + c] = (w * ((row[c] ?? 0) - (ownMeans[c] ?? 0))) / total
      const put = (place: number, factor: Solved, eta: number, wide: boolean) => {
        const move = new Float64Array(columns + (wide ? 1 : 0))
        const error = w * (y - logistic(eta))
        for (let c = 0; c < columns; c++) move[c] = (row[c] ?? 0) * error
        if (wide && group === 'b') move[columns] = error
        solveInPlace(factor, move)
        for (let c = 0; c < columns; c++) all[place + c] = move[c] ?? 0
      }
      const own = group === 'a' ? parameters.betaA : parameters.betaB
      put(group === 'a' ? betaA : betaB, fits[group], dot(row, own), false)
      put(pooled, fits.pooled, dot(row, parameters.betaPooled), false)
      put(grouped, groupedFit, groupedEta(row, group), true)
      for (const [r, reference] of REFERENCES.entries()) {
        const share = weightOf(reference, shareA)
        for (const [g, name] of (['a', 'b'] as const).entries()) {
          const { rates, slopes } = means[name]
          let move =
            name === group ? (w * (logistic(dot(row, stars[r] ?? row)) - (rates[r] ?? 0))) / total : 0
          for (let c = 0; c < columns; c++) {
            const star =
              share === null
                ? (all[(reference === 'pooled' ? pooled : grouped) + c] ?? 0)
                : share * (all[betaA + c] ?? 0) + (1 - share) * (all[betaB + c] ?? 0)
            move += (slopes[r]?.[c] ?? 0) * star
          }
          all[ratesAt + g * references + r] = move
        }
      }
      sum.add(all)
    }
  }
  return sum.covariance()
}

/** Mean rates under each reference and their slopes in its coefficients. */
function rateMeans({ rows, weights, design }: LogitGroup, stars: readonly Float64Array[], columns: number) {
  const total = weights.reduce((s, w) => s + w, 0)
  const rates = new Float64Array(stars.length)
  const slopes = stars.map(() => new Float64Array(columns))
  for (let i = 0; i < rows; i++) {
    const w = (weights[i] ?? 0) / total
    for (const [r, star] of stars.entries()) {
      let eta = 0
      for (let c = 0; c < columns; c++) eta += (design[i * columns + c] ?? 0) * (star[c] ?? 0)
      const p = logistic(eta)
      rates[r] = (rates[r] ?? 0) + w * p
      const slope = slopes[r]
      if (slope === undefined) continue
      for (let c = 0; c < columns; c++)
        slope[c] = (slope[c] ?? 0) + w * p * (1 - p) * (design[i * columns + c] ?? 0)
    }
  }
  return { rates, slopes }
}

type Eta = (row: Float64Array, group: 'a' | 'b') => number

function information(
  groups: readonly LogitGroup[],
  columns: number,
  eta: (row: Float64Array) => number,
): Solved {
  const values = new Float64Array(columns * columns)
  for (const { rows, weights, design } of groups) {
    for (let i = 0; i < rows; i++) {
      const row = design.subarray(i * columns, (i + 1) * columns)
      addOuter(values, row, columns, (weights[i] ?? 0) * spread(eta(row)))
    }
  }
  return solved({ n: columns, values })
}

function groupedInformation({ a, b, columns }: LogitGroups, eta: Eta): Solved {
  const n = columns + 1
  const values = new Float64Array(n * n)
  const wide = new Float64Array(n)
  for (const [group, { rows, weights, design }] of [
    ['a', a],
    ['b', b],
  ] as const) {
    for (let i = 0; i < rows; i++) {
      const row = design.subarray(i * columns, (i + 1) * columns)
      wide.set(row)
      wide[columns] = group === 'b' ? 1 : 0
      addOuter(values, wide, n, (weights[i] ?? 0) * spread(eta(row, group)))
    }
  }
  return solved({ n, values })
}

const spread = (eta: number) => logistic(eta) * (1 - logistic(eta))

function addOuter(values: Float64Array, row: Float64Array, n: number, weight: number): void {
  for (let i = 0; i < n; i++) {
    const x = weight * (row[i] ?? 0)
    for (let j = 0; j <= i; j++) values[i * n + j] = (values[i * n + j] ?? 0) + x * (row[j] ?? 0)
  }
}

function solved(matrix: { readonly n: number; readonly values: Float64Array }): Solved {
  const factor = cholesky(matrix, 1e-13)
  if (!factor.ok) throw new Error('the regressions were solved before')
  return factor
}

/** The group dummy's coefficient: at it, group B's mean rate is as observed. */
function groupEffect({ b, columns }: LogitGroups, beta: Float64Array): number {
  let effect = 0
  for (let step = 0; step < 100; step++) {
    let slope = 0
    let bend = 0
    for (let i = 0; i < b.rows; i++) {
      const w = b.weights[i] ?? 0
      let eta = effect
      for (let c = 0; c < columns; c++) eta += (b.design[i * columns + c] ?? 0) * (beta[c] ?? 0)
      const p = logistic(eta)
      slope += w * ((b.outcomes[i] ?? 0) - p)
      bend += w * p * (1 - p)
    }
    effect += slope / bend
    if (Math.abs(slope / bend) < 1e-14) break
  }
  return effect
}
