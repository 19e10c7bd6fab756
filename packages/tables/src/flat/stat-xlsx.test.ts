import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { STATE } from '../stat/cell-state.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { partsFromRows, rowsOfParts } from './parts-rows.ts'
import { readStatXlsx, writeStatXlsx } from './stat-xlsx.ts'

const table: StatTable = {
  id: '',
  languages: ['sv', 'en'],
  title: { sv: 'Inkomst', en: 'Income' },
  notes: [{ text: { sv: 'x'.repeat(70_000) }, mandatory: false }],
  dimensions: [
    {
      id: 'kön',
      label: { sv: 'Kön' },
      role: 'classification',
      categories: [
        { code: '01', label: { sv: 'kvinnor', en: 'women' } },
        { code: '=2', label: { sv: '-19 år', en: 'x' } },
      ],
    },
  ],
  stub: 1,
  measure: { decimals: 1 },
  values: Float64Array.from([1.5, Number.NaN]),
  states: Uint8Array.from([STATE.value, STATE.withheld]),
}

it('gives a table back as it was written', async () => {
  const bytes = await writeStatXlsx(table, 'sv')
  expect(await readStatXlsx(bytes, { name: 'x.xlsx' })).toEqual({ ok: true, table })
})

it('puts figures by their codes when rows have been sorted, and says which code is unknown', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(await writeStatXlsx(table, 'sv')).buffer)
  const sheet = book.getWorksheet('Data')
  const [first, second] = [sheet?.getRow(2).values, sheet?.getRow(3).values]
  if (!sheet || !Array.isArray(first) || !Array.isArray(second)) throw new Error('no rows')
  sheet.getRow(2).values = second
  sheet.getRow(3).values = first
  const swapped = await readStatXlsx(new Uint8Array(await book.xlsx.writeBuffer()), { name: 'x.xlsx' })
  expect(swapped).toEqual({ ok: true, table })
  sheet.getCell('A2').value = '03'
  const unknown = await readStatXlsx(new Uint8Array(await book.xlsx.writeBuffer()), { name: 'x.xlsx' })
  expect(unknown).toEqual({ ok: false, reason: 'unknown-code', keyword: 'kön', detail: '03' })
})

it('writes any JSON as paths and leaves that read back the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (value) => {
      const plain = JSON.parse(JSON.stringify(value))
      if (Object.keys(plain).length === 0 || numbered(plain)) return
      expect(partsFromRows([...rowsOfParts(plain)])).toEqual({ ok: true, value: plain })
    }),
    { seed: 1 },
  )
})

/** Objects with keys 0, 1, 2 … read back as lists: no part of a table has such keys. */
function numbered(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(numbered)
  return Object.keys(value)[0] === '0' || Object.values(value).some(numbered)
}

it.each(
  [
    [
      ['a', 1],
      ['a', 2],
    ],
    [['[', 1]],
    [
      ['a.b', 1],
      ['a', 2],
    ],
    [[7, 1]],
  ].map((rows) => [rows]),
)('refuses paths that are none: %j', (rows) => {
  expect(partsFromRows(rows)).toMatchObject({ ok: false })
})
