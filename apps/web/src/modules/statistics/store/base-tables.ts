import { z } from 'zod'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { type BaseTable, baseCellSchema } from '../model.ts'

const cellsSchema = z.array(baseCellSchema)

export async function listBases(db: TenantDb): Promise<BaseTable[]> {
  const rows = await db.selectFrom('base_table').selectAll().orderBy('created_at').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    source: row.source,
    countsWhat: row.counts_what,
    synthetic: row.synthetic,
    dimensions: row.dimensions,
    cells: cellsSchema.parse(row.cells),
  }))
}

export async function addBase(
  db: TenantDb,
  base: Omit<BaseTable, 'id'> & { regionId: string; createdBy: string },
): Promise<string> {
  const row = await db
    .insertInto('base_table')
    .values({
      region_id: base.regionId,
      name: base.name,
      source: base.source,
      counts_what: base.countsWhat,
      synthetic: base.synthetic,
      dimensions: [...base.dimensions],
      cells: JSON.stringify(base.cells),
      created_by: base.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
