import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStatTable } from './read-stat-table.ts'
import type { StatTable } from './stat/stat-table.ts'
import { lossesOf } from './stat-losses.ts'
import { type StatTarget, writeStatTable } from './write-stat-table.ts'

const FOLDER = join(process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../shared'), 'data')
const ENDINGS = {
  px: 'px',
  'json-stat2': 'json',
  'json-stat': 'json',
  xlsx: 'xlsx',
  parquet: 'parquet',
  csv: 'csv',
} as const

async function opened(file: string): Promise<StatTable> {
  const read = await readStatTable(await readFile(file), { name: file })
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read)}`)
  return read.table
}

async function throughFormat(table: StatTable, format: keyof typeof ENDINGS): Promise<StatTable> {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeStatTable(table, format)) chunks.push(chunk)
  const read = await readStatTable(Buffer.concat(chunks), { name: `table.${ENDINGS[format]}` })
  if (!read.ok) throw new Error(`${format}: ${JSON.stringify(read)}`)
  return read.table
}

/** Figures, kinds of missing, codes, and labels in the main language. */
function essence({ dimensions, languages, values, states }: StatTable) {
  const [main = ''] = languages
  const named = dimensions.map(({ categories }) => categories.map(({ code, label }) => [code, label[main]]))
  return { named, values, states }
}

if (!existsSync(join(FOLDER, 'px'))) {
  console.warn(`No real data at ${FOLDER}: conversions of real files are passed over.`)
  it('real files are not at hand', () => {
    expect(existsSync(join(FOLDER, 'px'))).toBe(false)
  })
} else {
  const names = readdirSync(join(FOLDER, 'px'), { recursive: true, encoding: 'utf8' })
  const px = names.filter((name) => /\.px$/i.test(name)).map((name) => join('px', name))
  const files = [...px, 'jsonstat/pxwebapi_v2_scb/TAB6471_data.json']

  describe('files of statistics offices', () => {
    it.each(files)(
      '%s goes by JSON-stat, PX and Parquet with all its figures, kinds and names',
      async (name) => {
        const table = await opened(join(FOLDER, name))
        for (const between of ['json-stat2', 'json-stat', 'px', 'parquet'] as const) {
          const there = await throughFormat(table, between)
          expect(essence(there), between).toEqual(essence(table))
          expect(essence(await throughFormat(there, 'px')), `${between} and px`).toEqual(essence(table))
        }
      },
    )

    it.each(files)(
      '%s goes by rows, whose shape is guessed, with all its figures and kinds',
      async (name) => {
        const { values, states } = await opened(join(FOLDER, name))
        expect(await throughFormat(await opened(join(FOLDER, name)), 'csv')).toMatchObject({ values, states })
      },
    )

    it.each(files)('%s loses nothing by Parquet', async (name) => {
      const table = await opened(join(FOLDER, name))
      expect(await throughFormat(table, 'parquet')).toEqual(table)
    })

    it.each([
      'px/NPM/BE0101F1allKeywords.px',
      'px/multilanguage/BE0101F1langensvfiolikacelln.px',
      'px/Hierarchies/PR0101B3hier2lang.px',
      'px/percent/ENdecround0.px',
      'jsonstat/pxwebapi_v2_scb/TAB6471_data.json',
    ])('%s loses nothing by a workbook', async (name) => {
      const table = await opened(join(FOLDER, name))
      expect(await throughFormat(table, 'xlsx')).toEqual(table)
    })

    it('lose other languages in JSON-stat, and what only PX can say', async () => {
      const losses = async (name: string, format: StatTarget) =>
        lossesOf(await opened(join(FOLDER, name)), format)
      expect(await losses('px/multilanguage/BE0101F1langensvfiolikacelln.px', 'json-stat2')).toContain(
        'languages',
      )
      expect(await losses('px/NPM/BE0101F1allKeywords.px', 'json-stat2')).toContain('px-keywords')
      expect(await losses('px/NPM/BE0101F1allKeywords.px', 'parquet')).toEqual([])
    })
  })
}
