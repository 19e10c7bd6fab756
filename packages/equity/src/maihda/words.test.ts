import { describe, expect, it } from 'vitest'
import { maihdaLinear } from './linear.ts'
import { maihdaLogistic } from './logistic.ts'
import { maihdaSentences, sayMaihda } from './words.ts'

const strata = (odd: number, wobble: number) =>
  Array.from({ length: 24 }, (_, i) => ({
    by: { sex: String(i % 2), age: String(Math.floor(i / 2) % 3), place: String(Math.floor(i / 6)) },
    n: 20,
    mean: 100 + wobble * (5 * (i % 2) + (((i * 7919) % 11) / 10 - 0.5)) + (i === 7 ? odd : 0),
    ssWithin: 19 * 25,
    successes: 5 + (i % 7),
  }))

function spoken(odd: number, wobble: number, language: 'sv' | 'en') {
  const result = maihdaLinear(strata(odd, wobble))
  if (!result.ok) throw new Error(result.culprit)
  return maihdaSentences(result).map((sentence) => sayMaihda(sentence, language))
}

describe('an intersectional analysis in words', () => {
  it('says where the variation lies, both changes in variance, and which groups stand out', () => {
    const [between, additive, shown] = spoken(-9, 1, 'sv')
    expect(between).toMatch(/^Av variationen bland 480 personer ligger \d+,\d % mellan de 24 grupperna/)
    expect(additive).toMatch(/\(REML; [−\d,]+ % med ML\)/)
    expect(shown).toMatch(/^Av 24 grupper ligger 0 högre och 1 lägre än summan/)
    expect(spoken(-9, 1, 'en')[2]).toMatch(/^Of 24 groups, 0 lie above and 1 below/)
  })
  it('says insufficient evidence where no group stands out, or none differ', () => {
    expect(spoken(-6.5, 1, 'en')[2]).toMatch(/^Insufficient evidence to single out/)
    expect(spoken(0, 1, 'en')[1]).toMatch(/^Once the factors .* insufficient evidence/)
    expect(spoken(0, 1, 'sv')).toHaveLength(2)
    expect(spoken(0, 0, 'sv')).toEqual([
      'Otillräckligt underlag för att säga att de 24 grupperna skiljer sig åt: det som skiljer dem ryms inom slumpen.',
    ])
    expect(spoken(0, 0, 'en').join()).toMatch(/^Insufficient evidence/)
  })
  it('has a sentence of its own where the variance grew', () => {
    const sentence = { key: 'maihda.grew', params: { strata: 24 } } as const
    expect(sayMaihda(sentence, 'sv')).toContain('inte mindre')
    expect(sayMaihda(sentence, 'en')).toContain('no smaller')
    const grown = maihdaLinear(
      Array.from({ length: 8 }, (_, i) => ({
        by: { a: String(i % 2), b: String(Math.floor(i / 2) % 2), c: String(Math.floor(i / 4)) },
        n: 500,
        mean: [3, -3, -3, 3, -3, 3, 3, -3][i] ?? 0,
        ssWithin: 499 * 4,
      })),
    )
    if (!grown.ok) throw new Error(grown.culprit)
    expect(grown.pcv.reml).toBeLessThan(0)
    expect(maihdaSentences(grown).map(({ key }) => key)).toContain('maihda.grew')
  })
  it('has one change in variance where there is one', () => {
    const result = maihdaLogistic(
      strata(0, 1).map((s, i) => ({
        ...s,
        n: 200,
        successes: 30 + 12 * (Number(s.by.age) + Number(s.by.place) * 2) + ((i * 5) % 23),
      })),
    )
    if (!result.ok) throw new Error(result.culprit)
    const said = maihdaSentences(result).map((sentence) => sayMaihda(sentence, 'en'))
    expect(said[1]).toMatch(/^[\d.]+ % of the variation between groups goes with/)
  })
})
