import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import type { PlanDoors } from '../modules/plan/doors.ts'
import type { PlanFacts } from '../modules/plan/model.ts'
import type { ItemKind } from '../modules/plan/model-items.ts'
import { addPlans } from '../modules/plan/routes.tsx'
import { addItem, makePlan } from '../modules/plan/service/change-plan.ts'
import { openPlan } from '../modules/plan/service/open-plan.ts'
import { withTenant } from '../platform/db/tenant.ts'
import { FileStore } from '../platform/files.ts'
import type { Web } from '../platform/http/context.ts'
import type { JobData, Queue } from '../platform/jobs.ts'
import type { Actor } from '../platform/policy.ts'
import type { TestDatabase } from './test-database.ts'

export { saveCells } from '../modules/plan/money/service/change-cells.ts'
export { removeItem } from '../modules/plan/service/change-plan.ts'

export const FACTS: PlanFacts = {
  name: 'Handlingsplan 2026–2028',
  kind: 'action-plan',
  lede: 'Påhittad.',
  startsOn: '2026-01-01',
  endsOn: '2028-12-31',
  synthetic: true,
  origin: '',
}

/** Plans on a test database, made by the use cases that pages call. */
export function openTestPlans(database: TestDatabase) {
  const sent: (JobData & { readonly queue: Queue })[] = []
  const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-plans-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const doors: PlanDoors = {
    root: path.resolve('.'),
    files: new FileStore(folder),
    inRegion: (actor, work) => withTenant(database.db, actor, work),
    baseUrl: 'http://localhost:4000',
    canMail: true,
    send: async (queue, data) => {
      sent.push({ queue, ...data })
    },
  }

  const add = async (
    actor: Actor,
    planId: string,
    kind: ItemKind,
    parent: string | null,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<string> => {
    const added = await doors.inRegion(actor, (db) => addItem(db, actor, planId, { kind, parent, fields }))
    if (!added.ok) throw new Error(`not added: ${JSON.stringify(added)}`)
    return added.id
  }

  /** Two priorities, a goal with an indicator, three activities. */
  async function smallPlan(actor: Actor, slug = 'plan') {
    const made = await doors.inRegion(actor, (db) => makePlan(db, actor, { slug, facts: FACTS }))
    if (!made.ok) throw new Error(made.reason)
    const planId = made.id
    const lead = await add(actor, planId, 'priority', null, { name: 'Ledning och styrning' })
    const money = await add(actor, planId, 'priority', null, { name: 'Stöd på lika villkor' })
    const goal = await add(actor, planId, 'goal', lead, { name: 'Fler ärenden följer rutinen', year: 2028 })
    const indicator = await add(actor, planId, 'indicator', goal, { name: 'Ärenden', unit: 'antal' })
    const course = await add(actor, planId, 'activity', lead, {
      name: 'Webbkurs',
      start: '2026-02-01',
      end: '2026-11-30',
      goals: [goal],
    })
    const workshop = await add(actor, planId, 'activity', lead, {
      name: 'Verkstäder',
      start: '2026-09-01',
      end: '2028-10-31',
    })
    const review = await add(actor, planId, 'activity', money, { name: 'Genomlysning av stöd' })
    return { slug, planId, lead, money, goal, indicator, course, workshop, review }
  }

  const open = (actor: Actor, slug: string) => doors.inRegion(actor, (db) => openPlan(db, slug))

  return {
    doors,
    add,
    smallPlan,
    open,
    sent,
    addPages: (app: Web, more: Partial<PlanDoors> = {}) => addPlans(app, { ...doors, ...more }),
  }
}
