import { describe, expect, it } from 'vitest'
import { numberedIn, prefixLengths, spanOf, yearsIn } from './code-kinds.ts'

const AGES = ['16-24', '25-34', '35-44', '5-15', '75+', 'okänt']
/** Municipalities of Västmanland: codes that look like years. */
const VASTMANLAND = ['1904', '1907', '1960', '1961', '1962', '1980', '1981', '1982', '1983', '1984']

describe('what codes are', () => {
  it('years, in their order', () => {
    expect(yearsIn(['2020', '2018', '2019'])).toEqual([1, 2, 0])
    expect(yearsIn(['2010', '2015'])).toBeNull()
    expect(yearsIn(['2018', '2019', 'okänt'])).toBeNull()
    expect(yearsIn(VASTMANLAND)).toBeNull()
  })

  it('numbered, by the number and not by the text; what is beside stays beside', () => {
    expect(numberedIn(AGES)).toEqual({ ordered: [3, 0, 1, 2, 4], rest: [5] })
    expect(numberedIn(['16', '17', '18', '19'])?.ordered).toEqual([0, 1, 2, 3])
    expect(numberedIn(['1-9', '10-49', '50-249', '250'])?.ordered).toEqual([0, 1, 2, 3])
  })

  it('not numbered: names of digits, too few, too many beside, the same number twice', () => {
    expect(numberedIn(VASTMANLAND)).toBeNull()
    expect(numberedIn(['01', '02', '03', '10'])).toBeNull()
    expect(numberedIn(['16-24', '25-34', '35-44'])).toBeNull()
    expect(numberedIn([...AGES, 'a', 'b'])).toBeNull()
    expect(numberedIn(['16-24', '16-34', '35-44', '45-54'])).toBeNull()
    expect(numberedIn(['I01', 'I02', 'I03', 'I04'])).toBeNull()
  })

  it('levels of a hierarchy: county of a municipality, section and division of an industry', () => {
    expect(prefixLengths(['0114', '0180', '1480', '1481'])).toEqual([2, 3])
    expect(prefixLengths(['A01', 'A02', 'C10', 'C11'])).toEqual([1])
    expect(prefixLengths(['A011', 'A012', 'C101', 'C102', 'C111'])).toEqual([1, 3])
    expect(prefixLengths(['I01', 'I02', 'I11'])).toEqual([])
    expect(prefixLengths(['01', '02', '10'])).toEqual([])
    expect(prefixLengths(['0114', '180'])).toEqual([])
    expect(prefixLengths(['K', 'M'])).toEqual([])
  })

  it('spans are named from the first number to the last', () => {
    expect(spanOf(['16-24', '25-34'])).toBe('16-34')
    expect(spanOf(['65-74', '75+'])).toBe('65+')
    expect(spanOf(['65-74', '75 år och äldre'])).toBe('65+')
    expect(spanOf(['2018', '2019', '2020'])).toBe('2018-2020')
  })
})
