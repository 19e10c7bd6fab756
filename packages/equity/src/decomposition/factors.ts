import { type Result, refuse } from '../result.ts'
import { shapley } from './shapley.ts'

/** A quantity in both groups, with a value for each category. */
export interface Factor {
  readonly name: string
  readonly a: readonly number[]
  readonly b: readonly number[]
}

export interface FactorPart {
  readonly factor: string
  readonly part: number
}

/**
 * Splits the difference of two sums of products over the factors of the product.
 *
 * Value = Σ over categories of the product of all factors. A factor's part is its Shapley value when B's values are
 * exchanged for A's in every order; the parts add up to A's value less B's exactly and no order is preferred.
 *
 * @param factors 1–16, all with the same number of categories (one category makes a plain product)
 * @returns refusals: `empty`; `too-many` factors; `unequal-length`, `not-finite` with name and place; `duplicate` name
 *
 * Sources: Das Gupta (1993), U.S. Census P23-186; Shorrocks (2013), J. Econ. Inequality 11.
 * @example decomposeFactors([{ name: 'grants', a: [10], b: [20] }, { name: 'kronor', a: [3], b: [2] }])
 *   // { ok: true, gap: -10, parts: [{ factor: 'grants', part: -25 }, { factor: 'kronor', part: 15 }] }
 */
export function decomposeFactors(
  factors: readonly Factor[],
): Result<{ readonly gap: number; readonly parts: readonly FactorPart[] }> {
  const [first] = factors
  if (first === undefined || first.a.length === 0) return refuse('empty', 'factors')
  if (factors.length > 16) return refuse('too-many', 'factors')
  const names = new Set<string>()
  for (const { name, a, b } of factors) {
    if (names.has(name)) return refuse('duplicate', name)
    names.add(name)
    for (const [group, values] of [
      ['a', a],
      ['b', b],
    ] as const) {
      if (values.length !== first.a.length) return refuse('unequal-length', `${name}.${group}`)
      const bad = values.findIndex((value) => !Number.isFinite(value))
      if (bad >= 0) return refuse('not-finite', `${name}.${group}[${bad}]`)
    }
  }
  const worth = (mask: number): number => {
    let sum = 0
    for (let i = 0; i < first.a.length; i++) {
      let product = 1
      for (const [f, { a, b }] of factors.entries()) product *= (mask & (1 << f) ? a[i] : b[i]) ?? 0
      sum += product
    }
    return sum
  }
  const gap = worth((1 << factors.length) - 1) - worth(0)
  for (let mask = 0; mask < 1 << factors.length; mask++) {
    if (!(Math.abs(worth(mask)) < Number.MAX_VALUE / 2 ** factors.length))
      return refuse('out-of-range', 'factors')
  }
  const parts = shapley(factors.length, worth)
  return { ok: true, gap, parts: factors.map(({ name }, f) => ({ factor: name, part: parts[f] ?? 0 })) }
}
