import type { Actor } from '../../../platform/policy.ts'
import type { FetchDoors, FetchSource } from './model-fetch.ts'
import { insertFetch, reopenFetch } from './store/fetches.ts'

export interface FetchOrder {
  /** `null` for a table that is to be a new dataset. */
  readonly datasetId: string | null
  readonly source: FetchSource
  /** Ends in a new version by itself, where the table’s structure is the same. */
  readonly scheduled: boolean
}

export type FetchStarted =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: 'already-fetching' }

/** Puts a fetch in line; `already-fetching` where the dataset is being fetched. */
export async function startFetch(
  doors: FetchDoors,
  actor: Pick<Actor, 'regionId' | 'personId'>,
  order: FetchOrder,
): Promise<FetchStarted> {
  const { regionId, personId } = actor
  const id = await doors.inRegion(actor, (db) => insertFetch(db, { ...order, regionId, createdBy: personId }))
  if (id === null) return { ok: false, reason: 'already-fetching' }
  await doors.send('fetch', { regionId, personId, id })
  return { ok: true, id }
}

/** Lets a fetch that failed for a passing reason go on where it stopped; false where it cannot. */
export async function resumeFetch(
  doors: FetchDoors,
  actor: Pick<Actor, 'regionId' | 'personId'>,
  id: string,
): Promise<boolean> {
  const { regionId, personId } = actor
  const opened = await doors.inRegion(actor, (db) => reopenFetch(db, id))
  if (opened) await doors.send('fetch', { regionId, personId, id })
  return opened
}
