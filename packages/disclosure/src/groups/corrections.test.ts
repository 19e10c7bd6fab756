import { describe, expect, it } from 'vitest'
import { Attacker } from '../attack/attacker.ts'
import { type Atom, randomAtoms, randomFrom, subsets, tableFrom } from '../attack/tables.ts'
import { plainHash } from '../testing/attack-suppression.ts'
import { type Correction, mayCorrect } from './correction.ts'
import { money } from './money.test-support.ts'
import { protectGroups } from './protect-groups.ts'
import { holdTogether } from './two-releases.ts'
import type { By, TrueCell } from './types.ts'

const CROSSINGS = subsets(['sex', 'a'], 2)
const SHAPE = { sexes: ['men', 'women'], sizes: [4], parts: ['granted'], mean: 30, emptyOfTen: 1 }

function hiddenOf(cells: readonly TrueCell[]): By[] {
  const protection = protectGroups(cells, plainHash)
  if (!protection.ok) throw new Error(protection.reason)
  return protection.reasons.map(({ by }) => by)
}

/** The correction that adds and removes counts, atom by atom. */
function correctionOf(atoms: readonly Atom[], plus: readonly number[], minus: readonly number[]): Correction {
  const at = (pick: (count: number, i: number) => number) =>
    tableFrom(
      atoms.map((atom, i) => ({ ...atom, counts: { granted: pick(atom.counts.granted ?? 0, i) } })),
      CROSSINGS,
    )
  const before = at((count) => count)
  return {
    before,
    after: at((count, i) => count + (plus[i] ?? 0) - (minus[i] ?? 0)),
    added: at((_, i) => plus[i] ?? 0),
    moved: [],
    removed: at((_, i) => minus[i] ?? 0),
    kept: at((count, i) => count - (minus[i] ?? 0)),
    hidden: hiddenOf(before),
  }
}

const ATOMS = ['women/0', 'women/1', 'women/2', 'men/0', 'men/1', 'men/2'].map((labels, i): Atom => {
  const [sex = '', a = ''] = labels.split('/')
  return { by: { sex, a }, counts: { granted: [30, 3, 40, 30, 20, 50][i] ?? 0 } }
})

const judged = (change: Correction) => mayCorrect(change, plainHash)

