import { describe, expect, it } from 'vitest'
import { openTable } from '../open-table.ts'
import { readAggregates } from './interpret-aggregates.ts'
import { type AggregatedGroup, parseMapping } from './mapping.ts'

async function read(text: string, group: Partial<AggregatedGroup> = {}) {
  const table = await openTable(Buffer.from(text), { name: 'x.csv' })
  const parsed = parseMapping({
    columns: { ämne: 'Ämne' },
    aggregated: [{ by: { sex: 'women' }, applied: 'A', granted: 'G', refused: 'applied-granted', ...group }],
  })
  if (!table.ok || !parsed.ok) throw new Error(JSON.stringify([table, parsed]))
  return readAggregates(table, parsed.mapping)
}

describe('readAggregates', () => {
  it('gives counts and exact amounts by dimension and group; what is left is refused', async () => {
    const found = await read('Ämne;A;G;W;Kr\nFysik;1 000;0;10;5,50\n;5;5;0;\n', {
      withdrawn: 'W',
      amountGranted: 'Kr',
    })
    expect(found).toEqual({
      ok: true,
      refusals: [],
      rowsRead: 2,
      rowsRefused: 0,
      aggregates: [
        {
          row: 2,
          by: { ämne: 'Fysik', sex: 'women' },
          applied: 1000,
          granted: 0,
          refused: 990,
          withdrawn: 10,
          pending: 'notAsked',
          amountAppliedOre: 'notAsked',
          amountGrantedOre: 550n,
        },
        {
          row: 3,
          by: { ämne: 'noAnswer', sex: 'women' },
          applied: 5,
          granted: 5,
          refused: 0,
          withdrawn: 0,
          pending: 'notAsked',
          amountAppliedOre: 'notAsked',
          amountGrantedOre: 'noAnswer',
        },
      ],
    })
  })

  it('does not know the rest when a part of it is not known', async () => {
    expect(await read('Ämne;A;G;W\nFysik;9;1;\n', { withdrawn: 'W' })).toMatchObject({
      aggregates: [{ withdrawn: 'noAnswer', refused: 'noAnswer' }],
    })
  })

  it.each([
    ['1,5;1', 'A', 'count-not-whole'],
    ['x;1', 'A', 'count-not-whole'],
    ['-1;0', 'A', 'count-negative'],
    [';0', 'A', 'required-empty'],
    ['1;2', 'G', 'granted-exceeds-applied'],
  ])('refuses counts like %s', async (cells, column, reason) => {
    expect(await read(`Ämne;A;G\nFysik;${cells}\n`)).toMatchObject({
      aggregates: [],
      refusals: [{ row: 2, column, reason }],
    })
  })

  it('refuses outcomes beyond the applications, and a group that stands twice', async () => {
    expect(await read('Ämne;A;G;R\nFysik;9;5;5\n', { refused: 'R' })).toMatchObject({
      refusals: [{ reason: 'counts-exceed-applied' }],
    })
    expect(await read('Ämne;A;G\nFysik;9;5\nFysik;9;5\n')).toMatchObject({
      aggregates: [{ row: 2 }],
      refusals: [{ row: 3, reason: 'duplicate-group', firstRow: 2 }],
    })
  })
})
