import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomAtoms, randomFrom, subsets, tableFrom } from '../attack/tables.ts'
import { verify } from '../certificate/verify.ts'
import { plainHash } from '../testing/attack-suppression.ts'
import { groupKey } from './group-key.ts'
import { protectGroups } from './protect-groups.ts'
import type { By, ProtectionOptions, TrueCell } from './types.ts'

const SHAPE = {
  sexes: ['men', 'notAsked', 'women'],
  sizes: [4, 4],
  parts: ['granted'],
  mean: 30,
  emptyOfTen: 1,
}
const CROSSINGS = subsets(['sex', 'a', 'b'], 3)

function protectedTable(cells: readonly TrueCell[], options: ProtectionOptions = {}) {
  const protection = protectGroups(cells, plainHash, options)
  if (!protection.ok) throw new Error(JSON.stringify(protection))
  return protection
}

function hiddenKeys(cells: readonly TrueCell[], options?: ProtectionOptions): string[] {
  return protectedTable(cells, options).reasons.map(({ by }) => groupKey(by))
}

describe('protectGroups', () => {
  it('shows a table without small counts whole', () => {
    const atoms = [10, 20, 30].map((granted, i) => ({ by: { a: `${i}` }, counts: { granted } }))
    const { table } = protectedTable(tableFrom(atoms, subsets(['a'], 1)))
    expect(table.counts).toEqual({ cells: 4, suppressed: 0 })
  })
  it('hides everything when the total itself is small', () => {
    const atoms = [1, 2].map((granted, i) => ({ by: { a: `${i}` }, counts: { granted } }))
    expect(protectedTable(tableFrom(atoms, subsets(['a'], 1))).table.counts.suppressed).toBe(3)
  })
  it('is the same whatever the order of the input', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (seed, turn) => {
        const cells = tableFrom(randomAtoms(seed, SHAPE), CROSSINGS)
        const below = randomFrom(turn)
        const mixed = cells
          .map((cell) => ({ cell, at: below(1e6) }))
          .sort((x, y) => x.at - y.at)
          .map(({ cell }) => ({ ...cell, by: Object.fromEntries(Object.entries(cell.by).toReversed()) }))
        expect(protectedTable(mixed).table).toEqual(protectedTable(cells).table)
      }),
      { seed: 21, numRuns: 30 },
    )
  })
  it('keeps forced groups hidden, and hides nothing else where that will do', () => {
    const atoms = [30, 40, 50, 60].map((granted, i) => ({ by: { a: `${i}` }, counts: { granted } }))
    const cells = tableFrom(atoms, subsets(['a'], 1))
    expect(hiddenKeys(cells, { forced: [{ a: '2' }, { a: '3' }] })).toEqual([
      groupKey({ a: '2' }),
      groupKey({ a: '3' }),
    ])
    expect(hiddenKeys(cells, { forced: [{ a: '2' }] })).toEqual([groupKey({ a: '2' })])
  })
  it('keeps the total and those of women and men, and hides cells of both for one small one', () => {
    const count = { 'women/0': 2, 'women/1': 30, 'women/2': 40, 'men/0': 50, 'men/1': 60, 'men/2': 70 }
    const atoms = Object.entries(count).map(([labels, granted]) => {
      const [sex = '', a = ''] = labels.split('/')
      return { by: { sex, a }, counts: { granted } }
    })
    const { table } = protectedTable(tableFrom(atoms, subsets(['sex', 'a'], 2)))
    const hidden = table.cells.flatMap(({ by, suppressed }) => (suppressed ? [by] : []))
    expect(hidden).toHaveLength(4)
    expect(hidden.every(({ sex, a }) => sex !== undefined && a !== undefined)).toBe(true)
    expect(hidden.map(({ a }) => a).filter((a) => a === '0')).toHaveLength(2)
  })
  it('shows the women and men of several tables side by side that rest on one another', () => {
    const names = ['industry', 'age']
    const atoms = ['women', 'men', 'other'].flatMap((sex, i) =>
      ['A', 'C', 'F'].flatMap((industry, j) =>
        ['young', 'old'].map((age) => ({
          by: { sex, industry, age },
          counts: { granted: i === 2 ? (j === 0 ? 1 : 0) : 20 },
        })),
      ),
    )
    const { table } = protectedTable(
      tableFrom(atoms, [...subsets(['sex', 'industry'], 2), ['age'], ['sex', 'age']]),
    )
    const shown = table.cells.filter(
      ({ by, suppressed }) =>
        !suppressed && /^(wo)?men$/.test(by.sex ?? '') && names.some((name) => name in by),
    )
    expect(shown).toHaveLength(2 * 5)
  })
  it('proves what it hides: a certificate that holds, and fails for one group more', () => {
    const cells = tableFrom(randomAtoms(4, SHAPE), CROSSINGS)
    const { certificate, table } = protectedTable(cells)
    expect(certificate.rules).toMatchObject({ threshold: 5, width: 2, zeros: 'cover' })
    const hidden = certificate.hidden.cells.length
    expect(hidden).toBe(table.counts.suppressed)
    const codes = certificate.dimensions.map(({ nodes }) => nodes.map(({ code }) => code))
    const strides = codes.map((_, d) => codes.slice(d + 1).reduce((size, { length }) => size * length, 1))
    const size = codes.reduce((product, { length }) => product * length, 1)
    const held = new Set(certificate.hidden.cells)
    const known = new Map(
      cells.map(({ by, counts }) => [
        certificate.dimensions.map(({ name }) => (name in by ? JSON.stringify(by[name]) : 'Total')).join(),
        counts.granted ?? 0,
      ]),
    )
    const published = Array.from({ length: size }, (_, cell) => {
      const own = codes.map((all, d) => all[Math.floor(cell / (strides[d] ?? 1)) % all.length] ?? '')
      return { codes: own, count: held.has(cell) ? null : (known.get(own.join()) ?? 0) }
    })
    expect(verify(published, certificate, plainHash).ok).toBe(true)
    const at = published.findIndex(({ count }) => count === null)
    const told = published.with(at, {
      codes: published[at]?.codes ?? [],
      count: known.get(published[at]?.codes.join() ?? '') ?? 0,
    })
    expect(verify(told, certificate, plainHash).ok).toBe(false)
  })
  it('tests what is left of the whole as a part', () => {
    const cell = (by: By, applied: number, granted: number): TrueCell => ({
      by,
      counts: { applied, granted },
      amounts: {},
    })
    const cells = [cell({}, 60, 40), cell({ a: '0' }, 22, 20), cell({ a: '1' }, 38, 20)]
    expect(protectedTable(cells).table.counts.suppressed).toBe(2)
  })
})
