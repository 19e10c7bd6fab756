import { type Result, refuse } from '../result.ts'
import { deltaErrors } from './delta.ts'
import { type DummySets, type Normalisation, normalisation } from './dummy-sets.ts'
import { fitErrors } from './fit-errors.ts'
import { centred, type GroupData, readGroups } from './group-data.ts'
import { type GroupRows, type Moments, momentsOf, poolMoments, slopesOf } from './moments.ts'
import { influenceOfRows } from './oaxaca-influence.ts'
import {
  joined,
  type Parameters,
  partsTable,
  REFERENCES,
  summaryOf,
  TABLE_ROWS,
  weightOf,
} from './oaxaca-parts.ts'
import type { DecompositionPart, ErrorOption, OaxacaBlinder, Twofold } from './oaxaca-types.ts'

export interface OaxacaOptions {
  /** Sets of dummies to normalise; the base category of each is left out of `x`. */
  readonly dummies?: DummySets
  /** Delta-method errors unless told; `draws` 50 or more, `seed` any whole number. */
  readonly errors?: ErrorOption
}

/**
 * Splits the difference between two groups' mean outcomes into a part that goes with their characteristics and a part
 * that does not (Oaxaca–Blinder), threefold and twofold, in whole and by variable.
 *
 * Each group has its linear regression. Threefold: E = (x̄A − x̄B)'βB, C = x̄B'(βA − βB), I = (x̄A − x̄B)'(βA − βB).
 * Twofold with reference β*: explained (x̄A − x̄B)'β*, unexplained x̄A'(βA − β*) + x̄B'(β* − βB), for six references.
 * The parts add up to the gap exactly. It is arithmetic with regressions; an unexplained part is no proof of
 * discrimination, and an explained one no proof of fairness.
 *
 * Errors take regressors as random. Delta method: from each row's influence on means and coefficients, so robust to
 * unequal variances. Bootstrap: rows drawn with replacement within each group, all fits made anew.
 *
 * @param a the group from whose mean the other is taken, `b` the other; columns of equal length without missing values.
 *   Weights count in means and regressions; scaling both groups' weights changes nothing.
 * @returns refusals: `empty` (no regressor), `empty-group`, `too-few` (fewer rows than coefficients plus one),
 *   `not-finite` with row, `unequal-length`, `unknown-name`, `duplicate`, `zero-weights`, `negative`, `collinear` with
 *   group and regressor (`a.x.age`), `no-variance` (an outcome that never varies), `out-of-range` (sums beyond the range
 *   of numbers, or a dummy that is neither 0 nor 1), `unbalanced` (two dummies of a set in one row), `too-few`,
 *   `too-many` or `not-whole` (`errors.draws`, `errors.seed`), `not-converged` (over half the draws without solution)
 *
 * Sources: Oaxaca (1973); Blinder (1973); Neumark (1988); Jann (2008), Stata J. 8; Gardeazabal & Ugidos (2004). Agrees
 * with R oaxaca 0.1.5, see the tests.
 * @example oaxacaBlinder(men, women, { errors: { draws: 1000, seed: 1 } })
 */
export function oaxacaBlinder(
  a: GroupData,
  b: GroupData,
  { dummies = {}, errors = 'delta' }: OaxacaOptions = {},
): Result<Omit<OaxacaBlinder, 'ok'>> {
  const groups = readGroups(a, b, dummies)
  if (!groups.ok) return groups
  const rows = { a: centred(groups.a), b: centred(groups.b) }
  const normal = normalisation(groups.names, dummies)
  if (!normal.ok) return normal
  const momentsA = momentsOf(rows.a)
  const momentsB = momentsOf(rows.b)
  for (const [name, { cross, width }] of [
    ['a', momentsA],
    ['b', momentsB],
  ] as const) {
    if (!cross.every(Number.isFinite)) return refuse('out-of-range', name)
    if (!((cross[width * width - 1] ?? 0) > 0)) return refuse('no-variance', `${name}.outcome`)
  }
  const parameters = parametersOf(momentsA, momentsB)
  if (!('meansA' in parameters)) return refuse('collinear', culpritOf(parameters, groups.names))
  const shareA = momentsA.weight / (momentsA.weight + momentsB.weight)
  const all = joined(parameters)
  const compute = (vector: Float64Array) => withTotals(partsTable(vector, normal, shareA), normal)
  const figures = compute(all)
  const found = fitErrors(errors, {
    rows: { a: groups.a.rows, b: groups.b.rows },
    parameters: all,
    step: 0.01,
    compute,
    covariance: () => influenceOfRows(rows, parameters, momentsA, momentsB),
    refit: (counts) => {
      const drawn = parametersOf(momentsOf(rows.a, counts.a), momentsOf(rows.b, counts.b))
      return 'meansA' in drawn ? compute(joined(drawn)) : null
    },
  })
  if (!('method' in found)) return found
  const totals = totalsOf(rows, momentsA, momentsB, groups.names, found.method.method === 'delta')
  const se = found.se?.slice() ?? null
  if (totals !== null) putTotals(normal.names.length, totals, figures, se)
  return {
    ok: true,
    ...resultOf(figures, se, normal, shareA),
    a: summaryOf(groups.a.rows, meanOf(momentsA), parameters.meansA, parameters.betaA, groups.names),
    b: summaryOf(groups.b.rows, meanOf(momentsB), parameters.meansB, parameters.betaB, groups.names),
    errors: found.method,
  }
}