describe('mayCorrect', () => {
  it('lets changes of at least N cases everywhere through', () => {
    expect(judged(correctionOf(ATOMS, [9, 0, 0, 0, 0, 6], [0, 0, 0, 0, 0, 0]))).toEqual({ ok: true })
  })
  it('refuses the newest applicant', () => {
    expect(judged(correctionOf(ATOMS, [0, 0, 1], []))).toMatchObject({
      ok: false,
      reason: 'change-too-small',
    })
    expect(judged(correctionOf(ATOMS, [], [0, 0, 2]))).toMatchObject({
      ok: false,
      reason: 'change-too-small',
    })
  })
  it('refuses one recipient who is the whole change', () => {
    const added = (total: number): TrueCell['amounts'] => ({
      granted: {
        totalOre: total,
        contributors: total > 0 ? 1 : 0,
        top: total > 0 ? [{ id: 7, ore: total }] : [],
      },
    })
    const base = correctionOf(ATOMS, [6], [])
    const touched = (by: By) => by.sex !== 'men' && (by.a ?? '0') === '0'
    const withMoney = (cells: readonly TrueCell[], isDelta: boolean) =>
      cells.map((cell) => ({ ...cell, amounts: added(isDelta && touched(cell.by) ? 900 : 0) }))
    const change = {
      ...base,
      before: withMoney(base.before, false),
      after: withMoney(base.after, true),
      added: withMoney(base.added, true),
      removed: withMoney(base.removed, false),
    }
    expect(judged(change)).toMatchObject({ ok: false, reason: 'change-dominated' })
  })
  it('refuses a change whose net is small, however many cases cancel out in it', () => {
    expect(judged(correctionOf(ATOMS, [7], [6]))).toMatchObject({ ok: false, reason: 'net-too-small' })
  })
  it('refuses a small net of the whole, and of what the parts leave of it', () => {
    const parts = (by: By, applied: number, granted: number, refused: number): TrueCell => ({
      by,
      counts: { applied, granted, refused },
      amounts: {},
    })
    const change = (now: TrueCell, plus: TrueCell, minus: TrueCell): Correction => {
      const was = parts({}, 120, 40, 40)
      const kept = parts(
        {},
        120 - (minus.counts.applied ?? 0),
        40 - (minus.counts.granted ?? 0),
        40 - (minus.counts.refused ?? 0),
      )
      return {
        before: [was],
        after: [now],
        added: [plus],
        removed: [minus],
        kept: [kept],
        moved: [],
        hidden: [],
      }
    }
    const inTheRest = change(parts({}, 121, 40, 40), parts({}, 10, 0, 0), parts({}, 9, 0, 0))
    expect(judged(inTheRest)).toMatchObject({ ok: false, reason: 'net-too-small' })
    const ofTheWhole = change(parts({}, 121, 46, 35), parts({}, 6, 6, 0), parts({}, 5, 0, 5))
    expect(judged(ofTheWhole)).toMatchObject({ ok: false, reason: 'net-too-small' })
  })
  it('refuses more money than is said to have moved', () => {
    const with130 = (totalOre: number): TrueCell => {
      const { granted } = money({}, 40, 20).amounts
      if (granted === undefined) throw new Error('no amount')
      const top = granted.top?.map((one, i) => (i === 0 ? { ...one, ore: one.ore + totalOre } : one)) ?? null
      return {
        by: {},
        counts: { granted: 40 },
        amounts: { granted: { ...granted, totalOre: granted.totalOre + totalOre, top } },
      }
    }
    const none: TrueCell = {
      by: {},
      counts: { granted: 0 },
      amounts: { granted: { totalOre: 0, contributors: 0, top: [] } },
    }
    const change = {
      before: [with130(0)],
      after: [with130(130)],
      kept: [with130(0)],
      removed: [none],
      hidden: [],
    }
    const added = {
      ...none,
      counts: { granted: 0 },
      amounts: { granted: { totalOre: 130, contributors: null, top: null } },
    }
    expect(judged({ ...change, added: [added], moved: [] })).toMatchObject({
      ok: false,
      reason: 'not-the-change',
    })
  })
  it('refuses money that moves for few recipients, or mostly for one', () => {
    const right = correctionOf(ATOMS, [9], [])
    const withAmount = (cells: readonly TrueCell[]) =>
      cells.map((cell) => money(cell.by, cell.counts.granted ?? 0, 20))
    const moved = (recipients: number, largest: number): TrueCell[] => [
      {
        by: {},
        counts: { granted: 9 },
        amounts: {
          granted: {
            totalOre: largest + recipients - 1,
            contributors: recipients,
            top: [
              { id: 1, ore: largest },
              ...[2, 3, 4, 5].slice(0, recipients - 1).map((id) => ({ id, ore: 1 })),
            ],
          },
        },
      },
    ]
    const change = {
      ...right,
      before: withAmount(right.before),
      after: withAmount(right.after),
      added: [],
      removed: [],
    }
    const same = { ...change, after: change.before }
    expect(judged({ ...same, moved: moved(4, 1) })).toMatchObject({ ok: false, reason: 'money-too-few' })
    expect(judged({ ...same, moved: moved(5, 900) })).toMatchObject({
      ok: false,
      reason: 'money-too-few',
    })
  })
  it('refuses another pattern, and tables that do not belong together', () => {
    const fewer = correctionOf(ATOMS, [], [0, 0, 37])
    expect(judged(fewer)).toMatchObject({ ok: false, reason: 'pattern-changes' })
    const right = correctionOf(ATOMS, [9], [])
    expect(judged({ ...right, after: right.before })).toMatchObject({ reason: 'not-the-change' })
    expect(judged({ ...right, after: right.after.slice(1) })).toMatchObject({
      reason: 'groups-differ',
      cells: 1,
    })
  })
  it('refuses where what both releases hide follows from what they show', () => {
    const change = correctionOf(ATOMS, [9], [])
    expect(holdTogether(change, plainHash)).toBe(true)
    expect(holdTogether({ ...change, hidden: [{ sex: 'women', a: '1' }] }, plainHash)).toBe(false)
    expect(holdTogether({ ...change, kept: change.added }, plainHash)).toBe(false)
  })
  it('leaves nothing to be worked out from two releases together', () => {
    let allowed = 0
    for (let seed = 1; seed <= 60; seed++) {
      const below = randomFrom(seed)
      const atoms = randomAtoms(seed, SHAPE)
      const plus = atoms.map(() => (below(4) === 0 ? 5 + below(9) : 0))
      const minus = atoms.map(({ counts }) => ((counts.granted ?? 0) > 20 && below(4) === 0 ? 6 : 0))
      const change = correctionOf(atoms, plus, minus)
      if (!judged(change).ok) continue
      allowed++
      // Unknown for each combination: cases kept, removed and added. Known: both releases.
      const stages = ['kept', 'removed', 'added']
      const unknown = atoms.flatMap((atom, i) =>
        stages.map((stage): Atom => {
          const count = {
            kept: (atom.counts.granted ?? 0) - (minus[i] ?? 0),
            removed: minus[i],
            added: plus[i],
          }
          return { by: { ...atom.by, stage }, counts: { granted: count[stage as keyof typeof count] ?? 0 } }
        }),
      )
      const known = [change.before, change.after].flatMap((cells, release) => {
        const protection = protectGroups(cells, plainHash, { forced: change.hidden })
        if (!protection.ok) throw new Error(protection.reason)
        const without = release === 0 ? 'added' : 'removed'
        return protection.table.cells.map((cell) => ({ ...cell, without }))
      })
      const attacker = new Attacker(known, unknown, 'granted', (cell, atom) => cell.without !== atom.by.stage)
      const sets = [
        [change.before, ['kept', 'removed']],
        [change.after, ['kept', 'added']],
        [change.added, ['added']],
        [change.removed, ['removed']],
      ] as const
      for (const [cells, stages] of sets) {
        for (const { by, counts } of cells) {
          const count = counts.granted ?? 0
          if (count === 0 || count >= 5) continue
          const { low, high } = attacker.rangeOfUnion(stages.map((stage) => ({ ...by, stage })))
          expect(high - low).toBeGreaterThan(1.99)
        }
      }
    }
    expect(allowed).toBeGreaterThan(3)
  })
})
