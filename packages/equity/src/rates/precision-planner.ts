import { normalQuantile } from '../math/normal.ts'
import { type Refusal, type Result, refuse } from '../result.ts'
import { wholeAtLeast } from './power.ts'
import { checkConfidence, faultOfConfidence } from './trials.ts'

export interface PlanGroup {
  readonly name: string
  /** Members in the population, a whole number of 1 or more. */
  readonly population: number
  /** Expected share, strictly between 0 and 1; default 0.5, which asks for most. */
  readonly share?: number
}

export interface PrecisionWish {
  /** Wanted half-width of each group's interval, as a share: 0.05 is ±5 percentage points. */
  readonly margin: number
  /** Default 0.95. */
  readonly confidence?: number
  /** Expected share who answer, above 0, at most 1; default 1. */
  readonly responseRate?: number
  /** What weights and clusters cost, above 0; default 1. */
  readonly designEffect?: number
}

export interface GroupPlan {
  readonly name: string
  readonly population: number
  /** Answers needed, whole, at most the population. */
  readonly answersNeeded: number
  /** To be asked, whole, at most the population. */
  readonly asked: number
  /** Everyone is asked. */
  readonly census: boolean
  /** Asked times the response rate. */
  readonly expectedAnswers: number
  /** Half-width that the expected answers give, at most 1. */
  readonly expectedMargin: number
  /** The expected answers are enough. False only where everyone is asked and too few are expected to answer. */
  readonly reached: boolean
}

export interface PrecisionPlan {
  readonly groups: readonly GroupPlan[]
  readonly total: {
    readonly population: number
    readonly answersNeeded: number
    readonly asked: number
    readonly expectedAnswers: number
    /** Of the share in the whole population, the groups weighted by their size. */
    readonly expectedMargin: number
  }
}

const DEFAULTS = { share: 0.5, confidence: 0.95, designEffect: 1 } as const

/** Half-width for `answers` above 0 of `population`, at most 1. */
function halfWidth(answers: number, population: number, share: number, zSquared: number): number {
  if (answers >= population) return 0
  if (population === 1) return 1
  const left = (population - answers) / (population - 1)
  return Math.min(1, Math.sqrt(((zSquared * share * (1 - share)) / answers) * left))
}

/**
 * The half-width of a share's interval from so many answers: the planner read backwards.
 *
 * z·√(designEffect·p(1 − p)/n · (N − n)/(N − 1)): normal approximation with finite population correction.
 *
 * @param answers above 0, at most the population
 * @param population whole, 1 or more
 * @param options expected share (default 0.5), confidence (0.95), design effect (1)
 * @returns a share, at most 1; 0 when everyone answers
 * @throws RangeError naming the argument outside its range
 *
 * Source: Cochran (1977), Sampling Techniques, 3.2 and 4.2.
 * @example marginOfAnswers(278, 1000) // 0.04996…
 */
export function marginOfAnswers(
  answers: number,
  population: number,
  options: { readonly share?: number; readonly confidence?: number; readonly designEffect?: number } = {},
): number {
  const { share, confidence, designEffect } = { ...DEFAULTS, ...options }
  if (!(Number.isSafeInteger(population) && population >= 1)) {
    throw new RangeError(`population is a whole number of 1 or more, got ${population}`)
  }
  if (!(answers > 0 && answers <= population)) {
    throw new RangeError(`answers lie above 0, at most the population, got ${answers}`)
  }
  if (!(share > 0 && share < 1)) throw new RangeError(`share lies strictly between 0 and 1, got ${share}`)
  if (!(designEffect > 0 && Number.isFinite(designEffect))) {
    throw new RangeError(`designEffect lies above 0, got ${designEffect}`)
  }
  checkConfidence(confidence)
  return halfWidth(answers, population, share, designEffect * normalQuantile(0.5 + confidence / 2) ** 2)
}

