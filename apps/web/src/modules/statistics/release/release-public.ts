import type { ReleasedTable } from '@jamvikt/disclosure'
import { makeReleasedTable } from '@jamvikt/disclosure/released-table'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { Dataset, PublishedContent } from '../model-datasets.ts'
import { withWords } from '../rules/dataset-words.ts'
import { type NotOpen, openVersion } from '../rules/open-version.ts'
import { tableOfVersion } from '../service/kept-tables.ts'
import { hashOf, versionOf } from '../store/datasets.ts'
import { insertReleased, ledgerOf, readReleased, standingIds } from '../store/released-tables.ts'
import { releasedVersions } from '../store/released-versions.ts'

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
  const name = `version ${version}`
  const entries = await ledgerOf(db, ledgerName(dataset.id))
  const standing = entries
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .toSorted((a, b) => a.releasedAt.getTime() - b.releasedAt.getTime())
  // The same figures may be out already, under other words.
  const earlier = entries.filter(({ period }) => period === name || period.startsWith(`${name}, `))
  const isFree = earlier.every(({ withdrawnAt }) => withdrawnAt !== null)
  const id = await insertReleased(db, {
    regionId,
    dataset: ledgerName(dataset.id),
    period: isFree ? name : `${name}, words ${earlier.length + 1}`,
    method: methodOf(dataset),
    payload: { datasetId: dataset.id, version },
    contentHash,
    releasedBy: personId,
    replaces: standing.at(-1)?.id ?? null,
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

/** A release as it is told of. */
interface Told {
  readonly id: string
  readonly publishedAt: Date
  readonly notice: string | null
}

/**
 * A released table that is public at its source, with its figures: the way from the database to something that may
 * leave. The figures must still be those that were released.
 * @returns `null` where the release does not stand
 */
export async function rehydratePublicTable(
  db: TenantDb,
  dataset: Dataset,
  version: number,
  release: Told,
): Promise<ReleasedTable<PublishedContent> | null> {
  const isStanding = (await standingIds(db, [release.id])).length > 0
  return isStanding ? rehydrate(db, dataset, version, release) : null
}

/**
 * One version of a dataset for another place than the dataset’s own page: also one whose place a later version has taken,
 * but none that has been taken back, nor any of a dataset that is not open. It has the words that it was published with.
 */
export async function rehydrateOpenVersion(
  db: TenantDb,
  dataset: Dataset,
  version: number,
  now: Date,
): Promise<
  | { readonly ok: true; readonly table: ReleasedTable<PublishedContent> }
  | { readonly ok: false; readonly reason: NotOpen }
> {
  const versions = (await releasedVersions(db, [dataset.id])).get(dataset.id) ?? []
  const found = openVersion(versions, version, now)
  if (!found.ok) return found
  if (dataset.withdrawnAt !== null) return { ok: false, reason: 'withdrawn' }
  const { releaseId, publishedAt, notice, words } = found.released
  const told = { id: releaseId, publishedAt, notice }
  const table = await rehydrate(db, withWords(dataset, words), version, told)
  return table === null ? { ok: false, reason: 'withdrawn' } : { ok: true, table }
}

async function rehydrate(
  db: TenantDb,
  dataset: Dataset,
  version: number,
  release: Told,
): Promise<ReleasedTable<PublishedContent> | null> {
  const [released] = await readReleased(db, [release.id])
  const kept = await versionOf(db, dataset.id, version)
  if (released === undefined || kept === null) return null
  const { entry } = released
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
    table: await tableOfVersion(db, kept),
  })
}
