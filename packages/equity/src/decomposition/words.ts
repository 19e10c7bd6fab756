import { normalQuantile } from '../math/normal.ts'
import type { Interval } from '../rates/interval.ts'
import { type Language, sizeInterval, speaker } from '../words/speaker.ts'
import type { Kitagawa } from './kitagawa.ts'
import type { OaxacaBlinder, ReferenceName } from './oaxaca-types.ts'
import type { YunDecomposition } from './yun.ts'

interface Gap {
  readonly a: string
  readonly b: string
  readonly gap: number
  readonly interval: Interval | null
}

interface Split {
  readonly explained: number
  readonly unexplained: number
  /** Explained part of the gap; `null` where the parts point both ways, so that a share would mislead. */
  readonly share: number | null
  readonly reference: ReferenceName
  /** The explained part over all references. */
  readonly span: Interval
}

export type DecompositionSentence =
  | { readonly key: 'decomposition.means'; readonly params: Gap }
  | { readonly key: 'decomposition.rates'; readonly params: Gap }
  | { readonly key: 'decomposition.insufficient'; readonly params: Gap }
  | { readonly key: 'decomposition.insufficientRates'; readonly params: Gap }
  | { readonly key: 'decomposition.split'; readonly params: Split }
  | { readonly key: 'decomposition.splitRates'; readonly params: Split }
  | {
      readonly key: 'decomposition.composition'
      readonly params: {
        readonly a: string
        readonly b: string
        readonly gap: number
        readonly composition: number
        readonly rates: number
      }
    }

/**
 * What a decomposition of means says: the gap with its interval, and how much of it goes with the characteristics.
 *
 * Where the interval of the gap holds 0 the second sentence is left out and the first says that the evidence is
 * insufficient.
 *
 * @param names of the groups as a reader knows them
 * @param reference which reference coefficients to speak of
 * @example decompositionSentences(oaxacaBlinder(men, women), { a: 'män', b: 'kvinnor' })[0]?.key // 'decomposition.means'
 */
export function decompositionSentences(
  { gap, twofold }: Pick<OaxacaBlinder | YunDecomposition, 'gap' | 'twofold'>,
  names: { readonly a: string; readonly b: string },
  {
    reference = 'pooled-with-group',
    rates = false,
  }: { readonly reference?: ReferenceName; readonly rates?: boolean } = {},
): DecompositionSentence[] {
  const z = normalQuantile(0.975)
  const interval =
    gap.se === null ? null : { low: gap.estimate - z * gap.se, high: gap.estimate + z * gap.se }
  const params = { ...names, gap: gap.estimate, interval }
  if (interval !== null && interval.low <= 0 && interval.high >= 0)
    return [{ key: rates ? 'decomposition.insufficientRates' : 'decomposition.insufficient', params }]
  const split = twofold.find((one) => one.reference === reference)
  const first: DecompositionSentence = { key: rates ? 'decomposition.rates' : 'decomposition.means', params }
  if (split === undefined) return [first]
  const explained = split.explained.estimate
  const unexplained = split.unexplained.estimate
  const share = explained * unexplained >= 0 && gap.estimate !== 0 ? explained / gap.estimate : null
  const all = twofold.map((one) => one.explained.estimate)
  const span = { low: Math.min(...all), high: Math.max(...all) }
  return [
    first,
    {
      key: rates ? 'decomposition.splitRates' : 'decomposition.split',
      params: { explained, unexplained, share, reference, span },
    },
  ]
}

/**
 * What a Kitagawa decomposition says, in one sentence.
 *
 * @example sayDecomposition(compositionSentence(kitagawa(cells), { a: 'women', b: 'men' }), 'en')
 */
export function compositionSentence(
  { gap, composition, rates }: Pick<Kitagawa, 'gap' | 'composition' | 'rates'>,
  names: { readonly a: string; readonly b: string },
): DecompositionSentence {
  return { key: 'decomposition.composition', params: { ...names, gap, composition, rates } }
}

const REFERENCES: Readonly<Record<Language, Readonly<Record<ReferenceName, string>>>> = {
  sv: {
    a: 'den första gruppens koefficienter',
    b: 'den andra gruppens koefficienter',
    equal: 'medelvärdet av gruppernas koefficienter',
    size: 'koefficienter vägda med gruppernas storlek',
    pooled: 'gemensamma koefficienter',
    'pooled-with-group': 'gemensamma koefficienter vid samma grupp',
  },
  en: {
    a: 'the first group’s coefficients',
    b: 'the second group’s coefficients',
    equal: 'the mean of both groups’ coefficients',
    size: 'coefficients weighted by the groups’ sizes',
    pooled: 'pooled coefficients',
    'pooled-with-group': 'coefficients pooled with a dummy for the group',
  },
}

