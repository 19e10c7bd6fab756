/** The score of one indicator, with what it is made of. */
export interface MetricScore {
  /** 1–100. */
  readonly score: number
  /** Υ: 0 when women and men have the same, 1 when one of them has nothing. */
  readonly gap: number
  /** α: 1 at the highest level, 0 at a level of 0. */
  readonly correction: number
}

export interface MetricInput {
  /** 0 or more each. */
  readonly women: number
  readonly men: number
  /** The level of all; the mean of women's and men's unless given. */
  readonly total?: number
  /** The highest level there is; the correction is 1 when left out. */
  readonly highest?: number
}

/**
 * The gap-corrected metric of one indicator: equal shares count for more where the level is high.
 *
 * Γ = 1 + α·(1 − Υ)·99, Υ = |women / mean − 1| with the mean of women and men, α = √(total / highest).
 *
 * @returns score 1–100; a level of 0 has score 1, its gap set to 0
 * @throws RangeError for a value that is not finite or negative, a total above `highest`, a `highest` of 0, or no
 * `highest` where both values are 0 (the gap is 0/0)
 * Source: in the manner of EIGE, Gender Equality Index: Methodological Report (2013, 2017), the metric used before
 * 2025.
 * @example metricScore({ women: 60, men: 80, highest: 80 }).score // 80.37…
 */
export function metricScore({ women, men, total, highest }: MetricInput): MetricScore {
  for (const [name, value] of Object.entries({ women, men, total: total ?? 0, highest: highest ?? 1 })) {
    if (!Number.isFinite(value) || value < 0) throw new RangeError(`${name} must be 0 or more, was ${value}`)
  }
  const mean = women / 2 + men / 2
  const level = total ?? mean
  if (highest !== undefined && (highest === 0 || level > highest)) {
    throw new RangeError(`highest must be above 0 and at least the level ${level}, was ${highest}`)
  }
  if (mean === 0 && highest === undefined) throw new RangeError('women and men are both 0: there is no gap')
  const gap = mean === 0 ? 0 : Math.min(1, Math.abs(women / mean - 1))
  const correction = highest === undefined ? 1 : Math.sqrt(level / highest)
  return { score: 1 + correction * (1 - gap) * 99, gap, correction }
}
