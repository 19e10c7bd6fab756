import { describe, expect, it } from 'vitest'
import type { Atom } from '../attack/tables.ts'
import { subsets, tableFrom } from '../attack/tables.ts'
import type { Certificate, CertifiedFigure } from '../certificate/types.ts'
import { type Cube, layOut } from '../model/cube.ts'
import { dimensionOf, TOTAL } from '../model/dimension.ts'
import { suppress } from '../suppress/suppress.ts'
import { plainHash } from '../testing/attack-suppression.ts'
import { certificateOf } from './certify.ts'
import { rulesOf } from './hide-groups.ts'
import { completed } from './options.ts'
import { protectGroups } from './protect-groups.ts'
import { ruleFor } from './rule.ts'
import type { HiddenCell, PublishedCell, TrueCell } from './types.ts'
import { verifyGroups } from './verify-groups.ts'

type Groups = readonly (PublishedCell | HiddenCell)[]
type Options = Parameters<typeof verifyGroups>[3]

const shown = (by: Record<string, string>, granted: number): PublishedCell => ({
  by,
  counts: { granted },
  amounts: {},
})
const hiddenOf = (by: Record<string, string>): HiddenCell => ({ by, suppressed: true })

function cubeOf(...dimensions: Cube['dimensions']): Cube {
  const laid = layOut(dimensions)
  if (!laid.ok) throw new Error(laid.reason)
  return laid.cube
}

/** A certificate of a cube that is laid out at will; arithmetic holds. */
function certificateFor(cube: Cube, counts: readonly number[], hidden: readonly number[], threshold = 5) {
  const set = { cube, counts: Float64Array.from(counts), hiddenBefore: hidden }
  const rules = rulesOf(ruleFor([], threshold, 10), cube, completed({ threshold }))
  const suppression = suppress(set, rules)
  if (!suppression.ok) throw new Error(suppression.reason)
  const certified = certificateOf(suppression, plainHash)
  if (!certified.ok) throw new Error(certified.what)
  return certified.certificate
}

const check = (groups: Groups, certificate: unknown, options: Options = {}) =>
  verifyGroups(groups, certificate, plainHash, options)
const rulesDiffer = { ok: false, reason: 'rules-differ' }

