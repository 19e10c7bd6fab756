import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { BaseTable } from '../model.ts'
import { addBase as insertBase, listBases as readBases } from '../store/base-tables.ts'

export function listBases(db: TenantDb): Promise<BaseTable[]> {
  return readBases(db)
}

/** Keeps a base table; it never changes afterwards: a newer count is a table of its own. */
export async function addBase(db: TenantDb, actor: Actor, base: Omit<BaseTable, 'id'>): Promise<string> {
  const id = await insertBase(db, { ...base, regionId: actor.regionId, createdBy: actor.personId })
  await remember(db, {
    regionId: actor.regionId,
    actorId: actor.personId,
    kind: 'change',
    entity: 'base-table',
    entityId: id,
    action: 'added',
    details: { name: base.name, source: base.source, cells: base.cells.length },
  })
  return id
}
