import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomAtoms, subsets, tableFrom } from '../attack/tables.ts'
import { publishedText } from '../certificate/published-text.ts'
import { readCertificate } from '../certificate/read-certificate.ts'
import type { Certificate } from '../certificate/types.ts'
import { cellFinder } from '../model/cube.ts'
import { plainHash } from '../testing/attack-suppression.ts'
import { groupCodes } from './certified-cube.ts'
import { groupKey } from './group-key.ts'
import { protectGroups } from './protect-groups.ts'
import type { HiddenCell, ProtectionOptions, PublishedCell, TrueCell } from './types.ts'
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

type Groups = readonly (PublishedCell | HiddenCell)[]

/** The certificate made anew for other groups, as far as it can be: it hides what they hide, and is bound to them. */
function madeAnew(certificate: Certificate, groups: Groups): Certificate {
  const read = readCertificate(certificate)
  if (!read.ok) throw new Error(read.reason)
  const codesOf = groupCodes(read.cube)
  const find = cellFinder(read.cube)
  const published = groups.map((group) => ({
    codes: codesOf(group.by),
    count: group.suppressed ? null : (group.counts.applied ?? 0),
  }))
  const shown = new Map(
    published.flatMap(({ codes, count }) => (count === null ? [] : [[find(codes), count]])),
  )
  const { cells, counts } = certificate.hidden
  const struck = new Set(cells.filter((cell) => shown.has(cell)))
  const keep = <T>(list: readonly T[]) => list.filter((_, i) => !struck.has(cells[i] ?? -1))
  const mass = cells.reduce((sum, cell, i) => sum + (struck.has(cell) ? (counts[i] ?? 0) : 0), 0)
  const empty = [...struck].filter((cell) => shown.get(cell) === 0).length
  const told = certificate.counts
  return {
    ...certificate,
    hidden: { cells: keep(cells), counts: keep(counts) },
    hash: plainHash(publishedText(read.cube, published)),
    counts: {
      ...told,
      cells: told.cells - empty,
      secondary: told.secondary - struck.size,
      suppressedMass: told.suppressedMass - mass,
    },
  }
}

const small = withWhole(tableFrom(randomAtoms(4, SHAPE), SIDE_BY_SIDE))
const { groups, certificate } = protectedGroups(small)
const reasonOf = (found: ReturnType<typeof verifyGroups>) => ('reason' in found ? found.reason : 'none')
const check = (changed: typeof groups, by: unknown = certificate, options: ProtectionOptions = {}) =>
  verifyGroups(changed, by, plainHash, options)
const shownAt = groups.findIndex(({ by, suppressed }) => !suppressed && by.sex === 'women')

describe('verifyGroups', () => {
  it('lets through what was protected, and nothing of which one hidden group more is shown', () => {
    const reasons = new Set<string>()
    fc.assert(
      fc.property(fc.nat(10_000), fc.boolean(), (seed, deep) => {
        const crossings = deep ? subsets(['sex', 'a', 'b'], 3) : SIDE_BY_SIDE
        const cells = withWhole(tableFrom(randomAtoms(seed, SHAPE), crossings))
        const found = protectedGroups(cells)
        expect(check(found.groups, found.certificate)).toMatchObject({ ok: true })
        const truth = new Map(cells.map((cell) => [groupKey(cell.by), cell]))
        for (const { by, suppressed } of found.groups) {
          if (!suppressed) continue
          // Women and men together: one of them alone is refused for that.
          const pair = by.sex === undefined ? [by] : SHAPE.sexes.map((sex) => ({ ...by, sex }))
          const keys = pair.map(groupKey)
          const shown = found.groups.map((group) => {
            const key = groupKey(group.by)
            return keys.includes(key) ? (truth.get(key) ?? group) : group
          })
          expect(check(shown, found.certificate)).toMatchObject({ reason: 'cells-differ' })
          reasons.add(reasonOf(check(shown, madeAnew(found.certificate, shown))))
        }
      }),
      { seed: 31, numRuns: 20 },
    )
    expect([...reasons].sort()).toEqual(['sensitive-shown', 'witness-moves-published'])
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
    const further = { ...counts, withdrawn: 0 }
    expect(check(groups.with(shownAt, { ...shown, counts: further }))).toEqual(differs)
  })
  it('takes what the parts leave of the whole as a part', () => {
    const cells = [{}, { a: '0' }, { a: '1' }].map((by, i) => {
      const many = i === 0 ? 2 : 1
      return { by, counts: { applied: 40 * many, granted: 12 * many, refused: 20 * many }, amounts: {} }
    })
    const found = protectedGroups(cells)
    expect(check(found.groups, found.certificate)).toMatchObject({ ok: true })
    const withoutRest = found.certificate.figures.filter(({ name }) => name !== 'remainder')
    expect(check(found.groups, { ...found.certificate, figures: withoutRest })).toMatchObject({
      reason: 'bad-figure',
    })
  })
  it('lets no other count than the whole through where no parts are certified', () => {
    const whole = small.map(({ by, counts: { applied = 0 } }) => ({ by, counts: { applied }, amounts: {} }))
    const found = protectedGroups(whole)
    expect(check(found.groups, found.certificate)).toMatchObject({ ok: true })
    const at = found.groups.findIndex(({ suppressed }) => !suppressed)
    const own = small.find(({ by }) => groupKey(by) === groupKey(found.groups[at]?.by ?? {}))
    if (!own) throw new Error('nothing is shown')
    const { by, counts } = own
    const { applied = 0, granted = 0, refused = 0 } = counts
    for (const told of [counts, { granted, refused }, { applied, granted: 1e9 }]) {
      const answer = check(found.groups.with(at, { by, counts: told, amounts: {} }), found.certificate)
      expect(answer).toEqual({ ok: false, reason: 'figures-differ', by })
    }
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
  it('asks for the rules that are promised, and for them everywhere', () => {
    const differs = { ok: false, reason: 'rules-differ' }
    expect(check(groups, certificate, { threshold: 10 })).toEqual(differs)
    expect(check(groups, certificate, { width: 3 })).toEqual(differs)
    expect(check(groups, { ...certificate, rules: { ...certificate.rules, threshold: 3 } })).toEqual(differs)
    const [cell = 0] = certificate.hidden.cells
    for (const exempt of ['known', 'structuralZeros', 'leftOut', 'guarded'])
      expect(check(groups, { ...certificate, [exempt]: [cell] })).toEqual(differs)
    expect(check(groups, { ...certificate, tables: [['sex']] })).toEqual(differs)
    const rules: Record<string, unknown> = { ...certificate.rules }
    rules.rules = rules
    expect(check(groups, { ...certificate, rules })).toEqual(differs)
    const tiny = withWhole(tableFrom([{ by: { a: '0' }, counts: { granted: 2 } }], subsets(['a'], 1)))
    const nothing = protectedGroups(tiny)
    expect(check(nothing.groups, nothing.certificate, { threshold: 10 })).toEqual(differs)
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
})
