import { type Formats, speaker } from '../words/speaker.ts'
import type { DifferenceInDifferences, UnitComparison } from './difference-in-differences.ts'
import type { SyntheticControl } from './synthetic-control.ts'
import type { Trend } from './trend.ts'
import type { YearsToParity } from './years-to-parity.ts'

interface Judged {
  readonly difference: number
  readonly low: number | null
  readonly high: number | null
  readonly p: number
  readonly smallestP: number
}

interface Placed {
  readonly gap: number
  readonly p: number
  readonly smallestP: number
}

interface Slope {
  readonly slope: number
  readonly low: number
  readonly high: number
}

interface Level {
  readonly level: number
}

interface Chance {
  readonly p: number
}

/** What can be said of change over time. */
export type TimeSentence =
  | { readonly key: 'time.rising'; readonly params: Slope }
  | { readonly key: 'time.falling'; readonly params: Slope }
  | { readonly key: 'time.trend-insufficient'; readonly params: Slope }
  | { readonly key: 'time.trend-within-margin'; readonly params: Slope & { readonly margin: number } }
  | {
      readonly key: 'time.parity-ahead'
      readonly params: { readonly years: number; readonly low: number; readonly high: number }
    }
  | {
      readonly key: 'time.parity-uncertain'
      readonly params: { readonly years: number; readonly low: number }
    }
  | { readonly key: 'time.parity-not-converging'; readonly params: Level }
  | { readonly key: 'time.parity-reached'; readonly params: Level }
  | { readonly key: 'time.difference'; readonly params: Judged }
  | { readonly key: 'time.difference-insufficient'; readonly params: Judged }
  | { readonly key: 'time.too-few-units'; readonly params: { readonly smallestP: number } }
  | { readonly key: 'time.unlike-before'; readonly params: Chance }
  | { readonly key: 'time.before-insufficient'; readonly params: Chance }
  | { readonly key: 'time.synthetic'; readonly params: Placed }
  | { readonly key: 'time.synthetic-insufficient'; readonly params: Placed }
  | { readonly key: 'time.synthetic-unfit'; readonly params: { readonly gap: number } }

/**
 * @param margin a change per period too small to matter, stated beforehand
 *
 * @example trendSentence(trend([{ period: 1, value: 1 }, { period: 2, value: 2 }, { period: 3, value: 2 }]))
 */
export function trendSentence({ slope, low, high }: Trend, margin?: number): TimeSentence {
  const params = { slope, low, high }
  if (margin !== undefined && low > -margin && high < margin) {
    return { key: 'time.trend-within-margin', params: { ...params, margin } }
  }
  if (low > 0) return { key: 'time.rising', params }
  return { key: high < 0 ? 'time.falling' : 'time.trend-insufficient', params }
}

/**
 * In words.
 *
 * @example paritySentence(yearsToParity([{ period: 1, value: 4 }, { period: 2, value: 3 }, { period: 3, value: 2.1 }]))
 */
export function paritySentence({ outcome, years, low, high, trend }: YearsToParity): TimeSentence {
  if (outcome === 'at-parity') return { key: 'time.parity-reached', params: { level: trend.lastLevel } }
  if (outcome === 'not-converging' || years === null) {
    return { key: 'time.parity-not-converging', params: { level: trend.lastLevel } }
  }
  if (high === null) return { key: 'time.parity-uncertain', params: { years, low: low ?? 0 } }
  return { key: 'time.parity-ahead', params: { years, low: low ?? 0, high } }
}

/**
 * The difference as the trusted test judges it. @param level 0.05 unless told
 *
 * @example differenceSentence(differenceInDifferences(panel, { treated: ['Dalarna'], start: 2020, seed: 1 }))
 */
export function differenceSentence(found: DifferenceInDifferences, level = 0.05): TimeSentence {
  const { p, smallestP, low, high } = found[found.trusted]
  if (smallestP > level) return { key: 'time.too-few-units', params: { smallestP } }
  const key = p <= level ? 'time.difference' : 'time.difference-insufficient'
  return { key, params: { difference: found.difference, low, high, p, smallestP } }
}

/**
 * Of the slopes before the start, which should not differ.
 *
 * @param level 0.1 unless told
 * @example beforeSentence(differenceInDifferences(panel, { treated: ['Dalarna'], start: 2020, seed: 1 }).preTrend)
 */
export function beforeSentence(preTrend: UnitComparison, level = 0.1): TimeSentence {
  const { p } = preTrend[preTrend.trusted]
  return { key: p <= level ? 'time.unlike-before' : 'time.before-insufficient', params: { p } }
}

