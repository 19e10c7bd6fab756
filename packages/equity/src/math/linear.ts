/** A dense symmetric matrix, n × n, row by row. */
export interface Symmetric {
  readonly n: number
  readonly values: Float64Array
}

/** The lower Cholesky factor of a positive definite matrix, or the first row that follows from those before it. */
export type Factor =
  | { readonly ok: true; readonly n: number; readonly lower: Float64Array }
  | { readonly ok: false; readonly dependent: number }

/** A factor that exists. */
export type Solved = Factor & { readonly ok: true }

/**
 * Cholesky factorisation with a test of dependence: a row whose remaining pivot is below `tolerance` of its own
 * diagonal follows from the rows before it.
 */
export function cholesky({ n, values }: Symmetric, tolerance = 1e-10): Factor {
  const lower = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = values[i * n + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (lower[i * n + k] ?? 0) * (lower[j * n + k] ?? 0)
      if (i !== j) lower[i * n + j] = sum / (lower[j * n + j] ?? 1)
      else {
        if (!(sum > tolerance * (values[i * n + i] ?? 0))) return { ok: false, dependent: i }
        lower[i * n + i] = Math.sqrt(sum)
      }
    }
  }
  return { ok: true, n, lower }
}

/** Solves A·x = b in place, from the factor of A. */
export function solveInPlace(factor: Solved, b: Float64Array): void {
  const { n, lower } = factor
  for (let i = 0; i < n; i++) {
    let sum = b[i] ?? 0
    for (let k = 0; k < i; k++) sum -= (lower[i * n + k] ?? 0) * (b[k] ?? 0)
    b[i] = sum / (lower[i * n + i] ?? 1)
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] ?? 0
    for (let k = i + 1; k < n; k++) sum -= (lower[k * n + i] ?? 0) * (b[k] ?? 0)
    b[i] = sum / (lower[i * n + i] ?? 1)
  }
}

/** The inverse from the factor. */
export function inverse(factor: Solved): Symmetric {
  const { n } = factor
  const values = new Float64Array(n * n)
  const column = new Float64Array(n)
  for (let j = 0; j < n; j++) {
    column.fill(0)
    column[j] = 1
    solveInPlace(factor, column)
    for (let i = 0; i < n; i++) values[i * n + j] = column[i] ?? 0
  }
  return { n, values }
}

/** ln |A| from the factor. */
export function logDeterminant({ n, lower }: Solved): number {
  let sum = 0
  for (let i = 0; i < n; i++) sum += Math.log(lower[i * n + i] ?? 1)
  return 2 * sum
}
