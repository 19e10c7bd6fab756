import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openTable } from '../open-table.ts'
import { type ColumnUse, RUNS, type Run, shapeOfUses, usesOfShape } from './column-uses.ts'
import { suggestFlatShape } from './flat-shape.ts'
import { readFlat } from './read-flat.ts'

const made = (headers: readonly string[], uses: readonly ColumnUse[], run: Run = 'told') => {
  const shape = shapeOfUses(headers, uses, run, undefined)
  return shape.ok ? shape.shape : shape.reason
}

describe('the uses of columns', () => {
  it('make a long shape, with texts at their codes and what is measured in rows', async () => {
    const headers = ['id', 'text', 'vad', 'tal', 'tecken']
    const shape = shapeOfUses(
      headers,
      ['geo', { labelOf: 'id' }, 'metric', 'value', 'status'],
      'told',
      undefined,
    )
    if (!shape.ok) throw new Error(shape.reason)
    const open = await openTable(
      Buffer.from('id;text;vad;tal;tecken\n1;Ett;andel;1,5;\n1;Ett;antal;2;\n2;Två;andel;;..\n'),
      { name: 'x.csv' },
    )
    const read = open.ok ? await readFlat(open, { shape: shape.shape }) : open
    if (!read.ok) throw new Error(read.reason)
    expect(read.table.dimensions.map(({ id, role, categories }) => [id, role, categories.length])).toEqual([
      ['id', 'geo', 2],
      ['vad', 'metric', 2],
    ])
    expect(read.table.dimensions[0]?.categories[0]).toMatchObject({ code: '1', label: { sv: 'Ett' } })
    expect([...read.table.values].slice(0, 3)).toEqual([1.5, 2, Number.NaN])
  })

  it('say whether headers of figures are periods or what is measured', () => {
    const headers = ['ort', 'Q1', 'Q2']
    const uses: ColumnUse[] = ['geo', 'value', 'value']
    expect(made(headers, uses, 'time')).toMatchObject({ across: [{ role: 'time', codes: ['Q1', 'Q2'] }] })
    expect(made(headers, uses, 'metric')).toMatchObject({ across: [{ role: 'metric', codes: ['Q1', 'Q2'] }] })
  })

  it.each<[ColumnUse[], Run, string]>([
    [['geo', 'none', 'none'], 'told', 'no-values'],
    [['none', 'none', 'value'], 'told', 'no-dimension'],
    [['time', 'value', 'value'], 'time', 'two-times'],
    [['metric', 'value', 'value'], 'metric', 'two-metrics'],
    [['none', { labelOf: 'ort' }, 'value'], 'told', 'label-of-none'],
  ])('%j read as %s are refused as %s', (uses, run, reason) => {
    expect(made(['ort', 'a', 'b'], uses, run)).toBe(reason)
  })

  it('of a proposed shape make that shape again', () => {
    const header = fc.constantFrom(
      'region',
      'kön',
      'år',
      '2022',
      '2023',
      'Antal 2022',
      'antal',
      'value',
      'status',
      'x',
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(header, { minLength: 1, maxLength: 8 }),
        fc.array(fc.array(fc.constantFrom('1', '2', 'a', 'b', '..'), { minLength: 8, maxLength: 8 })),
        (headers, cells) => {
          const rows = cells.map((row, at) => ({ row: at + 2, cells: row.slice(0, headers.length) }))
          const shape = suggestFlatShape(headers, rows)
          if (shape === null) return
          const { uses, run } = usesOfShape(shape, headers)
          const again = shapeOfUses(headers, uses, run, shape.numbers)
          if (again.ok) expect(again.shape).toEqual(shape)
          else expect(['no-dimension']).toContain(again.reason)
        },
      ),
      { seed: 1 },
    )
    expect(RUNS).toHaveLength(3)
  })
})
