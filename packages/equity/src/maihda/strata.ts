import { compareText } from '../audit/group-key.ts'
import type { By } from '../audit/types.ts'
import { faultOfNumbers, type Refusal, refuse } from '../result.ts'

/** A stratum of a continuous outcome: everybody who shares the labels of all factors. */
export interface LinearStratum {
  /** A label for each factor: `{ sex: 'women', background: 'foreign' }`. The same factors in every stratum. */
  readonly by: By
  /** Persons, or their scaled weights; 0 or more. */
  readonly n: number
  /** Mean of the outcome; not read where n is 0. */
  readonly mean: number
  /** Sum of squared deviations from the stratum's own mean; 0 or more. */
  readonly ssWithin: number
}

/** A stratum of a yes-or-no outcome. */
export interface LogisticStratum {
  readonly by: By
  readonly n: number
  /** 0 … n. */
  readonly successes: number
}

/** A fixed effect of the main-effects model: a factor's label against the factor's base label. */
export interface MainTerm {
  readonly factor: string
  readonly label: string
  readonly base: string
}

/** Strata that hold somebody, coded for fitting. */
export interface CodedStrata {
  readonly ok: true
  /** Where each coded stratum stands in the input. */
  readonly at: readonly number[]
  readonly n: Float64Array
  /** Intercept and a 0/1 column for each term, strata × (1 + terms), row by row. */
  readonly design: Float64Array
  readonly columns: number
  readonly terms: readonly MainTerm[]
}

/**
 * Checks strata and codes the main effects; strata without members are left out.
 *
 * The base of a factor is its first label in code-point order.
 */
export function codeStrata(
  strata: readonly { readonly by: By; readonly n: number }[],
): CodedStrata | Refusal {
  const first = strata[0]
  if (first === undefined) return refuse('empty', 'strata')
  const fault = faultOfNumbers(
    strata.map(({ n }) => n),
    'strata',
    'non-negative',
  )
  if (fault !== null) return { ...fault, culprit: `${fault.culprit}.n` }
  const factors = Object.keys(first.by)
  if (factors.length === 0) return refuse('empty', 'strata[0].by')
  const seen = new Set<string>()
  for (const [i, { by }] of strata.entries()) {
    const missing = factors.find((factor) => !Object.hasOwn(by, factor))
    if (missing !== undefined) return refuse('unknown-name', `strata[${i}].by.${missing}`)
    const extra = Object.keys(by).find((factor) => !factors.includes(factor))
    if (extra !== undefined) return refuse('unknown-name', `strata[${i}].by.${extra}`)
    const key = JSON.stringify(factors.map((factor) => by[factor]))
    if (seen.has(key)) return refuse('duplicate', `strata[${i}].by`)
    seen.add(key)
  }
  const at = [...strata.keys()].filter((i) => (strata[i]?.n ?? 0) > 0)
  if (at.length === 0) return refuse('all-zero', 'strata[].n')
  if (at.length < 3) return refuse('too-few', 'strata')
  const labelOf = (row: number, factor: string) => strata[at[row] ?? 0]?.by[factor] ?? ''
  const terms = factors.flatMap((factor) => {
    const labels = [...new Set(at.map((_, row) => labelOf(row, factor)))].sort(compareText)
    const [base = '', ...others] = labels
    return others.map((label): MainTerm => ({ factor, label, base }))
  })
  const columns = 1 + terms.length
  const design = new Float64Array(at.length * columns)
  for (let row = 0; row < at.length; row++) {
    design[row * columns] = 1
    for (const [t, { factor, label }] of terms.entries()) {
      if (labelOf(row, factor) === label) design[row * columns + 1 + t] = 1
    }
  }
  return { ok: true, at, n: Float64Array.from(at, (i) => strata[i]?.n ?? 0), design, columns, terms }
}

/** The design of the null model: the intercept alone. */
export function nullDesign(strata: number): Float64Array {
  return new Float64Array(strata).fill(1)
}
