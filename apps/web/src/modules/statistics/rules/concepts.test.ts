import { describe, expect, it } from 'vitest'
import { conceptsOf } from './concepts.ts'
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
