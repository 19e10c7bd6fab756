import type { By } from '../audit/types.ts'
import { type Refusal, type Result, refuse } from '../result.ts'
import { decomposeFactors, type Factor, type FactorPart } from './factors.ts'

/** A group within a category. */
export interface CategoryFigures {
  /** Members, 0 or more. */
  readonly n: number
  /** Sum of the outcome over the members: successes, kronor, hours. 0 where there are no members. */
  readonly total: number
}

export interface KitagawaCell {
  /** What makes the category: one label, or one for each of several variables. */
  readonly by: By
  readonly a: CategoryFigures
  readonly b: CategoryFigures
}

export interface Kitagawa {
  readonly ok: true
  /** Mean outcome of A less that of B. */
  readonly gap: number
  readonly meanA: number
  readonly meanB: number
  /** What goes with which categories the groups are in. */
  readonly composition: number
  /** What goes with different outcomes within categories. */
  readonly rates: number
  readonly byCategory: readonly {
    readonly by: By
    readonly composition: number
    readonly rates: number
  }[]
}

/**
 * Splits the difference of two groups' means over categories into composition and rates.
 *
 * With shares p and category means r: composition Σ(pA − pB)(rA + rB)/2, rates Σ(rA − rB)(pA + pB)/2. They add up to the
 * gap exactly. A category where one group has no members takes the other's mean, so that it counts as composition.
 * Composition by category depends on the origin of the outcome; its sum does not.
 *
 * @param cells a cell a category; both groups need members in some
 * @returns refusals: `empty`; `not-finite`, `negative` (`cells[2].a.n`); `unbalanced` (an outcome without members);
 *   `duplicate`; `empty-group`; `out-of-range` (means beyond the range of numbers)
 *
 * Source: Kitagawa (1955), JASA 50.
 * @example kitagawa(cells) // gap 0.15, composition 0.15, rates 0: A is more often where the outcome is higher
 */
export function kitagawa(cells: readonly KitagawaCell[]): Result<Omit<Kitagawa, 'ok'>> {
  const sums = sumCells(cells)
  if (!sums.ok) return sums
  const { nA, nB } = sums
  let composition = 0
  let rates = 0
  const byCategory = cells.map(({ by, a, b }) => {
    const ownA = a.n > 0 ? a.total / a.n : b.n > 0 ? b.total / b.n : 0
    const ownB = b.n > 0 ? b.total / b.n : ownA
    const shareA = a.n / nA
    const shareB = b.n / nB
    const part = {
      by,
      composition: ((shareA - shareB) * (ownA + ownB)) / 2,
      rates: ((ownA - ownB) * (shareA + shareB)) / 2,
    }
    composition += part.composition
    rates += part.rates
    return part
  })
  const meanA = sums.totalA / nA
  const meanB = sums.totalB / nB
  if (![meanA, meanB, composition, rates].every(Number.isFinite)) return refuse('out-of-range', 'cells')
  return { ok: true, gap: meanA - meanB, meanA, meanB, composition, rates, byCategory }
}

/**
 * Splits the same difference over several variables: the composition by the first, by the second given the first, and
 * so on, and the rates within the finest categories.
 *
 * Each composition is one factor; parts are Shapley values over all orders in which the factors can be exchanged, so
 * they add up to the gap exactly. A conditional share that a group lacks is taken from the other.
 *
 * @param cells categories by all `variables`
 * @param variables in the order of conditioning, 1–10
 * @returns a part for each variable, and `rates`; refusals as `kitagawa`, and `unknown-name` for a variable that a cell
 *   lacks, `too-many` variables
 *
 * Sources: Das Gupta (1993), U.S. Census P23-186; Shorrocks (2013), J. Econ. Inequality 11.
 * @example kitagawaMany(cells, ['industry', 'place']) // a part for industry, for place and for rates
 */
