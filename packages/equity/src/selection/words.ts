import type { Interval } from '../rates/interval.ts'
import { type Formats, type Language, speaker } from '../words/speaker.ts'
import type { BreslowDay } from './breslow-day.ts'
import type { CochranMantelHaenszel } from './cochran-mantel-haenszel.ts'
import type { ImpactRatio } from './impact-ratio.ts'
import type { RepresentationRatio } from './representation-ratio.ts'

interface RatioParams {
  readonly group: string
  readonly reference: string
  readonly ratio: number
  readonly interval: Interval | null
  readonly p: number
}

interface AdjustedParams {
  readonly group: string
  readonly reference: string
  readonly strata: number
  readonly oddsRatio: number | null
  readonly interval: Interval | null
  readonly p: number
}

interface RepresentationParams {
  readonly group: string
  readonly share: number
  readonly baseShare: number
  readonly ratio: number
  readonly interval: Interval | null
}

export type SelectionSentence =
  | {
      readonly key: 'selection.ratioShown' | 'selection.ratioInsufficientEvidence'
      readonly params: RatioParams
    }
  | {
      readonly key: 'selection.adjustedShown' | 'selection.adjustedInsufficientEvidence'
      readonly params: AdjustedParams
    }
  | {
      readonly key: 'selection.strataDiffer' | 'selection.strataInsufficientEvidence'
      readonly params: { readonly p: number }
    }
  | {
      readonly key: 'selection.representationShown' | 'selection.representationInsufficientEvidence'
      readonly params: RepresentationParams
    }

/** Groups as they are called in the middle of a sentence. */
export interface SelectionLabels {
  readonly group: string
  readonly reference: string
}

/**
 * The impact ratio and its test, always together: a ratio above four fifths may be shown, one below may be chance.
 *
 * @param p of the test that goes with it, such as `fisherExact`, adjusted where several are made
 * @param alpha a difference is shown when p is below it
 * @example ratioSentence(impactRatio({ granted: 18, decided: 96 }, { granted: 262, decided: 655 }), 0.00004,
 *   { group: 'foreign-born women', reference: 'native men' }).key // 'selection.ratioShown'
 */
export function ratioSentence(
  { ratio, interval }: ImpactRatio,
  p: number,
  labels: SelectionLabels,
  alpha = 0.05,
): SelectionSentence {
  const key = p < alpha ? 'selection.ratioShown' : 'selection.ratioInsufficientEvidence'
  return { key, params: { ...labels, ratio, interval, p } }
}

/**
 * The comparison within strata; shown when the uncorrected p is below `alpha`.
 *
 * @example adjustedSentence(cochranMantelHaenszel(strata), { group: 'women', reference: 'men' })
 */
export function adjustedSentence(
  { informative, oddsRatio, interval, p }: CochranMantelHaenszel,
  labels: SelectionLabels,
  alpha = 0.05,
): SelectionSentence {
  const key = p < alpha ? 'selection.adjustedShown' : 'selection.adjustedInsufficientEvidence'
  return { key, params: { ...labels, strata: informative, oddsRatio, interval, p } }
}

/**
 * Whether strata differ in their odds ratio; shown when Tarone's p is below `alpha`.
 *
 * @example strataSentence(breslowDay(departments))
 */
export function strataSentence({ tarone: { p } }: BreslowDay, alpha = 0.05): SelectionSentence {
  return { key: p < alpha ? 'selection.strataDiffer' : 'selection.strataInsufficientEvidence', params: { p } }
}

/**
 * The representation of a group; shown when the interval leaves 1 out.
 *
 * @example representationSentence(representationRatio({ successes: 30, n: 100 }, { share: 0.5 }), 'women')
 */
export function representationSentence(
  { ratio: { value, interval }, share, baseShare }: RepresentationRatio,
  group: string,
): SelectionSentence {
  const shown = interval !== null && (interval.low > 1 || interval.high < 1)
  const key = shown ? 'selection.representationShown' : 'selection.representationInsufficientEvidence'
  return { key, params: { group, share, baseShare, ratio: value, interval } }
}

const FOUR_FIFTHS = 0.8

function range(language: Language, interval: Interval | null, f: Formats): string {
  if (interval === null) return ''
  const name = language === 'sv' ? 'konfidensintervall' : 'confidence interval'
  return ` (${name} ${f.interval(interval, f.number)})`
}

function common(language: Language, oddsRatio: number | null, interval: Interval | null, f: Formats): string {
  if (oddsRatio === null) return ''
  const name = language === 'sv' ? 'Den gemensamma oddskvoten är' : 'The common odds ratio is'
  return ` ${name} ${f.number(oddsRatio)}${range(language, interval, f)}.`
}

/**
 * Writes a sentence on selection out in Swedish or English.
 *
 * @example saySelection(strataSentence(breslowDay(departments)), 'sv')
 */
