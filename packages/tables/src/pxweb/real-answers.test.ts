import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readJsonStat } from '../json-stat/read-json-stat.ts'
import { writeJsonStat } from '../json-stat/write-json-stat.ts'
import { type StatTable, sizesOf, stridesOf } from '../stat/stat-table.ts'
import { applyCodeList } from './apply-code-list.ts'
import { joinTables } from './join-tables.ts'
import { selectCells } from './select-cells.ts'
import { splitSelection } from './split-selection.ts'
import { codeListOf, parseV2CodeList, parseV2Config, parseV2Tables } from './v2-answers.ts'
import { readV2Metadata, v2MetadataOf } from './v2-metadata.ts'
import { selectCodes } from './value-expressions.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared')
const FOLDER = join(SHARED, 'data/jsonstat/pxwebapi_v2_scb')
const read = (name: string) => readFileSync(join(FOLDER, name))

function population(): StatTable {
  const found = readJsonStat(read('TAB6471_data.json'))
  if (!found.ok) throw new Error(JSON.stringify(found))
  const [table] = found.tables
  if (table === undefined) throw new Error('no table')
  return table
}

function figureAt(table: StatTable, codes: Readonly<Record<string, string>>): number | undefined {
  const strides = stridesOf(sizesOf(table))
  const cell = table.dimensions.reduce((sum, { id, categories }, d) => {
    const place = categories.findIndex(({ code }) => code === (codes[id] ?? code))
    return place < 0 ? Number.NaN : sum + place * (strides[d] ?? 1)
  }, 0)
  return table.values[cell]
}

