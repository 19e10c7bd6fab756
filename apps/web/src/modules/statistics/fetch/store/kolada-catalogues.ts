import { type KoladaKpi, readKoladaCatalogue } from '@jamvikt/tables'
import type { TenantDb } from '../../../../platform/db/tenant.ts'

/** When the list from an address was kept last; `null` where it never was. */
export async function catalogueKeptAt(db: TenantDb, address: string): Promise<Date | null> {
  const row = await db
    .selectFrom('kolada_catalogue')
    .select('fetched_at')
    .where('address', '=', address)
    .executeTakeFirst()
  return row?.fetched_at ?? null
}

export async function keptKpis(db: TenantDb, address: string): Promise<readonly KoladaKpi[]> {
  const { kpis } = await db
    .selectFrom('kolada_catalogue')
    .select('kpis')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  const read = readKoladaCatalogue(JSON.stringify({ values: kpis }))
  if (!read.ok) throw new Error(`a kept catalogue does not fit: ${read.reason}`)
  return read.kpis
}

/** Keeps a list in the place of the one before. */
export async function keepCatalogue(
  db: TenantDb,
  kept: { regionId: string; address: string; kpis: readonly KoladaKpi[]; fetchedAt: Date },
) {
  const kpis = JSON.stringify(kept.kpis)
  await db
    .insertInto('kolada_catalogue')
    .values({ region_id: kept.regionId, address: kept.address, kpis, fetched_at: kept.fetchedAt })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'address']).doUpdateSet({ kpis, fetched_at: kept.fetchedAt }),
    )
    .execute()
}
