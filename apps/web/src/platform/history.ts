import type { TenantDb } from './db/tenant.ts'
import type { Actor } from './policy.ts'

export interface HistoryEntry {
  readonly regionId: string
  readonly actorId: string | null
  readonly kind: 'change' | 'read' | 'refusal'
  readonly entity: string
  readonly entityId: string
  readonly action: string
  readonly details?: Record<string, unknown>
}

/** Writes what was done, read or refused, in the same transaction as the act itself. */
export async function remember(db: TenantDb, entry: HistoryEntry) {
  await db
    .insertInto('history')
    .values({
      region_id: entry.regionId,
      actor_id: entry.actorId,
      kind: entry.kind,
      entity: entry.entity,
      entity_id: entry.entityId,
      action: entry.action,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute()
}

/**
 * What writes changes of one kind of thing.
 * @example const note = changesOf('indicator'); await note(db, actor, id, 'added', { name })
 */
export function changesOf(entity: string) {
  return (
    db: TenantDb,
    { regionId, personId }: Pick<Actor, 'regionId' | 'personId'>,
    entityId: string,
    action: string,
    details: Record<string, unknown> = {},
  ) => remember(db, { regionId, actorId: personId, kind: 'change', entity, entityId, action, details })
}
