import { sql } from 'kysely'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Plan, PlanFacts } from '../model.ts'

const SLUG = /^[a-z0-9-]{1,80}$/
const COLUMNS = [
  'id',
  'slug',
  'revision',
  'above_id',
  'name',
  'kind',
  'lede',
  'starts_on',
  'ends_on',
  'synthetic',
  'origin',
] as const

interface PlanRow {
  id: string
  slug: string
  revision: bigint
  above_id: string | null
  name: string
  kind: PlanFacts['kind']
  lede: string
  starts_on: string
  ends_on: string
  synthetic: boolean
  origin: string
}

function toPlan(row: PlanRow): Plan {
  return {
    id: row.id,
    slug: row.slug,
    revision: Number(row.revision),
    above: row.above_id,
    facts: {
      name: row.name,
      kind: row.kind,
      lede: row.lede,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      synthetic: row.synthetic,
      origin: row.origin,
    },
  }
}

export async function planBySlug(db: TenantDb, slug: string): Promise<Plan | null> {
  if (!SLUG.test(slug)) return null
  const row = await db.selectFrom('plan').select(COLUMNS).where('slug', '=', slug).executeTakeFirst()
  return row === undefined ? null : toPlan(row)
}

export async function planById(db: TenantDb, id: string): Promise<Plan | null> {
  const row = await db.selectFrom('plan').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toPlan(row)
}

/** The region’s plans, the one that ends last first. */
export async function allPlans(db: TenantDb): Promise<Plan[]> {
  const rows = await db
    .selectFrom('plan')
    .select(COLUMNS)
    .orderBy('ends_on', 'desc')
    .orderBy('name')
    .execute()
  return rows.map(toPlan)
}

/** @returns the id; `null` where another plan has the address */
export async function insertPlan(
  db: TenantDb,
  plan: {
    readonly regionId: string
    readonly slug: string
    readonly facts: PlanFacts
    readonly createdBy: string
  },
): Promise<string | null> {
  const { facts } = plan
  const row = await db
    .insertInto('plan')
    .values({
      region_id: plan.regionId,
      slug: plan.slug,
      name: facts.name,
      kind: facts.kind,
      lede: facts.lede,
      starts_on: facts.startsOn,
      ends_on: facts.endsOn,
      synthetic: facts.synthetic,
      origin: facts.origin,
      created_by: plan.createdBy,
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function setFacts(
  db: TenantDb,
  planId: string,
  change: { readonly facts: PlanFacts; readonly above: string | null },
) {
  const { facts } = change
  await db
    .updateTable('plan')
    .set({
      name: facts.name,
      lede: facts.lede,
      starts_on: facts.startsOn,
      ends_on: facts.endsOn,
      above_id: change.above,
    })
    .where('id', '=', planId)
    .execute()
}

/** How many items of some kinds each plan of the region has. */
export async function itemCounts(
  db: TenantDb,
  kinds: readonly string[],
): Promise<{ readonly planId: string; readonly kind: string; readonly count: number }[]> {
  const rows = await db
    .selectFrom('plan_item')
    .select((select) => ['plan_id', 'kind', select.fn.countAll<bigint>().as('count')])
    .where('removed_at', 'is', null)
    .where('kind', 'in', kinds)
    .groupBy(['plan_id', 'kind'])
    .execute()
  return rows.map(({ plan_id, kind, count }) => ({ planId: plan_id, kind, count: Number(count) }))
}

const changing = new WeakSet<TenantDb>()

/**
 * Begins a change of a plan: the next revision. Whoever changes the same plan meanwhile waits until the transaction ends.
 * @returns the plan with the revision that the change is to carry; `null` where there is no such plan
 */
export async function nextRevision(db: TenantDb, planId: string): Promise<Plan | null> {
  const row = await db
    .updateTable('plan')
    .set({ revision: sql<bigint>`revision + 1` })
    .where('id', '=', planId)
    .returning(COLUMNS)
    .executeTakeFirst()
  changing.add(db)
  return row === undefined ? null : toPlan(row)
}

/** Whether the transaction has changed a plan: what it reads may never come to stand. */
export function isChanging(db: TenantDb): boolean {
  return changing.has(db)
}