/**
 * @param level 0.05 unless told
 * @param poorFit the relative distance before the start above which nothing is said of the gap after; 0.5 unless told
 *
 * @example syntheticSentence(syntheticControl(panel, { treated: 'Dalarna', start: 2020 }))
 */
export function syntheticSentence(found: SyntheticControl, level = 0.05, poorFit = 0.5): TimeSentence {
  const { meanPostGap: gap, p, smallestP, relativePreFit } = found
  if (p === null || relativePreFit === null || relativePreFit > poorFit) {
    return { key: 'time.synthetic-unfit', params: { gap } }
  }
  if (smallestP > level) return { key: 'time.too-few-units', params: { smallestP } }
  return { key: p <= level ? 'time.synthetic' : 'time.synthetic-insufficient', params: { gap, p, smallestP } }
}

const SV = {
  size: (x: number, f: Formats) => `${f.number(Math.abs(x))} ${x < 0 ? 'lägre' : 'högre'}`,
  bounds: ({ low, high }: Judged, f: Formats) =>
    `${low === null ? 'utan nedre gräns' : f.number(low)} till ${high === null ? 'utan övre gräns' : f.number(high)}`,
}
const EN = {
  size: (x: number, f: Formats) => `${f.number(Math.abs(x))} ${x < 0 ? 'lower' : 'higher'}`,
  bounds: ({ low, high }: Judged, f: Formats) =>
    `${low === null ? 'no lower bound' : f.number(low)} to ${high === null ? 'no upper bound' : f.number(high)}`,
}

/**
 * Writes what is said of change over time in Swedish or English.
 *
 * @example sayTime(trendSentence(trend([{ period: 1, value: 1 }, { period: 2, value: 2 }, { period: 3, value: 2 }])), 'sv')
 */
