import { mappingSchema } from '@jamvikt/tables'
import { sql } from 'kysely'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { FundingList, SavedMapping } from '../model.ts'

const LIST = [
  'id',
  'name',
  'kind',
  'synthetic',
  'mapping',
  'threshold',
  'period_years',
  'base_id',
  'version',
  'created_at',
  'withdrawn_at',
] as const

interface ListRow {
  id: string
  name: string
  kind: 'cases' | 'aggregated'
  synthetic: boolean
  mapping: unknown
  threshold: number
  period_years: number
  base_id: string | null
  version: number
  created_at: Date
  withdrawn_at: Date | null
}

function toList(row: ListRow): FundingList {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    synthetic: row.synthetic,
    mapping: mappingSchema.parse(row.mapping),
    threshold: row.threshold,
    periodYears: row.period_years,
    baseId: row.base_id,
    version: row.version,
    createdAt: row.created_at,
    withdrawnAt: row.withdrawn_at,
  }
}

export async function allLists(db: TenantDb): Promise<FundingList[]> {
  return (await db.selectFrom('funding_list').select(LIST).orderBy('created_at', 'desc').execute()).map(
    toList,
  )
}

export async function findList(db: TenantDb, id: string): Promise<FundingList | null> {
  const row = await db.selectFrom('funding_list').select(LIST).where('id', '=', id).executeTakeFirst()
  return row ? toList(row) : null
}

export async function insertList(
  db: TenantDb,
  list: Pick<FundingList, 'name' | 'kind' | 'mapping'> & {
    regionId: string
    createdBy: string
    synthetic?: boolean
  },
): Promise<string> {
  const row = await db
    .insertInto('funding_list')
    .values({
      region_id: list.regionId,
      name: list.name,
      kind: list.kind,
      synthetic: list.synthetic ?? false,
      mapping: JSON.stringify(list.mapping),
      created_by: list.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Locks the list against a second import or release at the same time. */
export async function lockList(db: TenantDb, id: string) {
  await sql`select id from funding_list where id = ${id} for update`.execute(db)
}

export async function touchList(
  db: TenantDb,
  id: string,
  change: {
    mapping?: FundingList['mapping']
    baseId?: string | null
    periodYears?: number
    threshold?: number
    name?: string
  },
) {
  await db
    .updateTable('funding_list')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(change.mapping === undefined ? {} : { mapping: JSON.stringify(change.mapping) }),
      ...(change.baseId === undefined ? {} : { base_id: change.baseId }),
      ...(change.periodYears === undefined ? {} : { period_years: change.periodYears }),
      ...(change.threshold === undefined ? {} : { threshold: change.threshold }),
      ...(change.name === undefined ? {} : { name: change.name }),
    }))
    .where('id', '=', id)
    .execute()
}

export async function markListWithdrawn(db: TenantDb, id: string, personId: string) {
  await db
    .updateTable('funding_list')
    .set((eb) => ({ withdrawn_at: new Date(), withdrawn_by: personId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function savedMappings(db: TenantDb): Promise<SavedMapping[]> {
  const rows = await db
    .selectFrom('funding_mapping')
    .select(['id', 'name', 'mapping'])
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, mapping: mappingSchema.parse(row.mapping) }))
}

export async function saveMapping(
  db: TenantDb,
  mapping: Omit<SavedMapping, 'id'> & { regionId: string; createdBy: string },
) {
  const content = JSON.stringify(mapping.mapping)
  await db
    .insertInto('funding_mapping')
    .values({
      region_id: mapping.regionId,
      name: mapping.name,
      mapping: content,
      created_by: mapping.createdBy,
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'name']).doUpdateSet({ mapping: content }))
    .execute()
}
