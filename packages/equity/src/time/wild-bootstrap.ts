import { makeRandom, type Random } from '../math/random.ts'

/** A difference between two sets of units, judged by the wild cluster bootstrap with the null imposed. */
export interface WildBootstrap {
  /** Two-sided. */
  readonly p: number
  /** 1 / (draws + 1). */
  readonly smallestP: number
  /**
   * Interval by inversion of the test; `null`: no bound within a thousand standard errors, or units that do not
   * vary within the sets.
   */
  readonly low: number | null
  readonly high: number | null
  readonly weights: 'rademacher' | 'webb'
  /** False with fewer than six chosen or six other units, where the bootstrap can be far off either way. */
  readonly reliable: boolean
}

export interface WildOptions {
  readonly draws: number
  readonly seed: number
  readonly confidence: number
}

/** Fewest units on either side for the bootstrap to be trusted. */
const FEWEST = 6
/** With fewer units than this Rademacher weights give too few distinct draws. */
const FEWEST_RADEMACHER = 12

/**
 * Tests the difference in mean between chosen and other units by the restricted wild bootstrap of t.
 *
 * In a balanced panel with one start, the regression with effects of units and periods and standard errors
 * clustered by unit gives the same coefficient and t (but for a constant) as the regression of each unit's change
 * on being chosen, so one figure for each unit, its cluster, is enough. Residuals under the hypothesis are
 * multiplied by ±1 (Rademacher) or by Webb's six values when units are fewer than twelve; p is the share of
 * |t*| ≥ |t|, the actual among them.
 *
 * @param figures one for each unit
 * @param chosen places of the chosen units: at least one, and fewer than all
 * Source: Cameron, Gelbach & Miller (2008), Rev. Econ. Stat. 90; Webb (2023), Can. J. Econ. 56; few treated:
 * MacKinnon & Webb (2017), J. Appl. Econometrics 32.
 * @example wildBootstrap([5, 1, 1.1, 0.9], [0], { draws: 999, seed: 1, confidence: 0.95 }).reliable // false
 */
export function wildBootstrap(
  figures: readonly number[],
  chosen: readonly number[],
  { draws, seed, confidence }: WildOptions,
): WildBootstrap {
  const n = figures.length
  const share = chosen.length / n
  const contrast = new Float64Array(n).fill(-share)
  for (const i of chosen) contrast[i] = 1 - share
  const weights = n < FEWEST_RADEMACHER ? 'webb' : 'rademacher'
  const random = makeRandom(seed)
  const signs = Float64Array.from({ length: draws * n }, () =>
    weights === 'webb' ? webb(random) : flip(random),
  )
  const pOf = (shift: number) => pValue(figures, contrast, shift, signs)
  const { estimate, standardError } = fit(Float64Array.from(figures), contrast)
  const bound = (side: number) => boundOf(pOf, estimate, side * standardError, 1 - confidence)
  return {
    p: pOf(0),
    smallestP: 1 / (draws + 1),
    low: bound(-1),
    high: bound(1),
    weights,
    reliable: Math.min(chosen.length, n - chosen.length) >= FEWEST,
  }
}

/** Where p falls to `level` on one side of the estimate. */
function boundOf(
  pOf: (shift: number) => number,
  estimate: number,
  step: number,
  level: number,
): number | null {
  if (step === 0) return null
  let inside = 0
  let outside = 2
  while (pOf(estimate + outside * step) > level) {
    inside = outside
    outside *= 2
    if (outside > 1000) return null
  }
  for (let i = 0; i < 40; i++) {
    const middle = (inside + outside) / 2
    if (pOf(estimate + middle * step) > level) inside = middle
    else outside = middle
  }
  return estimate + inside * step
}

function pValue(
  figures: readonly number[],
  contrast: Float64Array,
  shift: number,
  signs: Float64Array,
): number {
  const n = figures.length
  const shifted = Float64Array.from(figures, (value, i) => value - shift * (contrast[i] ?? 0))
  const mean = shifted.reduce((sum, value) => sum + value, 0) / n
  const residuals = shifted.map((value) => value - mean)
  const actual = Math.abs(studentised(residuals, contrast))
  const draw = new Float64Array(n)
  const draws = signs.length / n
  let extreme = 1
  for (let d = 0; d < draws; d++) {
    for (let i = 0; i < n; i++) draw[i] = (residuals[i] ?? 0) * (signs[d * n + i] ?? 0)
    if (Math.abs(studentised(draw, contrast)) >= actual * (1 - 1e-12)) extreme++
  }
  return extreme / (draws + 1)
}

/** t of the difference; 0 where there is no difference, whatever its error. */
function studentised(values: Float64Array, contrast: Float64Array): number {
  const { estimate, standardError } = fit(values, contrast)
  return estimate === 0 ? 0 : estimate / standardError
}

/** The difference in mean and its clustered standard error, which only ranks draws here. */
function fit(values: Float64Array, contrast: Float64Array) {
  let spread = 0
  let product = 0
  let mean = 0
  for (let i = 0; i < values.length; i++) {
    const c = contrast[i] ?? 0
    spread += c * c
    product += c * (values[i] ?? 0)
    mean += (values[i] ?? 0) / values.length
  }
  const estimate = product / spread
  let scores = 0
  for (let i = 0; i < values.length; i++) {
    const c = contrast[i] ?? 0
    scores += (c * ((values[i] ?? 0) - mean - estimate * c)) ** 2
  }
  return { estimate, standardError: Math.sqrt(scores) / spread }
}

function flip(random: Random): number {
  return random.uniform() < 0.5 ? -1 : 1
}

/** ±√½, ±1, ±√(3/2), each with chance 1/6. */
function webb(random: Random): number {
  const side = random.below(6)
  const size = Math.sqrt(((side % 3) + 1) / 2)
  return side < 3 ? -size : size
}