export const sayTime = speaker<TimeSentence>({
  sv: {
    'time.rising': ({ slope, low, high }, f) =>
      `Värdet har ökat med ${f.number(slope)} per år (konfidensintervall ${f.interval({ low, high }, f.number)}).`,
    'time.falling': ({ slope, low, high }, f) =>
      `Värdet har minskat med ${f.number(-slope)} per år (konfidensintervall för förändringen ${f.interval({ low, high }, f.number)}).`,
    'time.trend-insufficient': ({ slope, low, high }, f) =>
      `Otillräckligt underlag för att säga åt vilket håll värdet går: förändringen är ${f.number(slope)} per år (konfidensintervall ${f.interval({ low, high }, f.number)}).`,
    'time.trend-within-margin': ({ low, high, margin }, f) =>
      `Ingen förändring på ${f.number(margin)} per år eller mer är visad: hela konfidensintervallet, ${f.interval({ low, high }, f.number)}, ligger innanför.`,
    'time.parity-ahead': ({ years, low, high }, f) =>
      `Om den hittillsvarande takten håller i sig nås jämvikt om ${f.number(years, 0)} år (konfidensintervall ${f.interval({ low, high }, (x) => f.number(x, 0))} år). Det är ett mått på takten, ingen prognos.`,
    'time.parity-uncertain': ({ years, low }, f) =>
      `Om den hittillsvarande takten håller i sig nås jämvikt om ${f.number(years, 0)} år, tidigast om ${f.number(low, 0)}. Underlaget är otillräckligt för att säga att jämvikt nås alls.`,
    'time.parity-not-converging': ({ level }, f) =>
      `Värdet, nu ${f.number(level)}, närmar sig inte jämvikt i den hittillsvarande takten.`,
    'time.parity-reached': ({ level }, f) => `Värdet, nu ${f.number(level)}, ligger vid jämvikt.`,
    'time.difference': (found, f) =>
      `Förändringen är ${SV.size(found.difference, f)} där åtgärden fanns än i övriga enheter (konfidensintervall ${SV.bounds(found, f)}; p ${f.p(found.p)}, lägsta möjliga ${f.p(found.smallestP)}).`,
    'time.difference-insufficient': (found, f) =>
      `Otillräckligt underlag: förändringen är ${SV.size(found.difference, f)} där åtgärden fanns än i övriga enheter, men en så stor skillnad är vanlig utan åtgärd (konfidensintervall ${SV.bounds(found, f)}; p ${f.p(found.p)}, lägsta möjliga ${f.p(found.smallestP)}).`,
    'time.too-few-units': ({ smallestP }, f) =>
      `Otillräckligt underlag: med så få enheter kan p aldrig bli lägre än ${f.p(smallestP)}, hur stor skillnaden än är.`,
    'time.unlike-before': ({ p }, f) =>
      `Utvecklingen skilde sig åt redan före starten (p ${f.p(p)}); jämförelsen håller då inte utan vidare.`,
    'time.before-insufficient': ({ p }, f) =>
      `Otillräckligt underlag för att säga att utvecklingen skilde sig åt före starten (p ${f.p(p)}); att den var lik är därmed inte visat.`,
    'time.synthetic': ({ gap, p, smallestP }, f) =>
      `Efter starten är värdet i genomsnitt ${SV.size(gap, f)} än i den sammanvägda jämförelsen (p ${f.p(p)}, lägsta möjliga ${f.p(smallestP)}).`,
    'time.synthetic-insufficient': ({ gap, p, smallestP }, f) =>
      `Otillräckligt underlag: efter starten är värdet i genomsnitt ${SV.size(gap, f)} än i den sammanvägda jämförelsen, men andra enheter avviker lika mycket (p ${f.p(p)}, lägsta möjliga ${f.p(smallestP)}).`,
    'time.synthetic-unfit': ({ gap }, f) =>
      `Otillräckligt underlag: avståndet efter starten, ${f.number(gap)}, kan inte bedömas med den passning som jämförelsen hade före.`,
  },
  en: {
    'time.rising': ({ slope, low, high }, f) =>
      `The value has risen by ${f.number(slope)} a year (confidence interval ${f.interval({ low, high }, f.number)}).`,
    'time.falling': ({ slope, low, high }, f) =>
      `The value has fallen by ${f.number(-slope)} a year (confidence interval of the change ${f.interval({ low, high }, f.number)}).`,
    'time.trend-insufficient': ({ slope, low, high }, f) =>
      `Insufficient evidence to say which way the value goes: the change is ${f.number(slope)} a year (confidence interval ${f.interval({ low, high }, f.number)}).`,
    'time.trend-within-margin': ({ low, high, margin }, f) =>
      `No change of ${f.number(margin)} a year or more is shown: the whole confidence interval, ${f.interval({ low, high }, f.number)}, lies inside.`,
    'time.parity-ahead': ({ years, low, high }, f) =>
      `If the pace so far holds, parity comes in ${f.number(years, 0)} years (confidence interval ${f.interval({ low, high }, (x) => f.number(x, 0))} years). It is a measure of pace, not a forecast.`,
    'time.parity-uncertain': ({ years, low }, f) =>
      `If the pace so far holds, parity comes in ${f.number(years, 0)} years, in ${f.number(low, 0)} at the earliest. There is insufficient evidence to say that parity comes at all.`,
    'time.parity-not-converging': ({ level }, f) =>
      `The value, now ${f.number(level)}, does not approach parity at the pace so far.`,
    'time.parity-reached': ({ level }, f) => `The value, now ${f.number(level)}, is at parity.`,
    'time.difference': (found, f) =>
      `The change is ${EN.size(found.difference, f)} where the measure was than in other units (confidence interval ${EN.bounds(found, f)}; p ${f.p(found.p)}, lowest possible ${f.p(found.smallestP)}).`,
    'time.difference-insufficient': (found, f) =>
      `Insufficient evidence: the change is ${EN.size(found.difference, f)} where the measure was than in other units, but a difference of that size is common without it (confidence interval ${EN.bounds(found, f)}; p ${f.p(found.p)}, lowest possible ${f.p(found.smallestP)}).`,
    'time.too-few-units': ({ smallestP }, f) =>
      `Insufficient evidence: with so few units p can never be lower than ${f.p(smallestP)}, however large the difference.`,
    'time.unlike-before': ({ p }, f) =>
      `The units moved apart already before the start (p ${f.p(p)}); the comparison then does not hold as it stands.`,
    'time.before-insufficient': ({ p }, f) =>
      `Insufficient evidence to say that the units moved apart before the start (p ${f.p(p)}); that they moved alike is not shown by this.`,
    'time.synthetic': ({ gap, p, smallestP }, f) =>
      `After the start the value is on average ${EN.size(gap, f)} than in the weighted comparison (p ${f.p(p)}, lowest possible ${f.p(smallestP)}).`,
    'time.synthetic-insufficient': ({ gap, p, smallestP }, f) =>
      `Insufficient evidence: after the start the value is on average ${EN.size(gap, f)} than in the weighted comparison, but other units depart as much (p ${f.p(p)}, lowest possible ${f.p(smallestP)}).`,
    'time.synthetic-unfit': ({ gap }, f) =>
      `Insufficient evidence: the distance after the start, ${f.number(gap)}, cannot be judged with the fit the comparison had before.`,
  },
})
