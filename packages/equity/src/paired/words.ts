import type { Estimate, Interval } from '../rates/interval.ts'
import { speaker } from '../words/speaker.ts'
import type { BeforeAfter } from './before-after.ts'
import type { KnowledgeChange } from './knowledge-change.ts'
import { FEWEST_JUDGED, FEWEST_SHOWN } from './verdict.ts'

export type PairedSentence =
  | { readonly key: 'paired.tooFew'; readonly params: { readonly fewest: number } }
  | {
      readonly key: 'paired.counts'
      readonly params: {
        readonly n: number
        readonly incomplete: number
        readonly better: number
        readonly same: number
        readonly worse: number
      }
    }
  | {
      readonly key: 'paired.shift'
      readonly params: {
        readonly value: number
        readonly interval: Interval | null
        readonly confidence: number
      }
    }
  | {
      readonly key: 'paired.knowledge'
      readonly params: {
        readonly n: number
        readonly before: number
        readonly after: number
        readonly gained: number
        readonly lost: number
      }
    }
  | {
      readonly key: 'paired.changeShown'
      readonly params: { readonly direction: 'higher' | 'lower'; readonly p: number }
    }
  | {
      readonly key: 'paired.knowledgeShown'
      readonly params: { readonly direction: 'higher' | 'lower'; readonly p: number }
    }
  | { readonly key: 'paired.insufficientEvidence'; readonly params: { readonly p: number | null } }
  | { readonly key: 'paired.noVerdict'; readonly params: { readonly n: number; readonly fewest: number } }

/**
 * What is said where `beforeAfter` or `knowledgeChange` refused with `too-few`.
 *
 * @example sayPaired(tooFewSentence(), 'en')
 */
export function tooFewSentence(): PairedSentence {
  return { key: 'paired.tooFew', params: { fewest: FEWEST_SHOWN } }
}

function verdictSentence(
  { verdict, n }: Pick<BeforeAfter, 'verdict' | 'n'>,
  p: number | null,
  direction: 'higher' | 'lower',
  shown: 'paired.changeShown' | 'paired.knowledgeShown',
): PairedSentence {
  if (verdict === 'noVerdict') return { key: 'paired.noVerdict', params: { n, fewest: FEWEST_JUDGED } }
  return verdict === 'changeShown' && p !== null
    ? { key: shown, params: { direction, p } }
    : { key: 'paired.insufficientEvidence', params: { p } }
}

/**
 * Ratings before and after in words: counts, shift, and what may be said of a change.
 *
 * The shift is left out when it is 0 or its interval is a single point, as on a coarse scale where many answered the
 * same: it is over all pairs, while the test asks which way those moved who changed, and may show what the shift does
 * not.
 *
 * @example beforeAfterSentences(beforeAfter([2, 3, 2, 3, 2, 3], [3, 4, 3, 3, 4, 3])).map((one) => sayPaired(one, 'sv'))
 */
export function beforeAfterSentences(found: BeforeAfter): readonly PairedSentence[] {
  const { n, incomplete, better, same, worse, shift, confidence, test } = found
  return [
    {
      key: 'paired.counts',
      params: { n, incomplete, better: better.count, same: same.count, worse: worse.count },
    },
    ...(isTelling(shift) ? [{ key: 'paired.shift', params: { ...shift, confidence } } as const] : []),
    verdictSentence(
      found,
      test?.p ?? null,
      (found.rankBiserial ?? 0) > 0 ? 'higher' : 'lower',
      'paired.changeShown',
    ),
  ]
}

function isTelling({ value, interval }: Estimate): boolean {
  return value !== 0 && (interval === null || interval.low < interval.high)
}

/**
 * A knowledge item before and after in words.
 *
 * @example knowledgeSentences(knowledgeChange({ bothRight: 3, gained: 8, lost: 0, bothWrong: 1 }))
 */
export function knowledgeSentences(found: KnowledgeChange): readonly PairedSentence[] {
  const { n, rightBefore, rightAfter, gained, lost, test } = found
  return [
    {
      key: 'paired.knowledge',
      params: {
        n,
        before: rightBefore.count,
        after: rightAfter.count,
        gained: gained.count,
        lost: lost.count,
      },
    },
    verdictSentence(
      found,
      test?.p ?? null,
      gained.count > lost.count ? 'higher' : 'lower',
      'paired.knowledgeShown',
    ),
  ]
}

