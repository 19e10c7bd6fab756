import { type Formats, type Language, sizeInterval, speaker } from '../words/speaker.ts'
import type { Gap } from './gap.ts'
import type { Interaction } from './interaction.ts'
import type { Estimate, Interval } from './interval.ts'
import type { PrecisionPlan } from './precision-planner.ts'
import type { SampleQuantile } from './quantile.ts'

/** What a figure is: a share 0–1, or a value in a unit of its own. */
export type Measured = 'share' | 'value'

/** Two groups as they are called in the middle of a sentence. */
export interface GapLabels {
  readonly group: string
  readonly reference: string
}

interface GapParams extends GapLabels {
  readonly measured: Measured
  readonly groupValue: number
  readonly referenceValue: number
  readonly difference: number
  readonly interval: Interval | null
  readonly confidence: number
}

interface InteractionParams {
  readonly measured: Measured
  readonly value: number
  readonly interval: Interval | null
  readonly confidence: number
}

export type RatesSentence =
  | {
      readonly key: 'rates.share'
      readonly params: {
        readonly label: string
        readonly share: number
        readonly interval: Interval
        readonly n: number
        readonly confidence: number
      }
    }
  | { readonly key: 'rates.gapShown'; readonly params: GapParams }
  | { readonly key: 'rates.gapInsufficientEvidence'; readonly params: GapParams }
  | { readonly key: 'rates.gapWithinMargin'; readonly params: GapParams & { readonly margin: number } }
  | { readonly key: 'rates.interactionShown'; readonly params: InteractionParams }
  | { readonly key: 'rates.interactionInsufficientEvidence'; readonly params: InteractionParams }
  | {
      readonly key: 'rates.quantile'
      readonly params: {
        readonly probability: number
        readonly value: number
        readonly interval: Interval
        readonly confidence: number
      }
    }
  | {
      readonly key: 'rates.quantileInsufficientEvidence'
      readonly params: { readonly probability: number; readonly value: number; readonly n: number }
    }
  | {
      readonly key: 'rates.planTotal'
      readonly params: { readonly asked: number; readonly answers: number; readonly margin: number }
    }
  | {
      readonly key: 'rates.planGroup' | 'rates.planCensus' | 'rates.planNotReached'
      readonly params: {
        readonly name: string
        readonly population: number
        readonly asked: number
        readonly answers: number
        readonly margin: number
      }
    }

/**
 * A gap in words: shown when the interval leaves 0 out, within the margin when it lies inside a stated one, else
 * insufficient evidence.
 *
 * @param measured `share` for `proportionGap`, `value` for `meanGap`
 * @param margin the largest difference that is held to be too small to matter, in the unit of the gap; `null` for none
 * @example sayRates(gapSentence(proportionGap({ successes: 18, n: 96 }, { successes: 262, n: 655 }),
 *   { group: 'women', reference: 'men' }, 'share'), 'en')
 */
export function gapSentence(
  gap: Gap,
  labels: GapLabels,
  measured: Measured,
  margin: number | null = null,
): RatesSentence {
  const { value, interval } = gap.difference
  const params: GapParams = {
    ...labels,
    measured,
    groupValue: gap.group,
    referenceValue: gap.reference,
    difference: value,
    interval,
    confidence: gap.confidence,
  }
  if (leavesOutZero(interval)) return { key: 'rates.gapShown', params }
  if (interval && margin !== null && interval.low > -margin && interval.high < margin) {
    return { key: 'rates.gapWithinMargin', params: { ...params, margin } }
  }
  return { key: 'rates.gapInsufficientEvidence', params }
}

/**
 * The additive gap of gaps in words; `measured` as in `gapSentence`.
 *
 * @example interactionSentence(proportionInteraction({ reference: { successes: 40, n: 100 },
 *   first: { successes: 30, n: 100 }, second: { successes: 30, n: 100 }, both: { successes: 10, n: 100 } }), 'share')
 */
export function interactionSentence(found: Interaction, measured: Measured): RatesSentence {
  const { value, interval }: Estimate = found.additive
  const params = { measured, value, interval, confidence: found.confidence }
  return leavesOutZero(interval)
    ? { key: 'rates.interactionShown', params }
    : { key: 'rates.interactionInsufficientEvidence', params }
}

/**
 * A share with its interval in words.
 *
 * @example sayRates(shareSentence('women', 18 / 96, wilsonInterval(18, 96), 96), 'en')
 */
export function shareSentence(
  label: string,
  share: number,
  interval: Interval,
  n: number,
  confidence = 0.95,
): RatesSentence {
  return { key: 'rates.share', params: { label, share, interval, n, confidence } }
}

/**
 * A quantile in words; `probability` and `confidence` as they were asked for.
 *
 * @example quantileSentence(sampleQuantile([6, 2, 5, 1, 4, 3], 0.5), 0.5).key // 'rates.quantile'
 */
