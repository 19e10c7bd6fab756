import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Attacker } from './attack/attacker.ts'
import { type Atom, randomAtoms, randomFrom, subsets, tableFrom } from './attack/tables.ts'
import { groupKey } from './group-key.ts'
import { protectCells } from './protect-cells.ts'
import { isDominated } from './rule.ts'
import type { By, GuardedAmount, ProtectionOptions, TrueCell } from './types.ts'

const SHAPE = {
  sexes: ['men', 'notAsked', 'women'],
  sizes: [4, 4],
  parts: ['granted'],
  mean: 30,
  emptyOfTen: 1,
}
const CROSSINGS = subsets(['sex', 'a', 'b'], 3)

function protectedTable(cells: readonly TrueCell[], options: ProtectionOptions = {}) {
  const protection = protectCells(cells, options)
  if (!protection.ok) throw new Error(JSON.stringify(protection))
  return protection
}

function hiddenKeys(cells: readonly TrueCell[], options?: ProtectionOptions): string[] {
  return protectedTable(cells, options).reasons.map(({ by }) => groupKey(by))
}

describe('protectCells', () => {
  it('shows a table without small counts whole', () => {
    const atoms = [10, 20, 30].map((granted, i) => ({ by: { a: `${i}` }, counts: { granted } }))
    const { table } = protectedTable(tableFrom(atoms, subsets(['a'], 1)))
    expect(table.counts).toEqual({ cells: 4, suppressed: 0 })
  })
  it('hides everything when the total itself is small', () => {
    const atoms = [1, 2].map((granted, i) => ({ by: { a: `${i}` }, counts: { granted } }))
    expect(protectedTable(tableFrom(atoms, subsets(['a'], 1))).table.counts.suppressed).toBe(3)
  })
  it('takes complements in the public order given', () => {
    const atoms = [3, 40, 50, 60].map((granted, i) => ({ by: { a: `${i}` }, counts: { granted } }))
    const cells = tableFrom(atoms, subsets(['a'], 1))
    expect(hiddenKeys(cells)).toEqual([groupKey({ a: '0' }), groupKey({ a: '1' })])
    expect(hiddenKeys(cells, { order: { a: ['3', '2'] } })).toEqual([
      groupKey({ a: '0' }),
      groupKey({ a: '3' }),
    ])
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
  it('shows a margin over sex only with everything beneath it, and a cell only with its margins', () => {
    const cells = tableFrom(randomAtoms(5, SHAPE), CROSSINGS)
    const hidden = new Set(hiddenKeys(cells))
    for (const { by } of cells) {
      if (hidden.has(groupKey(by))) continue
      const beneath = ['men', 'notAsked', 'women'].map((sex) => groupKey({ ...by, sex }))
      if (!('sex' in by) && Object.keys(by).length > 0)
        expect(beneath.some((key) => hidden.has(key))).toBe(false)
      for (const name of Object.keys(by).filter((d) => d !== 'sex')) {
        const margin: By = Object.fromEntries(Object.entries(by).filter(([d]) => d !== name))
        if ('sex' in by) expect(hidden.has(groupKey(margin))).toBe(false)
      }
    }
  })
  it('keeps forced groups hidden', () => {
    const atoms = [30, 40, 50, 60].map((granted, i) => ({ by: { a: `${i}` }, counts: { granted } }))
    const cells = tableFrom(atoms, subsets(['a'], 1))
    expect(hiddenKeys(cells, { forced: [{ a: '2' }] })).toEqual([groupKey({ a: '0' }), groupKey({ a: '2' })])
  })
  it('withholds the least wanted table of a ring', () => {
    const atoms = randomAtoms(3, {
      sexes: [],
      sizes: [2, 2, 2],
      parts: ['granted'],
      mean: 400,
      emptyOfTen: 0,
    })
    const cells = tableFrom(atoms, subsets(['a', 'b', 'c'], 2))
    const withheld = (priority: readonly (readonly [string, string])[]) => [
      ...new Set(
        protectedTable(cells, { priority }).reasons.map(({ by }) => Object.keys(by).sort().join('')),
      ),
    ]
    expect(withheld([])).toEqual(['bc'])
    expect(
      withheld([
        ['c', 'b'],
        ['a', 'c'],
      ]),
    ).toEqual(['ab'])
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

describe('refusals', () => {
  const cell = (by: By, granted: number): TrueCell => ({ by, counts: { granted }, amounts: {} })
  const good = [cell({}, 30), cell({ a: '0' }, 10), cell({ a: '1' }, 20)]
  it.each([
    ['no-cells', [], {}],
    ['bad-option', good, { threshold: 2 }],
    ['bad-option', good, { pPercent: 101 }],
    ['bad-figure', [cell({}, 1.5)], {}],
    ['bad-figure', [{ by: {}, counts: { applied: 3, granted: 4 }, amounts: {} }], {}],
    ['duplicate-cell', [...good, cell({ a: '0' }, 10)], {}],
    ['missing-crossing', good.slice(1), {}],
    ['missing-crossing', [cell({}, 30), cell({ sex: 'men' }, 30), cell({ a: '0' }, 30)], {}],
    ['not-additive', [cell({}, 31), ...good.slice(1)], {}],
  ] as const)('%s', (reason, cells, options) => {
    expect(protectCells(cells, options)).toMatchObject({ ok: false, reason })
  })
  it('names a cell that is missing from the product', () => {
    const cells = tableFrom(randomAtoms(1, { ...SHAPE, sexes: [] }), subsets(['a', 'b'], 2)).slice(0, -1)
    expect(protectCells(cells)).toEqual({ ok: false, reason: 'missing-cell', by: { a: '3', b: '3' } })
  })
})

const amount = (...ore: number[]): GuardedAmount => ({
  totalOre: ore.reduce((a, b) => a + b, 0),
  contributors: ore.length,
  top: ore.map((value, id) => ({ id, ore: value })),
})
const withAmount = (granted: GuardedAmount): TrueCell => ({
  by: {},
  counts: { granted: 9 },
  amounts: { granted },
})

describe('dominance', () => {
  it('follows the p % rule', () => {
    expect(isDominated([withAmount(amount(100, 50, 10))], 'granted', 10)).toBe(false)
    expect(isDominated([withAmount(amount(101, 50, 10))], 'granted', 10)).toBe(true)
    expect(isDominated([withAmount(amount())], 'granted', 10)).toBe(false)
    expect(isDominated([withAmount({ ...amount(9), contributors: null, top: null })], 'granted', 10)).toBe(
      false,
    )
  })
  it('adds a recipient up over cells and expects the worst of unlisted ones', () => {
    const spread = [amount(100, 20, 20), amount(100, 20, 20)]
    expect(isDominated(spread.map(withAmount), 'granted', 10)).toBe(false)
    expect(isDominated(spread.map(withAmount), 'granted', 30)).toBe(true)
    const cut = { totalOre: 300, contributors: 30, top: [{ id: 1, ore: 20 }] }
    expect(isDominated([withAmount(cut), withAmount(cut)], 'granted', 10)).toBe(false)
    expect(isDominated([withAmount({ totalOre: 300, contributors: 30, top: null })], 'granted', 10)).toBe(
      true,
    )
  })
  it('never judges a union milder than its recipients are', () => {
    const amounts = fc.array(fc.array(fc.record({ id: fc.nat(8), ore: fc.nat(1000) }), { maxLength: 12 }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(amounts, (cells) => {
        const atoms = cells.map((recipients, i) => ({
          by: { a: `${i}` },
          counts: { granted: 9 },
          recipients,
        }))
        const truth = tableFrom(atoms, [[], ['a']])
        const shortened = truth.map((cell) => {
          const { granted } = cell.amounts
          if (granted === undefined) return cell
          return { ...cell, amounts: { granted: { ...granted, top: granted.top?.slice(0, 2) ?? null } } }
        })
        const [whole, ...parts] = shortened
        const [exact] = truth
        if (whole === undefined || exact === undefined || parts.length === 0) return
        const all = exact.amounts.granted?.contributors ?? 0
        if (all > 5) return
        if (isDominated([exact], 'granted', 10)) expect(isDominated(parts, 'granted', 10)).toBe(true)
      }),
      { seed: 22, numRuns: 300 },
    )
  })
  it('leaves no estimate of a dominant recipient within p %, and no recipient in sight', () => {
    const names = ['sex', 'a', 'b']
    for (let seed = 1; seed <= 10; seed++) {
      const below = randomFrom(seed)
      const atoms: Atom[] = randomAtoms(seed, { ...SHAPE, sexes: ['men', 'women'], mean: 40 }).map(
        (atom) => ({
          ...atom,
          recipients: Array.from({ length: atom.counts.granted ?? 0 }, () => ({
            id: below(4000),
            ore: below(12) === 0 ? 90_000 : 500 + below(500),
          })),
        }),
      )
      const cells = tableFrom(atoms, subsets(names, 3))
      const { table } = protectedTable(cells)
      expect(JSON.stringify(table)).not.toMatch(/contributors|top|"id"/)
      const money = atoms.map((atom) => ({
        ...atom,
        counts: { ore: (atom.recipients ?? []).reduce((sum, { ore }) => sum + ore, 0) },
      }))
      const asCounts = table.cells.map((cell) =>
        cell.suppressed === true ? cell : { ...cell, counts: { ore: cell.amounts.granted?.totalOre ?? 0 } },
      )
      const attacker = new Attacker(asCounts, money, 'ore')
      for (const cell of cells) {
        if (!isDominated([cell], 'granted', 10)) continue
        const [first, second] = cell.amounts.granted?.top ?? []
        const estimate = attacker.range(cell.by).high - (second?.ore ?? 0)
        expect(estimate).toBeGreaterThanOrEqual((first?.ore ?? 0) * 1.1 - 1e-3)
      }
    }
  })
})
