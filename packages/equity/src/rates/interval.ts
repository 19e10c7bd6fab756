/** A two-sided interval; `low` ≤ `high`. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** A figure with its interval. */
export interface Estimate {
  readonly value: number
  /** `null` where these figures give none; each function says when. */
  readonly interval: Interval | null
}
