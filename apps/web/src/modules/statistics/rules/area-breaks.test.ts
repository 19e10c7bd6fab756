import { describe, expect, it } from 'vitest'
import { areaBreaks } from './area-breaks.ts'
import { dimension, tableOf } from './named-values.test-support.ts'
import { resolveCodes } from './resolve-codes.ts'

describe('a series of a place', () => {
  it.each([
    ['0181', ['1998', '1999'], 1999, ['Nykvarn']],
    ['0380', ['2002', '2003'], 2003, ['Knivsta']],
    ['03', ['2006', '2007'], 2007, ['Västmanland']],
    ['12', ['1996', '1997'], 1997, ['Kristianstad']],
    ['14', ['1997', '1998'], 1998, ['Älvsborg', 'Skaraborg']],
    ['14', ['1997K4', '1998K1'], 1998, ['Älvsborg', 'Skaraborg']],
  ])('of %s in %j is broken', (code, periods, year, others) => {
    expect(areaBreaks([code], periods)).toMatchObject([{ code, year, others }])
  })

  it('on one side of a change is whole, as is one of a place that has changed its number alone', () => {
    expect(areaBreaks(['0181', '12', '03'], ['1999', '2000', '2006'])).toEqual([])
    expect(areaBreaks(['0181'], ['1990', '1998'])).toEqual([])
    expect(areaBreaks(['0331', '2080', '__proto__'], ['1990', '2020'])).toEqual([])
    expect(areaBreaks(['0181'], ['1999'])).toEqual([])
  })

  it('is told when its table is read', () => {
    const table = tableOf([
      dimension('kommun', 'geo', ['0181', '2080']),
      dimension('år', 'time', ['1998', '1999']),
    ])
    expect(resolveCodes(table).assumptions).toEqual([
      {
        dimension: 'kommun',
        from: '0181 Södertälje',
        to: '',
        label: '1999 (Nykvarn)',
        reason: 'area-changed',
      },
    ])
  })
})
