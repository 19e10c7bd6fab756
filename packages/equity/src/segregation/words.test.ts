import { describe, expect, it } from 'vitest'
import { CAUSAL } from '../testing/causal-words.ts'
import type { SegregationSentence } from './words.ts'
import * as words from './words.ts'

const figure = { estimate: 0.43, corrected: 0.42187, standardError: 0.001, low: 0.42, high: 0.4235 }
const chance = { observed: 0.31, expected: 0.12, standardDeviation: 0.02, beyondChance: 0.2, p: 0.002 }
const change = {
  before: 0.4255,
  after: 0.4134,
  difference: -0.0121,
  additions: -0.0034,
  removals: -0.0114,
  groupMarginal: 0.0163,
  unitMarginal: -0.0167,
  structural: 0.0031,
}
const m = (value: number) => ({ m: value, h: value, groupEntropy: 1 })
const sentences: readonly (SegregationSentence | null)[] = [
  words.dissimilaritySentence({ group: 'kvinnor' }, 0.5701),
  words.dissimilaritySentence({ group: 'kvinnor', against: 'män' }, 0.5701),
  words.theilSentence(m(0.28183)),
  words.karmelMaclachlanSentence(0.28503),
  words.clustersSentence(m(0.4), m(0.1)),
  words.mostApartSentence([
    { name: 'vård', local: 0.2, share: 0.5 },
    { name: 'bygg', local: 1, share: 0.3 },
  ]),
  words.isolationSentence({ group: 'kvinnor', isolation: 0.7, adjusted: 0.4 }, 0.5),
  words.intervalSentence('m', figure),
  words.chanceSentence(chance),
  words.chanceSentence({ ...chance, p: 0.3 }),
  words.changeSentence(change),
]
const said = (language: 'sv' | 'en') => sentences.map((s) => (s ? words.saySegregation(s, language) : ''))

describe('what is said of segregation', () => {
  it('in Swedish', () => {
    const sv = said('sv')
    expect(sv[0]).toBe('57,0 % av gruppen kvinnor skulle behöva byta enhet för att vara fördelad som övriga.')
    expect(sv[1]).toContain('fördelad som gruppen män')
    expect(sv[2]).toContain('0,282 på en skala från 0')
    expect(sv[3]).toContain('28,5 % av alla skulle behöva byta enhet')
    expect(sv[4]).toBe('25,0 % av segregationen ligger mellan områdena och 75,0 % inom dem.')
    expect(sv[5]).toBe('Störst del av segregationen, 75,0 %, hör till bygg.')
    expect(sv[6]).toContain('70,0 % är av samma grupp; av alla är 50,0 % det')
    expect(sv[7]).toBe('M är 0,422 efter korrigering för små tal (konfidensintervall 0,42 till 0,424).')
    expect(sv[8]).toContain('slumpen ensam ger i genomsnitt 0,12')
    expect(sv[9]).toMatch(/^Otillräckligt underlag .*p 0,300/)
    expect(sv[10]).toContain('gick från 0,426 till 0,413')
    expect(sv[10]).toContain('−0,015 till det som tillkommit eller försvunnit')
  })
  it('in English', () => {
    const en = said('en')
    expect(en[0]).toBe(
      '57.0 % of the group kvinnor would have to change unit to be spread like everyone else.',
    )
    expect(en[1]).toContain('like the group män')
    expect(en[2]).toContain('0.282 on a scale')
    expect(en[3]).toContain('28.5 % of all would have to change unit')
    expect(en[4]).toContain('25.0 % of the segregation lies between areas')
    expect(en[5]).toContain('75.0 %, belongs to bygg')
    expect(en[6]).toContain('of all, 50.0 % are')
    expect(en[7]).toContain(
      'M is 0.422 after correction for small numbers (confidence interval 0.42 to 0.424)',
    )
    expect(en[8]).toContain('chance alone gives 0.12')
    expect(en[9]).toContain('Insufficient evidence')
    expect(en[10]).toContain('shows where the change lies, not why')
  })
  it('claims no cause and says nothing of what is not there', () => {
    for (const language of ['sv', 'en'] as const) {
      expect(said(language).filter((text) => CAUSAL.test(text))).toEqual([])
    }
    expect(words.theilSentence({ ...m(0), h: null })).toBeNull()
    expect(words.clustersSentence(m(0), m(0))).toBeNull()
    expect(words.mostApartSentence([{ name: 'a', local: 0, share: 1 }])).toBeNull()
  })
})
