import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openTable } from '../open-table.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { sizesOf } from '../stat/stat-table.ts'
import { readFlat } from './read-flat.ts'

const shared = process.env.JAMVIKT_SHARED ?? path.resolve(import.meta.dirname, '../../../../../shared')
const folder = path.join(shared, 'data')
const isThere = existsSync(folder)
if (!isThere) console.warn(`No real data at ${folder}: real files are not read.`)

async function tableOf(file: string): Promise<StatTable> {
  const open = await openTable(path.join(folder, file), { name: file, preamble: true })
  const read = open.ok ? await readFlat(open) : open
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read)}`)
  return read.table
}

function sumOf(table: StatTable, dimension: string, code: string): number {
  const d = table.dimensions.findIndex(({ id }) => id === dimension)
  const place = table.dimensions[d]?.categories.findIndex((category) => category.code === code)
  const stride = sizesOf(table)
    .slice(d + 1)
    .reduce((product, size) => product * size, 1)
  const size = table.dimensions[d]?.categories.length ?? 1
  return table.values.reduce(
    (sum, value, cell) => (Math.floor(cell / stride) % size === place ? sum + value : sum),
    0,
  )
}

if (isThere)
  it('reads the files of Statistics Sweden by municipality and sex whole', async () => {
    // 5,131,775 women and 5,195,814 men: the published population of 31 December 2019.
    const ages = await tableOf('scb_municipality_sex/SCB_alderkon.csv')
    expect([sizesOf(ages), sumOf(ages, 'kön', 'kvinnor'), sumOf(ages, 'kön', 'män')]).toEqual([
      [290, 101, 2, 1],
      5_131_775,
      5_195_814,
    ])
    const expected = { SCB_inkomster: 6960, SCB_inrikesvsutrikesfodda: 16_240, SCB_utbildningsniva: 41_760 }
    for (const [name, cells] of Object.entries(expected))
      expect((await tableOf(`scb_municipality_sex/${name}.csv`)).values.length, name).toBe(cells)
  })

if (isThere)
  it('reads the files of Region Dalarna by sex and background', async () => {
    const managers = await tableOf('region_dalarna/chefsrepresentation_ny.csv')
    expect(managers.dimensions.map(({ id, categories }) => [id, categories.length])).toEqual([
      ['region', 1],
      ['kön', 2],
      ['bakgrundsvariabel', 2],
      ['år', 20],
    ])
    expect((await tableOf('region_dalarna/etablering.csv')).values.length).toBe(3024)
  })

if (!isThere) it('has no real files at hand', () => expect(isThere).toBe(false))
