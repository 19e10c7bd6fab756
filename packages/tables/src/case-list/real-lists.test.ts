import { existsSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTable, readTable } from '../open-table.ts'
import { readCases } from './interpret.ts'
import { readAggregates } from './interpret-aggregates.ts'
import { parseMapping } from './mapping.ts'
import { suggestMapping } from './suggest.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared')

async function opened(path: string) {
  const table = await openTable(path, { name: basename(path) })
  if (!table.ok) throw new Error(`${path}: ${table.reason}`)
  return table
}

if (existsSync(join(SHARED, 'data/grants'))) {
  describe.each(['csv', 'json'])('374 projects of the regional fund as %s', (ending) => {
    const path = join(SHARED, `data/grants/eruf_sverige/eruf_2014_2020_utan_personuppgifter.${ending}`)

    it('are all read, with the sex declared inferred', async () => {
      const table = await opened(path)
      const found = await suggestMapping(table)
      if (!found.ok) throw new Error(found.reason)
      expect(found.mapping).toMatchObject({ sexInferred: true, leaderRule: 'project leader' })
      expect(found.open).toMatchObject([{ reason: 'outcome-missing' }])
      const { values } = found.mapping
      const misspelt = { Stenungssund: 'Stenungsund' }
      const parsed = parseMapping({
        ...found.mapping,
        values: { ...values, municipality: misspelt },
        constants: { outcome: 'granted' },
      })
      if (!parsed.ok) throw new Error(parsed.reason)
      const read = await readCases(table, parsed.mapping, { hashPersonalNumber: () => 'hash' })
      if (!read.ok) throw new Error(read.reason)
      expect(read.refusals).toEqual([])
      const bySex = Map.groupBy(read.records, (record) => record.sex)
      expect(Object.fromEntries([...bySex].map(([sex, records]) => [sex, records.length]))).toEqual({
        women: 158,
        men: 168,
        noAnswer: 48,
      })
    })

    it('are refused by row where a municipality is misspelt', async () => {
      const table = await opened(path)
      const parsed = parseMapping({
        columns: { municipality: 'kommuner' },
        constants: { outcome: 'granted' },
      })
      if (!parsed.ok) throw new Error(parsed.reason)
      const read = await readCases(table, parsed.mapping, { hashPersonalNumber: () => 'hash' })
      if (!read.ok) throw new Error(read.reason)
      expect([read.records.length, read.rowsRefused]).toEqual([335, 39])
      expect(new Set(read.refusals.map(({ suggestions }) => suggestions?.[0]))).toEqual(
        new Set(['Stenungsund']),
      )
    })
  })

  it('reads the research funding table as counts by sex and discipline', async () => {
    const table = await opened(join(SHARED, 'data/microdata/dslabs_research_funding_rates.csv'))
    const found = await suggestMapping(table)
    const parsed = parseMapping(found.ok ? found.mapping : {})
    if (!parsed.ok) throw new Error(parsed.reason)
    const read = await readAggregates(table, parsed.mapping)
    if (!read.ok) throw new Error(read.reason)
    const sum = (sex: string, key: 'applied' | 'granted') =>
      read.aggregates.filter(({ by }) => by.sex === sex).reduce((total, row) => total + row[key], 0)
    expect(['women', 'men'].map((sex) => [sum(sex, 'applied'), sum(sex, 'granted')])).toEqual([
      [1188, 177],
      [1635, 290],
    ])
  })

  it.each(globSync(['data/region_dalarna/*.xlsx', 'data/grants/360giving/**/*.xlsx'], { cwd: SHARED }))(
    'reads %s',
    async (path) => {
      const read = await readTable(await opened(join(SHARED, path)))
      expect(read.ok && read.rows.length).toBeGreaterThan(0)
    },
  )
} else {
  console.warn(`the real lists are not read: ${SHARED} is not there`)
  it('are passed over where the real lists are not at hand', () =>
    expect(existsSync(join(SHARED, 'data/grants'))).toBe(false))
}
