import { fitLogit, type LogitFailure, logistic } from '../math/logit.ts'
import type { TwoGroups } from './group-data.ts'
import { type Parameters, REFERENCES, weightOf } from './oaxaca-parts.ts'

/** One group with an intercept, its regressors shifted and scaled to size 1. */
export interface LogitGroup {
  readonly rows: number
  readonly weights: Float64Array
  readonly outcomes: Float64Array
  /** Rows × columns, 1 first. */
  readonly design: Float64Array
}

export interface LogitGroups {
  readonly columns: number
  readonly a: LogitGroup
  readonly b: LogitGroup
  /** x = shift + scale · (what the design holds). */
  readonly shift: Float64Array
  readonly scale: Float64Array
}

/** Shifts and scales the regressors of both groups alike. */
export function standardised({ a, b, names }: TwoGroups): LogitGroups {
  const k = names.length
  const shift = new Float64Array(k)
  const scale = new Float64Array(k)
  const rows = a.rows + b.rows
  const each = (use: (value: number, column: number) => void) => {
    for (const group of [a, b]) {
      for (let i = 0; i < group.rows; i++) {
        for (let c = 0; c < k; c++) use(group.values[i * group.width + c] ?? 0, c)
      }
    }
  }
  each((value, c) => {
    shift[c] = (shift[c] ?? 0) + value / rows
  })
  each((value, c) => {
    scale[c] = (scale[c] ?? 0) + (value - (shift[c] ?? 0)) ** 2 / rows
  })
  scale.forEach((square, c) => {
    scale[c] = square > 0 ? Math.sqrt(square) : 1
  })
  const columns = k + 1
  const layOut = ({ rows: size, width, values, weights }: TwoGroups['a']): LogitGroup => {
    const design = new Float64Array(size * columns)
    const outcomes = new Float64Array(size)
    for (let i = 0; i < size; i++) {
      design[i * columns] = 1
      for (let c = 0; c < k; c++) {
        design[i * columns + 1 + c] = ((values[i * width + c] ?? 0) - (shift[c] ?? 0)) / (scale[c] ?? 1)
      }
      outcomes[i] = values[i * width + k] ?? 0
    }
    return { rows: size, weights, outcomes, design }
  }
  return { columns, a: layOut(a), b: layOut(b), shift, scale }
}

export interface LogitParameters {
  /** On the standardised scale. */
  readonly parameters: Parameters
  readonly shareA: number
  /** mean_A F(xβ) for each reference, then mean_B. */
  readonly rates: Float64Array
}

/** Rows of one or both groups as the fit reads them; `counts` says how often each is taken. */
function logitData(groups: readonly (readonly [LogitGroup, Uint32Array | undefined])[], columns: number) {
  const rows = groups.reduce((sum, [group]) => sum + group.rows, 0)
  const n = new Float64Array(rows)
  const successes = new Float64Array(rows)
  const design = new Float64Array(rows * columns)
  let at = 0
  for (const [group, counts] of groups) {
    design.set(group.design, at * columns)
    for (let i = 0; i < group.rows; i++) {
      const w = (group.weights[i] ?? 0) * (counts === undefined ? 1 : (counts[i] ?? 0))
      n[at + i] = w
      successes[at + i] = w * (group.outcomes[i] ?? 0)
    }
    at += group.rows
  }
  return { n, successes, design, columns }
}

/** Adds a column that is 1 in group B. */
function withGroup(data: ReturnType<typeof logitData>, rowsA: number) {
  const columns = data.columns + 1
  const rows = data.n.length
  const design = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i++) {
    design.set(data.design.subarray(i * data.columns, (i + 1) * data.columns), i * columns)
    design[i * columns + data.columns] = i < rowsA ? 0 : 1
  }
  return { ...data, design, columns }
}

/** Means, the four regressions and the mean rates under each reference. */
export function logitParameters(
  groups: LogitGroups,
  counts?: { readonly a: Uint32Array; readonly b: Uint32Array },
): LogitParameters | (LogitFailure & { readonly group: 'a' | 'b' | 'pooled' }) {
  const { a, b, columns } = groups
  const ofA = logitData([[a, counts?.a]], columns)
  const ofB = logitData([[b, counts?.b]], columns)
  const both = logitData(
    [
      [a, counts?.a],
      [b, counts?.b],
    ],
    columns,
  )
  const betas: Float64Array[] = []
  for (const [group, data] of [
    ['a', ofA],
    ['b', ofB],
    ['pooled', both],
    ['pooled', withGroup(both, a.rows)],
  ] as const) {
    const fit = fitLogit(data)
    if ('failed' in fit) return { ...fit, group }
    betas.push(fit.coefficients.slice(0, columns))
  }
  const [betaA, betaB, betaPooled, betaGrouped] = betas
  if (!betaA || !betaB || !betaPooled || !betaGrouped) throw new Error('four regressions give four results')
  const meansA = meansOf(ofA)
  const meansB = meansOf(ofB)
  const weightA = ofA.n.reduce((sum, w) => sum + w, 0)
  const weightB = ofB.n.reduce((sum, w) => sum + w, 0)
  const shareA = weightA / (weightA + weightB)
  const parameters = { meansA, meansB, betaA, betaB, betaPooled, betaGrouped }
  const stars = REFERENCES.map((_, r) => referenceBeta(parameters, r, shareA))
  const rates = Float64Array.of(
    ...stars.map((star) => meanRate(ofA, star)),
    ...stars.map((star) => meanRate(ofB, star)),
  )
  return { parameters, shareA, rates }
}

/** β* of the r-th reference. */
export function referenceBeta(
  {
    betaA,
    betaB,
    betaPooled,
    betaGrouped,
  }: Pick<Parameters, 'betaA' | 'betaB' | 'betaPooled' | 'betaGrouped'>,
  r: number,
  shareA: number,
): Float64Array {
  const reference = REFERENCES[r] ?? 'pooled'
  const weight = weightOf(reference, shareA)
  if (weight !== null) return betaA.map((own, c) => weight * own + (1 - weight) * (betaB[c] ?? 0))
  return reference === 'pooled' ? betaPooled : betaGrouped
}

function meansOf({ n, design, columns }: ReturnType<typeof logitData>): Float64Array {
  const means = new Float64Array(columns)
  let weight = 0
  for (let i = 0; i < n.length; i++) {
    const w = n[i] ?? 0
    weight += w
    for (let c = 0; c < columns; c++) means[c] = (means[c] ?? 0) + w * (design[i * columns + c] ?? 0)
  }
  return means.map((sum) => sum / weight)
}

function meanRate({ n, design, columns }: ReturnType<typeof logitData>, beta: Float64Array): number {
  let sum = 0
  let weight = 0
  for (let i = 0; i < n.length; i++) {
    const w = n[i] ?? 0
    if (w === 0) continue
    let eta = 0
    for (let c = 0; c < columns; c++) eta += (design[i * columns + c] ?? 0) * (beta[c] ?? 0)
    weight += w
    sum += w * logistic(eta)
  }
  return sum / weight
}