export function quantileSentence(
  { value, interval, n }: Pick<SampleQuantile, 'value' | 'interval' | 'n'>,
  probability: number,
  confidence = 0.95,
): RatesSentence {
  return interval
    ? { key: 'rates.quantile', params: { probability, value, interval, confidence } }
    : { key: 'rates.quantileInsufficientEvidence', params: { probability, value, n } }
}

/**
 * A plan in words: the total, then each group.
 *
 * @example planSentences(planPrecision([{ name: 'women', population: 1000 }], { margin: 0.05 })).map((one) => sayRates(one, 'sv'))
 */
export function planSentences({ groups, total }: PrecisionPlan): readonly RatesSentence[] {
  return [
    {
      key: 'rates.planTotal',
      params: { asked: total.asked, answers: total.expectedAnswers, margin: total.expectedMargin },
    },
    ...groups.map((plan): RatesSentence => {
      const key = !plan.reached
        ? 'rates.planNotReached'
        : plan.census
          ? 'rates.planCensus'
          : 'rates.planGroup'
      const { name, population, asked } = plan
      return {
        key,
        params: { name, population, asked, answers: plan.expectedAnswers, margin: plan.expectedMargin },
      }
    }),
  ]
}

function leavesOutZero(interval: Interval | null): boolean {
  return interval !== null && (interval.low > 0 || interval.high < 0)
}

const UNITS = { sv: ' procentenheter', en: ' percentage points' } as const

function writer(language: Language, f: Formats, measured: Measured) {
  const unit = measured === 'share' ? UNITS[language] : ''
  const signed = (value: number) => (measured === 'share' ? f.number(value * 100, 1) : f.number(value))
  const name = language === 'sv' ? 'konfidensintervall' : 'confidence interval'
  const none =
    language === 'sv' ? 'inget konfidensintervall kan räknas' : 'no confidence interval can be computed'
  return {
    level: (value: number) => (measured === 'share' ? f.percent(value) : f.number(value)),
    distance: (value: number) => `${signed(Math.abs(value))}${unit}`,
    range: (interval: Interval | null, confidence: number) =>
      interval ? `${f.number(confidence * 100)} % ${name} ${f.interval(interval, signed)}${unit}` : none,
  }
}

const expected = (answers: number, f: Formats) =>
  `about ${f.number(answers, 0)} ${Math.round(answers) === 1 ? 'answer is' : 'answers are'} expected`

