import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type KoladaKpi, readKoladaCatalogue } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import { areaOfKpi, indexOfKpis, KPIS_A_PAGE, searchKpis } from './search-kpis.ts'

const kpi = (
  id: string,
  title: string,
  rest: { is_divided_by_gender?: boolean; operating_area?: string; description?: string } = {},
): KoladaKpi => {
  const { is_divided_by_gender = false, ...texts } = rest
  return {
    id,
    title,
    is_divided_by_gender,
    description: undefined,
    municipality_type: undefined,
    auspice: undefined,
    operating_area: undefined,
    perspective: undefined,
    prel_publication_date: undefined,
    publication_date: undefined,
    publ_period: undefined,
    has_ou_data: false,
    ...texts,
  }
}
const index = indexOfKpis([
  kpi('N1', 'Nettokostnad', { operating_area: 'Demokrati', description: 'Föräldrapenning ingår inte' }),
  kpi('N2', 'Föräldrapenning, dagar', { operating_area: 'Arbetsmarknad' }),
  kpi('N3', 'Uttag, andel (%)', { is_divided_by_gender: true, description: 'Föräldrapenning' }),
  kpi('N4', 'Föräldrapenning som tas ut av män', { is_divided_by_gender: true }),
])
const all = { text: '', area: '', bySex: false, page: 1 }
const ids = (search: Partial<typeof all>) => searchKpis(index, { ...all, ...search }).kpis.map(({ id }) => id)

describe('a search among key figures', () => {
  it('gives those that are split by sex first, then those whose titles hold the words', () => {
    expect(ids({})).toEqual(['N3', 'N4', 'N1', 'N2'])
    expect(ids({ text: 'FÖRÄLDRAPENNING' })).toEqual(['N4', 'N3', 'N2', 'N1'])
    expect(ids({ text: 'män föräldra' })).toEqual(['N4'])
    expect(ids({ text: 'n2' })).toEqual(['N2'])
  })

  it('keeps to an area and to those that are split by sex', () => {
    expect(ids({ area: 'Demokrati' })).toEqual(['N1'])
    expect(ids({ bySex: true })).toEqual(['N3', 'N4'])
    expect(ids({ text: '(.*' })).toEqual([])
    expect(index.areas).toEqual(['Arbetsmarknad', 'Demokrati'])
  })

  it('gives every key figure on one page and one alone', () => {
    const many = indexOfKpis(Array.from({ length: 60 }, (_, at) => kpi(`N${at}`, `Nyckeltal ${at}`)))
    const pages = [1, 2, 3].map((page) => searchKpis(many, { ...all, page }).kpis.map(({ id }) => id))
    expect(pages.map(({ length }) => length)).toEqual([KPIS_A_PAGE, KPIS_A_PAGE, 10])
    expect(new Set(pages.flat()).size).toBe(60)
    expect(searchKpis(many, { ...all, page: 99 }).page).toBe(3)
  })
})

it.each([
  [kpi('N1', 'Tillfällig föräldrapenning, män'), 'care'],
  [kpi('N2', 'Elever i åk 9', { operating_area: 'Grundskola åk 0-9 inkl förskoleklass' }), 'education'],
  [kpi('N3', 'Förvärvsarbetande invånare'), 'economy'],
  [kpi('N4', 'Något annat', { operating_area: 'Infrastruktur' }), 'background'],
] as const)('%j is proposed under %s', (one, area) => {
  expect(areaOfKpi(one)).toBe(area)
})

const shared = process.env.JAMVIKT_SHARED ?? path.resolve(import.meta.dirname, '../../../../../../../shared')
const file = path.join(shared, 'data', 'kolada', 'kpi_df.csv')
const isThere = existsSync(file)
if (!isThere) console.warn(`No list of Kolada at ${file}: it is not searched.`)
if (isThere)
  it('finds its way in the whole list, 2,313 of 6,099 split by sex', () => {
    const read = readKoladaCatalogue(readFileSync(file))
    if (!read.ok) throw new Error(read.reason)
    const whole = indexOfKpis(read.kpis)
    expect(searchKpis(whole, all).count).toBe(6099)
    expect(searchKpis(whole, { ...all, bySex: true }).count).toBe(2313)
    expect(searchKpis(whole, { ...all, text: 'föräldrapenning män' }).kpis[0]?.title).toMatch(
      /föräldrapenning/i,
    )
  })
if (!isThere) it('has no real list at hand', () => expect(isThere).toBe(false))
