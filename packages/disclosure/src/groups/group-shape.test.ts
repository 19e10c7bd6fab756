import { expect, it } from 'vitest'
import { plainHash } from '../testing/attack-suppression.ts'
import { protectGroups } from './protect-groups.ts'
import { verifyGroups } from './verify-groups.ts'

const truth = [
  ['', 62],
  ['0', 2],
  ['1', 20],
  ['2', 40],
].map(([a, granted]) => {
  const ore = Number(granted) * 100
  const recipients = {
    contributors: Number(granted),
    top: [
      { id: 1, ore: 100 },
      { id: 2, ore: 100 },
    ],
  }
  return {
    by: a === '' ? {} : { a: String(a) },
    counts: { granted: Number(granted) },
    amounts: { granted: { totalOre: ore, ...recipients } },
  }
})
const protection = protectGroups(truth, plainHash)
if (!protection.ok) throw new Error(protection.reason)
const { certificate } = protection
const groups = protection.table.cells
const shownAt = groups.findIndex(({ suppressed }) => !suppressed)
const hiddenAt = groups.findIndex(({ suppressed }) => suppressed)
const shown = groups[shownAt]
if (!shown || shown.suppressed || hiddenAt < 0) throw new Error('all are shown, or none')
const { by, counts, amounts } = shown

/** Whatever came, as it may come from elsewhere. */
const answer = (changed: readonly unknown[]) =>
  verifyGroups(changed as typeof groups, certificate, plainHash, {})

it('takes groups that say that they are shown', () => {
  expect(answer(groups)).toMatchObject({ ok: true })
  for (const suppressed of [false, undefined])
    expect(answer(groups.with(shownAt, { ...shown, suppressed } as typeof shown))).toMatchObject({ ok: true })
})

it.each<[string, object]>([
  ['recipients', { by, counts, amounts, top: [{ id: 1, ore: 5 }] }],
  ['further parts', { by, counts, amounts, parts: { granted: 2 } }],
  ['a median', { by, counts, amounts, medianGrantedOre: null }],
  ['how many share an amount', { by, counts, amounts: { granted: { ...amounts.granted, contributors: 9 } } }],
  ['how many stated an amount', { by, counts, amounts: { granted: { ...amounts.granted, stated: null } } }],
  ['no amount in its place', { by, counts, amounts: { granted: {} } }],
])('lets nothing through beside the figures of a shown group: %s', (_, group) => {
  expect(answer(groups.with(shownAt, group as typeof shown))).toEqual({
    ok: false,
    reason: 'figures-differ',
    by,
  })
})

it.each<[string, object]>([
  ['counts', { counts: { granted: 2 } }],
  ['no counts', { counts: {} }],
  ['amounts', { amounts: { granted: { totalOre: 200 } } }],
  ['a median', { medianGrantedOre: { valueOre: 100 } }],
  ['a number', { n: 2 }],
])('lets nothing through beside a hidden group: %s', (_, more) => {
  const own = groups[hiddenAt]?.by
  const group = { by: own, suppressed: true, ...more }
  expect(answer(groups.with(hiddenAt, group as typeof shown))).toEqual({
    ok: false,
    reason: 'figures-differ',
    by: own,
  })
})

it.each<[unknown]>([
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
  [-7],
  [1.5],
  ['62'],
  [62n],
  [null],
  [undefined],
  [{}],
  [true],
])('takes whole numbers from 0 only, not %s', (value) => {
  const differs = { ok: false, reason: 'figures-differ', by }
  const granted = counts.granted ?? 0
  for (const wrong of [
    { by, counts: { granted: value }, amounts },
    { by, counts: { applied: granted, granted: value }, amounts },
    { by, counts: { granted, other: value, applied: granted }, amounts },
    { by, counts, amounts: { granted: { totalOre: value } } },
  ])
    expect(answer(groups.with(shownAt, wrong as never))).toEqual(differs)
})

it.each<[string, unknown]>([
  ['null', null],
  ['undefined', undefined],
  ['a number', 5],
  ['a text', 'women'],
  ['a list', []],
  ['nothing', {}],
  ['a group of nobody', { by: null, suppressed: true }],
  ['labels in a list', { by: ['0'], suppressed: true }],
  ['a label that is no text', { by: { a: { toString: '0' } }, suppressed: true }],
  ['hidden in words', { by, suppressed: 'true' }],
  ['hidden in words, with figures', { ...shown, suppressed: 'true' }],
  ['hidden as a number', { by, suppressed: 1 }],
  ['neither shown nor hidden', { by }],
  ['counts alone', { by, counts }],
  ['counts of null', { by, counts: null, amounts }],
  ['counts in a list', { by, counts: [62], amounts }],
  ['amounts of null', { by, counts, amounts: null }],
  ['an amount of null', { by, counts, amounts: { granted: null } }],
  ['an amount as a number', { by, counts, amounts: { granted: 6200 } }],
])('names the place of what is no group: %s', (_, group) => {
  expect(answer([...groups, group])).toEqual({ ok: false, reason: 'not-a-group', at: groups.length })
  expect(answer([group, ...groups])).toEqual({ ok: false, reason: 'not-a-group', at: 0 })
})

it.each<[unknown]>([[null], [undefined], ['groups'], [7], [{ length: 3 }]])(
  'takes no list of groups that is %s',
  (list) => {
    expect(answer(list as never)).toEqual({ ok: false, reason: 'not-a-group', at: 0 })
  },
)
