import {
  fisherExact,
  type Gap,
  holm,
  type Interaction,
  type Interval,
  proportionGap,
  proportionInteraction,
  wilsonInterval,
} from '@jamvikt/equity'
import { mergeStrata, type Stratum } from './strata-of.ts'

const CONFIDENCE = 0.95
const ALPHA = 0.05

export interface Rate {
  readonly successes: number
  readonly n: number
  readonly share: number
  readonly interval: Interval
}

/** Women beside men who share the codes of all other groups. */
export interface PairOfRates {
  readonly codes: readonly string[]
  /** `null` where a cell is missing or nobody is there. */
  readonly women: Rate | null
  readonly men: Rate | null
  /** Women less men; `null` where either is missing. */
  readonly gap: Gap | null
  /** Fisher's exact test, adjusted by Holm over all pairs. */
  readonly holmP: number | null
  readonly verdict: 'women-higher' | 'women-lower' | 'insufficient' | 'missing'
}

/**
 * The rates of women and men in every combination of the other groups, with the gap between them.
 * @param strata whose first code is the sex
 */
export function pairsOf(strata: readonly Stratum[], women: string): PairOfRates[] {
  const pairs = new Map<string, { codes: readonly string[]; women: Rate | null; men: Rate | null }>()
  for (const {
    codes: [sex, ...codes],
    counts,
  } of strata) {
    const key = JSON.stringify(codes)
    const pair = pairs.get(key) ?? { codes, women: null, men: null }
    pairs.set(key, { ...pair, [sex === women ? 'women' : 'men']: rateOf(counts) })
  }
  const found = [...pairs.values()].map((pair) => {
    const gap =
      pair.women === null || pair.men === null ? null : proportionGap(pair.women, pair.men, CONFIDENCE)
    return { ...pair, gap: gap?.ok ? gap : null }
  })
  const tested = found.filter(({ gap }) => gap !== null)
  const adjusted = holm(tested.map(({ women: a, men: b }) => pOf(a, b)))
  const pOfPair = new Map(tested.map((pair, at) => [pair, adjusted[at] ?? 1]))
  return found.map((pair) => {
    const holmP = pOfPair.get(pair) ?? null
    return { ...pair, holmP, verdict: verdictOf(pair.gap, holmP) }
  })
}

function rateOf(counts: Stratum['counts']): Rate | null {
  if (counts === null || counts.n === 0) return null
  const { successes, n } = counts
  return { successes, n, share: successes / n, interval: wilsonInterval(successes, n, CONFIDENCE) }
}

/** Fisher's test bears a thousand million persons; more are in no table of counts, and are then not tested. */
function pOf(a: Rate | null, b: Rate | null): number {
  if (a === null || b === null || a.n + b.n > 1e9) return 1
  return fisherExact(a.successes, a.n - a.successes, b.successes, b.n - b.successes)
}

function verdictOf(gap: Gap | null, holmP: number | null): PairOfRates['verdict'] {
  if (gap === null || holmP === null) return 'missing'
  if (holmP >= ALPHA) return 'insufficient'
  return gap.difference.value > 0 ? 'women-higher' : 'women-lower'
}

/** The gap between women and men in one category beside that in another. */
export interface ComparedGap {
  readonly pair: PairOfRates
  /** This gap less the base's: difference of differences; `null` for the base and where a rate is missing. */
  readonly beside: Interaction | null
  readonly isShown: boolean
}

export interface GapOfGaps {
  readonly base: PairOfRates
  readonly compared: readonly ComparedGap[]
  /** How many comparisons share the confidence, by Bonferroni. */
  readonly comparisons: number
  readonly confidence: number
}

/**
 * Whether the gap between women and men is larger in one category of a group than in another. Every category is held
 * against one base, at a confidence that holds for all comparisons together.
 * @param place of the group among the strata's codes
 * @param base its code; the category with most persons where nothing is said
 * @returns `null` where fewer than two categories have both rates
 */
export function compareGaps(
  strata: readonly Stratum[],
  women: string,
  place: number,
  base: string | null,
): GapOfGaps | null {
  const pairs = pairsOf(mergeStrata(strata, [0, place]), women)
  const whole = pairs.filter(({ gap }) => gap !== null)
  const persons = (pair: PairOfRates) => (pair.women?.n ?? 0) + (pair.men?.n ?? 0)
  const found =
    whole.find(({ codes }) => codes[0] === base) ?? whole.toSorted((a, b) => persons(b) - persons(a))[0]
  if (found === undefined || whole.length < 2) return null
  const comparisons = whole.length - 1
  const confidence = 1 - (1 - CONFIDENCE) / comparisons
  const compared = pairs.map((pair): ComparedGap => {
    const beside = pair === found ? null : interactionOf(pair, found, confidence)
    const interval = beside?.additive.interval
    return { pair, beside, isShown: interval != null && (interval.low > 0 || interval.high < 0) }
  })
  return { base: found, compared, comparisons, confidence }
}

function interactionOf(pair: PairOfRates, base: PairOfRates, confidence: number): Interaction | null {
  if (pair.women === null || pair.men === null || base.women === null || base.men === null) return null
  const cells = { both: pair.women, first: base.women, second: pair.men, reference: base.men }
  const found = proportionInteraction(cells, confidence)
  return found.ok ? found : null
}