/** Writes a sentence on before and after out in Swedish or English. */
export const sayPaired = speaker<PairedSentence>({
  sv: {
    'paired.tooFew': ({ fewest }, f) => `Färre än ${f.number(fewest)} svar: inget resultat visas.`,
    'paired.counts': ({ n, incomplete, better, same, worse }, f) =>
      `Av ${f.number(n)} som svarat båda gångerna svarade ${f.number(better)} bättre, ${f.number(same)} lika och ${f.number(worse)} sämre.${incomplete > 0 ? ` Ofullständiga svar, inte medräknade: ${f.number(incomplete)}.` : ''}`,
    'paired.shift': ({ value, interval, confidence }, f) =>
      interval
        ? `Svaren har typiskt flyttats ${f.number(value)} steg (${f.number(confidence * 100)} % konfidensintervall ${f.interval(interval, f.number)}).`
        : `Svaren har typiskt flyttats ${f.number(value)} steg. Så få svar ger inget konfidensintervall.`,
    'paired.knowledge': ({ n, before, after, gained, lost }, f) =>
      `Av ${f.number(n)} svarade ${f.number(before)} rätt före och ${f.number(after)} rätt efter: ${f.number(gained)} gick från fel till rätt, ${f.number(lost)} från rätt till fel.`,
    'paired.changeShown': ({ direction, p }, f) =>
      `En förändring är visad: bland dem som ändrade sitt svar väger ${direction === 'higher' ? 'stegen uppåt tyngre än stegen nedåt' : 'stegen nedåt tyngre än stegen uppåt'} (p ${f.p(p)}).`,
    'paired.knowledgeShown': ({ direction, p }, f) =>
      `En förändring är visad: ${direction === 'higher' ? 'fler' : 'färre'} svarade rätt efteråt (p ${f.p(p)}).`,
    'paired.insufficientEvidence': ({ p }, f) =>
      `Otillräckligt underlag för att säga om svaren har förändrats${p === null ? '' : ` (p ${f.p(p)})`}.`,
    'paired.noVerdict': ({ n, fewest }, f) =>
      `${f.number(n)} par är färre än ${f.number(fewest)}. Därför görs ingen bedömning.`,
  },
  en: {
    'paired.tooFew': ({ fewest }, f) => `Fewer than ${f.number(fewest)} answers: no result is displayed.`,
    'paired.counts': ({ n, incomplete, better, same, worse }, f) =>
      `Of ${f.number(n)} who answered both times, ${f.number(better)} answered better, ${f.number(same)} the same and ${f.number(worse)} worse.${incomplete > 0 ? ` Incomplete answers, not counted: ${f.number(incomplete)}.` : ''}`,
    'paired.shift': ({ value, interval, confidence }, f) =>
      interval
        ? `Answers have typically moved ${f.number(value)} ${Math.abs(value) === 1 ? 'step' : 'steps'} (${f.number(confidence * 100)} % confidence interval ${f.interval(interval, f.number)}).`
        : `Answers have typically moved ${f.number(value)} ${Math.abs(value) === 1 ? 'step' : 'steps'}. So few answers give no confidence interval.`,
    'paired.knowledge': ({ n, before, after, gained, lost }, f) =>
      `Of ${f.number(n)}, ${f.number(before)} answered right before and ${f.number(after)} after: ${f.number(gained)} went from wrong to right, ${f.number(lost)} from right to wrong.`,
    'paired.changeShown': ({ direction, p }, f) =>
      `A change is shown: among those who changed their answer, steps ${direction === 'higher' ? 'up outweigh steps down' : 'down outweigh steps up'} (p ${f.p(p)}).`,
    'paired.knowledgeShown': ({ direction, p }, f) =>
      `A change is shown: ${direction === 'higher' ? 'more' : 'fewer'} answered right afterwards (p ${f.p(p)}).`,
    'paired.insufficientEvidence': ({ p }, f) =>
      `Insufficient evidence to say whether answers have changed${p === null ? '' : ` (p ${f.p(p)})`}.`,
    'paired.noVerdict': ({ n, fewest }, f) =>
      `${f.number(n)} pairs are fewer than ${f.number(fewest)}. No judgement is therefore made.`,
  },
})