describe('rules that no release may have', () => {
  it('are refused, whoever asks for them', () => {
    const dimension = dimensionOf('a', ['"0"', '"1"', TOTAL], [[0], [1], [0, 1]], 2)
    const groups = [shown({}, 3), shown({ a: '0' }, 1), shown({ a: '1' }, 2)]
    for (const threshold of [1, 2]) {
      const all = certificateFor(cubeOf(dimension), [threshold, 20, 20 + threshold], [], threshold)
      const many = [shown({}, 20 + threshold), shown({ a: '0' }, threshold), shown({ a: '1' }, 20)]
      expect(check(many, all, { threshold })).toEqual(rulesDiffer)
    }
    const one = certificateFor(cubeOf(dimension), [1, 2, 3], [], 1)
    for (const threshold of [1, 0, -5, 2.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(check(groups, one, { threshold })).toEqual(rulesDiffer)
  })
})

describe('a cube that is not that of the groups', () => {
  it('may not sort one way’s labels under another', () => {
    // 20 + 3 + 7 = 30 = 18 + 12: B is 3, and stands hidden with nothing that hides it.
    const codes = ['A', 'B', 'C'].map((label) => JSON.stringify(['industry', label]))
    const ages = ['young', 'old'].map((label) => JSON.stringify(['age', label]))
    const wholes = ['industry', 'age'].map((way) => JSON.stringify([way]))
    const all = [...codes, ...ages, ...wholes]
    const leaves = all.slice(0, 5).map((_, leaf) => [leaf])
    const cube = (...members: number[][]) =>
      cubeOf(dimensionOf('detail', all, [...leaves, ...members], 5, [5, 6]))
    const crossed = certificateFor(cube([0, 3], [1, 2, 4]), [20, 11, 7, 10, 12, 30, 30], [1, 3])
    const groups = [
      shown({}, 30),
      shown({ industry: 'A' }, 20),
      hiddenOf({ industry: 'B' }),
      shown({ industry: 'C' }, 7),
      hiddenOf({ age: 'young' }),
      shown({ age: 'old' }, 12),
    ]
    expect(check(groups, crossed)).toEqual(rulesDiffer)
    const right = certificateFor(cube([0, 1, 2], [3, 4]), [20, 12, 7, 18, 21, 39, 39], [])
    const other = [
      shown({}, 39),
      shown({ industry: 'A' }, 20),
      shown({ industry: 'B' }, 12),
      shown({ industry: 'C' }, 7),
      shown({ age: 'young' }, 18),
      shown({ age: 'old' }, 21),
    ]
    expect(check(other, right)).toMatchObject({ ok: true })
  })
  it('may not take a label for a sum of others', () => {
    const members = [[0], [1], [0, 1], [0, 1]]
    const dimension = dimensionOf('a', ['"0"', '"1"', '"2"', TOTAL], members, 2)
    const forged = certificateFor(cubeOf(dimension), [20, 10, 30, 30], [1, 2])
    const groups = [shown({}, 30), shown({ a: '0' }, 20), hiddenOf({ a: '1' }), hiddenOf({ a: '2' })]
    expect(check(groups, forged)).toEqual(rulesDiffer)
  })
})

describe('recipients', () => {
  const atoms = ['women', 'men'].flatMap((sex, s) =>
    ['0', '1', '2', '3'].map((a, i): Atom => {
      const granted = 20 + 4 * s + i
      const most = s === 1 && i === 1 ? 900_000 : 1_000
      const recipients = Array.from({ length: granted }, (_, k) => ({
        id: 100 * (4 * s + i) + k,
        ore: k === 0 ? most : 1_000 - k,
      }))
      return { by: { sex, a }, counts: { granted }, recipients }
    }),
  )
  const truth = tableFrom(atoms, subsets(['sex', 'a'], 2))
  const protectedBy = (cells: readonly TrueCell[]) => {
    const protection = protectGroups(cells, plainHash)
    if (!protection.ok) throw new Error(protection.reason)
    return { groups: protection.table.cells, certificate: protection.certificate }
  }
  const { groups, certificate } = protectedBy(truth)
  const differ = { ok: false, reason: 'recipients-differ', amount: 'granted' }
  type Known = CertifiedFigure & { contributors: NonNullable<CertifiedFigure['contributors']> }
  const known = certificate.figures.flatMap((one): Known[] =>
    one.contributors === null ? [] : [{ ...one, contributors: one.contributors }],
  )
  const [first] = known
  if (!first) throw new Error('no amount is certified')
  const total = first.values.indexOf(Math.max(...first.values))
  const inEach = (change: (contributors: Known['contributors'], figure: Known) => object) =>
    known.map((one) => ({ ...one, contributors: { ...one.contributors, ...change(one.contributors, one) } }))
  const inOne = (change: Partial<CertifiedFigure>) => [{ ...first, ...change }, ...known.slice(1)]
  const raised = (list: readonly number[], at = 0) => list.with(at, (list[at] ?? 0) + 1)
  const saying = (figures: readonly CertifiedFigure[]): Certificate => ({ ...certificate, figures })

  it('are told as they should be', () => {
    expect(known.length).toBe(certificate.figures.length)
    expect(groups.some(({ suppressed }) => suppressed)).toBe(true)
    expect(check(groups, certificate)).toMatchObject({ ok: true })
    expect(check(groups, certificate, { recipientsUnknown: true })).toMatchObject({ ok: true })
  })
  it.each<[string, readonly CertifiedFigure[]]>([
    ['have nothing in any class', inEach(({ held }) => ({ held: held.map(() => 0) }))],
    [
      'have less in every class than the largest',
      inEach(({ held, first: most }) => ({ held: held.map((one, i) => Math.min(one, (most[i] ?? 0) - 1)) })),
    ],
    [
      'have more in a class than there is',
      inOne({ contributors: { ...first.contributors, held: first.values.map((value) => value + 1) } }),
    ],
    ['are one class', known.slice(0, 1)],
    ['are a class too few', known.slice(1)],
    ['are a class too many', [...known, first]],
    ['are unknown in a class', inOne({ contributors: null })],
    ['are unknown once more', [...known, { ...first, contributors: null }]],
    ['share another amount in a class', inOne({ values: raised(first.values) })],
    [
      'are in other groups in a class',
      inOne({ cells: first.cells.toReversed(), values: first.values.toReversed() }),
    ],
    [
      'are more in a class',
      inOne({ contributors: { ...first.contributors, count: raised(first.contributors.count) } }),
    ],
    [
      'have another largest in a class',
      inOne({ contributors: { ...first.contributors, first: raised(first.contributors.first) } }),
    ],
    [
      'have another second in a class',
      inOne({ contributors: { ...first.contributors, second: raised(first.contributors.second) } }),
    ],
    [
      'are told of too few groups in a class',
      inOne({ contributors: { ...first.contributors, held: first.contributors.held.slice(1) } }),
    ],
    ['are told of too few groups', inEach(({ second }) => ({ second: second.slice(0, -1) }))],
    ['are fewer in all than in a group', inEach(({ count }) => ({ count: count.with(total, 10) }))],
    [
      'have a smaller largest in all than in a group',
      inEach(({ first: most, held }, { values }) => ({
        first: most.with(total, Math.ceil((values[total] ?? 0) / 100)),
        held,
      })),
    ],
    [
      'have a smaller second in all than in a group',
      inEach(({ second }) => ({ second: second.with(total, 0) })),
    ],
  ])('that %s are no recipients', (_, figures) => {
    expect(check(groups, saying(figures))).toEqual(differ)
    expect(check(groups, saying(figures), { recipientsUnknown: true })).toEqual(differ)
  })
  it('are told of each group once', () => {
    const twice = (list: readonly number[]) => [...list, ...list.slice(0, 1)]
    const figures = known.map(
      ({ contributors: { count, first: most, second, held }, cells, values, ...one }) => ({
        ...one,
        cells: twice(cells),
        values: twice(values),
        contributors: { count: twice(count), first: twice(most), second: twice(second), held: twice(held) },
      }),
    )
    expect(check(groups, saying(figures))).toEqual(differ)
  })
  it('are the same in each way to sort', () => {
    const ways = tableFrom(
      atoms.flatMap((atom) =>
        ['x', 'y'].map((b, i) => ({
          ...atom,
          by: { ...atom.by, b },
          recipients: (atom.recipients ?? []).filter((_, k) => k % 2 === i),
        })),
      ),
      [...subsets(['sex', 'a'], 2), ['b'], ['sex', 'b']],
    )
    const found = protectedBy(ways)
    expect(check(found.groups, found.certificate)).toMatchObject({ ok: true })
    const detail = found.certificate.dimensions.at(-1)
    const last = (detail?.wholes ?? []).at(-1) ?? 0
    const figures = found.certificate.figures.map((one) => {
      const { contributors } = one
      if (contributors === null) return one
      const count = contributors.count.map(
        (many, i) => many + ((one.cells[i] ?? 0) % (detail?.nodes.length ?? 1) === last ? 1 : 0),
      )
      return { ...one, contributors: { ...contributors, count } }
    })
    expect(check(found.groups, { ...found.certificate, figures })).toEqual(differ)
  })
  it('may be unknown where the list does not tell them, and amounts are the certified ones all the same', () => {
    const blind = protectedBy(
      truth.map(({ by, counts, amounts }) => ({
        by,
        counts,
        amounts: { granted: { totalOre: amounts.granted?.totalOre ?? 0, contributors: null, top: null } },
      })),
    )
    expect(check(blind.groups, blind.certificate)).toEqual(differ)
    const recipientsUnknown = true
    expect(check(blind.groups, blind.certificate, { recipientsUnknown })).toMatchObject({ ok: true })
    const [one] = blind.groups
    if (!one || one.suppressed) throw new Error('the total is hidden')
    const other = blind.groups.with(0, { ...one, amounts: { granted: { totalOre: 123 } } })
    const differs = { ok: false, reason: 'figures-differ', by: one.by }
    expect(check(other, blind.certificate, { recipientsUnknown })).toEqual(differs)
    const twice = [...blind.certificate.figures, ...blind.certificate.figures]
    expect(check(blind.groups, { ...blind.certificate, figures: twice }, { recipientsUnknown })).toEqual(
      differ,
    )
  })
})
