import { sql } from 'kysely'
import type { TenantDb } from '../../../platform/db/tenant.ts'

/** One thing that was done to an item, with what was written down of it. */
export interface ItemEvent {
  readonly at: Date
  readonly by: string | null
  readonly action: string
  readonly details: Readonly<Record<string, unknown>>
}

const MOST = 200

/** What has been done to an item, the latest first. */
export async function itemEvents(
  db: TenantDb,
  regionId: string,
  planId: string,
  id: string,
): Promise<ItemEvent[]> {
  const rows = await db
    .selectFrom('history')
    .leftJoin('identity.user as person', 'person.id', 'history.actor_id')
    .select(['history.at', 'history.action', 'history.details', 'person.name'])
    .where('history.region_id', '=', regionId)
    .where('history.entity', '=', 'plan')
    .where('history.entity_id', '=', planId)
    .where(sql<boolean>`history.details->>'item' = ${id}`)
    .orderBy('history.id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ at, action, details, name }) => ({
    at,
    action,
    by: name,
    details: (details ?? {}) as Readonly<Record<string, unknown>>,
  }))
}
