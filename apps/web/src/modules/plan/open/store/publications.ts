import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { PlanPublication } from '../model-open.ts'

const COLUMNS = [
  'publication.id',
  'publication.plan_id',
  'publication.version',
  'publication.open_from',
  'publication.made_at',
  'publication.made_name',
  'publication.ended_at',
  'publication.ended_name',
  'publication.notice',
] as const

interface PublicationRow {
  id: string
  plan_id: string
  version: number
  open_from: Date
  made_at: Date
  made_name: string
  ended_at: Date | null
  ended_name: string | null
  notice: string
}

function toPublication(row: PublicationRow): PlanPublication {
  return {
    id: row.id,
    planId: row.plan_id,
    version: row.version,
    openFrom: row.open_from,
    madeAt: row.made_at,
    madeBy: row.made_name,
    endedAt: row.ended_at,
    endedBy: row.ended_name,
    notice: row.notice,
  }
}

/** Everything that has been decided about showing a plan to everybody, the latest first. */
export async function publicationsOf(db: TenantDb, planId: string): Promise<PlanPublication[]> {
  const rows = await db
    .selectFrom('plan_publication as publication')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .orderBy('made_at', 'desc')
    .execute()
  return rows.map(toPublication)
}

/** All publications of the region by the address of their plan; those of one address where it is given. */
export async function publicationsBySlug(
  db: TenantDb,
  slug: string | null,
): Promise<ReadonlyMap<string, readonly PlanPublication[]>> {
  const rows = await db
    .selectFrom('plan_publication as publication')
    .innerJoin('plan', 'plan.id', 'publication.plan_id')
    .select([...COLUMNS, 'plan.slug'])
    .$if(slug !== null, (query) => query.where('plan.slug', '=', slug ?? ''))
    .execute()
  const bySlug = Map.groupBy(rows, (row) => row.slug)
  return new Map([...bySlug].map(([address, own]) => [address, own.map(toPublication)]))
}

/** What publications show, by their ids. */
export async function contentsOf(
  db: TenantDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('plan_publication')
    .select(['id', 'content'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, content }) => [id, content]))
}

/** Holds a plan until the transaction ends: one at a time decides what is shown of it. */
export async function holdPlan(db: TenantDb, planId: string): Promise<boolean> {
  const row = await db.selectFrom('plan').select('id').where('id', '=', planId).forUpdate().executeTakeFirst()
  return row !== undefined
}

export async function insertPublication(
  db: TenantDb,
  publication: {
    readonly regionId: string
    readonly planId: string
    readonly version: number
    readonly content: string
    readonly openFrom: Date
    readonly madeBy: string
    readonly madeName: string
  },
): Promise<string> {
  const row = await db
    .insertInto('plan_publication')
    .values({
      region_id: publication.regionId,
      plan_id: publication.planId,
      version: publication.version,
      content: publication.content,
      open_from: publication.openFrom,
      made_by: publication.madeBy,
      made_name: publication.madeName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** @returns whether it stood */
export async function endPublication(
  db: TenantDb,
  planId: string,
  id: string,
  end: { readonly at: Date; readonly by: string; readonly name: string; readonly notice: string },
): Promise<boolean> {
  const row = await db
    .updateTable('plan_publication')
    .set({ ended_at: end.at, ended_by: end.by, ended_name: end.name, notice: end.notice })
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
