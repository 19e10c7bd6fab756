import type { TenantDb } from './tenant.ts'

/** The agency of the installation. */
export interface Agency {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** The agency that reports go to; `null` where the installation has none. */
export async function agencyOf(db: TenantDb): Promise<Agency | null> {
  const row = await db.selectFrom('agency').selectAll().executeTakeFirst()
  return row === undefined ? null : { id: row.region_id, slug: row.slug, name: row.name }
}
