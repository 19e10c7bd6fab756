import { type Result, refuse } from '../result.ts'
import { type SortedValues, sortValues } from './sorted-values.ts'

export interface EntropyOptions {
  /**
   * How much weight differences at the top carry: 0 the mean log deviation, 1 Theil's T, 2 half the squared
   * coefficient of variation; any finite number.
   */
  readonly alpha: number
  /** 0 or more, one for each value. All 1 unless given. */
  readonly weights?: ArrayLike<number>
}

export interface EntropyOfGroup {
  readonly group: string
  /** The group's part of the population, and of the sum. */
  readonly share: number
  readonly valueShare: number
  readonly mean: number
  /** Inequality inside the group; `null` where all its values are 0. */
  readonly index: number | null
}

export interface EntropyByGroup {
  readonly total: number
  readonly within: number
  readonly between: number
  readonly groups: readonly EntropyOfGroup[]
}

/**
 * Generalised entropy GE(α): a family of measures of inequality that divides exactly into within and between.
 *
 * GE(α) = 1/(α(α − 1)) · mean((x/μ)^α − 1); GE(0) = mean ln(μ/x); GE(1) = mean (x/μ)·ln(x/μ). 0: all equal.
 *
 * @param values such as incomes, 0 or more. With α ≤ 0 every value must be above 0; with α > 0 a value of 0 is
 * allowed (0·ln 0 = 0)
 * @returns `index`, 0 or more
 * Refuses: as `gini`; `not-finite` (`options.alpha`); `out-of-range` (`values[i]` for a 0 with α ≤ 0,
 * `options.alpha` where the index is beyond floating point).
 * Source: Shorrocks (1980), Econometrica 48; R `ineq::entropy`, `dineq::gei`.
 * @example generalisedEntropy([1, 3], { alpha: 2 }) // { ok: true, index: 0.125 }
 */
export function generalisedEntropy(
  values: ArrayLike<number>,
  options: EntropyOptions,
): Result<{ readonly index: number }> {
  const sorted = sortFor(values, options)
  if (!sorted.ok) return sorted
  const index = entropyOf(sorted, options.alpha) ?? Number.POSITIVE_INFINITY
  return Number.isFinite(index) ? { ok: true, index } : refuse('out-of-range', 'options.alpha')
}

/**
 * GE(α) divided into inequality within groups and between their means: total = within + between exactly.
 *
 * between = GE(α) with every value replaced by its group's mean; within = Σ share_g · (μ_g/μ)^α · GE_g(α).
 *
 * @param groups the group of each value
 * @returns groups in order of first appearance; groups whose weights are all 0 are left out
 * Refuses: as `generalisedEntropy`; `unequal-length` (`groups`).
 * Source: Shorrocks (1984), Econometrica 52; R `dineq::gei_decomp`.
 * @example generalisedEntropyByGroup([1, 3, 2, 2], ['a', 'a', 'b', 'b'], { alpha: 2 }) // between 0, within 0.0625
 */
export function generalisedEntropyByGroup(
  values: ArrayLike<number>,
  groups: readonly string[],
  options: EntropyOptions,
): Result<EntropyByGroup> {
  if (groups.length !== values.length) return refuse('unequal-length', 'groups')
  const sorted = sortFor(values, options)
  if (!sorted.ok) return sorted
  const { alpha } = options
  const members = new Map<string, number[]>(groups.map((group) => [group, []]))
  for (const [place, i] of sorted.order.entries()) members.get(groups[i] ?? '')?.push(place)
  const parts = Array.from(members)
    .filter(([, places]) => places.length > 0)
    .map(([group, places]) => partOf(sorted, group, places, alpha))
  const between = entropyOf(
    {
      values: Float64Array.from(parts, ({ mean }) => mean),
      weights: Float64Array.from(parts, ({ share }) => share),
    },
    alpha,
  )
  const within = parts.reduce(
    (sum, { share, mean, index }) => sum + (index ? share * (mean / sorted.mean) ** alpha * index : 0),
    0,
  )
  const total = entropyOf(sorted, alpha)
  if (total === null || between === null || !Number.isFinite(total + within + between)) {
    return refuse('out-of-range', 'options.alpha')
  }
  return { ok: true, total, within, between, groups: parts }
}

function sortFor(values: ArrayLike<number>, { alpha, weights }: EntropyOptions) {
  if (!Number.isFinite(alpha)) return refuse('not-finite', 'options.alpha')
  const sorted = sortValues(values, weights)
  if (sorted.ok && alpha <= 0 && sorted.values[0] === 0) {
    return refuse('out-of-range', `values[${sorted.order[0]}]`)
  }
  return sorted
}

function partOf(
  sorted: SortedValues,
  group: string,
  places: readonly number[],
  alpha: number,
): EntropyOfGroup {
  const values = Float64Array.from(places, (i) => sorted.values[i] ?? 0)
  const weights = Float64Array.from(places, (i) => sorted.weights[i] ?? 0)
  const weight = weights.reduce((sum, w) => sum + w, 0)
  const sum = weights.reduce((all, w, i) => all + w * (values[i] ?? 0), 0)
  return {
    group,
    share: weight / sorted.totalWeight,
    valueShare: sum / sorted.sum,
    mean: sum / weight,
    index: entropyOf({ values, weights }, alpha),
  }
}

/** GE(α); `times` says how often each value is there, once unless given. `null` when all there is is 0. */
export function entropyOf(
  { values, weights }: Pick<SortedValues, 'values' | 'weights'>,
  alpha: number,
  times?: ArrayLike<number>,
): number | null {
  const often = (i: number) => (weights[i] ?? 0) * (times ? (times[i] ?? 0) : 1)
  let population = 0
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    population += often(i)
    sum += often(i) * (values[i] ?? 0)
  }
  if (!(sum > 0)) return null
  const mean = sum / population
  // mean(r^α − 1) is written as mean(expm1(α·ln r)) or mean(r·expm1((α − 1)·ln r)), r = x/μ, whose mean is 1:
  // each keeps its digits near one of the values of α at which the general formula is 0/0.
  const nearOne = Math.abs(alpha - 1) < Math.abs(alpha)
  const step = nearOne ? alpha - 1 : alpha
  let total = 0
  for (let i = 0; i < values.length; i++) {
    const ratio = (values[i] ?? 0) / mean
    const weight = often(i)
    if (weight === 0 || (ratio === 0 && nearOne)) continue
    const log = Math.log(ratio)
    total += weight * (nearOne ? ratio : 1) * (step === 0 ? log : Math.expm1(step * log) / step)
  }
  return Math.max(0, total / population / (nearOne ? alpha : alpha - 1))
}
