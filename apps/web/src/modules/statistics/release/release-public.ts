import type { ReleasedTable } from '@jamvikt/disclosure'
import { makeReleasedTable } from '@jamvikt/disclosure/released-table'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { Dataset, PublishedContent } from '../model-datasets.ts'
import { tableOf } from '../service/kept-tables.ts'
import { hashOf, versionOf } from '../store/datasets.ts'
import { insertReleased, readReleased, standingIds } from '../store/released-tables.ts'

/** What a table is made of decides: suppressed tables, or what is public at its source. */
const methodOf = ({ source }: Pick<Dataset, 'source'>) =>
  source.kind === 'released' ? 'suppression' : 'public-source'

/** The name of a dataset in the ledger. */
const ledgerName = (datasetId: string) => `dataset:${datasetId}`

/**
 * The door for tables that are public at their source: enters one version in the ledger by what it is known by. There is
 * nothing to protect in what anybody can fetch from its producer, so there is no proof; microdata never come this way.
 * @returns the release's id
 */
export async function releasePublicTable(
  db: TenantDb,
  actor: Actor,
  dataset: Pick<Dataset, 'id' | 'source'>,
  version: number,
): Promise<string> {
  const contentHash = await hashOf(db, dataset.id, version)
  if (contentHash === null) throw new Error('there is no such version')
  const { regionId, personId } = actor
  const id = await insertReleased(db, {
    regionId,
    dataset: ledgerName(dataset.id),
    period: `version ${version}`,
    method: methodOf(dataset),
    payload: { datasetId: dataset.id, version },
    contentHash,
    releasedBy: personId,
    replaces: null,
  })
  await remember(db, {
    regionId,
    actorId: personId,
    kind: 'change',
    entity: 'released-table',
    entityId: id,
    action: 'released',
    details: { dataset: ledgerName(dataset.id), version, contentHash },
  })
  return id
}

/**
 * A released table that is public at its source, with its figures: the sole way from the database to something that may
 * leave. The figures must still be those that were released.
 * @returns `null` where the release does not stand
 */
export async function rehydratePublicTable(
  db: TenantDb,
  dataset: Dataset,
  version: number,
  release: { readonly id: string; readonly publishedAt: Date; readonly notice: string | null },
): Promise<ReleasedTable<PublishedContent> | null> {
  const [standing] = await readReleased(db, await standingIds(db, [release.id]))
  const kept = await versionOf(db, dataset.id, version)
  const table = await tableOf(db, dataset.id, version)
  if (standing === undefined || kept === null || table === null) return null
  const { entry } = standing
  const isSame = entry.dataset === ledgerName(dataset.id) && entry.contentHash === kept.sha256
  if (!isSame || entry.method !== methodOf(dataset)) return null
  // What was made of releases goes when one of them is taken back.
  const { releases } = kept.provenance
  if (releases.length > 0 !== (dataset.source.kind === 'released')) return null
  if ((await standingIds(db, releases)).length < releases.length) return null
  return makeReleasedTable({
    releaseId: release.id,
    dataset,
    version,
    publishedAt: release.publishedAt,
    notice: release.notice,
    provenance: kept.provenance,
    table,
  })
}
