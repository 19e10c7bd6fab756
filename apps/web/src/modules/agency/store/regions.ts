import { sql } from 'kysely'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { ListedRegion } from '../model-submission.ts'

/** The agency’s list of regions, by name. */
export async function listedRegions(db: TenantDb): Promise<ListedRegion[]> {
  const rows = await db
    .selectFrom('agency_region')
    .select(['id', 'name', 'tenant_id'])
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, tenant_id }) => ({ id, name, tenantId: tenant_id }))
}

/** @returns its id; `null` where a region of that name is in the list */
export async function insertRegion(
  db: TenantDb,
  of: { readonly agencyId: string; readonly tenantId: string | null; readonly name: string },
): Promise<string | null> {
  const row = await db
    .insertInto('agency_region')
    .values({ region_id: of.agencyId, tenant_id: of.tenantId, name: of.name })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** A region by the tenant that it is. */
export async function regionOfTenant(db: TenantDb, tenantId: string): Promise<string | null> {
  const row = await db
    .selectFrom('agency_region')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  return row?.id ?? null
}

/** A region that was entered by name before it had sent anything becomes the tenant that now sends. */
export async function tieRegion(db: TenantDb, name: string, tenantId: string): Promise<string | null> {
  const row = await db
    .updateTable('agency_region')
    .set({ tenant_id: tenantId })
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where('tenant_id', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function regionByName(db: TenantDb, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('agency_region')
    .select('id')
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .executeTakeFirst()
  return row?.id ?? null
}
