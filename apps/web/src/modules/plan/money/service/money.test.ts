import { isMessageKey } from '@jamvikt/i18n'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../../platform/policy.ts'
import type { BudgetDimension } from '../../model-items.ts'
import { addItem } from '../../service/change-plan.ts'
import { latestCellsOf } from '../store/cell-history.ts'
import { movesOf } from '../store/moves.ts'
import { undoCells } from './change-cells.ts'
import { makeBudget } from './make-budget.ts'
import { decideMove, proposeMove } from './moves.ts'
import { kr, openTestMoney } from './test-money.test-support.ts'

const { database, doors, planWithBudget } = await openTestMoney()
describe('amounts', () => {
  it('are kept, changed, emptied and undone, each change in the history', async () => {
    const plan = await planWithBudget()
    expect(
      await plan.save([
        [plan.course, null, kr(100)],
        [plan.review, null, 0n],
      ]),
    ).toEqual({ ok: true, changed: 2 })
    expect((await plan.budget()).amounts).toEqual(
      new Map([
        [plan.course, kr(100)],
        [plan.review, 0n],
      ]),
    )
    expect(
      await plan.save([
        [plan.course, kr(100), null],
        [plan.review, 0n, 0n],
      ]),
    ).toEqual({ ok: true, changed: 1 })
    expect((await plan.budget()).amounts.has(plan.course)).toBe(false)
    const latest = await doors.inRegion(plan.actor, (db) => latestCellsOf(db, plan.planId, plan.budgetId))
    expect(latest?.changes).toEqual([{ key: [plan.course], before: kr(100), after: null }])
    expect(latest?.by).toBe('Test Person')
    const undo = (seen: string) =>
      doors.inRegion(plan.actor, (db) => undoCells(db, plan.actor, plan.planId, plan.budgetId, seen))
    expect(await undo(latest?.id ?? '')).toEqual({ ok: true, changed: 1 })
    expect((await plan.budget()).amounts.get(plan.course)).toBe(kr(100))
    expect(await undo(latest?.id ?? '')).toEqual({ ok: false, reason: 'nothing-to-undo' })
  })

  it('that two write at once: others stay, a clash writes nothing and tells both', async () => {
    const plan = await planWithBudget()
    const other = await database.actor('strategist', plan.actor.regionId)
    await plan.save([
      [plan.course, null, kr(1)],
      [plan.workshop, null, kr(2)],
    ])
    expect((await plan.save([[plan.course, kr(1), kr(5)]], other)).ok).toBe(true)
    expect(
      await plan.save([
        [plan.course, kr(1), kr(7)],
        [plan.workshop, kr(2), kr(3)],
      ]),
    ).toEqual({
      ok: false,
      reason: 'clash',
      clashes: [{ key: [plan.course], theirs: kr(5), mine: kr(7) }],
    })
    expect((await plan.budget()).amounts.get(plan.workshop)).toBe(kr(2))
    expect(
      await plan.save([
        [plan.course, kr(1), kr(1)],
        [plan.workshop, kr(2), kr(3)],
      ]),
    ).toEqual({ ok: true, changed: 1 })
    expect((await plan.budget()).amounts.get(plan.course)).toBe(kr(5))
  })

  it('stand nowhere but in places of the budget, and in one’s own region', async () => {
    const plan = await planWithBudget()
    for (const key of ['common', plan.lead, '__proto__', ''])
      expect(await plan.save([[key, null, 1n]]), key).toEqual({ ok: false, reason: 'gone' })
    const stranger = await database.actor('strategist')
    expect(await plan.save([[plan.course, null, 1n]], stranger)).toEqual({ ok: false, reason: 'gone' })
    for (const table of ['plan_ledger_import', 'plan_entry', 'plan_move'] as const)
      expect(
        await doors.inRegion(stranger, (db) => db.selectFrom(table).selectAll().execute()),
        table,
      ).toEqual([])
  })
})

it('a budget over both activity and priority is none', async () => {
  const plan = await planWithBudget()
  const wanted = { name: 'B', unit: 'kr', years: [], without: [], costTypes: [], financiers: [] } as const
  const make = (over: readonly BudgetDimension[]) =>
    doors.inRegion(plan.actor, (db) => makeBudget(db, plan.actor, plan.planId, { ...wanted, over }))
  expect(await make(['priority', 'year', 'activity'])).toEqual({ ok: false, reason: 'activity-and-priority' })
  expect((await make(['priority', 'year'])).ok).toBe(true)
})