/** Writes a decomposition's sentence in Swedish or English. */
export const sayDecomposition = speaker<DecompositionSentence>({
  sv: {
    'decomposition.means': ({ a, b, gap, interval }, f) =>
      `Medelvärdet för ${a} är ${f.figure(Math.abs(gap))} ${gap < 0 ? 'lägre' : 'högre'} än för ${b}${
        interval === null
          ? ''
          : ` (95 % intervall ${f.interval(sizeInterval(gap, interval), (v) => f.figure(v))})`
      }.`,
    'decomposition.rates': ({ a, b, gap, interval }, f) =>
      `Andelen bland ${a} är ${f.points(gap)} procentenheter ${gap < 0 ? 'lägre' : 'högre'} än bland ${b}${
        interval === null
          ? ''
          : ` (95 % intervall ${f.interval(sizeInterval(gap, interval), (v) => f.number(100 * v, 1))})`
      }.`,
    'decomposition.insufficient': ({ a, b, interval }, f) =>
      `Otillräckligt underlag: skillnaden mellan ${a} och ${b} kan gå åt båda håll${
        interval === null ? '' : ` (95 % intervall ${f.interval(interval, (v) => f.figure(v))})`
      }, och en uppdelning av den säger därför litet.`,
    'decomposition.insufficientRates': ({ a, b, interval }, f) =>
      `Otillräckligt underlag: skillnaden mellan ${a} och ${b} kan gå åt båda håll${
        interval === null
          ? ''
          : ` (95 % intervall ${f.interval(interval, (v) => f.number(100 * v, 1))} procentenheter)`
      }, och en uppdelning av den säger därför litet.`,
    'decomposition.split': ({ explained, unexplained, share, reference, span }, f) =>
      `Med ${REFERENCES.sv[reference]} följer ${f.figure(explained)}${share === null ? '' : ` (${f.percent(share)})`} av skillnaden med de egenskaper som räknats med och ${f.figure(unexplained)} inte; med andra referenser följer ${f.interval(span, (x) => f.figure(x))}. Det är en uträkning, inte en förklaring till varför.`,
    'decomposition.splitRates': ({ explained, unexplained, share, reference, span }, f) =>
      `Med ${REFERENCES.sv[reference]} följer ${f.figure(100 * explained)} procentenheter${share === null ? '' : ` (${f.percent(share)})`} av skillnaden med de egenskaper som räknats med och ${f.figure(100 * unexplained)} inte; med andra referenser följer ${f.interval(span, (x) => f.figure(100 * x))}. Det är en uträkning, inte en förklaring till varför.`,
    'decomposition.composition': ({ a, b, gap, composition, rates }, f) =>
      `Skillnaden mellan ${a} och ${b} är ${f.figure(gap)}: ${f.figure(composition)} följer med var grupperna finns och ${f.figure(rates)} med olika utfall på samma ställe. Det är en uträkning, inte en förklaring till varför.`,
  },
  en: {
    'decomposition.means': ({ a, b, gap, interval }, f) =>
      `The mean of ${a} is ${f.figure(Math.abs(gap))} ${gap < 0 ? 'lower' : 'higher'} than that of ${b}${
        interval === null
          ? ''
          : ` (95 % interval ${f.interval(sizeInterval(gap, interval), (v) => f.figure(v))})`
      }.`,
    'decomposition.rates': ({ a, b, gap, interval }, f) =>
      `The rate among ${a} is ${f.points(gap)} percentage points ${gap < 0 ? 'lower' : 'higher'} than among ${b}${
        interval === null
          ? ''
          : ` (95 % interval ${f.interval(sizeInterval(gap, interval), (v) => f.number(100 * v, 1))})`
      }.`,
    'decomposition.insufficient': ({ a, b, interval }, f) =>
      `Insufficient evidence: the difference between ${a} and ${b} could go either way${
        interval === null ? '' : ` (95 % interval ${f.interval(interval, (v) => f.figure(v))})`
      }, so dividing it up says little.`,
    'decomposition.insufficientRates': ({ a, b, interval }, f) =>
      `Insufficient evidence: the difference between ${a} and ${b} could go either way${
        interval === null
          ? ''
          : ` (95 % interval ${f.interval(interval, (v) => f.number(100 * v, 1))} percentage points)`
      }, so dividing it up says little.`,
    'decomposition.split': ({ explained, unexplained, share, reference, span }, f) =>
      `With ${REFERENCES.en[reference]}, ${f.figure(explained)}${share === null ? '' : ` (${f.percent(share)})`} of the difference goes with the characteristics that were counted and ${f.figure(unexplained)} does not; with other references ${f.interval(span, (x) => f.figure(x))} goes with them. This is arithmetic, not an explanation of why.`,
    'decomposition.splitRates': ({ explained, unexplained, share, reference, span }, f) =>
      `With ${REFERENCES.en[reference]}, ${f.figure(100 * explained)} percentage points${share === null ? '' : ` (${f.percent(share)})`} of the difference goes with the characteristics that were counted and ${f.figure(100 * unexplained)} does not; with other references ${f.interval(span, (x) => f.figure(100 * x))} goes with them. This is arithmetic, not an explanation of why.`,
    'decomposition.composition': ({ a, b, gap, composition, rates }, f) =>
      `The difference between ${a} and ${b} is ${f.figure(gap)}: ${f.figure(composition)} goes with where the groups are and ${f.figure(rates)} with different outcomes in the same place. This is arithmetic, not an explanation of why.`,
  },
})
