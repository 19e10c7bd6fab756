import { describe, expect, it } from 'vitest'
import { withTenant } from '../../../platform/db/tenant.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestPlans } from '../../../testing/test-plans.ts'
import { PlanTree } from '../rules/tree.ts'
import { bringBack, changeItem, moveItem, removeItem } from './change-plan.ts'
import { openPlan, openPlanById } from './open-plan.ts'

const database = await openTestDatabase()
const { doors, add, smallPlan } = openTestPlans(database)

describe('a plan', () => {
  it('is read whole in its order, and again after each change', async () => {
    const actor = await database.actor('strategist')
    const plan = await smallPlan(actor)
    const names = async () => {
      const opened = await doors.inRegion(actor, (db) => openPlan(db, plan.slug))
      return opened?.document.items.flatMap(({ fields }) => ('name' in fields ? [fields.name] : []))
    }
    const before = await names()
    expect(before?.slice(0, 3)).toEqual(['Ledning och styrning', 'Fler ärenden följer rutinen', 'Ärenden'])
    await doors.inRegion(actor, (db) => moveItem(db, actor, plan.planId, plan.money, 'up'))
    expect((await names())?.[0]).toBe('Stöd på lika villkor')
    await doors.inRegion(actor, (db) => removeItem(db, actor, plan.planId, plan.lead))
    expect(await names()).toEqual(['Stöd på lika villkor', 'Genomlysning av stöd'])
    const back = await doors.inRegion(actor, (db) => bringBack(db, actor, plan.planId, plan.lead))
    expect(back).toEqual({ ok: true, restored: 5 })
    expect((await names())?.length).toBe(before?.length)
  })

  it('keeps what two write at once: apart where they differ in field, both shown where they clash', async () => {
    const actor = await database.actor('strategist')
    const plan = await smallPlan(actor)
    const opened = await doors.inRegion(actor, (db) => openPlan(db, plan.slug))
    const seen = {
      revision: opened?.trails.get(plan.course)?.revision ?? 0,
      fields: new PlanTree(opened?.document ?? { facts: never(), items: [], cells: [] }).item(plan.course)
        ?.fields as Readonly<Record<string, unknown>>,
    }
    const change = (given: Readonly<Record<string, unknown>>) =>
      doors.inRegion(actor, (db) => changeItem(db, actor, plan.planId, plan.course, seen, given))
    expect((await change({ ...seen.fields, what: 'Grundkurs' })).ok).toBe(true)
    expect(await change({ ...seen.fields, how: 'På webben' })).toMatchObject({
      ok: true,
      item: { fields: { what: 'Grundkurs', how: 'På webben' } },
    })
    expect(await change({ ...seen.fields, what: 'Fördjupning' })).toMatchObject({
      ok: false,
      reason: 'clash',
      fields: ['what'],
    })
    const { rows } = await database.owner.query(
      "select details from history where action = 'item-clashed' and entity_id = $1",
      [plan.planId],
    )
    expect(rows[0].details.given.what).toBe('Fördjupning')
  })

  it('lets no activity come after itself, not by way of a phase either', async () => {
    const actor = await database.actor('strategist')
    const plan = await smallPlan(actor)
    const phase = await add(actor, plan.planId, 'phase', plan.workshop, { name: 'Först' })
    const after = async (id: string, ids: readonly string[]) => {
      const opened = await doors.inRegion(actor, (db) => openPlan(db, plan.slug))
      const seen = { revision: opened?.plan.revision ?? 0, fields: {} }
      return doors.inRegion(actor, (db) => changeItem(db, actor, plan.planId, id, seen, { after: ids }))
    }
    const ring = { ok: false, reason: 'faults', faults: [{ field: 'after', reason: 'after-itself' }] }
    expect((await after(plan.course, [phase])).ok).toBe(true)
    expect(await after(plan.workshop, [plan.course])).toEqual(ring)
    expect(await after(plan.workshop, [phase])).toEqual(ring)
    expect((await after(plan.review, [plan.course, plan.workshop])).ok).toBe(true)
    expect((await after(plan.course, [])).ok).toBe(true)
    expect((await after(plan.workshop, [plan.course])).ok).toBe(true)

    // Nor by what is brought back: while the workshop was away, nothing waited for the course.
    expect((await after(plan.review, [plan.workshop])).ok).toBe(true)
    await doors.inRegion(actor, (db) => removeItem(db, actor, plan.planId, plan.workshop))
    expect((await after(plan.course, [plan.review])).ok).toBe(true)
    const back = () => doors.inRegion(actor, (db) => bringBack(db, actor, plan.planId, plan.workshop))
    expect(await back()).toEqual(ring)
    expect((await after(plan.course, [])).ok).toBe(true)
    expect((await back()).ok).toBe(true)
  })

  it('is nobody else’s: another region neither reads nor changes it', async () => {
    const actor = await database.actor('strategist')
    const other = await database.actor('strategist')
    const plan = await smallPlan(actor)
    await doors.inRegion(actor, (db) => openPlan(db, plan.slug))
    expect(await doors.inRegion(other, (db) => openPlanById(db, plan.planId))).toBeNull()
    expect(await doors.inRegion(other, (db) => removeItem(db, other, plan.planId, plan.lead))).toEqual({
      ok: false,
      reason: 'gone',
    })
    for (const table of ['plan', 'plan_item', 'plan_cell', 'plan_version'] as const)
      expect(await doors.inRegion(other, (db) => db.selectFrom(table).selectAll().execute()), table).toEqual(
        [],
      )
  })

  it('is not remembered as a change left it that never came to stand', async () => {
    const actor = await database.actor('strategist')
    const plan = await smallPlan(actor)
    const failing = withTenant(database.db, actor, async (db) => {
      await removeItem(db, actor, plan.planId, plan.lead)
      await openPlan(db, plan.slug)
      throw new Error('cut off')
    })
    await expect(failing).rejects.toThrow('cut off')
    const opened = await doors.inRegion(actor, (db) => openPlan(db, plan.slug))
    expect(opened?.document.items).toHaveLength(7)
  })

  it('takes nothing that stands where it cannot, or under something else’s plan', async () => {
    const actor = await database.actor('strategist')
    const plan = await smallPlan(actor)
    const other = await smallPlan(actor, 'other')
    await expect(add(actor, plan.planId, 'goal', null, { name: 'Lös' })).rejects.toThrow('misplaced')
    await expect(add(actor, plan.planId, 'goal', other.lead, { name: 'Fel' })).rejects.toThrow('gone')
    await expect(add(actor, plan.planId, 'goal', plan.lead, { name: '' })).rejects.toThrow('required')
  })
})

function never(): never {
  throw new Error('no plan')
}
