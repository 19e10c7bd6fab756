import { expect, it } from 'vitest'
import { readParquet } from '../parquet/read-parquet.ts'
import { writeParquet } from '../parquet/write-parquet.ts'
import { STATE } from './cell-state.ts'
import type { StatTable } from './stat-table.ts'
import { parseParts, partsOf } from './table-parts.ts'

it('keeps a hierarchy whose code is a name that every object has', async () => {
  const children: Record<string, readonly string[]> = JSON.parse('{"__proto__": ["a", "constructor"]}')
  const table: StatTable = {
    id: 't',
    languages: ['sv'],
    title: { sv: 'T' },
    stub: 1,
    measure: { decimals: 0 },
    dimensions: [
      {
        id: 'd',
        label: { sv: 'd' },
        role: 'classification',
        categories: ['__proto__', 'a', 'constructor'].map((code) => ({ code, label: { sv: code } })),
        children,
      },
    ],
    values: new Float64Array([3, 1, 2]),
    states: new Uint8Array(3).fill(STATE.value),
  }
  const parsed = parseParts(JSON.parse(JSON.stringify(partsOf(table))))
  const kept = await readParquet(writeParquet(table))
  for (const parts of [parsed.ok ? parsed.parts : null, kept.ok ? kept.table : null])
    expect(Object.entries(parts?.dimensions[0]?.children ?? {})).toEqual([
      ['__proto__', ['a', 'constructor']],
    ])
})

it.each([[['a']], [{ a: 'b' }], [{ a: [1] }], ['a'], [null]])('refuses %j as a hierarchy', (children) => {
  const dimension = { id: 'd', label: {}, role: 'geo', categories: [], children }
  const parsed = parseParts({ id: '', languages: ['sv'], title: {}, stub: 0, dimensions: [dimension] })
  expect(parsed).toMatchObject({ ok: false })
})
