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
  const { estimate, residuals, scores, spread } = fit(figures, contrast)
  const curves = new Float64Array(draws * TERMS)
  const signs = new Float64Array(n)
  for (let d = 0; d < draws; d++) {
    for (let i = 0; i < n; i++) signs[i] = weights === 'webb' ? webb(random) : flip(random)
    curves.set(curveOf(signs, residuals, contrast, spread), d * TERMS)
  }
  const pOf = (shift: number) => pValue(curves, estimate - shift, scores)
  const bound = (side: number) => boundOf(pOf, estimate, (side * Math.sqrt(scores)) / spread, 1 - confidence)
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

/** Numbers kept of a draw: its difference is a + b·δ, and its sum of squared scores c + d·δ + e·δ². */
const TERMS = 5

/**
 * A draw as a function of δ, the estimate less the hypothesis.
 *
 * Under the hypothesis the residuals are those of the fit plus δ times the contrast, so that a draw's difference is
 * linear in δ and its squared error quadratic: whatever the hypothesis, a draw is these five numbers.
 */
function curveOf(
  signs: Float64Array,
  residuals: Float64Array,
  contrast: Float64Array,
  spread: number,
): [number, number, number, number, number] {
  const n = signs.length
  const fixed = lineOf(signs, residuals, contrast, spread)
  const moved = lineOf(signs, contrast, contrast, spread)
  let c = 0
  let d = 0
  let e = 0
  for (let i = 0; i < n; i++) {
    const weight = contrast[i] ?? 0
    const sign = signs[i] ?? 0
    const u = weight * (sign * (residuals[i] ?? 0) - fixed.mean - fixed.estimate * weight)
    const v = weight * (sign * weight - moved.mean - moved.estimate * weight)
    c += u * u
    d += 2 * u * v
    e += v * v
  }
  return [fixed.estimate, moved.estimate, c, d, e]
}

function lineOf(signs: Float64Array, values: Float64Array, contrast: Float64Array, spread: number) {
  let product = 0
  let mean = 0
  for (let i = 0; i < signs.length; i++) {
    const value = (signs[i] ?? 0) * (values[i] ?? 0)
    product += (contrast[i] ?? 0) * value
    mean += value / signs.length
  }
  return { estimate: product / spread, mean }
}

function pValue(curves: Float64Array, delta: number, scores: number): number {
  const actual = studentised(delta, scores) * (1 - 1e-12)
  const draws = curves.length / TERMS
  let extreme = 1
  for (let at = 0; at < curves.length; at += TERMS) {
    const difference = (curves[at] ?? 0) + (curves[at + 1] ?? 0) * delta
    const squared = (curves[at + 2] ?? 0) + delta * ((curves[at + 3] ?? 0) + delta * (curves[at + 4] ?? 0))
    if (studentised(difference, squared) >= actual) extreme++
  }
  return extreme / (draws + 1)
}

/** |t| of a difference but for a constant; 0 where there is no difference, whatever its error. */
function studentised(difference: number, scores: number): number {
  return difference === 0 ? 0 : Math.abs(difference) / Math.sqrt(Math.max(0, scores))
}

/** The difference in mean, what it leaves, and the squared scores of its clustered error. */
function fit(figures: readonly number[], contrast: Float64Array) {
  const n = figures.length
  let spread = 0
  let product = 0
  let mean = 0
  for (let i = 0; i < n; i++) {
    const c = contrast[i] ?? 0
    spread += c * c
    product += c * (figures[i] ?? 0)
    mean += (figures[i] ?? 0) / n
  }
  const estimate = product / spread
  const residuals = Float64Array.from(figures, (value, i) => value - mean - estimate * (contrast[i] ?? 0))
  const scores = residuals.reduce((sum, residual, i) => sum + ((contrast[i] ?? 0) * residual) ** 2, 0)
  return { estimate, residuals, scores, spread }
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
