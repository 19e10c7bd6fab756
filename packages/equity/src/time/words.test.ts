import { describe, expect, it } from 'vitest'
import { makeRandom } from '../math/random.ts'
import { CAUSAL } from '../testing/causal-words.ts'
import { differenceInDifferences } from './difference-in-differences.ts'
import { syntheticControl } from './synthetic-control.ts'
import { trend } from './trend.ts'
import type { TimeSentence } from './words.ts'
import * as words from './words.ts'
import { yearsToParity } from './years-to-parity.ts'

const said: string[] = []
const say = (sentence: TimeSentence) => {
  const both = [words.sayTime(sentence, 'sv'), words.sayTime(sentence, 'en')]
  said.push(...both)
  return both
}
const series = (values: readonly number[]) => values.map((value, i) => ({ period: 2015 + i, value }))
const trendOf = (values: readonly number[], margin?: number, unit: words.PeriodUnit = 'year') => {
  const line = trend(series(values))
  if (!line.ok) throw new Error(line.reason)
  return say(words.trendSentence(line, margin, unit))
}
const parityOf = (values: readonly number[]) => {
  const ahead = yearsToParity(series(values))
  if (!ahead.ok) throw new Error(ahead.reason)
  return say(words.paritySentence(ahead))
}
/** Units with the same movement and some noise; the first is shifted from 2019 on, four years. */
const panel = (units: number, shift: number, drift = 0, first = 2015) => {
  const random = makeRandom(12)
  const periods = Array.from({ length: 2023 - first }, (_, t) => first + t)
  return {
    periods,
    units: Array.from({ length: units }, (_, u) => ({
      unit: `u${u}`,
      values: periods.map((year, t) => {
        const own = u === 0 ? drift * t + (year >= 2019 ? shift : 0) : 0
        return 50 + (u % 5) + Math.sin(t) + 0.3 * random.normal() + own
      }),
    })),
  }
}
const differenceOf = (units: number, shift: number, drift = 0) => {
  const found = differenceInDifferences(panel(units, shift, drift), { treated: ['u0'], start: 2019, seed: 1 })
  if (!found.ok) throw new Error(found.reason)
  return found
}
const syntheticOf = (units: number, shift: number, poorFit?: number) => {
  const found = syntheticControl(panel(units, shift, 0, 1985), { treated: 'u0', start: 2019 })
  if (!found.ok) throw new Error(found.reason)
  return say(words.syntheticSentence(found, 0.05, poorFit))
}

