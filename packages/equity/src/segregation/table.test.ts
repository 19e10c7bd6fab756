import { describe, expect, it } from 'vitest'
import { segregationTable, segregationTableOf } from './table.ts'

const row = (unit: string, group: string, n: number, cluster?: string) =>
  cluster === undefined ? { unit, group, n } : { unit, group, n, cluster }
const good = [row('a', 'women', 3), row('b', 'men', 2)]

describe('a table of segregation', () => {
  it('adds rows of the same unit and group and leaves out what is empty', () => {
    const result = segregationTable([
      row('empty', 'women', 0),
      row('a', 'women', 3),
      row('a', 'women', 0.5),
      row('b', 'men', 2),
      row('b', 'unknown', 0),
    ])
    expect(result).toMatchObject({
      ok: true,
      table: { units: ['a', 'b'], groups: ['women', 'men'], total: 5.5, emptyUnits: ['empty'] },
    })
    if (!result.ok) return
    expect(result.table.emptyGroups).toEqual(['unknown'])
    expect([...result.table.counts]).toEqual([3.5, 0, 0, 2])
    expect([...result.table.unitTotals]).toEqual([3.5, 2])
    expect([...result.table.groupTotals]).toEqual([3.5, 2])
  })

  it('keeps the clusters of the units that stay', () => {
    const result = segregationTable([
      row('x', 'women', 0, 'gone'),
      row('a', 'women', 1, 'A'),
      row('b', 'men', 2, 'B'),
    ])
    expect(result).toMatchObject({ ok: true, table: { clusters: ['A', 'B'] } })
    if (result.ok) expect([...result.table.clusterOf]).toEqual([0, 1])
  })

  it('is refused with the place of the fault', () => {
    const refused = (rows: Parameters<typeof segregationTable>[0]) => {
      const result = segregationTable(rows)
      return result.ok ? null : [result.reason, result.culprit]
    }
    expect(refused([])).toEqual(['empty', 'rows'])
    expect(refused([...good, row('b', 'men', Number.NaN)])).toEqual(['not-finite', 'rows[2].n'])
    expect(refused([...good, row('b', 'men', Number.POSITIVE_INFINITY)])).toEqual(['not-finite', 'rows[2].n'])
    expect(refused([...good, row('b', 'men', -1)])).toEqual(['negative', 'rows[2].n'])
    expect(refused([row('a', 'women', 0), row('b', 'men', 0)])).toEqual(['all-zero', 'rows'])
    expect(refused([row('a', 'women', 1), row('b', 'women', 1)])).toEqual(['too-few', 'rows.group'])
    expect(refused([row('a', 'women', 1), row('a', 'men', 1)])).toEqual(['too-few', 'rows.unit'])
    expect(refused([...good, row('a', 'men', 1, 'A')])).toEqual(['unbalanced', 'rows[2].cluster'])
    expect(refused([row('a', 'women', 1, 'A'), row('a', 'men', 1, 'B')])).toEqual([
      'unbalanced',
      'rows[1].cluster',
    ])
    expect(refused([row('a', 'women', 1e308), row('b', 'men', 1e308)])).toEqual(['out-of-range', 'rows'])
    expect(refused([row('a', 'women', 1), row('b', 'men', 5e-324)])).toEqual(['out-of-range', 'rows'])
  })

  it('is made of a matrix too', () => {
    const of = (counts: number[][], more = {}) => {
      const result = segregationTableOf({ units: ['a', 'b'], groups: ['w', 'm'], counts, ...more })
      return result.ok ? [...result.table.counts] : [result.reason, result.culprit]
    }
    expect(
      of([
        [8, 1],
        [2, 9],
      ]),
    ).toEqual([8, 1, 2, 9])
    expect(of([[8, 1]])).toEqual(['unequal-length', 'counts'])
    expect(of([[8, 1], [2]])).toEqual(['unequal-length', 'counts[1]'])
    expect(
      of([
        [8, 1],
        [2, -9],
      ]),
    ).toEqual(['negative', 'counts[1][1]'])
    expect(
      of([
        [8, Number.NaN],
        [2, 9],
      ]),
    ).toEqual(['not-finite', 'counts[0][1]'])
    expect(
      of(
        [
          [8, 1],
          [2, 9],
        ],
        { units: ['a', 'a'] },
      ),
    ).toEqual(['duplicate', 'units[1]'])
    expect(
      of(
        [
          [8, 1],
          [2, 9],
        ],
        { clusters: ['A'] },
      ),
    ).toEqual(['unequal-length', 'clusters'])
    expect(
      of([
        [8, 0],
        [2, 0],
      ]),
    ).toEqual(['too-few', 'groups'])
    expect(
      of([
        [8, 1],
        [0, 0],
      ]),
    ).toEqual(['too-few', 'units'])
    expect(
      of([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual(['all-zero', 'counts'])
  })
})
