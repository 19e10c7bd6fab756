import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { PlanItem } from '../model-items.ts'
import { itemById, itemsSince, type KeptItem } from '../store/items.ts'

export interface RemovedItem extends KeptItem {
  readonly removedAt: Date
}

/** What has been removed from a plan, the latest first; what went with something else is left to that. */
export async function removedItems(db: TenantDb, planId: string): Promise<RemovedItem[]> {
  const all = await itemsSince(db, planId, 0)
  const byId = new Map(all.map((kept) => [kept.item.id, kept]))
  return all
    .flatMap((kept): RemovedItem[] => {
      if (kept.removedAt === null) return []
      const parent = byId.get(kept.item.parent ?? '')
      const wentWith = parent?.removedAt?.getTime() === kept.removedAt.getTime()
      return wentWith ? [] : [{ ...kept, removedAt: kept.removedAt }]
    })
    .toSorted((a, b) => b.removedAt.getTime() - a.removedAt.getTime())
}

/** An item that has been removed; `null` where it stands, or never was. */
export async function removedItem(db: TenantDb, planId: string, id: string): Promise<PlanItem | null> {
  const kept = await itemById(db, planId, id)
  return kept === null || kept.removedAt === null ? null : kept.item
}
