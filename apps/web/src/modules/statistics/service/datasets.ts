import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { ListedDataset } from '../model-datasets.ts'
import { holdsWords } from '../rules/search.ts'
import {
  datasetAddress,
  datasetBySlug,
  listDatasets,
  versionOf,
  versionsByNumber,
  versionsOf,
} from '../store/datasets.ts'
import { publishedAndWaiting } from '../store/publications.ts'
import { tableOfVersion } from './kept-tables.ts'

/** All datasets of the region with what a list tells of each; those whose texts hold all words of `search`. */
export async function listedDatasets(db: TenantDb, search: string): Promise<ListedDataset[]> {
  const datasets = await listDatasets(db)
  const states = await publishedAndWaiting(db)
  const versions = await versionsByNumber(
    db,
    datasets.map(({ id, version }) => ({ datasetId: id, number: version })),
  )
  const byDataset = new Map(versions.map((version) => [version.datasetId, version]))
  return datasets.flatMap((dataset) => {
    const version = byDataset.get(dataset.id)
    if (version === undefined || !holdsWords(dataset, version.parts, search)) return []
    return [
      {
        dataset,
        parts: version.parts,
        fetchedAt: version.provenance.fetchedAt,
        published: states.get(dataset.id) ?? 'no',
      },
    ]
  })
}

/** A dataset by its address with the table of a version, the latest where none is named; `null` where there is none. */
export async function openDataset(db: TenantDb, slug: string, number?: number) {
  const dataset = await datasetBySlug(db, slug)
  if (dataset === null || dataset.withdrawnAt !== null || dataset.version === 0) return null
  const version = await versionOf(db, dataset.id, number ?? dataset.version)
  return version === null ? null : { dataset, version, table: await tableOfVersion(db, version) }
}

/** A dataset by its address with all its versions, the latest first; `null` where there is none. */
export async function datasetVersions(db: TenantDb, slug: string) {
  const dataset = await datasetBySlug(db, slug)
  if (dataset === null || dataset.withdrawnAt !== null) return null
  return { dataset, versions: await versionsOf(db, dataset.id) }
}

/** The address of a dataset that is known by its id. */
export function addressOfDataset(db: TenantDb, id: string): Promise<string> {
  return datasetAddress(db, id)
}
