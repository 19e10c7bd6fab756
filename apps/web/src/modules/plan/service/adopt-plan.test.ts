import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestPlans } from '../../../testing/test-plans.ts'
import { compare, seenItems } from '../rules/compare.ts'
import { canonicalJson, plainDocument } from '../rules/document-json.ts'
import { putCells } from '../store/cells.ts'
import { hashOf, makeVersion } from './adopt-plan.ts'
import { beginChange, removeItem } from './change-plan.ts'
import { openPlanById } from './open-plan.ts'
import { documentOf, listVersions, openVersion } from './versions.ts'

const database = await openTestDatabase()
const { doors, add, smallPlan } = openTestPlans(database)
const DECISION = { diary: 'RUN 2026-12', on: '2026-11-20', body: 'Nämnden' }

async function planWithMoney() {
  const actor = await database.actor('strategist')
  const plan = await smallPlan(actor)
  const budget = await add(actor, plan.planId, 'budget', null, { name: 'Budget', over: ['activity'] })
  await doors.inRegion(actor, async (db) => {
    const by = await beginChange(db, actor, plan.planId)
    if (by !== null)
      await putCells(db, by, [{ budget, key: [plan.course], amountOre: 9_000_000_000_000_000n }])
  })
  const draft = async () => {
    const opened = await doors.inRegion(actor, (db) => openPlanById(db, plan.planId))
    if (opened === null) throw new Error('no plan')
    return opened
  }
  const make = async (decision: typeof DECISION | null, seen?: number) => {
    const revision = seen ?? (await draft()).plan.revision
    return doors.inRegion(actor, (db) => makeVersion(db, actor, plan.planId, revision, decision))
  }
  const version = (number: number) => doors.inRegion(actor, (db) => openVersion(db, plan.planId, number))
  return { actor, ...plan, budget, draft, make, version }
}

describe('a version', () => {
  it('is the plan whole as it stood, amounts to the öre, while the draft goes on', async () => {
    const plan = await planWithMoney()
    const before = (await plan.draft()).document
    expect(await plan.make(null)).toEqual({ ok: true, number: 1 })
    expect(await plan.make(DECISION)).toEqual({ ok: true, number: 2 })
    await doors.inRegion(plan.actor, (db) => removeItem(db, plan.actor, plan.planId, plan.course))
    const kept = await plan.version(2)
    if (!kept?.ok) throw new Error('not kept')
    expect(canonicalJson(plainDocument(kept.document))).toBe(canonicalJson(plainDocument(before)))
    expect(kept.version).toMatchObject({ state: 'adopted', decision: DECISION, madeBy: 'Test Person' })
    const difference = compare(kept.document, (await plan.draft()).document)
    expect(seenItems(difference).map(({ id, after }) => [id, after])).toEqual([[plan.course, null]])
    expect(await plan.make(DECISION)).toEqual({ ok: true, number: 3 })
    const versions = await doors.inRegion(plan.actor, (db) => listVersions(db, plan.planId))
    expect(versions.map(({ number, state }) => `${number} ${state}`)).toEqual([
      '3 adopted',
      '2 adopted',
      '1 referral',
    ])
  })

  it('is of what whoever decides has read, of something, and of something new', async () => {
    const plan = await planWithMoney()
    const { revision } = (await plan.draft()).plan
    expect(await plan.make(DECISION, revision - 1)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await plan.make(DECISION)).toEqual({ ok: true, number: 1 })
    expect(await plan.make(DECISION)).toEqual({ ok: false, reason: 'nothing-new' })
    expect(await plan.make(null)).toEqual({ ok: false, reason: 'nothing-new' })
    for (const id of [plan.lead, plan.money, plan.budget])
      await doors.inRegion(plan.actor, (db) => removeItem(db, plan.actor, plan.planId, id))
    expect(await plan.make(null)).toEqual({ ok: false, reason: 'empty' })
  })

  it('cannot be changed or removed by the application, and is not shown where it has been', async () => {
    const plan = await planWithMoney()
    await plan.make(DECISION)
    await expect(
      doors.inRegion(plan.actor, (db) => db.updateTable('plan_version').set({ body: 'Annan' }).execute()),
    ).rejects.toThrow('permission denied')
    await expect(doors.inRegion(plan.actor, (db) => db.deleteFrom('plan_version').execute())).rejects.toThrow(
      'permission denied',
    )
    await database.owner.query(
      "update plan_version set document = jsonb_set(document, '{facts,name}', '\"Annan\"') where plan_id = $1",
      [plan.planId],
    )
    expect(await plan.version(1)).toMatchObject({ ok: false, reason: 'damaged' })
  })

  it('stays whole where it no longer passes the checks of today', async () => {
    const plan = await planWithMoney()
    await plan.make(DECISION)
    const document = plainDocument((await plan.draft()).document)
    const before = document.items.length
    const long = 'n'.repeat(400)
    const older = {
      ...document,
      items: document.items.map((item) =>
        item.id === plan.course
          ? {
              ...item,
              fields: { ...item.fields, name: long, start: '2026-05-01', end: '2026-04-01', was: 'x' },
            }
          : item,
      ),
    }
    await database.owner.query('update plan_version set document = $2, hash = $3 where plan_id = $1', [
      plan.planId,
      canonicalJson(older),
      hashOf(canonicalJson(older)),
    ])
    const kept = await plan.version(1)
    if (!kept?.ok) throw new Error('not kept')
    expect(kept.document.items).toHaveLength(before)
    const course = kept.document.items.find(({ id }) => id === plan.course)
    expect(course?.fields).toMatchObject({ name: long, start: '2026-05-01', end: '2026-04-01' })
    expect(course?.fields).not.toHaveProperty('was')
    expect(() => documentOf({ ...older, items: [{ ...older.items[0], kind: 'vision' }] })).toThrow('vision')
  })

  it('is its region’s alone, and stands in the history with its hash', async () => {
    const plan = await planWithMoney()
    const other = await database.actor('strategist')
    await plan.make(DECISION)
    expect(await doors.inRegion(other, (db) => openVersion(db, plan.planId, 1))).toBeNull()
    expect(await doors.inRegion(other, (db) => makeVersion(db, other, plan.planId, 1, DECISION))).toEqual({
      ok: false,
      reason: 'gone',
    })
    const { rows } = await database.owner.query(
      "select details from history where entity_id = $1 and action = 'adopted'",
      [plan.planId],
    )
    expect(rows[0].details).toMatchObject({
      number: 1,
      decision: DECISION,
      hash: /^[0-9a-f]{64}$/.exec(rows[0].details.hash)?.[0],
    })
  })

  it('is made once where two make it at once', async () => {
    const plan = await planWithMoney()
    const { revision } = (await plan.draft()).plan
    const made = await Promise.all([plan.make(DECISION, revision), plan.make(DECISION, revision)])
    expect(made.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
