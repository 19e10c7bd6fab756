import type { ReleasedTable } from '@jamvikt/disclosure'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { PublishedContent, PublishedEntry } from '../model-datasets.ts'
import { rehydratePublicTable } from '../release/release-public.ts'
import { withWords } from '../rules/dataset-words.ts'
import { type LoggedPublication, logEvents } from '../rules/open-log.ts'
import { holdsWords } from '../rules/search.ts'
import { commentsRevision } from '../store/comments.ts'
import { datasetBySlug, listDatasets, versionsByNumber } from '../store/datasets.ts'
import { openPublications, publicationLog } from '../store/publications.ts'
import { standingIds, withdrawnCount } from '../store/released-tables.ts'
import { commentsFor } from './comments.ts'

/** What the open site lists: published datasets whose time has come, by name, without cells; those that hold all words of `search`. */
export async function listPublished(db: TenantDb, now: Date, search = ''): Promise<PublishedEntry[]> {
  const publications = new Map((await openPublications(db, now)).map((one) => [one.datasetId, one]))
  const datasets = (await listDatasets(db))
    .flatMap((dataset) => {
      const words = publications.get(dataset.id)?.words
      return words === undefined ? [] : [withWords(dataset, words)]
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
  const versions = await versionsByNumber(
    db,
    datasets.map(({ id }) => ({ datasetId: id, number: publications.get(id)?.version ?? 0 })),
  )
  const needed = versions.flatMap(({ provenance }) => provenance.releases)
  const standing = new Set(await standingIds(db, needed))
  return datasets.flatMap((dataset) => {
    const publication = publications.get(dataset.id)
    const version = versions.find(({ datasetId }) => datasetId === dataset.id)
    if (!publication?.releasedTableId || version === undefined) return []
    if (!version.provenance.releases.every((id) => standing.has(id))) return []
    if (!holdsWords(dataset, version.parts, search)) return []
    return [
      {
        releaseId: publication.releasedTableId,
        dataset,
        version: version.number,
        publishedAt: publishedAtOf(publication),
        provenance: version.provenance,
        parts: version.parts,
        cells: version.cells,
        notice: publication.notice,
      },
    ]
  })
}

/** One published table by its address; `null` where there is none, or its time has not come. */
export async function publishedTable(
  db: TenantDb,
  slug: string,
  now: Date,
): Promise<ReleasedTable<PublishedContent> | null> {
  const dataset = await datasetBySlug(db, slug)
  if (dataset === null || dataset.withdrawnAt !== null) return null
  const publication = (await openPublications(db, now)).find(({ datasetId }) => datasetId === dataset.id)
  if (!publication?.releasedTableId) return null
  const release = {
    id: publication.releasedTableId,
    publishedAt: publishedAtOf(publication),
    notice: publication.notice,
  }
  return rehydratePublicTable(db, withWords(dataset, publication.words), publication.version, release)
}

/** What all that is open at a moment is known by: it changes whenever anything that anybody can see does. */
export async function publishedRevision(db: TenantDb, now: Date): Promise<string> {
  const ids = (await openPublications(db, now)).map(({ id }) => id)
  return [...ids.toSorted(), await commentsRevision(db), await withdrawnCount(db)].join(' ')
}

/** A published table with what has been said of it and reviewed, and what it changed. */
export async function publishedWithComments(db: TenantDb, slug: string, now: Date) {
  const released = await publishedTable(db, slug, now)
  if (released === null) return null
  const { dataset, version, releaseId } = released.payload
  const publication = (await openPublications(db, now)).find((one) => one.releasedTableId === releaseId)
  return {
    released,
    comments: await commentsFor(db, null, dataset.id, version),
    differences: publication?.differences ?? null,
  }
}

function publishedAtOf({ openFrom, decidedAt }: { openFrom: Date | null; decidedAt: Date | null }): Date {
  const decided = decidedAt ?? new Date(0)
  return openFrom !== null && openFrom > decided ? openFrom : decided
}

/** What a log and a feed tell at most. */
const LOGGED = 200

/** Everything that is or has been open to everybody, the latest first. */
export function openLog(db: TenantDb, now: Date): Promise<LoggedPublication[]> {
  return publicationLog(db, now, LOGGED)
}

export interface TakenOff {
  readonly name: string
  readonly at: Date
  readonly notice: string
}

/** When and why a table that everybody has seen was taken off; `null` where it was never open, or nobody has said why. */
export async function tableTakenOff(db: TenantDb, slug: string, now: Date): Promise<TakenOff | null> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null
  const [last] = logEvents(await publicationLog(db, now, LOGGED, slug))
  const notice = last?.entry.closingNotice ?? ''
  if (last?.event !== 'closed' || last.isOpen || notice === '') return null
  return { name: last.entry.name, at: last.at, notice }
}