/** Writes a sentence on rates out in Swedish or English. */
export const sayRates = speaker<RatesSentence>({
  sv: {
    'rates.share': ({ label, share, interval, n, confidence }, f) =>
      `${label}: ${f.percent(share)} av ${f.number(n)} (${f.number(confidence * 100)} % konfidensintervall ${f.interval(interval, f.percent)}).`,
    'rates.gapShown': (p, f) => {
      const w = writer('sv', f, p.measured)
      const word = p.difference < 0 ? 'lägre' : 'högre'
      const what = p.measured === 'share' ? 'Andelen' : 'Medelvärdet'
      return `${what} är ${word} för ${p.group} (${w.level(p.groupValue)}) än för ${p.reference} (${w.level(p.referenceValue)}). Skillnaden är ${w.distance(p.difference)} (${w.range(p.interval && sizeInterval(p.difference, p.interval), p.confidence)}).`
    },
    'rates.gapInsufficientEvidence': (p, f) => {
      const w = writer('sv', f, p.measured)
      return `Otillräckligt underlag för att säga om ${p.group} (${w.level(p.groupValue)}) och ${p.reference} (${w.level(p.referenceValue)}) skiljer sig åt (${w.range(p.interval, p.confidence)}).`
    },
    'rates.gapWithinMargin': (p, f) => {
      const w = writer('sv', f, p.measured)
      return `Skillnaden mellan ${p.group} (${w.level(p.groupValue)}) och ${p.reference} (${w.level(p.referenceValue)}) ryms inom den angivna marginalen ${w.distance(p.margin)} (${w.range(p.interval, p.confidence)}).`
    },
    'rates.interactionShown': (p, f) => {
      const w = writer('sv', f, p.measured)
      return `Skillnaderna är olika stora: tillsammans ligger gruppen ${w.distance(p.value)} ${p.value < 0 ? 'lägre' : 'högre'} än de två skillnaderna var för sig ger (${w.range(p.interval && sizeInterval(p.value, p.interval), p.confidence)}).`
    },
    'rates.interactionInsufficientEvidence': (p, f) =>
      `Otillräckligt underlag för att säga om de två skillnaderna tillsammans blir större eller mindre än sin summa (${writer('sv', f, p.measured).range(p.interval, p.confidence)}).`,
    'rates.quantile': ({ probability, value, interval, confidence }, f) =>
      `${f.percent(probability)} av värdena ligger på högst ${f.number(value)} (${f.number(confidence * 100)} % konfidensintervall ${f.interval(interval, f.number)}).`,
    'rates.quantileInsufficientEvidence': ({ probability, value, n }, f) =>
      `${f.percent(probability)} av värdena ligger på högst ${f.number(value)}. Otillräckligt underlag för ett konfidensintervall (${f.number(n)} ${n === 1 ? 'värde' : 'värden'}).`,
    'rates.planTotal': ({ asked, answers, margin }, f) =>
      `Sammanlagt tillfrågas ${f.number(asked)}, och omkring ${f.number(answers, 0)} väntas svara. Andelen för alla får då en felmarginal på ${f.points(margin)} procentenheter.`,
    'rates.planGroup': ({ name, population, asked, answers, margin }, f) =>
      `${name}: fråga ${f.number(asked)} av ${f.number(population)}. Omkring ${f.number(answers, 0)} väntas svara, vilket ger en felmarginal på ${f.points(margin)} procentenheter.`,
    'rates.planCensus': ({ name, population, answers, margin }, f) =>
      `${name}: fråga alla ${f.number(population)}. Omkring ${f.number(answers, 0)} väntas svara, vilket ger en felmarginal på ${f.points(margin)} procentenheter.`,
    'rates.planNotReached': ({ name, population, answers, margin }, f) =>
      `${name}: även om alla ${f.number(population)} tillfrågas blir underlaget för litet. Omkring ${f.number(answers, 0)} väntas svara, vilket ger en felmarginal på ${f.points(margin)} procentenheter.`,
  },
  en: {
    'rates.share': ({ label, share, interval, n, confidence }, f) =>
      `${label}: ${f.percent(share)} of ${f.number(n)} (${f.number(confidence * 100)} % confidence interval ${f.interval(interval, f.percent)}).`,
    'rates.gapShown': (p, f) => {
      const w = writer('en', f, p.measured)
      const word = p.difference < 0 ? 'lower' : 'higher'
      const what = p.measured === 'share' ? 'share' : 'mean'
      return `The ${what} is ${word} for ${p.group} (${w.level(p.groupValue)}) than for ${p.reference} (${w.level(p.referenceValue)}). The difference is ${w.distance(p.difference)} (${w.range(p.interval && sizeInterval(p.difference, p.interval), p.confidence)}).`
    },
    'rates.gapInsufficientEvidence': (p, f) => {
      const w = writer('en', f, p.measured)
      return `Insufficient evidence to say whether ${p.group} (${w.level(p.groupValue)}) and ${p.reference} (${w.level(p.referenceValue)}) differ (${w.range(p.interval, p.confidence)}).`
    },
    'rates.gapWithinMargin': (p, f) => {
      const w = writer('en', f, p.measured)
      return `The difference between ${p.group} (${w.level(p.groupValue)}) and ${p.reference} (${w.level(p.referenceValue)}) lies within the stated margin of ${w.distance(p.margin)} (${w.range(p.interval, p.confidence)}).`
    },
    'rates.interactionShown': (p, f) => {
      const w = writer('en', f, p.measured)
      return `The gaps differ in size: the group with both lies ${w.distance(p.value)} ${p.value < 0 ? 'lower' : 'higher'} than the two gaps add up to (${w.range(p.interval && sizeInterval(p.value, p.interval), p.confidence)}).`
    },
    'rates.interactionInsufficientEvidence': (p, f) =>
      `Insufficient evidence to say whether the two gaps together come to more or less than their sum (${writer('en', f, p.measured).range(p.interval, p.confidence)}).`,
    'rates.quantile': ({ probability, value, interval, confidence }, f) =>
      `${f.percent(probability)} of the values are ${f.number(value)} or lower (${f.number(confidence * 100)} % confidence interval ${f.interval(interval, f.number)}).`,
    'rates.quantileInsufficientEvidence': ({ probability, value, n }, f) =>
      `${f.percent(probability)} of the values are ${f.number(value)} or lower. Insufficient evidence for a confidence interval (${f.number(n)} ${n === 1 ? 'value' : 'values'}).`,
    'rates.planTotal': ({ asked, answers, margin }, f) =>
      `In all ${f.number(asked)} ${asked === 1 ? 'is' : 'are'} asked; ${expected(answers, f)}. The share of all then has a margin of error of ${f.points(margin)} percentage points.`,
    'rates.planGroup': ({ name, population, asked, answers, margin }, f) =>
      `${name}: ask ${f.number(asked)} of ${f.number(population)}; ${expected(answers, f)}, a margin of error of ${f.points(margin)} percentage points.`,
    'rates.planCensus': ({ name, population, answers, margin }, f) =>
      `${name}: ask all ${f.number(population)}; ${expected(answers, f)}, a margin of error of ${f.points(margin)} percentage points.`,
    'rates.planNotReached': ({ name, population, answers, margin }, f) =>
      `${name}: even with all ${f.number(population)} asked there will be too few answers; ${expected(answers, f)}, a margin of error of ${f.points(margin)} percentage points.`,
  },
})