export const saySelection = speaker<SelectionSentence>({
  sv: {
    'selection.ratioShown': ({ group, reference, ratio, interval, p }, f) =>
      `Andelen beviljade för ${group} är ${f.number(ratio)} av andelen för ${reference}${range('sv', interval, f)}. Kvoten ligger ${ratio < FOUR_FIFTHS ? 'under' : 'inte under'} fyra femtedelar, och en skillnad är visad (p ${f.p(p)}).`,
    'selection.ratioInsufficientEvidence': ({ group, reference, ratio, interval, p }, f) =>
      `Andelen beviljade för ${group} är ${f.number(ratio)} av andelen för ${reference}${range('sv', interval, f)}. Kvoten ligger ${ratio < FOUR_FIFTHS ? 'under' : 'inte under'} fyra femtedelar, men det är otillräckligt underlag för att säga om grupperna skiljer sig åt (p ${f.p(p)}).`,
    'selection.adjustedShown': ({ group, reference, strata, oddsRatio, interval, p }, f) =>
      `Jämförda inom ${f.number(strata)} skikt skiljer sig ${group} från ${reference} (p ${f.p(p)}).${common('sv', oddsRatio, interval, f)}`,
    'selection.adjustedInsufficientEvidence': ({ group, reference, strata, oddsRatio, interval, p }, f) =>
      `Jämförda inom ${f.number(strata)} skikt är det otillräckligt underlag för att säga om ${group} och ${reference} skiljer sig åt (p ${f.p(p)}).${common('sv', oddsRatio, interval, f)}`,
    'selection.strataDiffer': ({ p }, f) =>
      `Oddskvoten är olika i olika skikt (p ${f.p(p)}). Läs skikten vart för sig: en gemensam oddskvot döljer olikheten.`,
    'selection.strataInsufficientEvidence': ({ p }, f) =>
      `Otillräckligt underlag för att säga om oddskvoten är olika i olika skikt (p ${f.p(p)}).`,
    'selection.representationShown': ({ group, share, baseShare, ratio, interval }, f) =>
      `Andelen ${group} är ${f.percent(share)} bland mottagarna och ${f.percent(baseShare)} i jämförelsebasen. Kvoten ${f.number(ratio)} är ${ratio < 1 ? 'lägre' : 'högre'} än 1${range('sv', interval, f)}.`,
    'selection.representationInsufficientEvidence': ({ group, share, baseShare, ratio, interval }, f) =>
      `Andelen ${group} är ${f.percent(share)} bland mottagarna och ${f.percent(baseShare)} i jämförelsebasen, kvot ${f.number(ratio)}${range('sv', interval, f)}. Otillräckligt underlag för att säga om andelarna skiljer sig åt.`,
  },
  en: {
    'selection.ratioShown': ({ group, reference, ratio, interval, p }, f) =>
      `The share granted for ${group} is ${f.number(ratio)} of that for ${reference}${range('en', interval, f)}. The ratio is ${ratio < FOUR_FIFTHS ? 'below' : 'not below'} four fifths, and a difference is shown (p ${f.p(p)}).`,
    'selection.ratioInsufficientEvidence': ({ group, reference, ratio, interval, p }, f) =>
      `The share granted for ${group} is ${f.number(ratio)} of that for ${reference}${range('en', interval, f)}. The ratio is ${ratio < FOUR_FIFTHS ? 'below' : 'not below'} four fifths, but there is insufficient evidence to say whether the groups differ (p ${f.p(p)}).`,
    'selection.adjustedShown': ({ group, reference, strata, oddsRatio, interval, p }, f) =>
      `Compared within ${f.number(strata)} ${strata === 1 ? 'stratum' : 'strata'}, ${group} differ from ${reference} (p ${f.p(p)}).${common('en', oddsRatio, interval, f)}`,
    'selection.adjustedInsufficientEvidence': ({ group, reference, strata, oddsRatio, interval, p }, f) =>
      `Compared within ${f.number(strata)} ${strata === 1 ? 'stratum' : 'strata'}, there is insufficient evidence to say whether ${group} and ${reference} differ (p ${f.p(p)}).${common('en', oddsRatio, interval, f)}`,
    'selection.strataDiffer': ({ p }, f) =>
      `The odds ratio differs between strata (p ${f.p(p)}). Read the strata one by one: a common odds ratio hides that they are unlike.`,
    'selection.strataInsufficientEvidence': ({ p }, f) =>
      `Insufficient evidence to say whether the odds ratio differs between strata (p ${f.p(p)}).`,
    'selection.representationShown': ({ group, share, baseShare, ratio, interval }, f) =>
      `The share of ${group} is ${f.percent(share)} among recipients and ${f.percent(baseShare)} in the base. The ratio ${f.number(ratio)} is ${ratio < 1 ? 'below' : 'above'} 1${range('en', interval, f)}.`,
    'selection.representationInsufficientEvidence': ({ group, share, baseShare, ratio, interval }, f) =>
      `The share of ${group} is ${f.percent(share)} among recipients and ${f.percent(baseShare)} in the base, ratio ${f.number(ratio)}${range('en', interval, f)}. Insufficient evidence to say whether the shares differ.`,
  },
})
