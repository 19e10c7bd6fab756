import { describe, expect, it } from 'vitest'
import { compositionSentence, decompositionSentences, sayDecomposition } from './words.ts'

const part = (estimate: number) => ({ estimate, se: 0.01, byVariable: [] })
const result = (gap: number, se: number | null, explained: number) => ({
  gap: { estimate: gap, se },
  twofold: [
    {
      reference: 'pooled-with-group' as const,
      weight: null,
      explained: part(explained),
      unexplained: part(gap - explained),
      unexplainedA: part(0),
      unexplainedB: part(0),
    },
  ],
})
const NAMES = { a: 'män', b: 'kvinnor' }

describe('a decomposition in words', () => {
  it('gives the gap with its interval, and the split without a cause', () => {
    const said = decompositionSentences(result(0.2, 0.05, 0.05), NAMES).map((s) => sayDecomposition(s, 'sv'))
    expect(said).toEqual([
      'Medelvärdet för män är 0,2 högre än för kvinnor (95 % intervall 0,102 till 0,298).',
      'Med gemensamma koefficienter vid samma grupp följer 0,05 (25,0 %) av skillnaden med de egenskaper som räknats med och 0,15 inte; med andra referenser följer 0,05 till 0,05. Det är en uträkning, inte en förklaring till varför.',
    ])
  })
  it('says insufficient evidence where the gap may go either way, and no more', () => {
    const said = decompositionSentences(result(0.02, 0.05, 0.01), NAMES)
    expect(said.map(({ key }) => key)).toEqual(['decomposition.insufficient'])
    expect(said.map((s) => sayDecomposition(s, 'en')).join()).toMatch(/^Insufficient evidence/)
    expect(said.map((s) => sayDecomposition(s, 'sv')).join()).toMatch(/^Otillräckligt underlag/)
  })
  it('speaks of points where rates could go either way', () => {
    const [said] = decompositionSentences(result(0.012, 0.01, 0.01), NAMES, { rates: true })
    expect(said && sayDecomposition(said, 'sv')).toContain('−0,8 till 3,2 procentenheter')
    expect(said && sayDecomposition(said, 'en')).toContain('−0.8 to 3.2 percentage points')
  })
  it('gives no share where the parts point both ways', () => {
    const said = decompositionSentences(result(0.2, null, -0.1), NAMES).map((s) => sayDecomposition(s, 'en'))
    expect(said[0]).toBe('The mean of män is 0.2 higher than that of kvinnor.')
    expect(said[1]).toMatch(/−0\.1 of the difference goes with .* 0\.3 does not/)
    expect(said[1]).not.toContain('%')
  })
  it('speaks of rates in points', () => {
    const said = decompositionSentences(result(-0.081, 0.01, -0.02), NAMES, { rates: true })
    expect(said.map((s) => sayDecomposition(s, 'en'))[0]).toBe(
      'The rate among män is 8.1 percentage points lower than among kvinnor (95 % interval 6.1 to 10.1).',
    )
    expect(said.map((s) => sayDecomposition(s, 'sv'))[1]).toContain(
      '−2 procentenheter (24,7 %) av skillnaden',
    )
  })
  it('speaks of composition', () => {
    const sentence = compositionSentence({ gap: 0.15, composition: 0.1, rates: 0.05 }, NAMES)
    expect(sayDecomposition(sentence, 'sv')).toMatch(/0,15: 0,1 följer med var grupperna finns och 0,05/)
    expect(sayDecomposition(sentence, 'en')).toMatch(/0\.15: 0\.1 goes with where/)
  })
})
