import { describe, expect, it } from 'vitest'
import { randomAtoms, subsets, tableFrom } from '../attack/tables.ts'
import { readCertificate } from '../certificate/read-certificate.ts'
import type { Certificate } from '../certificate/types.ts'
import { verify } from '../certificate/verify.ts'
import { codesOf } from '../model/cube.ts'
import { sideBySide } from '../model/dimension.ts'
import { cellsOfTables } from '../suppress/tables.ts'
import { plainHash } from '../testing/attack-suppression.ts'
import { groupKey } from './group-key.ts'
import { protectGroups } from './protect-groups.ts'
import { starOf } from './star.ts'
import type { By } from './types.ts'

const SHAPE = { sexes: ['men', 'women'], sizes: [3, 4], parts: ['granted'], mean: 8, emptyOfTen: 3 }
const CROSSINGS = [...subsets(['sex', 'a'], 2), ['b'], ['sex', 'b']]

function partsOf(code: string): string[] {
  const parts: unknown = JSON.parse(code)
  return Array.isArray(parts) ? parts.map(String) : []
}

/** A certificate of two tables side by side, and what it certifies. */
function certified() {
  for (let seed = 1; ; seed++) {
    const cells = tableFrom(randomAtoms(seed, SHAPE), CROSSINGS)
    const protection = protectGroups(cells, plainHash)
    if (!protection.ok) throw new Error(protection.reason)
    const { certificate } = protection
    const isShared = ({ cells: moved }: Certificate['rows'][number]) => moved.some((cell) => cell % 9 >= 7)
    if (!certificate.rows.some(isShared)) continue
    const read = readCertificate(certificate)
    if (!read.ok) throw new Error(read.reason)
    const { cube } = read
    const inTable = cellsOfTables(cube, certificate.tables)
    const counts = new Map(cells.map((cell) => [groupKey(cell.by), cell.counts.granted ?? 0]))
    const hidden = new Set(certificate.hidden.cells.filter((cell) => inTable[cell] === 1))
    const published = [...inTable.entries()].flatMap(([cell, mark]) =>
      mark === 1 ? [{ codes: codesOf(cube, cell), count: hidden.has(cell) ? null : countOf(cell) }] : [],
    )
    function countOf(cell: number): number {
      const [sex = '', detail = ''] = codesOf(cube, cell)
      const [way = '', label] = partsOf(detail)
      const by: By = {
        ...(sex === 'Total' ? {} : { sex: String(JSON.parse(sex)) }),
        ...(label === undefined ? {} : { [way]: label }),
      }
      return counts.get(groupKey(by)) ?? 0
    }
    return { certificate, published }
  }
}

describe('tables side by side', () => {
  const { certificate, published } = certified()
  const changed = (change: (copy: Certificate) => Certificate) =>
    verify(published, change(structuredClone(certificate)), plainHash)

  it('are verified as one', () => {
    expect(changed((copy) => copy)).toMatchObject({ ok: true, witnesses: certificate.witnesses.length })
  })

  it('fail where a witness moves the whole of one and not of the other', () => {
    const found = changed((copy) => ({
      ...copy,
      rows: copy.rows.map(({ cells, steps }) => {
        const kept = cells.flatMap((cell, i) => (cell % 9 < 3 || cell % 9 === 7 ? [i] : []))
        return { cells: kept.map((i) => cells[i] ?? 0), steps: kept.map((i) => steps[i] ?? 0) }
      }),
    }))
    expect(found).toMatchObject({ ok: false, reason: 'witness-breaks-sum' })
  })

  it('fail where the wholes are of different size, leave a leaf out, or are not said to be the same', () => {
    const other = changed((copy) => ({
      ...copy,
      hidden: {
        ...copy.hidden,
        counts: copy.hidden.counts.map((n, i) => (copy.hidden.cells[i] === 8 ? n + 1 : n)),
      },
    }))
    expect(other).toMatchObject({ ok: false, reason: 'not-additive' })
    const wholes = (list: readonly number[] | undefined) =>
      changed((copy) => ({
        ...copy,
        dimensions: copy.dimensions.map((dimension) => {
          const { wholes: _, ...plain } = dimension
          if (dimension.wholes === undefined) return dimension
          return list === undefined ? plain : { ...plain, wholes: list }
        }),
      }))
    expect(wholes([7])).toMatchObject({ ok: false, reason: 'not-a-certificate', where: 'dimensions' })
    expect(wholes([7, 99])).toMatchObject({ ok: false, reason: 'not-a-certificate', where: 'dimensions' })
    expect(wholes(undefined).ok).toBe(false)
  })
})

describe('sideBySide', () => {
  it('gives each way its own labels and whole, whatever they are called', () => {
    const { codes, leaves, members, wholes } = sideBySide(
      'detail',
      new Map([
        ['a', ['x', 'Total']],
        ['b', ['x']],
      ]),
    )
    expect(codes).toEqual(['["a","x"]', '["a","Total"]', '["b","x"]', '["a"]', '["b"]'])
    expect([leaves, members.slice(3), wholes]).toEqual([3, [[0, 1], [2]], [3, 4]])
  })
})

describe('starOf', () => {
  it('finds the cell of every group, and every cell is a group', () => {
    const labels = new Map([
      ['sex', ['men', 'Total']],
      ['a', ['0', '1']],
      ['b', ['0']],
    ])
    const star = starOf([[], ['a'], ['b'], ['sex'], ['a', 'sex'], ['b', 'sex']], labels)
    if (!star.ok) throw new Error(star.reason)
    const groups = [undefined, 'men', 'Total'].flatMap((sex) =>
      [{}, { a: '0' }, { a: '1' }, { b: '0' }].map((by): By => (sex === undefined ? by : { ...by, sex })),
    )
    expect(groups.flatMap((by) => star.cellsOf(by)).sort((x, y) => x - y)).toEqual(
      Array.from({ length: star.cube.size }, (_, cell) => cell),
    )
  })
})
