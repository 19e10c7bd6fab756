import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COUNTIES, MUNICIPALITIES } from '../places.ts'
import {
  areaChanges,
  findFormerPlace,
  nameHistory,
  PLACE_YEARS,
  placeIn,
  sameAreaToday,
  successorsOf,
} from './place-history.ts'

const LISTS = join(
  process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared'),
  'data/classifications',
)
const CODES = Array.from({ length: 2600 }, (_, code) => String(code).padStart(4, '0'))
const municipalitiesIn = (year: number) => CODES.filter((code) => placeIn(year, code).ok)
const countiesIn = (year: number) =>
  Array.from({ length: 30 }, (_, code) => String(code).padStart(2, '0')).filter(
    (code) => placeIn(year, code).ok,
  )

if (existsSync(LISTS)) {
  describe('the yearly lists of Statistics Sweden', () => {
    for (const year of [2016, 2020, 2024, 2025, 2026])
      it(`are held for ${year}`, () => {
        const theirs = readFileSync(join(LISTS, `lkf${year}.csv`), 'utf8')
          .trim()
          .split(/\r?\n/)
          .map((line) => line.split(','))
          .filter(([code = '']) => /^\d{4}$/.test(code))
        for (const [code = '', name] of theirs) {
          const found = placeIn(year, code)
          expect(found.ok ? found.place.name : code).toBe(name)
        }
        const codes = new Set(theirs.map(([code]) => code))
        const missing = municipalitiesIn(year).filter((code) => !codes.has(code))
        // Their lists of 2024 and later lack Munkfors, which exists.
        expect(missing).toEqual(year < 2024 ? [] : ['1762'])
      })
  })
} else console.warn('The lists of classifications are not here: places are not held against them.')

describe('places by year', () => {
  it('are as many as Statistics Sweden counted', () => {
    const years = [1986, 1992, 1995, 1997, 1998, 1999, 2003, 2007, 2026]
    expect(years.map((year) => municipalitiesIn(year).length)).toEqual([
      284, 286, 288, 288, 288, 289, 290, 290, 290,
    ])
    expect(years.map((year) => countiesIn(year).length)).toEqual([24, 24, 24, 23, 21, 21, 21, 21, 21])
    expect(municipalitiesIn(2026)).toEqual(MUNICIPALITIES.map(({ code }) => code))
    expect(countiesIn(2026)).toEqual(COUNTIES.map(({ code }) => code))
  })

  it('are found under the code and name of their time', () => {
    const name = (year: number, code: string) => {
      const found = placeIn(year, code)
      return found.ok ? found.place.name : found.reason
    }
    expect(name(1995, '1507')).toBe('Färgelanda')
    expect(name(1998, '1507')).toBe('place-unknown')
    expect(name(1998, '1439')).toBe('Färgelanda')
    expect(name(1996, '12')).toBe('Malmöhus')
    expect(name(1997, '12')).toBe('Skåne')
    expect(name(1997, '1290')).toBe('Kristianstad')
    expect(name(1998, '0643')).toBe('Habo')
    expect(name(2006, '1917')).toBe('Heby')
    expect(name(2007, '1917')).toBe('place-unknown')
    expect(name(1985, '0180')).toBe('year-not-held')
    expect(name(Number.NaN, '0180')).toBe('year-not-held')
    expect(name(2000, '__proto__')).toBe('place-unknown')
    expect(nameHistory('20').map((place) => place.name)).toEqual(['Kopparberg', 'Dalarna'])
  })

  it('are followed to the places of today', () => {
    expect(successorsOf('1917', 2006)).toEqual(['0331'])
    expect(successorsOf('0181', 1998)).toEqual(['0140', '0181'])
    expect(successorsOf('0181', 1999)).toEqual(['0181'])
    expect(successorsOf('1583', 1994)).toEqual(['1443', '1490'])
    expect(successorsOf('16', 1997)).toEqual(['06', '14'])
    expect(successorsOf('11', 1996)).toEqual(['12'])
    expect(successorsOf('19', 2006)).toEqual(['03', '19'])
    expect(successorsOf('9999', 2006)).toEqual([])
  })

  it('are the same area today only where nothing was merged, divided or moved', () => {
    expect(sameAreaToday('1917', 2006)).toMatchObject({ code: '0331', name: 'Heby' })
    expect(sameAreaToday('2023', 1990)).toMatchObject({ code: '2023', name: 'Malung-Sälen' })
    expect(sameAreaToday('20', 1990)).toMatchObject({ code: '20', name: 'Dalarna' })
    for (const [code, year] of [
      ['11', 1996],
      ['12', 1996],
      ['14', 1997],
      ['03', 2006],
      ['06', 1997],
      ['0380', 2002],
    ] as const)
      expect(sameAreaToday(code, year), `${code} ${year}`).toBeNull()
  })

  it('go nowhere but to places of today, and none of today is without one of before', () => {
    const today = new Set([...COUNTIES, ...MUNICIPALITIES].map(({ code }) => code))
    const years = fc.integer({ min: PLACE_YEARS.first, max: PLACE_YEARS.last })
    fc.assert(
      fc.property(years, (year) => {
        const reached = new Set(
          [...municipalitiesIn(year), ...countiesIn(year)].flatMap((code) => successorsOf(code, year)),
        )
        expect(reached).toEqual(today)
      }),
      { seed: 1, numRuns: 12 },
    )
  })

  it('are found by names of before, counties only as counties', () => {
    expect(findFormerPlace('Göteborgs och Bohus län')?.code).toBe('14')
    expect(findFormerPlace('Kristianstads län')?.code).toBe('11')
    expect(findFormerPlace('Kristianstad')).toBeNull()
    expect(findFormerPlace('Malungs kommun')?.code).toBe('2023')
    expect(findFormerPlace('Dalarnas län')).toBeNull()
    expect(findFormerPlace('x'.repeat(100_000))).toBeNull()
  })
})

describe('a code that has stayed', () => {
  it('tells the years in which its area changed, and who gave or got', () => {
    expect(areaChanges('0181')).toEqual([{ year: 1999, others: ['0140'] }])
    expect(areaChanges('14')).toEqual([{ year: 1998, others: ['15', '16'] }])
    expect(areaChanges('03')).toEqual([{ year: 2007, others: ['19'] }])
    for (const code of ['0140', '0331', '1917', '2080', '99', '__proto__'])
      expect(areaChanges(code)).toEqual([])
  })

  it('has another area than today before each of them, for every code and year', () => {
    for (const { code } of [...COUNTIES, ...MUNICIPALITIES])
      for (const { year } of areaChanges(code)) expect(sameAreaToday(code, year - 1)).toBeNull()
  })
})
