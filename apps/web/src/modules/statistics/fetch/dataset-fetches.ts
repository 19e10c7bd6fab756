import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { isUuid } from '../../../platform/uuid.ts'
import type { Dataset, DatasetWords, FetchAgain } from '../model-datasets.ts'
import { datasetBySlug } from '../store/datasets.ts'
import { draftOf } from '../store/drafts.ts'
import { keptCatalogue } from './kolada-catalogue.ts'
import type { FetchRun, FetchSource } from './model-fetch.ts'
import { areaOfKpi } from './search-kpis.ts'
import { setFetchAgain } from './store/due-fetches.ts'
import { fetchesOf, fetchOf, sourceOfDraft } from './store/fetches.ts'

const SHOWN = 10

/** A dataset by its address with its latest fetches; `null` where there is none. */
export async function datasetFetches(db: TenantDb, slug: string) {
  const dataset = await datasetBySlug(db, slug)
  if (dataset === null || dataset.withdrawnAt !== null || dataset.version === 0) return null
  return { dataset, runs: await fetchesOf(db, dataset.id, SHOWN) }
}

/** The latest fetch of a dataset; `null` where it was never fetched. */
export async function latestFetch(db: TenantDb, datasetId: string): Promise<FetchRun | null> {
  const [latest] = await fetchesOf(db, datasetId, 1)
  return latest ?? null
}

/** One fetch, and whether its draft is still there for this person to look at; `null` where there is none. */
export async function openFetch(db: TenantDb, actor: Actor, id: string) {
  if (!isUuid(id)) return null
  const run = await fetchOf(db, id)
  if (run === null) return null
  const draft = run.draftId === null ? null : await draftOf(db, run.draftId, actor.personId)
  return { run, draftWaits: draft !== null }
}

/** What a draft’s dataset is to be fetched from later: where the draft was fetched from; `null` for an uploaded file. */
export async function sourceOfFetchedDraft(db: TenantDb, draftId: string): Promise<FetchSource | null> {
  return isUuid(draftId) ? sourceOfDraft(db, draftId) : null
}

/** What a fetched draft may be told as: of a key figure of Kolada, what Kolada tells of it. `null` where nothing is known. */
export async function wordsOfFetchedDraft(
  db: TenantDb,
  actor: Actor,
  draftId: string,
): Promise<Pick<DatasetWords, 'name' | 'description' | 'area'> | null> {
  const source = await sourceOfFetchedDraft(db, draftId)
  if (source?.kind !== 'kolada') return null
  const kept = await keptCatalogue(db, actor.regionId, source.address)
  const kpi = kept?.index.kpis.find(({ id }) => id === source.kpi)
  if (kpi === undefined) return null
  const { title, description = '' } = kpi
  return { name: title.slice(0, 200), description: description.slice(0, 4000), area: areaOfKpi(kpi) }
}

/** Decides how often a dataset is fetched again, in the name of whoever decides it. */
export async function scheduleDataset(db: TenantDb, actor: Actor, dataset: Dataset, every: FetchAgain) {
  if (!('address' in dataset.source) || dataset.fetchAgain === every) return
  await setFetchAgain(db, dataset.id, every, actor.personId)
  await remember(db, {
    regionId: actor.regionId,
    actorId: actor.personId,
    kind: 'change',
    entity: 'dataset',
    entityId: dataset.id,
    action: 'fetch-again',
    details: { every },
  })
}