export function kitagawaMany(
  cells: readonly KitagawaCell[],
  variables: readonly string[],
): Result<{ readonly gap: number; readonly parts: readonly FactorPart[] }> {
  if (variables.length === 0) return refuse('empty', 'variables')
  if (variables.length > 10) return refuse('too-many', 'variables')
  for (const [i, { by }] of cells.entries()) {
    const missing = variables.find((name) => !Object.hasOwn(by, name))
    if (missing !== undefined) return refuse('unknown-name', `cells[${i}].by.${missing}`)
  }
  const sums = sumCells(cells)
  if (!sums.ok) return sums
  const keyOf = (by: By, depth: number) => JSON.stringify(variables.slice(0, depth).map((name) => by[name]))
  const sizes = (pick: 'a' | 'b', depth: number) => {
    const found = new Map<string, number>()
    for (const cell of cells) {
      const key = keyOf(cell.by, depth)
      found.set(key, (found.get(key) ?? 0) + cell[pick].n)
    }
    return found
  }
  const factors = variables.map((name, depth): Factor => {
    const own = { a: sizes('a', depth + 1), b: sizes('b', depth + 1) }
    const above = { a: sizes('a', depth), b: sizes('b', depth) }
    const share = (pick: 'a' | 'b', by: By): number | null => {
      const whole = above[pick].get(keyOf(by, depth)) ?? 0
      return whole === 0 ? null : (own[pick].get(keyOf(by, depth + 1)) ?? 0) / whole
    }
    return factorOf(name, cells, share)
  })
  const outcomes = { a: new Map<string, number>(), b: new Map<string, number>() }
  for (const { by, a, b } of cells) {
    const key = keyOf(by, variables.length)
    outcomes.a.set(key, (outcomes.a.get(key) ?? 0) + a.total)
    outcomes.b.set(key, (outcomes.b.get(key) ?? 0) + b.total)
  }
  const members = { a: sizes('a', variables.length), b: sizes('b', variables.length) }
  const rates = factorOf('rates', cells, (pick, by) => {
    const key = keyOf(by, variables.length)
    const n = members[pick].get(key) ?? 0
    return n === 0 ? null : (outcomes[pick].get(key) ?? 0) / n
  })
  return decomposeFactors(onePerCategory([...factors, rates], cells, (by) => keyOf(by, variables.length)))
}

/** A factor's values in both groups; where one has none it takes the other's, and 0 where neither has. */
function factorOf(
  name: string,
  cells: readonly KitagawaCell[],
  value: (pick: 'a' | 'b', by: By) => number | null,
): Factor {
  const pairs = cells.map(({ by }) => [value('a', by), value('b', by)] as const)
  return { name, a: pairs.map(([a, b]) => a ?? b ?? 0), b: pairs.map(([a, b]) => b ?? a ?? 0) }
}

/** Cells that agree in all variables are one category: the first of each stays. */
function onePerCategory(
  factors: readonly Factor[],
  cells: readonly KitagawaCell[],
  keyOf: (by: By) => string,
): Factor[] {
  const seen = new Set<string>()
  const first = cells.map(({ by }) => {
    const key = keyOf(by)
    const isFirst = !seen.has(key)
    seen.add(key)
    return isFirst
  })
  const kept = (values: readonly number[]) => values.filter((_, i) => first[i] === true)
  return factors.map(({ name, a, b }) => ({ name, a: kept(a), b: kept(b) }))
}

interface Sums {
  readonly ok: true
  readonly nA: number
  readonly nB: number
  readonly totalA: number
  readonly totalB: number
}

function sumCells(cells: readonly KitagawaCell[]): Sums | Refusal {
  if (cells.length === 0) return refuse('empty', 'cells')
  const sums = { nA: 0, nB: 0, totalA: 0, totalB: 0 }
  const seen = new Set<string>()
  for (const [i, cell] of cells.entries()) {
    for (const group of ['a', 'b'] as const) {
      const { n, total } = cell[group]
      const path = `cells[${i}].${group}`
      if (!Number.isFinite(n)) return refuse('not-finite', `${path}.n`)
      if (!Number.isFinite(total)) return refuse('not-finite', `${path}.total`)
      if (n < 0) return refuse('negative', `${path}.n`)
      if (n === 0 && total !== 0) return refuse('unbalanced', `${path}.total`)
    }
    const key = JSON.stringify(Object.entries(cell.by).sort())
    if (seen.has(key)) return refuse('duplicate', `cells[${i}].by`)
    seen.add(key)
    sums.nA += cell.a.n
    sums.nB += cell.b.n
    sums.totalA += cell.a.total
    sums.totalB += cell.b.total
  }
  if (sums.nA === 0) return refuse('empty-group', 'a')
  if (sums.nB === 0) return refuse('empty-group', 'b')
  return { ok: true, ...sums }
}
