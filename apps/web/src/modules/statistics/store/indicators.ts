import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Indicator } from '../model-indicators.ts'

const CLOSED = { asked_by: null, opened_by: null, opened_at: null } as const

/** The region's indicators that are not withdrawn, by name. */
export async function listIndicators(db: TenantDb): Promise<Indicator[]> {
  const rows = await db
    .selectFrom('stat_indicator')
    .select([
      'id',
      'dataset_id',
      'name',
      'view',
      'area',
      'direction',
      'owner',
      'target_value',
      'target_year',
      'changed_by',
      'asked_by',
      'opened_at',
    ])
    .where('withdrawn_at', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map(({ dataset_id, target_value, target_year, changed_by, asked_by, opened_at, ...row }) => ({
    ...row,
    datasetId: dataset_id,
    changedBy: changed_by,
    askedBy: asked_by,
    openedAt: opened_at,
    target: target_value === null || target_year === null ? null : { value: target_value, year: target_year },
  }))
}

export async function insertIndicator(
  db: TenantDb,
  indicator: Pick<Indicator, 'datasetId' | 'name' | 'view' | 'area' | 'direction' | 'owner'> & {
    regionId: string
    createdBy: string
  },
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
      changed_by: createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Sets or takes away what is aimed at; what everybody sees is then to be decided anew. */
export async function updateTarget(
  db: TenantDb,
  id: string,
  target: Indicator['target'],
  personId: string,
): Promise<boolean> {
  const done = await db
    .updateTable('stat_indicator')
    .set({
      target_value: target?.value ?? null,
      target_year: target?.year ?? null,
      changed_by: personId,
      ...CLOSED,
    })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Asks for an indicator to be shown to everybody. @returns whether there was one that nobody had asked for */
export async function askToOpen(db: TenantDb, id: string, personId: string): Promise<boolean> {
  const done = await db
    .updateTable('stat_indicator')
    .set({ asked_by: personId })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('asked_by', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Shows everybody what another person asked for and worded. @returns whether there was such a one */
export async function markOpened(db: TenantDb, id: string, personId: string): Promise<boolean> {
  const done = await db
    .updateTable('stat_indicator')
    .set({ opened_by: personId, opened_at: new Date() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('opened_at', 'is', null)
    .where('asked_by', '<>', personId)
    .where('changed_by', '<>', personId)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Takes an indicator off the open site, or takes the question back. @returns whether there was one */
export async function markClosed(db: TenantDb, id: string): Promise<boolean> {
  const done = await db
    .updateTable('stat_indicator')
    .set(CLOSED)
    .where('id', '=', id)
    .where('asked_by', 'is not', null)
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

/** What the open indicators are known by: it changes with every one that is opened, closed or withdrawn. */
export async function indicatorsRevision(db: TenantDb): Promise<string> {
  const all = await listIndicators(db)
  return all
    .flatMap(({ id, openedAt }) => (openedAt === null ? [] : [`${id} ${openedAt.toISOString()}`]))
    .join(' ')
}
