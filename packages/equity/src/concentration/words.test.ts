import { describe, expect, it } from 'vitest'
import { CAUSAL } from '../testing/causal-words.ts'
import * as words from './words.ts'

const sentences = [
  words.giniSentence(0.2953),
  words.giniIntervalSentence({ estimate: 0.2953, standardError: 0.01, low: 0.2761, high: 0.3149 }),
  words.lowestSentence({ population: 0.5, value: 0.25 }),
  words.groupsSentence({ total: 0.2, within: 0.15, between: 0.05, groups: [] }),
  words.groupsSentence({ total: 0, within: 0, between: 0, groups: [] }),
]

describe('what is said of concentration', () => {
  it('in both languages, without a cause', () => {
    const sv = sentences.map((sentence) => words.sayConcentration(sentence, 'sv'))
    const en = sentences.map((sentence) => words.sayConcentration(sentence, 'en'))
    expect(sv[0]).toContain('Ginikoefficienten är 0,295 på en skala från 0')
    expect(sv[1]).toContain('(konfidensintervall 0,276 till 0,315)')
    expect(sv[2]).toBe('De 50,0 % som har minst har 25,0 % av summan.')
    expect(sv[3]).toBe('25,0 % av ojämlikheten ligger mellan grupperna och 75,0 % inom dem.')
    expect(sv[4]).toContain('Alla har lika mycket')
    expect(en[0]).toContain('The Gini coefficient is 0.295')
    expect(en[1]).toContain('(confidence interval 0.276 to 0.315)')
    expect(en[2]).toBe('The 50.0 % who have least have 25.0 % of the sum.')
    expect(en[3]).toContain('25.0 % of the inequality lies between the groups')
    expect(en[4]).toContain('All have the same')
    expect([...sv, ...en].filter((text) => CAUSAL.test(text))).toEqual([])
  })
})
