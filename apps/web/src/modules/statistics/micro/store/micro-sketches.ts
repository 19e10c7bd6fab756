import { sql } from 'kysely'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { type ListSketch, sketchSchema } from '../model-micro.ts'

/** A version of a standing list, by what tells its rows from others. */
export interface SketchedVersion {
  readonly datasetId: string
  readonly name: string
  readonly sketch: ListSketch
}

/** All versions of the region's standing lists. */
export async function sketchedVersions(db: TenantDb): Promise<SketchedVersion[]> {
  const rows = await db
    .selectFrom('micro_sketch')
    .innerJoin('micro_dataset', (join) =>
      join
        .onRef('micro_dataset.region_id', '=', 'micro_sketch.region_id')
        .onRef('micro_dataset.id', '=', 'micro_sketch.dataset_id'),
    )
    .select(['micro_sketch.dataset_id', 'micro_dataset.name', 'micro_sketch.sketch'])
    .execute()
  return rows.map((row) => ({
    datasetId: row.dataset_id,
    name: row.name,
    sketch: sketchSchema.parse(row.sketch),
  }))
}

/** Lets whoever brings lists of the region in wait for each other until the transaction ends. */
export async function holdIntake(db: TenantDb, regionId: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`micro-intake:${regionId}`}, 0))`.execute(db)
}

export async function insertSketch(
  db: TenantDb,
  version: {
    regionId: string
    datasetId: string
    version: number
    sketch: ListSketch
    personId: string
  },
) {
  await db
    .insertInto('micro_sketch')
    .values({
      region_id: version.regionId,
      dataset_id: version.datasetId,
      version: version.version,
      sketch: JSON.stringify(version.sketch),
      brought_by: version.personId,
    })
    .execute()
}

/** Everybody who has brought rows of a list in. */
export async function bringersOf(db: TenantDb, datasetId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('micro_sketch')
    .select('brought_by')
    .distinct()
    .where('dataset_id', '=', datasetId)
    .execute()
  return rows.map(({ brought_by }) => brought_by)
}
