import { describe, expect, it } from 'vitest'
import { CAUSAL } from '../testing/causal-words.ts'
import type { Language } from '../words/speaker.ts'
import { meanGap, proportionGap } from './gap.ts'
import { meanInteraction, proportionInteraction } from './interaction.ts'
import { planPrecision } from './precision-planner.ts'
import { sampleQuantile } from './quantile.ts'
import { wilsonInterval } from './wilson.ts'
import {
  gapSentence,
  interactionSentence,
  planSentences,
  quantileSentence,
  type RatesSentence,
  sayRates,
  shareSentence,
} from './words.ts'

function sound<T>(result: ({ readonly ok: true } & T) | { readonly ok: false; readonly reason: string }): T {
  if (!result.ok) throw new Error(result.reason)
  return result
}

const of = (successes: number, n: number) => ({ successes, n })
const labels: Readonly<Record<Language, { group: string; reference: string }>> = {
  sv: { group: 'kvinnor', reference: 'män' },
  en: { group: 'women', reference: 'men' },
}
const shown = sound(proportionGap(of(18, 96), of(262, 655)))
const unclear = sound(proportionGap(of(18, 96), of(22, 96)))
const near = sound(proportionGap(of(5000, 10_000), of(5010, 10_000)))
const means = sound(meanGap({ n: 40, mean: 310.5, sd: 20 }, { n: 40, mean: 340, sd: 20 }))
const constant = sound(meanGap({ n: 4, mean: 3, sd: 0 }, { n: 4, mean: 4, sd: 0 }))
const cell = (mean: number) => ({ n: 50, mean, sd: 1 })

describe('rates in words', () => {
  const say = (sentence: RatesSentence) => [sayRates(sentence, 'sv'), sayRates(sentence, 'en')]
  it('a shown gap names both shares, the difference and its interval', () => {
    expect(sayRates(gapSentence(shown, labels.sv, 'share'), 'sv')).toBe(
      'Andelen är lägre för kvinnor (18,8 %) än för män (40,0 %). Skillnaden är 21,3 procentenheter (95 % konfidensintervall 11,6 till 28,8 procentenheter).',
    )
    expect(sayRates(gapSentence(means, labels.en, 'value'), 'en')).toBe(
      'The mean is lower for women (310.5) than for men (340). The difference is 29.5 (95 % confidence interval 20.6 to 38.4).',
    )
  })
  it('an unclear gap is insufficient evidence, with or without an interval', () => {
    expect(sayRates(gapSentence(unclear, labels.sv, 'share'), 'sv')).toMatch(/^Otillräckligt underlag/)
    expect(sayRates(gapSentence(unclear, labels.en, 'share'), 'en')).toMatch(/^Insufficient evidence/)
    expect(sayRates(gapSentence(constant, labels.en, 'value'), 'en')).toMatch(
      /no confidence interval can be computed/,
    )
  })
  it('within a margin only where one is stated and the interval lies inside it', () => {
    expect(gapSentence(near, labels.en, 'share').key).toBe('rates.gapInsufficientEvidence')
    expect(gapSentence(near, labels.en, 'share', 0.01).key).toBe('rates.gapInsufficientEvidence')
    const within = gapSentence(near, labels.sv, 'share', 0.05)
    expect(sayRates(within, 'sv')).toMatch(/ryms inom den angivna marginalen 5 procentenheter/)
    expect(sayRates(gapSentence(near, labels.en, 'share', 0.05), 'en')).toMatch(
      /stated margin of 5 percentage points/,
    )
  })
  it('sv and en say the same of gaps that may or may not add up', () => {
    const [sv, en] = say(
      interactionSentence(
        sound(meanInteraction({ reference: cell(1), first: cell(1), second: cell(1), both: cell(1) })),
        'value',
      ),
    )
    expect(sv).toMatch(/om de två skillnaderna tillsammans blir större eller mindre än sin summa/)
    expect(en).toMatch(/whether the two gaps together come to more or less than their sum/)
  })
  it('counts one as one', () => {
    const [total] = planSentences(sound(planPrecision([{ name: 'A', population: 1 }], { margin: 0.05 })))
    expect(total && sayRates(total, 'en')).toMatch(/^In all 1 is asked; about 1 answer is expected/)
    const params = { probability: 0.5, value: 3, n: 1 }
    expect(say({ key: 'rates.quantileInsufficientEvidence', params })).toEqual([
      expect.stringContaining('(1 värde)'),
      expect.stringContaining('(1 value)'),
    ])
  })
  it('tells how many to ask, and where everyone is not enough', () => {
    const plan = sound(
      planPrecision(
        [
          { name: 'A', population: 4200 },
          { name: 'B', population: 60 },
          { name: 'C', population: 200 },
        ],
        { margin: 0.05, responseRate: 0.5 },
      ),
    )
    const [total, a, b] = planSentences(plan)
    expect(total && sayRates(total, 'en')).toMatch(/^In all 966 are asked; about 483 answers are expected/)
    expect(a && sayRates(a, 'sv')).toMatch(/^A: fråga 706 av 4\s200\. Omkring 353 väntas svara/)
    expect(b && sayRates(b, 'sv')).toMatch(/^B: även om alla 60 tillfrågas/)
  })
  it('every sentence renders in both languages, without words of cause', () => {
    const census = sound(planPrecision([{ name: 'B', population: 6 }], { margin: 0.05 }))
    const few = sound(planPrecision([{ name: 'B', population: 6 }], { margin: 0.05, responseRate: 0.3 }))
    const plenty = sound(planPrecision([{ name: 'B', population: 60_000 }], { margin: 0.05 }))
    const sentences: readonly RatesSentence[] = [
      shareSentence('A', 0.35, wilsonInterval(7, 20), 20),
      gapSentence(shown, labels.sv, 'share'),
      gapSentence(unclear, labels.sv, 'share'),
      gapSentence(near, labels.sv, 'share', 0.05),
      gapSentence(means, labels.sv, 'value'),
      gapSentence(constant, labels.sv, 'value'),
      interactionSentence(
        sound(
          proportionInteraction({
            reference: of(80, 100),
            first: of(70, 100),
            second: of(70, 100),
            both: of(10, 100),
          }),
        ),
        'share',
      ),
      interactionSentence(
        sound(meanInteraction({ reference: cell(3), first: cell(2), second: cell(2), both: cell(1) })),
        'value',
      ),
      quantileSentence(sound(sampleQuantile([1, 2, 3, 4, 5, 6], 0.5)), 0.5),
      quantileSentence(sound(sampleQuantile([1, 2, 3], 0.5)), 0.5),
      ...planSentences(census),
      ...planSentences(few),
      ...planSentences(plenty),
    ]
    expect(new Set(sentences.map((s) => s.key)).size).toBe(12)
    for (const text of sentences.flatMap(say)) {
      expect(text).not.toMatch(CAUSAL)
      expect(text).toMatch(/\.$/)
    }
  })
})
