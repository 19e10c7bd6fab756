import { describe, expect, it } from 'vitest'
import { CAUSAL } from '../testing/causal-words.ts'
import { type IndexSentence, metricSentence, rankSentence, sayIndex, versionSentence } from './words.ts'

const ranked = { unit: 'Falun', index: 12.25, place: 3.5, ranks: {}, missing: ['pay'] }
const without = { unit: 'Mora', index: null, place: null, ranks: {}, missing: ['pay', 'seats'] }
const all = { definition: { id: 'i', version: '2' }, units: [ranked, without] }
const scored = {
  unit: 'Dalarna',
  index: 71.04,
  domains: [
    { id: 'arbete', score: 80, weight: 1, subdomains: [] },
    { id: 'makt', score: 61.4, weight: 1, subdomains: [] },
  ],
  missing: [],
}

describe('what is said of an index', () => {
  it('in both languages, without a cause', () => {
    const sentences: readonly IndexSentence[] = [
      rankSentence(ranked, all),
      rankSentence(without, all),
      metricSentence(scored),
      metricSentence({ ...scored, index: null, missing: ['pay'] }),
      versionSentence(all.definition),
    ]
    const sv = sentences.map((sentence) => sayIndex(sentence, 'sv'))
    const en = sentences.map((sentence) => sayIndex(sentence, 'en'))
    expect(sv[0]).toMatch(/^Falun har medelrang 12,3 och ligger på plats 3,5 av 1; .* En indikator saknas\.$/)
    expect(sv[1]).toBe('Otillräckligt underlag för ett index för Mora. 2 indikatorer saknas.')
    expect(sv[2]).toContain('lägst är området makt med 61,4')
    expect(sv[3]).toContain('Otillräckligt underlag för ett index för Dalarna')
    expect(sv[4]).toContain('version 2; jämför bara inom samma version')
    expect(en[0]).toContain('mean rank of 12.3 and is number 3.5 of 1')
    expect(en[1]).toBe('Insufficient evidence for an index of Mora. 2 indicators are missing.')
    expect(en[2]).toContain('lowest is the domain makt with 61.4')
    expect(en[3]).toContain('One indicator is missing')
    expect(en[4]).toContain('compare within one version only')
    expect([...sv, ...en].filter((text) => CAUSAL.test(text))).toEqual([])
  })
})
