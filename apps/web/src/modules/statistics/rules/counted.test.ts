import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readStatTable, type TableParts } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import { conceptsOf } from './concepts.ts'
import { countedOf } from './counted.ts'
import { dimension, tableOf } from './named-values.test-support.ts'
import { resolveCodes } from './resolve-codes.ts'
import { isCount } from './wholes.ts'

const NOTHING = new Map<string, string>()
const told = (about: Partial<TableParts>) =>
  countedOf({ ...tableOf([dimension('kön', 'classification', ['K', 'M'])], ''), ...about }, NOTHING, {
    measure: null,
  })
const unit = (text: string, contents = '') =>
  told({ contents: { sv: contents }, measure: { decimals: 0, unit: { sv: text } } })

describe('what figures are', () => {
  it.each([
    'sysselsättningsgrad',
    'förvärvsfrekvens',
    'lön',
    'medianlön',
    'inkomst tkr',
    'antal per 1 000 invånare',
    'per 1000 invånare',
    'kronor',
    'månadslön',
    'ålder vid första barnet',
    'poäng',
    'antal timmar',
    'dagar',
    'Andel i chefsposition, procent',
    'konsumentprisindex',
    'kr/inv',
    'Median income',
    'Employment rate',
  ])('%s counts nobody', (contents) => {
    expect(told({ contents: { sv: contents } })).toBe('other')
  })

  it.each([
    ['kronor', 'Månadslön'],
    ['kr', 'Lön'],
    ['antal', 'Månadslön'],
    ['antal per 1 000 invånare', 'Sjuktal'],
    ['år', 'Pensionsålder'],
    ['dagar', 'Ohälsotal'],
    ['SEK', 'Anställda'],
    ['tkr', 'Nettoinkomst'],
  ])('in %s, %s counts nobody', (text, contents) => {
    expect(unit(text, contents)).toBe('other')
  })

  it.each([
    ['antal', 'Anställda'],
    ['antal', ''],
    ['persons', ''],
    ['number', 'Contentstext'],
    ['', 'Folkmängd'],
    ['', 'Folkmängden den 1 november'],
    ['', 'Befolkning 16-64 år'],
    ['', 'Total population'],
    ['', 'TotaltAntal'],
    ['', 'Aktiebolag'],
  ])('in “%s”, “%s” counts', (text, contents) => {
    expect(unit(text, contents)).toBe('counts')
  })

  it('are told by the title only before what it is divided by, and only where nothing else tells', () => {
    expect(told({ title: { sv: 'Folkmängd efter ålder, inkomst och år' } })).toBe('counts')
    expect(told({ title: { sv: 'Antal företag per kommun och år' } })).toBe('counts')
    expect(told({ title: { sv: 'Folkmängd' }, contents: { sv: 'lön' } })).toBe('other')
    expect(told({ title: { sv: 'Löner efter antal anställda' } })).toBe('other')
  })

  it('are not known where words tell neither, and unnamed where there are none', () => {
    expect(told({ contents: { sv: 'nöjdhet' } })).toBe('unknown')
    expect(told({})).toBe('unnamed')
    expect(told({ measure: { decimals: 1, unit: { sv: 'antal' } } })).toBe('other')
  })
})

const shared = process.env.JAMVIKT_SHARED ?? path.resolve(import.meta.dirname, '../../../../../../../shared')
const folder = path.join(shared, 'data')
const isThere = existsSync(folder)
if (!isThere) console.warn(`No real data at ${folder}: real files are not read.`)

const REAL: readonly (readonly [string, ReturnType<typeof told>])[] = [
  ['scb_municipality_sex/SCB_alderkon.csv', 'unnamed'],
  ['scb_municipality_sex/SCB_utbildningsniva.csv', 'unnamed'],
  ['scb_municipality_sex/SCB_inrikesvsutrikesfodda.csv', 'unnamed'],
  ['scb_municipality_sex/SCB_inkomster.csv', 'other'],
  ['scb_municipality_sex/Skolverket_gymnasiebehorighet.csv', 'counts'],
  ['region_dalarna/laget_varsel_bransch.xlsx', 'counts'],
  ['region_dalarna/chefsrepresentation_ny.csv', 'other'],
  ['region_dalarna/etablering.csv', 'other'],
  ['px/Population/BE0101A1.px', 'counts'],
  ['px/Autopen/BE0101N1.px', 'counts'],
  ['px/Doublecolumn/HA0201E8doublecol.px', 'other'],
]

if (isThere)
  it.each(REAL)('%s is taken as %s', async (file, counted) => {
    const read = await readStatTable(readFileSync(path.join(folder, file)), { name: file })
    if (!read.ok) throw new Error(read.reason)
    const { table } = resolveCodes(read.table)
    const concepts = conceptsOf(table)
    const first = new Map(table.dimensions.map(({ id, categories }) => [id, categories[0]?.code ?? '']))
    expect(countedOf(table, first, concepts)).toBe(counted)
    expect(isCount(table, first, concepts)).toBe(counted !== 'other')
  })

if (!isThere) it('has no real files at hand', () => expect(isThere).toBe(false))