if (existsSync(FOLDER)) {
  describe('recorded answers of Statistics Sweden’s PxWebApi 2', () => {
    it('the population of counties: 2772 figures', () => {
      const table = population()
      expect(sizesOf(table)).toEqual([21, 11, 3, 1, 4])
      expect(table).toMatchObject({ id: 'TAB6471', languages: ['sv'], stub: 3, officialStatistics: true })
      const dalarna = { Region: '20', Alder: '30-39', Tid: '2026M04' }
      expect(figureAt(table, { ...dalarna, Kon: '2' })).toBe(17_344)
      expect(figureAt(table, { ...dalarna, Kon: '1' })).toBe(18_481)
      expect(figureAt(table, { ...dalarna, Kon: 'TotSa' })).toBe(35_826)
      const oldest = { Region: '09', Alder: '100+10', Kon: '2', Tid: '2026M01' }
      expect(figureAt(table, oldest)).toBe(18)
      expect(table.values.reduce((sum, value) => sum + value, 0)).toBe(84_837_753)
      expect(table.notes?.map(({ mandatory }) => mandatory)).toEqual([true, true, true, true])
      expect(table.dimensions.map(({ role }) => role).join()).toBe(
        'classification,classification,classification,metric,time',
      )
      expect(table.dimensions[2]?.elimination).toEqual({ total: 'TotSa' })
      expect(table.dimensions[4]?.timeUnit).toBe('month')
    })

    it('is written back as it was, member by member', () => {
      const before: unknown = JSON.parse(read('TAB6471_data.json').toString(), (_, value: unknown) =>
        value === null ? undefined : value,
      )
      expect(JSON.parse([...writeJsonStat(population())].join(''))).toEqual(before)
    })

    it('the metadata of the whole table: two million cells, of which none is made', () => {
      const found = readV2Metadata(read('TAB6471_metadata.json'))
      if (!found.ok) throw new Error(JSON.stringify(found))
      const { frame, codeLists } = found
      expect(sizesOf(frame)).toEqual([312, 134, 3, 1, 16])
      expect(codeLists.get('Region')?.map(({ id }) => id)).toEqual([
        'vs_CKM01Riket',
        'vs_CKM02Län',
        'vs_CKM03Kommun',
      ])
      const again = readV2Metadata(JSON.stringify(v2MetadataOf(frame, 'sv', codeLists)))
      expect(again).toMatchObject({ ok: true, codeLists })
      if (again.ok) expect(again.frame.dimensions).toEqual(frame.dimensions)
    })

    it('a question for all counties and ages is split within the server’s limit', () => {
      const config = parseV2Config(read('config.json'))
      const found = readV2Metadata(read('TAB6471_metadata.json'))
      if (!config.ok || !found.ok) throw new Error('refused')
      expect(config.answer).toMatchObject({ maxDataCells: 150_000, maxCallsPerTimeWindow: 3, timeWindow: 1 })
      const codesOf = new Map(
        found.frame.dimensions.map(({ id, categories }) => [id, categories.map(({ code }) => code)]),
      )
      const counties = selectCodes('??', codesOf.get('Region') ?? [])
      if (!counties.ok) throw new Error('refused')
      expect(counties.codes.length).toBe(22)
      const sizes = new Map([...codesOf].map(([id, codes]) => [id, codes.length]))
      const pieces = splitSelection(sizes, codesOf, config.answer.maxDataCells)
      expect(Array.isArray(pieces) ? pieces.length : pieces).toBe(14)
      const small = splitSelection(sizes, new Map([...codesOf, ['Region', counties.codes]]), 150_000)
      expect(Array.isArray(small) ? small.length : small).toBe(1)
    })

    it('parts of the table join to what they were cut from', () => {
      const table = population()
      const wanted = new Map(
        table.dimensions.map(({ id, categories }) => [id, categories.map(({ code }) => code)]),
      )
      const pieces = splitSelection(new Map(), wanted, 500)
      if (!Array.isArray(pieces)) throw new Error('refused')
      const parts = pieces.map((piece) => {
        const part = selectCells(table, piece)
        if (!part.ok) throw new Error(part.reason)
        return part.table
      })
      const joined = joinTables(parts.toReversed(), wanted)
      if (!joined.ok) throw new Error(joined.reason)
      expect(joined.table.values).toEqual(table.values)
      expect(joined.table.notes).toEqual(table.notes)
    })

    it('ages in classes of ten years', () => {
      const answer = parseV2CodeList(read('codelist_agg_Alder10arJ.json'))
      if (!answer.ok) throw new Error(answer.reason)
      const list = codeListOf(answer.answer)
      expect(list).toMatchObject({
        id: 'agg_Ålder10årJ',
        kind: 'aggregation',
        label: { sv: '10-årsklasser' },
      })
      expect(list.values.map(({ members }) => members.length)).toEqual([
        10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 1,
      ])
      expect(applyCodeList(population(), 'Alder', list)).toMatchObject({
        reason: 'unknown-code',
        detail: '9',
      })
    })

    it('two counties as one', () => {
      const dalarna = { code: 'NMS', label: { sv: 'Norra' }, members: ['20', '21'] }
      const list = { id: 'x', label: { sv: 'x' }, kind: 'aggregation' as const, values: [dalarna] }
      const summed = applyCodeList(population(), 'Region', list)
      if (!summed.ok) throw new Error(summed.reason)
      const women = { Kon: '2', Alder: '0-9', Tid: '2026M04' }
      const [left, right] = ['20', '21'].map((Region) => figureAt(population(), { ...women, Region }) ?? 0)
      expect(left).toBe(12_820)
      expect(figureAt(summed.table, { ...women, Region: 'NMS' })).toBe(12_820 + (right ?? 0))
    })

    it('the list of tables and a search', () => {
      const tables = parseV2Tables(read('tables.json'))
      const search = parseV2Tables(read('search.json'))
      if (!tables.ok || !search.ok) throw new Error('refused')
      expect(tables.answer.page).toMatchObject({ totalElements: 4246, totalPages: 213 })
      expect(tables.answer.tables.length).toBe(20)
      expect(tables.answer.tables[0]).toMatchObject({ id: 'TAB4707', timeUnit: 'Monthly', subjectCode: 'AM' })
      expect(search.answer.tables.map(({ id }) => id).at(-1)).toBe('TAB6473')
    })
  })
} else {
  console.warn(`no ${FOLDER}: recorded answers of PxWebApi 2 are not read`)
  it('recorded answers are not here', () => expect(existsSync(FOLDER)).toBe(false))
}
