import type { Normalisation } from './dummy-sets.ts'
import type { GroupSummary, ReferenceName } from './oaxaca-types.ts'

/** What the decomposition is made of: means (with 1 first) and coefficients (intercept first), of k + 1 entries each. */
export interface Parameters {
  readonly meansA: Float64Array
  readonly meansB: Float64Array
  readonly betaA: Float64Array
  readonly betaB: Float64Array
  readonly betaPooled: Float64Array
  readonly betaGrouped: Float64Array
}

export const PARAMETERS = ['meansA', 'meansB', 'betaA', 'betaB', 'betaPooled', 'betaGrouped'] as const

export const REFERENCES: readonly ReferenceName[] = ['b', 'a', 'equal', 'size', 'pooled', 'pooled-with-group']

/** Rows of a table of parts, each with one figure for each name: E, C, I, then four for each reference. */
export const TABLE_ROWS = 3 + 4 * REFERENCES.length

/** The parameters as one vector, in the order of `PARAMETERS`. */
export function joined(parameters: Parameters): Float64Array {
  const size = parameters.meansA.length
  const all = new Float64Array(PARAMETERS.length * size)
  PARAMETERS.forEach((name, i) => {
    all.set(parameters[name], i * size)
  })
  return all
}

/** Group A's weight in the reference. */
export function weightOf(reference: ReferenceName, shareA: number): number | null {
  switch (reference) {
    case 'b':
      return 0
    case 'a':
      return 1
    case 'equal':
      return 0.5
    case 'size':
      return shareA
    case 'pooled':
    case 'pooled-with-group':
      return null
  }
}

/**
 * All parts by variable, a row of the table after the other. Each is a polynomial of the second degree in the
 * parameters.
 *
 * E = (x̄A − x̄B)βB, C = x̄B(βA − βB), I = (x̄A − x̄B)(βA − βB); for a reference β*: explained (x̄A − x̄B)β*, unexplained
 * x̄A(βA − β*) + x̄B(β* − βB).
 */
export function partsTable(
  vector: Float64Array,
  { coefficients, means, names }: Normalisation,
  shareA: number,
): Float64Array {
  const size = vector.length / PARAMETERS.length
  const slice = (i: number) => vector.subarray(i * size, (i + 1) * size)
  const xA = means(slice(0))
  const xB = means(slice(1))
  const betaA = coefficients(slice(2))
  const betaB = coefficients(slice(3))
  const pooled = [coefficients(slice(4)), coefficients(slice(5))]
  const width = names.length
  const table = new Float64Array(TABLE_ROWS * width)
  for (let k = 0; k < width; k++) {
    const a = xA[k] ?? 0
    const b = xB[k] ?? 0
    const own = betaA[k] ?? 0
    const other = betaB[k] ?? 0
    table[k] = (a - b) * other
    table[width + k] = b * (own - other)
    table[2 * width + k] = (a - b) * (own - other)
    for (const [r, reference] of REFERENCES.entries()) {
      const weight = weightOf(reference, shareA)
      const star =
        weight === null
          ? (pooled[reference === 'pooled' ? 0 : 1]?.[k] ?? 0)
          : weight * own + (1 - weight) * other
      const row = (3 + 4 * r) * width + k
      const aboveA = a * (own - star)
      const belowB = b * (star - other)
      table[row] = (a - b) * star
      table[row + width] = aboveA + belowB
      table[row + 2 * width] = aboveA
      table[row + 3 * width] = belowB
    }
  }
  return table
}

/** A group as the reader meets it: means and coefficients by name. */
export function summaryOf(
  rows: number,
  mean: number,
  means: Float64Array,
  beta: Float64Array,
  names: readonly string[],
): GroupSummary {
  const named = (values: Float64Array) =>
    Object.fromEntries(['(intercept)', ...names].map((name, i) => [name, values[i] ?? 0]))
  return { rows, mean, coefficients: named(beta), means: named(means) }
}
