import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Indicator } from '../model-indicators.ts'

/** The region's indicators that are not withdrawn, by name. */
export async function listIndicators(db: TenantDb): Promise<Indicator[]> {
  const rows = await db
    .selectFrom('stat_indicator')
    .select(['id', 'dataset_id', 'name', 'view', 'area', 'direction', 'owner', 'target_value', 'target_year'])
    .where('withdrawn_at', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map(({ dataset_id, target_value, target_year, ...row }) => ({
    ...row,
    datasetId: dataset_id,
    target: target_value === null || target_year === null ? null : { value: target_value, year: target_year },
  }))
}

export async function insertIndicator(
  db: TenantDb,
  indicator: Omit<Indicator, 'id' | 'target'> & { regionId: string; createdBy: string },
): Promise<string> {
  const { regionId, createdBy, datasetId, ...rest } = indicator
  const row = await db
    .insertInto('stat_indicator')
    .values({
      ...rest,
      region_id: regionId,
      dataset_id: datasetId,
      target_value: null,
      target_year: null,
      created_by: createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateTarget(db: TenantDb, id: string, target: Indicator['target']): Promise<boolean> {
  const done = await db
    .updateTable('stat_indicator')
    .set({ target_value: target?.value ?? null, target_year: target?.year ?? null })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function markIndicatorWithdrawn(db: TenantDb, id: string, personId: string): Promise<boolean> {
  const done = await db
    .updateTable('stat_indicator')
    .set({ withdrawn_at: new Date(), withdrawn_by: personId })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
