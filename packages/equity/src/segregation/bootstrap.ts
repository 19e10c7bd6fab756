import { multinomialDraw } from '../math/binomial.ts'
import { summariseDraws } from '../math/draw-summary.ts'
import { makeRandom } from '../math/random.ts'
import { faultOfConfidence } from '../rates/trials.ts'
import type { Result } from '../result.ts'
import { type DrawOptions, drawTables, type Measure } from './draws.ts'
import type { CountTable } from './table.ts'

export interface SegregationBootstrapOptions extends DrawOptions {
  /** Above 0, at most 0.999999; 0.95 unless told. */
  readonly confidence?: number
}

/** A measure with its sampling error. */
export interface BootstrapFigure {
  /** The plain estimate from the table. */
  readonly estimate: number
  /** The estimate less its bootstrapped bias, not below 0. */
  readonly corrected: number
  readonly standardError: number
  readonly low: number
  readonly high: number
}

export interface SegregationBootstrap {
  readonly m: BootstrapFigure
  /** `null` when more than a twentieth of the draws left only one group. */
  readonly h: BootstrapFigure | null
  readonly ip: BootstrapFigure
  /** `null` without a pair of groups, or when more than a twentieth of the draws left one of them empty. */
  readonly d: BootstrapFigure | null
}

/**
 * Standard errors, intervals and estimates freed from bias, for a table that is a sample.
 *
 * Persons are drawn anew, n with replacement (a multinomial over the cells). Small counts make every index of
 * segregation too high: the bias is the mean of the draws less the estimate, and `corrected` = estimate − bias.
 * The standard error is the standard deviation of the draws. The interval runs between the percentiles of the
 * draws, shifted by twice the bias so that it lies around `corrected`, and is cut to 0–1 (M: from 0).
 * Draws in which a measure does not exist are left out.
 *
 * @param table of whole counts
 * Refuses: `not-whole` (`table.counts[i]`, counted unit by unit; `options.draws`, `options.seed`), `too-few` and `too-many`
 * (`options.draws`), `out-of-range` (`options.confidence`), `unknown-name` and `duplicate` of `pair`.
 * Source: Allen, Burgess, Davidson & Windmeijer (2015), Econom. J. 18; R segregation 1.1.0
 * `mutual_total(se = TRUE)`, whose `est` is `corrected`.
 * The draws follow the order of units and groups: the same seed gives other draws for reordered rows, alike in law.
 *
 * @example bootstrapSegregation(table, { draws: 100, seed: 1 }) // { ok: true, m: { estimate, corrected, … }, … }
 */
export function bootstrapSegregation(
  table: CountTable,
  options: SegregationBootstrapOptions,
): Result<SegregationBootstrap> {
  const { confidence = 0.95 } = options
  const fault = faultOfConfidence(confidence, 'options.confidence')
  if (fault) return fault
  const random = makeRandom(options.seed)
  const result = drawTables(table, options, (into) =>
    multinomialDraw(random, table.total, table.counts, into),
  )
  if (!result.ok) return result
  const { observed, values } = result.drawn
  const summary = (name: Measure) => {
    const draws = values[name].filter((value) => !Number.isNaN(value))
    return summarise(observed[name], draws, confidence, name === 'm' ? Number.POSITIVE_INFINITY : 1)
  }
  const existing = (name: Measure) => {
    const missing = values[name].reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0)
    return missing > options.draws / 20 ? null : summary(name)
  }
  return { ok: true, m: summary('m'), h: existing('h'), ip: summary('ip'), d: existing('d') }
}

function summarise(estimate: number, draws: Float64Array, confidence: number, most: number): BootstrapFigure {
  const { mean, standardError, low, high } = summariseDraws(draws, confidence)
  const bias = mean - estimate
  const fit = (value: number) => Math.min(most, Math.max(0, value))
  return {
    estimate,
    corrected: fit(estimate - bias),
    standardError,
    low: fit(low - 2 * bias),
    high: fit(high - 2 * bias),
  }
}