function faultOfWish(wish: PrecisionWish): Refusal | null {
  const { margin, confidence = DEFAULTS.confidence, responseRate = 1, designEffect = 1 } = wish
  if (!(margin > 0 && margin < 1)) return refuse('out-of-range', 'margin')
  if (!(responseRate > 0 && responseRate <= 1)) return refuse('out-of-range', 'responseRate')
  if (!(designEffect > 0 && Number.isFinite(designEffect))) return refuse('out-of-range', 'designEffect')
  return faultOfConfidence(confidence)
}

function faultOfGroups(groups: readonly PlanGroup[]): Refusal | null {
  if (groups.length === 0) return refuse('empty', 'groups')
  const names = new Set<string>()
  for (const [i, { name, population, share = DEFAULTS.share }] of groups.entries()) {
    const culprit = `groups[${i}].population`
    if (!Number.isFinite(population)) return refuse('not-finite', culprit)
    if (population < 0) return refuse('negative', culprit)
    if (!Number.isSafeInteger(population)) return refuse('not-whole', culprit)
    if (population === 0) return refuse('empty-group', culprit)
    if (!(share > 0 && share < 1)) return refuse('out-of-range', `groups[${i}].share`)
    if (names.has(name)) return refuse('duplicate', `groups[${i}].name`)
    names.add(name)
  }
  return null
}

/**
 * How many to ask in each group of a survey with enlarged sample, so that every group's share gets the wanted precision.
 *
 * n0 = designEffect·z²·p(1 − p)/margin²; answers needed n = n0·N/(N − 1 + n0), rounded up; asked = n / responseRate,
 * rounded up, at most N. Non-response is taken as random within a group; that is not tested here.
 *
 * @param groups the cells of the crossing with their population
 * @param wish margin, confidence, response rate and design effect
 * @returns a plan per group in the order given, with totals. Refused: `empty`; `not-finite`, `negative`, `not-whole` or
 *   `empty-group` at a population; `duplicate` at a name; `out-of-range` at a share, `margin`, `confidence`,
 *   `responseRate` or `designEffect`
 *
 * Source: Cochran (1977), Sampling Techniques, 4.2; stratified total 5.3.
 * @example planPrecision([{ name: 'women', population: 1000 }], { margin: 0.05 }) // 278 answers
 */
export function planPrecision(groups: readonly PlanGroup[], wish: PrecisionWish): Result<PrecisionPlan> {
  const fault = faultOfWish(wish) ?? faultOfGroups(groups)
  if (fault) return fault
  const { margin, confidence = DEFAULTS.confidence, responseRate = 1, designEffect = 1 } = wish
  const zSquared = designEffect * normalQuantile(0.5 + confidence / 2) ** 2
  const plans = groups.map(({ name, population, share = DEFAULTS.share }): GroupPlan => {
    const unlimited = (zSquared * share * (1 - share)) / margin / margin
    const needed = population / (1 + (population - 1) / Math.max(unlimited, Number.MIN_VALUE))
    const answersNeeded = Math.min(population, Math.max(1, wholeAtLeast(needed)))
    const asked = Math.min(population, wholeAtLeast(answersNeeded / responseRate))
    const expectedAnswers = asked * responseRate
    return {
      name,
      population,
      answersNeeded,
      asked,
      census: asked >= population,
      expectedAnswers,
      expectedMargin: halfWidth(expectedAnswers, population, share, zSquared),
      reached: expectedAnswers >= answersNeeded * (1 - 1e-9),
    }
  })
  const sum = (part: (plan: GroupPlan) => number) => plans.reduce((total, plan) => total + part(plan), 0)
  const population = sum((plan) => plan.population)
  const variance = sum((plan) => ((plan.population / population) * plan.expectedMargin) ** 2)
  return {
    ok: true,
    groups: plans,
    total: {
      population,
      answersNeeded: sum((plan) => plan.answersNeeded),
      asked: sum((plan) => plan.asked),
      expectedAnswers: sum((plan) => plan.expectedAnswers),
      expectedMargin: Math.sqrt(variance),
    },
  }
}
