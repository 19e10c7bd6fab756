import { describe, expect, it } from 'vitest'
import { randomAtoms, subsets, tableFrom } from '../attack/tables.ts'
import { plainHash } from '../testing/attack-suppression.ts'
import { protectGroups } from './protect-groups.ts'
import type { By, GuardedAmount, TrueCell } from './types.ts'

const SHAPE = { sexes: ['men', 'women'], sizes: [4, 4], parts: ['granted'], mean: 30, emptyOfTen: 1 }

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
      expect(protectGroups(cells, plainHash)).toMatchObject({
        ok: true,
        table: { counts: { suppressed: 0 } },
      })
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
