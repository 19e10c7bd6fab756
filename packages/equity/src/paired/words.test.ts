import { describe, expect, it } from 'vitest'
import { CAUSAL } from '../testing/causal-words.ts'
import { beforeAfter } from './before-after.ts'
import { knowledgeChange } from './knowledge-change.ts'
import {
  beforeAfterSentences,
  knowledgeSentences,
  type PairedSentence,
  sayPaired,
  tooFewSentence,
} from './words.ts'

function rated(after: readonly number[], confidence = 0.95): readonly PairedSentence[] {
  const found = beforeAfter(
    after.map(() => 3),
    after,
    { confidence },
  )
  if (!found.ok) throw new Error(found.reason)
  return beforeAfterSentences(found)
}

function known(gained: number, lost: number): readonly PairedSentence[] {
  const found = knowledgeChange({ bothRight: 2, gained, lost, bothWrong: 3 })
  if (!found.ok) throw new Error(found.reason)
  return knowledgeSentences(found)
}

const text = (sentences: readonly PairedSentence[], language: 'sv' | 'en') =>
  sentences.map((sentence) => sayPaired(sentence, language)).join(' ')

describe('before and after in words', () => {
  it('below ten pairs counts and interval, and no verdict', () => {
    const seven = rated([4, 4, 4, 5, 5, 4, 3])
    expect(text(seven, 'sv')).toMatch(/svarade 6 bättre, 1 lika och 0 sämre.*Därför görs ingen bedömning\.$/)
    expect(text(seven, 'en')).not.toMatch(/shown|insufficient|evidence/i)
    expect(text(seven, 'sv')).not.toMatch(/visad|otillräckligt/i)
  })
  it('from ten pairs a change shown with its direction, or insufficient evidence', () => {
    expect(text(rated([4, 4, 4, 5, 5, 4, 4, 4, 4, 5]), 'sv')).toMatch(
      /En förändring är visad: bland dem som ändrade sitt svar väger stegen uppåt tyngre än stegen nedåt \(p 0,002\)\.$/,
    )
    expect(text(rated([2, 2, 2, 1, 1, 2, 2, 2, 2, 1]), 'en')).toMatch(
      /among those who changed their answer, steps down outweigh steps up/,
    )
    expect(text(rated([4, 2, 3, 3, 3, 3, 3, 3, 3, 4]), 'en')).toMatch(
      /Insufficient evidence to say whether answers have changed/,
    )
    expect(text(known(9, 0), 'en')).toMatch(
      /9 went from wrong to right, 0 from right to wrong\. A change is shown: more answered right afterwards/,
    )
    expect(text(known(0, 9), 'sv')).toMatch(/färre svarade rätt efteråt/)
  })
  it('prints no shift of 0 and no interval without width beside a change shown', () => {
    // Seven of thirty rise by one: the test finds the direction, the shift over all pairs is the point 0.
    const few = text(rated([...Array(7).fill(4), ...Array(23).fill(3)]), 'sv')
    expect(few).toMatch(
      /7 bättre, 23 lika och 0 sämre\. En förändring är visad: bland dem som ändrade sitt svar/,
    )
    expect(few).not.toMatch(/flyttats|konfidensintervall/)
    const same = text(rated(Array(12).fill(4)), 'en')
    expect(same).toMatch(/12 answered better.*steps up outweigh steps down/)
    expect(same).not.toMatch(/typically|1 to 1/)
    expect(text(rated(Array(12).fill(3)), 'en')).toMatch(/0 worse\. Insufficient evidence/)
  })
  it('every sentence renders in both languages, without words of cause', () => {
    const sentences = [
      tooFewSentence(),
      ...rated([4, 4, 4, 5, 5, 4, 3]),
      ...rated([4, 4, 4, 5, 5, 4, 3], 0.99),
      ...rated([4, 4, 4, 5, 5, 4, 4, 4, 4, 5]),
      ...rated([3, 3, 3, 3, 3, 3, 3, 3, 3, 3]),
      ...known(9, 0),
      ...known(3, 2),
    ]
    expect(new Set(sentences.map((s) => s.key)).size).toBe(8)
    for (const sentence of sentences) {
      for (const language of ['sv', 'en'] as const) {
        expect(sayPaired(sentence, language)).not.toMatch(CAUSAL)
        expect(sayPaired(sentence, language)).toMatch(/\.$/)
      }
    }
  })
})
