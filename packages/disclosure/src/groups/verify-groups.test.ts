import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomAtoms, subsets, tableFrom } from '../attack/tables.ts'
import { plainHash } from '../testing/attack-suppression.ts'
import { groupKey } from './group-key.ts'
import { protectGroups } from './protect-groups.ts'
import type { ProtectionOptions, TrueCell } from './types.ts'
import { verifyGroups } from './verify-groups.ts'

const SHAPE = {
  sexes: ['men', 'women'],
  sizes: [4, 3],
  parts: ['granted', 'refused'],
  mean: 14,
  emptyOfTen: 2,
}
const SIDE_BY_SIDE = [...subsets(['sex', 'a'], 2), ['b'], ['sex', 'b']]

/** As the money audit counts: the whole beside its parts. */
function withWhole(cells: readonly TrueCell[]): TrueCell[] {
  return cells.map((cell) => {
    const applied = Object.values(cell.counts).reduce((sum, count) => sum + count, 0)
    return { ...cell, counts: { ...cell.counts, applied } }
  })
}

function protectedGroups(cells: readonly TrueCell[], options: ProtectionOptions = {}) {
  const protection = protectGroups(cells, plainHash, options)
  if (!protection.ok) throw new Error(protection.reason)
  return { groups: protection.table.cells, certificate: protection.certificate }
}

const small = withWhole(tableFrom(randomAtoms(4, SHAPE), SIDE_BY_SIDE))
const { groups, certificate } = protectedGroups(small)
const check = (changed: typeof groups, by: unknown = certificate, options: ProtectionOptions = {}) =>
  verifyGroups(changed, by, plainHash, options)
const shownAt = groups.findIndex(({ by, suppressed }) => !suppressed && by.sex === 'women')

describe('verifyGroups', () => {
  it('lets through what was protected, and nothing of which one hidden group more is shown', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.boolean(), (seed, deep) => {
        const crossings = deep ? subsets(['sex', 'a', 'b'], 3) : SIDE_BY_SIDE
        const cells = withWhole(tableFrom(randomAtoms(seed, SHAPE), crossings))
        const found = protectedGroups(cells)
        expect(check(found.groups, found.certificate)).toMatchObject({ ok: true })
        const truth = new Map(cells.map((cell) => [groupKey(cell.by), cell]))
        for (const [at, group] of found.groups.entries()) {
          const told = truth.get(groupKey(group.by))
          if (!group.suppressed || told === undefined) continue
          expect(check(found.groups.with(at, told), found.certificate).ok).toBe(false)
        }
      }),
      { seed: 31, numRuns: 20 },
    )
  })
  it('knows a certificate again whose keys were put in another order', () => {
    const turned = (value: unknown): unknown =>
      typeof value !== 'object' || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, held]) => [key, turned(held)]),
          )
    expect(check(groups, turned(JSON.parse(JSON.stringify(certificate))))).toMatchObject({ ok: true })
  })
  it('lets a list that is hidden whole through, and not one group of it', () => {
    const tiny = withWhole(tableFrom([{ by: { a: '0' }, counts: { granted: 2 } }], subsets(['a'], 1)))
    const nothing = protectedGroups(tiny)
    expect(nothing.groups.every(({ suppressed }) => suppressed)).toBe(true)
    expect(check(nothing.groups, nothing.certificate)).toMatchObject({ ok: true, cells: 0 })
    const [first] = tiny
    if (first) expect(check(nothing.groups.with(0, first), nothing.certificate).ok).toBe(false)
  })
  it('holds each figure against the certified one', () => {
    const shown = groups[shownAt]
    if (!shown || shown.suppressed) throw new Error('women are hidden')
    const { counts } = shown
    const moved = { ...counts, granted: (counts.granted ?? 0) + 1, refused: (counts.refused ?? 0) - 1 }
    const differs = { ok: false, reason: 'figures-differ', by: shown.by }
    expect(check(groups.with(shownAt, { ...shown, counts: moved }))).toEqual(differs)
    expect(check(groups.with(shownAt, { ...shown, amounts: { granted: { totalOre: 1 } } }))).toEqual(differs)
    const larger = { ...counts, applied: (counts.applied ?? 0) + 1 }
    expect(check(groups.with(shownAt, { ...shown, counts: larger })).ok).toBe(false)
  })
  it('lets no recipients through beside an amount', () => {
    const granted = {
      totalOre: 100,
      contributors: 20,
      top: [
        { id: 1, ore: 9 },
        { id: 2, ore: 8 },
      ],
    }
    const truth = { by: {}, counts: { granted: 20 }, amounts: { granted } }
    const found = protectedGroups([truth])
    expect(check(found.groups, found.certificate)).toMatchObject({ ok: true })
    expect(check([truth], found.certificate)).toEqual({ ok: false, reason: 'figures-differ', by: {} })
  })
  it('lets no figures through beside a hidden group', () => {
    const at = groups.findIndex(({ suppressed }) => suppressed)
    const { by } = groups[at] ?? { by: {} }
    const counts = { applied: 1 }
    const told = { by, suppressed: true as const, counts }
    expect(check(groups.with(at, told))).toEqual({ ok: false, reason: 'figures-differ', by })
  })
  it('asks for the rules that are promised, and for them everywhere', () => {
    const differs = { ok: false, reason: 'rules-differ' }
    expect(check(groups, certificate, { threshold: 10 })).toEqual(differs)
    expect(check(groups, certificate, { width: 3 })).toEqual(differs)
    expect(check(groups, { ...certificate, rules: { ...certificate.rules, threshold: 3 } })).toEqual(differs)
    const [cell = 0] = certificate.hidden.cells
    for (const exempt of ['known', 'structuralZeros', 'leftOut', 'guarded'])
      expect(check(groups, { ...certificate, [exempt]: [cell] })).toEqual(differs)
    expect(check(groups, { ...certificate, tables: [['sex']] })).toEqual(differs)
  })
  it('refuses groups that are missing, unknown or listed twice, and what is no certificate', () => {
    const first = groups[shownAt]
    if (!first) throw new Error('no groups')
    expect(check(groups.toSpliced(shownAt, 1)).ok).toBe(false)
    expect(check([...groups, first])).toMatchObject({ reason: 'cell-twice' })
    for (const by of [{ c: '0' }, { sex: 'other' }, { a: '0', b: '0' }])
      expect(check([...groups, { by, suppressed: true }])).toMatchObject({ reason: 'unknown-cell' })
    for (const none of [null, {}, { ...certificate, kind: 'public' }])
      expect(check(groups, none)).toMatchObject({ reason: 'not-a-certificate' })
  })
  it('says nothing of amounts whose recipients are not known', () => {
    const unknown = { granted: { totalOre: 700, contributors: null, top: null } }
    const cells = ['0', '1'].map((a) => ({ by: { a }, counts: { granted: 0 }, amounts: unknown }))
    const both = { granted: { ...unknown.granted, totalOre: 1400 } }
    const bare = protectedGroups([{ by: {}, counts: { granted: 0 }, amounts: both }, ...cells])
    expect(check(bare.groups, bare.certificate)).toMatchObject({ ok: true })
  })
})