describe('a proposal to move money', () => {
  it('moves nothing until somebody else approves it; then the budget and the log have it, and none undoes it alone', async () => {
    const plan = await planWithBudget()
    await plan.save([
      [plan.course, null, kr(100)],
      [plan.review, null, kr(10)],
    ])
    const other = await database.actor('administrator', plan.actor.regionId)
    const move = { budget: plan.budgetId, from: [plan.course], to: [plan.review], amountOre: kr(30) }
    const propose = (reason: string) =>
      doors.inRegion(plan.actor, (db) => proposeMove(db, plan.actor, plan.planId, move, reason))
    expect(await propose('')).toEqual({ ok: false, reason: 'reason-missing' })
    const proposed = await propose('Räcker inte')
    if (!proposed.ok) throw new Error(proposed.reason)
    const decide = (by: Actor, act: 'approve' | 'decline' | 'withdraw') =>
      doors.inRegion(by, (db) =>
        decideMove(db, by, plan.planId, proposed.id, { act, diary: 'RUN 1/26', answer: '' }),
      )
    expect(await decide(plan.actor, 'approve')).toEqual({ ok: false, reason: 'own-proposal' })
    expect(await decide(other, 'withdraw')).toEqual({ ok: false, reason: 'not-own' })
    expect((await plan.budget()).amounts.get(plan.course)).toBe(kr(100))
    expect(await decide(other, 'approve')).toEqual({ ok: true })
    expect(await decide(other, 'approve')).toEqual({ ok: false, reason: 'decided-already' })
    const { amounts, total } = await plan.budget()
    expect([amounts.get(plan.course), amounts.get(plan.review), total.amountOre]).toEqual([
      kr(70),
      kr(40),
      kr(110),
    ])
    const latest = await doors.inRegion(plan.actor, (db) => latestCellsOf(db, plan.planId, plan.budgetId))
    for (const by of [plan.actor, other])
      expect(
        await doors.inRegion(by, (db) => undoCells(db, by, plan.planId, plan.budgetId, latest?.id ?? '')),
      ).toEqual({ ok: false, reason: 'decided-move' })
    expect((await plan.budget()).amounts.get(plan.course)).toBe(kr(70))
    const { rows } = await database.owner.query(
      "select action from history where entity_id = $1 and action like 'move-%' order by id",
      [plan.planId],
    )
    expect(rows.map(({ action }) => action)).toEqual(['move-proposed', 'move-approved'])
  })

  it('is not carried out where the amounts have changed meanwhile', async () => {
    const plan = await planWithBudget()
    await plan.save([
      [plan.course, null, kr(100)],
      [plan.review, null, kr(10)],
    ])
    const other = await database.actor('administrator', plan.actor.regionId)
    const move = { budget: plan.budgetId, from: [plan.course], to: [plan.review], amountOre: kr(30) }
    const proposed = await doors.inRegion(plan.actor, (db) =>
      proposeMove(db, plan.actor, plan.planId, move, 'x'),
    )
    if (!proposed.ok) throw new Error(proposed.reason)
    await plan.save([[plan.course, kr(100), kr(90)]])
    const decide = (act: 'approve' | 'decline') =>
      doors.inRegion(other, (db) =>
        decideMove(db, other, plan.planId, proposed.id, { act, diary: '', answer: 'Nej' }),
      )
    expect(await decide('approve')).toEqual({ ok: false, reason: 'changed' })
    expect(await decide('decline')).toEqual({ ok: true })
    expect((await plan.budget()).amounts.get(plan.course)).toBe(kr(90))
    const [kept] = await doors.inRegion(plan.actor, (db) => movesOf(db, plan.planId))
    expect([kept?.state, kept?.answer]).toEqual(['declined', 'Nej'])
    await expect(
      database.owner.query('update plan_move set decided_by = made_by where id = $1', [proposed.id]),
    ).rejects.toThrow(/check/)
  })
})

it('a budget over activities and priorities is refused however it is made, in words', async () => {
  const plan = await planWithBudget()
  const made = await doors.inRegion(plan.actor, (db) =>
    addItem(db, plan.actor, plan.planId, {
      kind: 'budget',
      parent: null,
      fields: { name: 'Dubbel', over: ['activity', 'priority'] },
    }),
  )
  expect(made).toEqual({
    ok: false,
    reason: 'faults',
    faults: [{ field: 'over', reason: 'activity-and-priority' }],
  })
  expect(isMessageKey('plan.fault.activity-and-priority')).toBe(true)
})

it('one that was kept before it was refused can still be read', async () => {
  const plan = await planWithBudget()
  await database.owner.query(
    `update plan_item set fields = jsonb_set(fields, '{over}', '["activity","priority"]') where id = $1`,
    [plan.budgetId],
  )
  expect((await plan.open()).document.items.some(({ id }) => id === plan.budgetId)).toBe(true)
})
