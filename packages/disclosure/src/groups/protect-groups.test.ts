import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomAtoms, randomFrom, subsets, tableFrom } from '../attack/tables.ts'
import { verify } from '../certificate/verify.ts'
import { plainHash } from '../testing/attack-suppression.ts'
import { groupKey } from './group-key.ts'
import { protectGroups } from './protect-groups.ts'
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

describe('refusals', () => {
  it('names a crossing that is more than one dimension apart from the others', () => {
    const cells = tableFrom(randomAtoms(2, { ...SHAPE, sizes: [2, 2, 2] }), [
      ...subsets(['sex', 'a', 'b'], 3),
      ['c'],
      ['sex', 'c'],
    ])
    expect(protectGroups(cells, plainHash)).toEqual({
      ok: false,
      reason: 'not-a-star',
      crossing: ['a', 'b', 'sex'],
    })
  })
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
    ['bad-option', good, { width: 0 }],
    ['bad-option', good, { threshold: 1e15 }],
    ['bad-option', good, { pairLabels: ['women', 'women'] }],
    ['bad-figure', [...good.slice(0, 2), { ...cell({ a: '1' }, 20), counts: { granted: 20, extra: 0 } }], {}],
    ['bad-figure', [cell({}, 2 ** 50)], {}],
    ['bad-figure', [{ by: {}, counts: { applied: 9, remainder: 7 }, amounts: {} }], {}],
    ['not-additive', [cell({}, 31), ...good.slice(1)], {}],
  ] as const)('%s', (reason, cells, options) => {
    expect(protectGroups(cells, plainHash, options)).toMatchObject({ ok: false, reason })
  })
  it.each<[string, Partial<GuardedAmount>]>([
    ['money of nobody', { contributors: 0, top: [] }],
    [
      'recipients out of order',
      {
        top: [
          { id: 1, ore: 100 },
          { id: 2, ore: 600 },
        ],
      },
    ],
    [
      'more than the amount',
      {
        top: [
          { id: 1, ore: 600 },
          { id: 2, ore: 600 },
        ],
      },
    ],
    ['less than the amount with all listed', { contributors: 1, top: [{ id: 1, ore: 600 }] }],
    [
      'a number below 0',
      {
        contributors: 2,
        top: [
          { id: -3, ore: 600 },
          { id: 2, ore: 100 },
        ],
      },
    ],
    [
      'part of a recipient',
      {
        contributors: 2,
        top: [
          { id: 1, ore: 600.5 },
          { id: 2, ore: 99.5 },
        ],
      },
    ],
  ])('names an amount with %s', (_, wrong) => {
    const right: GuardedAmount = {
      totalOre: 700,
      contributors: 2,
      top: [
        { id: 1, ore: 600 },
        { id: 2, ore: 100 },
      ],
    }
    const one = { by: {}, counts: { granted: 30 }, amounts: { paid: right } }
    expect(protectGroups([one], plainHash).ok).toBe(true)
    expect(protectGroups([{ ...one, amounts: { paid: { ...right, ...wrong } } }], plainHash)).toEqual({
      ok: false,
      reason: 'bad-figure',
      by: {},
      field: 'paid',
    })
  })
  it('names money without cases, and recipients that are known of some groups only', () => {
    const paid = (by: By, granted: number, known: boolean): TrueCell => ({
      by,
      counts: { granted },
      amounts: {
        paid: { totalOre: 700, contributors: known ? 1 : null, top: known ? [{ id: 1, ore: 700 }] : null },
      },
    })
    const none = {
      by: { a: '1' },
      counts: { granted: 20 },
      amounts: { paid: { totalOre: 0, contributors: 0, top: [] } },
    }
    const answer = (known: boolean, granted: number) =>
      protectGroups([paid({}, granted + 20, true), paid({ a: '0' }, granted, known), none], plainHash)
    expect(answer(true, 30).ok).toBe(true)
    expect(answer(true, 0)).toEqual({ ok: false, reason: 'bad-figure', by: { a: '0' }, field: 'paid' })
    expect(answer(false, 30)).toEqual({ ok: false, reason: 'bad-figure', by: { a: '0' }, field: 'paid' })
  })
  it('takes dimensions of any name', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'Total', 'detail', '']) {
      const by = (label: string): By => Object.fromEntries([[name, label]])
      const cells = [cell({}, 30), cell(by('0'), 10), cell(by('1'), 20)]
      expect(protectedTable(cells).table.counts).toEqual({ cells: 3, suppressed: 0 })
    }
  })
  it('names a missing cell of a large product at once', () => {
    const labels = Array.from({ length: 3_000 }, (_, i) => `${i}`)
    const line = (name: string) => labels.map((label) => cell({ [name]: label }, 10))
    const cells = [cell({}, 30_000), ...line('a'), ...line('b'), cell({ a: '0', b: '0' }, 10)]
    expect(protectGroups(cells, plainHash)).toMatchObject({ ok: false, reason: 'missing-cell' })
  })
  it('names a cell that is missing from the product', () => {
    const cells = tableFrom(randomAtoms(1, { ...SHAPE, sexes: [] }), subsets(['a', 'b'], 2)).slice(0, -1)
    expect(protectGroups(cells, plainHash)).toEqual({
      ok: false,
      reason: 'missing-cell',
      by: { a: '3', b: '3' },
    })
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
})
