import type { TenantDb } from '../../../platform/db/tenant.ts'
import { type DatasetWords, wordsSchema } from '../model-datasets.ts'
import type { ReleasedVersion } from '../rules/open-version.ts'

/** A publication with what it says of itself. */
export interface PublishedVersion extends ReleasedVersion {
  readonly publishedAt: Date
  readonly notice: string | null
  readonly words: DatasetWords
}

/** Everything of some datasets that has entered the ledger, by dataset, in the order that it did. */
export async function releasedVersions(
  db: TenantDb,
  datasets: readonly string[],
): Promise<ReadonlyMap<string, PublishedVersion[]>> {
  if (datasets.length === 0) return new Map()
  const rows = await db
    .selectFrom('stat_publication as publication')
    .innerJoin('released_table as released', 'released.id', 'publication.released_table_id')
    .select([
      'publication.dataset_id',
      'publication.version',
      'publication.open_from',
      'publication.closes_at',
      'publication.notice',
      'publication.words',
      'released.id',
      'released.replaces',
      'released.released_at',
      'released.withdrawn_at',
    ])
    .where('publication.dataset_id', 'in', datasets)
    .orderBy('released.released_at')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({
      datasetId: row.dataset_id,
      version: row.version,
      releaseId: row.id,
      replaces: row.replaces,
      openFrom: row.open_from,
      closesAt: row.closes_at,
      withdrawnAt: row.withdrawn_at,
      publishedAt:
        row.open_from !== null && row.open_from > row.released_at ? row.open_from : row.released_at,
      notice: row.notice,
      words: wordsSchema.parse(row.words),
    })),
    ({ datasetId }) => datasetId,
  )
}
