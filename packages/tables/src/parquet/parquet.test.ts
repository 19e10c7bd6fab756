import fc from 'fast-check'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, it } from 'vitest'
import { STATE } from '../stat/cell-state.ts'
import { checkStatTable } from '../stat/check-table.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { readParquet } from './read-parquet.ts'
import { writeParquet } from './write-parquet.ts'

const table: StatTable = {
  id: 'T1',
  languages: ['sv', 'en'],
  title: { sv: 'Inkomst', en: 'Income' },
  dimensions: [
    {
      id: 'value',
      label: { sv: 'Kön' },
      role: 'classification',
      categories: [
        { code: '1', label: { sv: 'män' } },
        { code: '2', label: { sv: 'kvinnor' } },
      ],
    },
    {
      id: 'tid',
      label: { sv: 'år' },
      role: 'time',
      timeUnit: 'year',
      categories: ['2018', '2019', '2020'].map((code) => ({ code, label: { sv: code } })),
    },
  ],
  stub: 1,
  measure: { unit: { sv: 'tkr' }, decimals: 1 },
  values: Float64Array.from([1.5, Number.NaN, 0, -3, Number.NaN, 0.1 + 0.2]),
  states: Uint8Array.from([STATE.value, STATE.withheld, STATE.nil, STATE.value, STATE.notAsked, STATE.value]),
  cellNotes: [{ at: [null, 1], note: { text: { sv: 'Brott i serien' }, mandatory: true } }],
}

it('gives a table back as it was written, also where a dimension is named as the column of figures', async () => {
  expect(await readParquet(writeParquet(table))).toEqual({ ok: true, table })
})

it('reads a file of others as rows', async () => {
  const bytes = parquetWriteBuffer({
    columnData: [
      { name: 'kön', data: ['K', 'M'], type: 'STRING' },
      { name: '2019', data: [1n, null], type: 'INT64' },
    ],
  })
  const read = await readParquet(new Uint8Array(bytes))
  expect(read.ok && [...read.table.values]).toEqual([1, Number.NaN])
})

it('refuses bytes that are damaged, and never breaks', async () => {
  const bytes = writeParquet(table)
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
      const damaged = cut ? bytes.slice(0, at) : Uint8Array.from(bytes).fill(byte, at, at + 1)
      const read = await readParquet(damaged)
      if (read.ok) expect(checkStatTable(read.table)).toBeNull()
      else expect(read.reason).not.toBe('')
    }),
    { seed: 1, numRuns: 300 },
  )
})