describe('what is said of change over time', () => {
  it('names the direction only when the interval does', () => {
    expect(trendOf([1, 2.1, 2.9, 4])[0]).toMatch(/^Värdet har ökat med 0,98 per år/)
    expect(trendOf([4, 2.9, 2.1, 1])[1]).toMatch(
      /^The value has fallen by 0\.98 a year .* −1\.\d+ to −0\.\d+/,
    )
    expect(trendOf([1, 3, 0, 2])).toEqual([
      expect.stringContaining('Otillräckligt underlag'),
      expect.stringContaining('Insufficient evidence'),
    ])
    expect(trendOf([1, 1.01, 0.99, 1], 0.5)[0]).toContain('Ingen förändring på 0,5 per år eller mer är visad')
  })
  it('says when parity would come, may not come, or is there', () => {
    expect(parityOf([8, 7.1, 5.9, 5, 4.1])[0]).toMatch(
      /nås jämvikt om 4 år \(konfidensintervall 4 till 5 år\)/,
    )
    expect(parityOf([8, 3, 9, 4, 6])[0]).toContain(
      'Underlaget är otillräckligt för att säga att jämvikt nås alls',
    )
    expect(parityOf([8, 3, 9, 4, 6])[1]).toContain('insufficient evidence to say that parity comes at all')
    expect(parityOf([1, 2, 3.5])[1]).toBe('The value, now 3.42, does not approach parity at the pace so far.')
    expect(parityOf([2, 1, 0])[0]).toBe('Värdet, nu 0, ligger redan vid jämvikt.')
  })
  it('judges a difference by the test that can be trusted', () => {
    const clear = say(words.differenceSentence(differenceOf(24, 9)))
    expect(clear[0]).toMatch(
      /^Förändringen är \d,\d+ högre där åtgärden fanns .* p 0,042, lägsta möjliga 0,042\)/,
    )
    expect(clear[1]).toContain('higher where the measure was than in other units')
    expect(say(words.differenceSentence(differenceOf(24, 0)))[0]).toMatch(
      /^Otillräckligt underlag: förändringen/,
    )
    expect(say(words.differenceSentence(differenceOf(12, 9)))).toEqual([
      expect.stringContaining('kan p aldrig bli lägre än 0,083'),
      expect.stringContaining('p can never be lower than 0.083'),
    ])
  })
  it('warns of unlike slopes before, and does not call them alike', () => {
    const apart = differenceOf(24, 0, 4).preTrend
    const close = differenceOf(24, 0).preTrend
    if (!apart || !close) throw new Error('missing')
    expect(say(words.beforeSentence(apart))[0]).toContain('skilde sig åt redan före starten')
    expect(say(words.beforeSentence(close))[1]).toContain('that they moved alike is not shown')
  })
  it('speaks of the synthetic control by fit and rank', () => {
    expect(syntheticOf(24, 9, 5)[0]).toMatch(/^Efter starten är värdet i genomsnitt \d+,?\d* högre/)
    expect(syntheticOf(24, 0, 5)[1]).toMatch(
      /Of 24 units \d+, the unit itself among them, depart at least as much/,
    )
    expect(syntheticOf(24, 9, 0)[0]).toContain('kan inte bedömas')
    expect(syntheticOf(12, 9, 5)[0]).toContain('kan p aldrig bli lägre')
  })
  it('writes a change and its interval with the same number of decimals, and per cent in points', () => {
    const slope = { unit: 'year', isPercent: false, slope: 1, low: 0.5, high: 1.25 } as const
    expect(say({ key: 'time.rising', params: slope })).toEqual([
      'Värdet har ökat med 1,00 per år (konfidensintervall 0,50 till 1,25).',
      'The value has risen by 1.00 a year (confidence interval 0.50 to 1.25).',
    ])
    const points = { ...slope, isPercent: true, slope: -0.05, low: -0.1, high: 0 }
    expect(say({ key: 'time.trend-insufficient', params: points })).toEqual([
      expect.stringContaining('är −0,05 procentenheter per år (konfidensintervall −0,10 till 0,00)'),
      expect.stringContaining('is −0.05 percentage points a year (confidence interval −0.10 to 0.00)'),
    ])
    expect(say({ key: 'time.rising', params: { ...slope, low: 1, high: 1 } })[0]).toContain(
      'ökat med 1 per år',
    )
  })
  it('names the year only when told that periods are years', () => {
    expect(trendOf([1, 2.1, 2.9, 4], undefined, 'period')).toEqual([
      expect.stringContaining('ökat med 0,98 per period'),
      expect.stringContaining('risen by 0.98 per period'),
    ])
    const line = trend(series([1, 2, 2]))
    if (!line.ok) throw new Error(line.reason)
    expect(say(words.trendSentence(line))[0]).toContain('per period')
    expect(trendOf([0.001, 0.0021, 0.0029, 0.004])[0]).toContain('ökat med 0,00098 per år')
  })
  it('never says 0 years or 1 years, and stops counting at a thousand', () => {
    expect(say({ key: 'time.parity-ahead', params: { years: 1.2, low: 0.9, high: 1.6 } })).toEqual([
      expect.stringContaining('om 1,2 år (konfidensintervall 0,9 till 1,6 år)'),
      expect.stringContaining('in 1.2 years (confidence interval 0.9 to 1.6 years)'),
    ])
    expect(say({ key: 'time.parity-ahead', params: { years: 0.02, low: 0, high: 0.04 } })[1]).toContain(
      'within half a year (confidence interval narrower than 0.1 years)',
    )
    expect(say({ key: 'time.parity-uncertain', params: { years: 1, low: 0 } })).toEqual([
      expect.stringContaining('om 1 år, men kan vara nådd redan nu.'),
      expect.stringContaining('in 1 year, but may be there already.'),
    ])
    expect(parityOf([8, 6.2, 3.9, 2.1, 0.2])).toEqual([
      expect.stringContaining('om 0,1 år (konfidensintervall 0 till 0,3 år)'),
      expect.stringContaining('in 0.1 years (confidence interval 0 to 0.3 years)'),
    ])
    expect(parityOf([8, 7.999, 7.9981, 7.997])).toEqual([
      expect.stringContaining('nås jämvikt inte inom tusen år'),
      expect.stringContaining('not within a thousand years'),
    ])
    expect(parityOf([4, 3, 2])[0]).toContain('om 2 år (konfidensintervall smalare än 0,1 år)')
    expect(say({ key: 'time.parity-ahead', params: { years: 4, low: 3.8, high: 4.2 } })[0]).toContain(
      'konfidensintervall 3,8 till 4,2 år',
    )
    const near = { years: 300, low: 200, high: 4000 }
    expect(say({ key: 'time.parity-ahead', params: near })[0]).toContain('från 200 till mer än tusen år')
  })
  it('at p above the level says how many ways give as large a difference, and no more', () => {
    const found = differenceOf(24, 0)
    const [sv, en] = say(words.differenceSentence(found))
    const times = Math.round(found.permutation.p * 24)
    expect(sv).toContain(
      `Av 24 möjliga sätt att välja ut enheterna ger ${times}, det verkliga medräknat, minst så stor skillnad`,
    )
    expect(en).toContain(`Of 24 possible ways to choose the units ${times}, the actual one among them`)
    expect(`${sv} ${en}`).not.toMatch(/vanlig|common/)
    const wild = say(
      words.differenceSentence({ ...found, trusted: 'wild', wild: { ...found.wild, p: 0.06 } }),
    )
    expect(wild[0]).toMatch(/^Otillräckligt underlag.*övriga enheter\. Konfidensintervall .*p 0,060/)
  })
  it('claims no cause', () => {
    expect(said.length).toBeGreaterThan(25)
    expect(said.filter((text) => CAUSAL.test(text) || /NaN|Infinity|null|undefined/.test(text))).toEqual([])
  })
})
