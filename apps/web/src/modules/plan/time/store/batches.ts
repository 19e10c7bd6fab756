import { sql } from 'kysely'
import { z } from 'zod'
import type { TenantDb } from '../../../../platform/db/tenant.ts'

export type Way = 'undo' | 'redo'

/** Items that were changed together, with their fields before. */
export interface Batch {
  /** The revision of the plan that the change made. */
  readonly revision: number
  readonly at: Date
  readonly by: string
  /** Whether it took an earlier change back, or made one anew that had been taken back. */
  readonly way: Way | null
  readonly items: readonly { readonly id: string; readonly before: Readonly<Record<string, unknown>> }[]
}

const details = z.object({
  item: z.uuid(),
  before: z.record(z.string(), z.unknown()),
  way: z.enum(['undo', 'redo']).optional(),
})

/** The latest change of several items of a plan together; `null` where there is none. */
export async function latestBatch(db: TenantDb, planId: string): Promise<Batch | null> {
  const rows = await db
    .with('change', (with_) =>
      with_
        .selectFrom('history')
        .select(['id', 'at', 'actor_id', 'details'])
        .where('entity', '=', 'plan')
        .where('entity_id', '=', planId)
        .where('action', '=', 'item-changed')
        .where(sql<boolean>`details ? 'batch'`),
    )
    .selectFrom('change')
    .leftJoin('identity.user as person', 'person.id', 'change.actor_id')
    .select(['change.at', 'change.details', 'person.name', sql<number>`(details->>'batch')::int`.as('batch')])
    .where(sql<boolean>`details->'batch' = (select details->'batch' from change order by id desc limit 1)`)
    .orderBy('change.id')
    .execute()
  const [first] = rows
  if (first === undefined) return null
  return {
    revision: first.batch,
    at: first.at,
    by: first.name ?? '',
    way: details.parse(first.details).way ?? null,
    items: rows.map((row) => {
      const { item, before } = details.parse(row.details)
      return { id: item, before }
    }),
  }
}
