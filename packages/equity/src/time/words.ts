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
  /** Ways to choose the units that were tried, and how many gave a difference at least as large; `null`: bootstrap. */
  readonly tried: number | null
  readonly asLarge: number | null
  /** Whether those tried are all there are. */
  readonly exact: boolean
}

interface Placed {
  readonly gap: number
  readonly p: number
  readonly smallestP: number
  readonly units: number
  /** Units whose ratio is at least as great, the unit itself among them. */
  readonly asGreat: number
}

/** What a period is, where the words name it. */
export type PeriodUnit = 'year' | 'period'

interface Slope {
  readonly unit: PeriodUnit
  /** Whether the values are per cent, so that a change is told in percentage points. */
  readonly isPercent: boolean
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
  | { readonly key: 'time.parity-far'; readonly params: { readonly low: number } }
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
 * The change per period in words.
 *
 * @param margin a change per period too small to matter, stated beforehand
 * @param unit what a period is; `period` unless told
 * @param isPercent whether the values are per cent, so that a change is told in percentage points
 *
 * @example trendSentence(trend([{ period: 1, value: 1 }, { period: 2, value: 2 }, { period: 3, value: 2 }]))
 */
export function trendSentence(
  { slope, low, high }: Trend,
  margin?: number,
  unit: PeriodUnit = 'period',
  isPercent = false,
): TimeSentence {
  const params = { unit, isPercent, slope, low, high }
  if (margin !== undefined && low > -margin && high < margin) {
    return { key: 'time.trend-within-margin', params: { ...params, margin } }
  }
  if (low > 0) return { key: 'time.rising', params }
  return { key: high < 0 ? 'time.falling' : 'time.trend-insufficient', params }
}

/** Beyond so many years a straight line says nothing but that the pace is next to none. */
const FARTHEST = 1000

/**
 * The years to parity in words, for periods that are years. Above a thousand no number is said.
 *
 * @example paritySentence(yearsToParity([{ period: 1, value: 4 }, { period: 2, value: 3 }, { period: 3, value: 2.1 }]))
 */
export function paritySentence({ outcome, years, low, high, trend }: YearsToParity): TimeSentence {
  if (outcome === 'at-parity') return { key: 'time.parity-reached', params: { level: trend.lastLevel } }
  if (outcome === 'not-converging' || years === null) {
    return { key: 'time.parity-not-converging', params: { level: trend.lastLevel } }
  }
  if (years > FARTHEST) return { key: 'time.parity-far', params: { low: low ?? 0 } }
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
  const { assignments, exact } = found.permutation
  const permuted = found.trusted === 'permutation'
  const tried = permuted ? assignments : null
  const asLarge = permuted ? Math.round(p * assignments) : null
  return { key, params: { difference: found.difference, low, high, p, smallestP, tried, asLarge, exact } }
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
  const units = found.placebos.length + 1
  const key = p <= level ? 'time.synthetic' : 'time.synthetic-insufficient'
  return { key, params: { gap, p, smallestP, units, asGreat: Math.round(p * units) } }
}

/** Two decimals, or three digits below 1: a small change never reads as 0. */
const amount = (x: number, f: Formats) => (Math.abs(x) < 1 ? f.figure(x) : f.number(x))

const MOST_DIGITS = 4

/** A change and its interval with one number of decimals: the most that one of them needs, and no more than `amount` has. */
function alike({ slope, low, high }: Slope, f: Formats): (x: number) => string {
  const room = Math.max(2, 1 - Math.floor(Math.log10(Math.abs(slope) || 1)))
  if (room > MOST_DIGITS) return (x) => amount(x, f)
  const needed = [slope, low, high].map(
    (x) => (Math.abs(x).toFixed(room).replace(/0+$/, '').split('.')[1] ?? '').length,
  )
  return (x) => f.fixed(x, Math.max(...needed))
}

const within = (slope: Slope, f: Formats) => f.interval(slope, alike(slope, f))

const SV = {
  points: (isPercent: boolean) => (isPercent ? ' procentenheter' : ''),
  size: (x: number, f: Formats) => `${amount(Math.abs(x), f)} ${x < 0 ? 'lägre' : 'högre'}`,
  bounds: ({ low, high }: Judged, f: Formats) =>
    `${low === null ? 'utan nedre gräns' : amount(low, f)} till ${high === null ? 'utan övre gräns' : amount(high, f)}`,
  per: (unit: PeriodUnit) => (unit === 'year' ? 'per år' : 'per period'),
  in: (years: number, f: Formats, digits = 0) =>
    years < (digits === 0 ? 0.5 : 0.05) ? 'inom ett halvt år' : `om ${f.number(years, digits)} år`,
  tried: ({ tried, asLarge, exact }: Judged, f: Formats) =>
    tried === null || asLarge === null
      ? ''
      : `Av ${f.number(tried)} ${exact ? 'möjliga' : 'prövade'} sätt att välja ut enheterna ger ${f.number(asLarge)}, det verkliga medräknat, minst så stor skillnad. `,
}
const EN = {
  points: (isPercent: boolean) => (isPercent ? ' percentage points' : ''),
  size: (x: number, f: Formats) => `${amount(Math.abs(x), f)} ${x < 0 ? 'lower' : 'higher'}`,
  bounds: ({ low, high }: Judged, f: Formats) =>
    `${low === null ? 'no lower bound' : amount(low, f)} to ${high === null ? 'no upper bound' : amount(high, f)}`,
  per: (unit: PeriodUnit) => (unit === 'year' ? 'a year' : 'per period'),
  in: (years: number, f: Formats, digits = 0) => {
    const written = f.number(years, digits)
    return years < (digits === 0 ? 0.5 : 0.05)
      ? 'within half a year'
      : `in ${written} ${written === '1' ? 'year' : 'years'}`
  },
  tried: ({ tried, asLarge, exact }: Judged, f: Formats) =>
    tried === null || asLarge === null
      ? ''
      : `Of ${f.number(tried)} ${exact ? 'possible' : 'tried'} ways to choose the units ${f.number(asLarge)}, the actual one among them, ${asLarge === 1 ? 'gives' : 'give'} a difference at least as large. `,
}

/** Whole years, or tenths where whole ones would hide the width; the point is written alike. */
const digitsOf = (low: number, high: number) => (high < 2 || high - low < 1 ? 1 : 0)
const span = (low: number, high: number, f: Formats) =>
  f.interval({ low, high }, (x) => f.number(x, digitsOf(low, high)))
const farSv = (low: number, high: number, f: Formats) => {
  if (high - low < 0.1) return 'smalare än 0,1 år'
  return high > FARTHEST ? `från ${f.number(low, 0)} till mer än tusen år` : `${span(low, high, f)} år`
}
const farEn = (low: number, high: number, f: Formats) => {
  if (high - low < 0.1) return 'narrower than 0.1 years'
  return high > FARTHEST
    ? `from ${f.number(low, 0)} to more than a thousand years`
    : `${span(low, high, f)} years`
}

/**
 * Writes what is said of change over time in Swedish or English.
 *
 * @example sayTime(trendSentence(trend([{ period: 1, value: 1 }, { period: 2, value: 2 }, { period: 3, value: 2 }])), 'sv')
 */
export const sayTime = speaker<TimeSentence>({
  sv: {
    'time.rising': (found, f) =>
      `Värdet har ökat med ${alike(found, f)(found.slope)}${SV.points(found.isPercent)} ${SV.per(found.unit)} (konfidensintervall ${within(found, f)}).`,
    'time.falling': (found, f) =>
      `Värdet har minskat med ${alike(found, f)(-found.slope)}${SV.points(found.isPercent)} ${SV.per(found.unit)} (konfidensintervall för förändringen ${within(found, f)}).`,
    'time.trend-insufficient': (found, f) =>
      `Otillräckligt underlag för att säga åt vilket håll värdet går: förändringen är ${alike(found, f)(found.slope)}${SV.points(found.isPercent)} ${SV.per(found.unit)} (konfidensintervall ${within(found, f)}).`,
    'time.trend-within-margin': ({ unit, isPercent, low, high, margin }, f) =>
      `Ingen förändring på ${amount(margin, f)}${SV.points(isPercent)} ${SV.per(unit)} eller mer är visad: hela konfidensintervallet, ${f.interval({ low, high }, (x) => amount(x, f))}, ligger innanför.`,
    'time.parity-ahead': ({ years, low, high }, f) =>
      `Om den hittillsvarande takten håller i sig nås jämvikt ${SV.in(years, f, digitsOf(low, high))} (konfidensintervall ${farSv(low, high, f)}). Det är ett mått på takten, ingen prognos.`,
    'time.parity-uncertain': ({ years, low }, f) =>
      `Om den hittillsvarande takten håller i sig nås jämvikt ${SV.in(years, f)}, ${low < 0.5 ? 'men kan vara nådd redan nu' : `tidigast ${SV.in(low, f)}`}. Underlaget är otillräckligt för att säga att jämvikt nås alls.`,
    'time.parity-far': ({ low }, f) =>
      `I den hittillsvarande takten nås jämvikt inte inom tusen år${low > FARTHEST ? '' : `; konfidensintervallet börjar vid ${f.number(low, 0)} år`}. Det är ett mått på takten, ingen prognos.`,
    'time.parity-not-converging': ({ level }, f) =>
      `Värdet, nu ${amount(level, f)}, närmar sig inte jämvikt i den hittillsvarande takten.`,
    'time.parity-reached': ({ level }, f) => `Värdet, nu ${amount(level, f)}, ligger redan vid jämvikt.`,
    'time.difference': (found, f) =>
      `Förändringen är ${SV.size(found.difference, f)} där åtgärden fanns än i övriga enheter (konfidensintervall ${SV.bounds(found, f)}; p ${f.p(found.p)}, lägsta möjliga ${f.p(found.smallestP)}).`,
    'time.difference-insufficient': (found, f) =>
      `Otillräckligt underlag: förändringen är ${SV.size(found.difference, f)} där åtgärden fanns än i övriga enheter. ${SV.tried(found, f)}Konfidensintervall ${SV.bounds(found, f)}; p ${f.p(found.p)}, lägsta möjliga ${f.p(found.smallestP)}.`,
    'time.too-few-units': ({ smallestP }, f) =>
      `Otillräckligt underlag: med så få enheter kan p aldrig bli lägre än ${f.p(smallestP)}, hur stor skillnaden än är.`,
    'time.unlike-before': ({ p }, f) =>
      `Utvecklingen skilde sig åt redan före starten (p ${f.p(p)}); jämförelsen håller då inte utan vidare.`,
    'time.before-insufficient': ({ p }, f) =>
      `Otillräckligt underlag för att säga att utvecklingen skilde sig åt före starten (p ${f.p(p)}); att den var lik är därmed inte visat.`,
    'time.synthetic': ({ gap, p, smallestP }, f) =>
      `Efter starten är värdet i genomsnitt ${SV.size(gap, f)} än i den sammanvägda jämförelsen (p ${f.p(p)}, lägsta möjliga ${f.p(smallestP)}).`,
    'time.synthetic-insufficient': ({ gap, p, smallestP, units, asGreat }, f) =>
      `Otillräckligt underlag: efter starten är värdet i genomsnitt ${SV.size(gap, f)} än i den sammanvägda jämförelsen. Av ${f.number(units)} enheter avviker ${f.number(asGreat)}, enheten själv medräknad, minst lika mycket i förhållande till passningen före (p ${f.p(p)}, lägsta möjliga ${f.p(smallestP)}).`,
    'time.synthetic-unfit': ({ gap }, f) =>
      `Otillräckligt underlag: avståndet efter starten, ${amount(gap, f)}, kan inte bedömas med den passning som jämförelsen hade före.`,
  },
  en: {
    'time.rising': (found, f) =>
      `The value has risen by ${alike(found, f)(found.slope)}${EN.points(found.isPercent)} ${EN.per(found.unit)} (confidence interval ${within(found, f)}).`,
    'time.falling': (found, f) =>
      `The value has fallen by ${alike(found, f)(-found.slope)}${EN.points(found.isPercent)} ${EN.per(found.unit)} (confidence interval of the change ${within(found, f)}).`,
    'time.trend-insufficient': (found, f) =>
      `Insufficient evidence to say which way the value goes: the change is ${alike(found, f)(found.slope)}${EN.points(found.isPercent)} ${EN.per(found.unit)} (confidence interval ${within(found, f)}).`,
    'time.trend-within-margin': ({ unit, isPercent, low, high, margin }, f) =>
      `No change of ${amount(margin, f)}${EN.points(isPercent)} ${EN.per(unit)} or more is shown: the whole confidence interval, ${f.interval({ low, high }, (x) => amount(x, f))}, lies inside.`,
    'time.parity-ahead': ({ years, low, high }, f) =>
      `If the pace so far holds, parity comes ${EN.in(years, f, digitsOf(low, high))} (confidence interval ${farEn(low, high, f)}). It is a measure of pace, not a forecast.`,
    'time.parity-uncertain': ({ years, low }, f) =>
      `If the pace so far holds, parity comes ${EN.in(years, f)}, ${low < 0.5 ? 'but may be there already' : `${EN.in(low, f)} at the earliest`}. There is insufficient evidence to say that parity comes at all.`,
    'time.parity-far': ({ low }, f) =>
      `At the pace so far parity is not within a thousand years${low > FARTHEST ? '' : `; the confidence interval begins at ${f.number(low, 0)} ${Math.round(low) === 1 ? 'year' : 'years'}`}. It is a measure of pace, not a forecast.`,
    'time.parity-not-converging': ({ level }, f) =>
      `The value, now ${amount(level, f)}, does not approach parity at the pace so far.`,
    'time.parity-reached': ({ level }, f) => `The value, now ${amount(level, f)}, is already at parity.`,
    'time.difference': (found, f) =>
      `The change is ${EN.size(found.difference, f)} where the measure was than in other units (confidence interval ${EN.bounds(found, f)}; p ${f.p(found.p)}, lowest possible ${f.p(found.smallestP)}).`,
    'time.difference-insufficient': (found, f) =>
      `Insufficient evidence: the change is ${EN.size(found.difference, f)} where the measure was than in other units. ${EN.tried(found, f)}Confidence interval ${EN.bounds(found, f)}; p ${f.p(found.p)}, lowest possible ${f.p(found.smallestP)}.`,
    'time.too-few-units': ({ smallestP }, f) =>
      `Insufficient evidence: with so few units p can never be lower than ${f.p(smallestP)}, however large the difference.`,
    'time.unlike-before': ({ p }, f) =>
      `The units moved apart already before the start (p ${f.p(p)}); the comparison then does not hold as it stands.`,
    'time.before-insufficient': ({ p }, f) =>
      `Insufficient evidence to say that the units moved apart before the start (p ${f.p(p)}); that they moved alike is not shown by this.`,
    'time.synthetic': ({ gap, p, smallestP }, f) =>
      `After the start the value is on average ${EN.size(gap, f)} than in the weighted comparison (p ${f.p(p)}, lowest possible ${f.p(smallestP)}).`,
    'time.synthetic-insufficient': ({ gap, p, smallestP, units, asGreat }, f) =>
      `Insufficient evidence: after the start the value is on average ${EN.size(gap, f)} than in the weighted comparison. Of ${f.number(units)} units ${f.number(asGreat)}, the unit itself among them, ${asGreat === 1 ? 'departs' : 'depart'} at least as much in proportion to the fit before (p ${f.p(p)}, lowest possible ${f.p(smallestP)}).`,
    'time.synthetic-unfit': ({ gap }, f) =>
      `Insufficient evidence: the distance after the start, ${amount(gap, f)}, cannot be judged with the fit the comparison had before.`,
  },
})
