import { describe, expect, it } from 'vitest'
import { conceptsOf, strangeSexes } from './concepts.ts'
import { dimension, tableOf } from './named-values.test-support.ts'

const sexOf = (...given: ReturnType<typeof dimension>[]) => conceptsOf(tableOf(given)).sex

describe('the dimension of sex', () => {
  it('is the one called so, whatever stands before it', () => {
    const size = dimension('storlek', 'classification', ['K', 'M', 'L'])
    const sex = dimension('kön', 'classification', ['kvinnor', 'män', 'Summa'])
    expect(sexOf(size, sex)).toEqual({
      dimension: 'kön',
      codes: { women: 'kvinnor', men: 'män', total: 'Summa' },
    })
    expect(sexOf(size, dimension('kön', 'classification', ['1', '2']))).toBeNull()
  })

  it.each([
    [['K', 'M'], true],
    [['K', 'M', 'Totalt'], true],
    [['K', 'M', 'okänt'], true],
    [['K', 'M', 'L'], false],
    [
      [
        ['K', 'Kort'],
        ['M', 'Medel'],
      ],
      false,
    ],
    [
      [
        ['K', 'Kvinnor'],
        ['M', 'Män'],
      ],
      true,
    ],
    [['kvinnor', 'män', 'annat'], true],
    [['kvinnor', 'män', 'barn', 'alla'], false],
  ] as const)('called otherwise, of %j: %s', (values, isSex) => {
    expect(sexOf(dimension('vem', 'classification', values)) !== null).toBe(isSex)
  })
})

describe('strange values of sex', () => {
  const strange = (id: string, values: Parameters<typeof dimension>[2]) =>
    strangeSexes(tableOf([dimension(id, 'classification', values)])).map(({ name, like }) => [name, like])

  it('are told, with what they are like', () => {
    expect(strange('kön', ['kvinor', 'män', 'totalt'])).toEqual([['kvinor', 'women']])
    expect(strange('kön', ['kvinnor', 'männ', 'hund, katt och marsvin'])).toEqual([
      ['männ', 'men'],
      ['hund, katt och marsvin', null],
    ])
  })

  it('are none where all is known, nor in what is not sex', () => {
    expect(strange('kön', ['kvinnor', 'män', 'Samtliga', 'uppgift saknas', 'annat'])).toEqual([])
    expect(
      strange('kön', [
        ['1', 'Kvinnor'],
        ['2', 'Män'],
        ['9', 'Okänt'],
      ]),
    ).toEqual([])
    expect(strange('storlek', ['kvinor', 'liten'])).toEqual([])
  })
})