/** The mean of the outcome. */
function meanOf({ means, origin }: Moments): number {
  return (means.at(-1) ?? 0) + (origin.at(-1) ?? 0)
}

interface Collinear {
  readonly group: 'a' | 'b' | 'pooled'
  readonly dependent: number
}

function culpritOf({ group, dependent }: Collinear, names: readonly string[]): string {
  return `${group}.x.${names[dependent] ?? ''}`
}

/** Means and coefficients from moments, intercept first; regressors are measured from `shift`, the outcome from 0. */
function parametersOf(
  a: Moments,
  b: Moments,
  shift: Float64Array = new Float64Array(a.width),
): Parameters | Collinear {
  const pooled = poolMoments(a, b, true)
  const within = poolMoments(a, b, false)
  const means = ({ means: from, origin }: Moments) =>
    Float64Array.of(1, ...from.subarray(0, -1).map((mean, i) => mean + ((origin[i] ?? 0) - (shift[i] ?? 0))))
  const meansA = means(a)
  const meansB = means(b)
  // The intercept of the regression with a dummy for the group is that of group A.
  const sources = [
    ['a', a, a],
    ['b', b, b],
    ['pooled', pooled, pooled],
    ['pooled', within, a],
  ] as const
  const betas: Float64Array[] = []
  for (const [group, moments, through] of sources) {
    const slopes = slopesOf(moments)
    if ('dependent' in slopes) return { group, dependent: slopes.dependent }
    const last = moments.width - 1
    const { origin } = through
    let intercept = (through.means[last] ?? 0) + (origin[last] ?? 0)
    slopes.forEach((slope, i) => {
      intercept -= slope * ((through.means[i] ?? 0) + ((origin[i] ?? 0) - (shift[i] ?? 0)))
    })
    betas.push(Float64Array.of(intercept, ...slopes))
  }
  const [betaA, betaB, betaPooled, betaGrouped] = betas
  if (!betaA || !betaB || !betaPooled || !betaGrouped) throw new Error('four regressions give four results')
  return { meansA, meansB, betaA, betaB, betaPooled, betaGrouped }
}

interface Totals {
  readonly figures: Float64Array
  readonly se: Float64Array | null
}

/**
 * The sums over variables, with regressors measured from A's means: there they lose no digits to a far origin, on which
 * they do not depend.
 */
function totalsOf(
  rows: { readonly a: GroupRows; readonly b: GroupRows },
  a: Moments,
  b: Moments,
  names: readonly string[],
  withErrors: boolean,
): Totals | null {
  const near = parametersOf(a, b, a.origin)
  const plain = normalisation(names, {})
  if (!('meansA' in near) || !plain.ok) return null
  const shareA = a.weight / (a.weight + b.weight)
  const compute = (vector: Float64Array) =>
    sumsOf(withTotals(partsTable(vector, plain, shareA), plain), names.length + 1)
  const all = joined(near)
  const se = withErrors ? deltaErrors(all, influenceOfRows(rows, near, a, b, a.origin), compute, 0.01) : null
  return { figures: compute(all), se }
}

/** The sum of each row of a table with totals, and the gap. */
function sumsOf(wide: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: TABLE_ROWS + 1 }, (_, row) =>
    row === TABLE_ROWS ? (wide.at(-1) ?? 0) : (wide[row * (width + 1) + width] ?? 0),
  )
}

function putTotals(width: number, totals: Totals, figures: Float64Array, se: Float64Array | null): void {
  for (let row = 0; row <= TABLE_ROWS; row++) {
    const at = row === TABLE_ROWS ? figures.length - 1 : row * (width + 1) + width
    figures[at] = totals.figures[row] ?? 0
    if (se !== null && totals.se !== null) se[at] = totals.se[row] ?? 0
  }
}

/** The table of parts with each row's sum at the end, and the gap as a last figure. */
function withTotals(table: Float64Array, { names }: Normalisation): Float64Array {
  const width = names.length
  const wide = new Float64Array(TABLE_ROWS * (width + 1) + 1)
  for (let row = 0; row < TABLE_ROWS; row++) {
    let sum = 0
    for (let k = 0; k < width; k++) {
      const value = table[row * width + k] ?? 0
      wide[row * (width + 1) + k] = value
      sum += value
    }
    wide[row * (width + 1) + width] = sum
  }
  const total = (row: number) => wide[row * (width + 1) + width] ?? 0
  wide[wide.length - 1] = total(0) + total(1) + total(2)
  return wide
}

function resultOf(figures: Float64Array, se: Float64Array | null, { names }: Normalisation, shareA: number) {
  const width = names.length + 1
  const at = (i: number) => ({ estimate: figures[i] ?? 0, se: se === null ? null : (se[i] ?? 0) })
  const part = (row: number): DecompositionPart => ({
    ...at(row * width + width - 1),
    byVariable: names.map((variable, k) => ({ variable, ...at(row * width + k) })),
  })
  const twofold = REFERENCES.map((reference, r): Twofold => {
    const row = 3 + 4 * r
    return {
      reference,
      weight: weightOf(reference, shareA),
      explained: part(row),
      unexplained: part(row + 1),
      unexplainedA: part(row + 2),
      unexplainedB: part(row + 3),
    }
  })
  return {
    gap: at(figures.length - 1),
    threefold: { endowments: part(0), coefficients: part(1), interaction: part(2) },
    twofold,
  }
}
