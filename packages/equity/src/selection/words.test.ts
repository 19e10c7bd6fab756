import { describe, expect, it } from 'vitest'
import { CAUSAL } from '../testing/causal-words.ts'
import { breslowDay } from './breslow-day.ts'
import { cochranMantelHaenszel } from './cochran-mantel-haenszel.ts'
import { fisherExact } from './fisher.ts'
import { impactRatio } from './impact-ratio.ts'
import { representationRatio } from './representation-ratio.ts'
import {
  adjustedSentence,
  ratioSentence,
  representationSentence,
  type SelectionSentence,
  saySelection,
  strataSentence,
} from './words.ts'

function sound<T>(result: ({ readonly ok: true } & T) | { readonly ok: false; readonly reason: string }): T {
  if (!result.ok) throw new Error(result.reason)
  return result
}

const of = (successes: number, n: number) => ({ successes, n })
const women = { group: 'kvinnor', reference: 'män' }
const grants = [
  { group: of(132, 412), reference: of(262, 655) },
  { group: of(18, 96), reference: of(35, 131) },
]
const unlike = [
  { group: of(80, 100), reference: of(20, 100) },
  { group: of(20, 100), reference: of(80, 100) },
]

function ratio(granted: number, decided: number): SelectionSentence {
  const found = impactRatio({ granted, decided }, { granted: 262, decided: 655 })
  if (!found) throw new Error('a ratio was expected')
  return ratioSentence(found, fisherExact(granted, decided - granted, 262, 393), women)
}

describe('selection in words', () => {
  it('always tells the four fifths and the test together', () => {
    expect(saySelection(ratio(132, 412), 'sv')).toBe(
      'Andelen beviljade för kvinnor är 0,8 av andelen för män (konfidensintervall 0,68 till 0,95). Kvoten ligger inte under fyra femtedelar, och en skillnad är visad (p 0,009).',
    )
    expect(saySelection(ratio(3, 12), 'sv')).toMatch(
      /under fyra femtedelar, men det är otillräckligt underlag/,
    )
    expect(saySelection(ratio(3, 12), 'en')).toMatch(/below four fifths, but there is insufficient evidence/)
  })
  it('never says that strata are alike', () => {
    expect(saySelection(strataSentence(sound(breslowDay(grants))), 'en')).toMatch(/^Insufficient evidence/)
    expect(saySelection(strataSentence(sound(breslowDay(unlike))), 'sv')).toMatch(/^Oddskvoten är olika/)
  })
  it('every sentence renders in both languages, without words of cause', () => {
    const sentences: readonly SelectionSentence[] = [
      ratio(132, 412),
      ratio(3, 12),
      ratio(0, 3),
      adjustedSentence(sound(cochranMantelHaenszel(grants)), women),
      adjustedSentence(sound(cochranMantelHaenszel(unlike)), women),
      adjustedSentence(sound(cochranMantelHaenszel([{ group: of(2, 2), reference: of(1, 3) }])), women),
      strataSentence(sound(breslowDay(grants))),
      strataSentence(sound(breslowDay(unlike))),
      representationSentence(sound(representationRatio(of(30, 100), { share: 0.5 })), 'kvinnor'),
      representationSentence(sound(representationRatio(of(70, 100), { share: 0.5 })), 'kvinnor'),
      representationSentence(sound(representationRatio(of(5, 10), { share: 0.5 })), 'kvinnor'),
      representationSentence(sound(representationRatio(of(0, 10), of(5, 10))), 'kvinnor'),
    ]
    expect(new Set(sentences.map((s) => s.key)).size).toBe(8)
    for (const text of sentences.flatMap((s) => [saySelection(s, 'sv'), saySelection(s, 'en')])) {
      expect(text).not.toMatch(CAUSAL)
      expect(text).toMatch(/\.$/)
    }
    const below = representationSentence(sound(representationRatio(of(30, 100), { share: 0.5 })), 'women')
    expect(saySelection(below, 'en')).toBe(
      'The share of women is 30.0 % among recipients and 50.0 % in the base. The ratio 0.6 is below 1 (confidence interval 0.44 to 0.79).',
    )
  })
})
