import { errorFields, log } from '../../../platform/log.ts'
import { isDue } from './due.ts'
import type { FetchDoors } from './model-fetch.ts'
import { resumeFetch, startFetch } from './start-fetch.ts'
import {
  dropOldPieces,
  failedScheduled,
  fetchingRegions,
  lostFetches,
  schedules,
} from './store/due-fetches.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const LOST_MS = 30 * MINUTE_MS
const AGAIN_MS = 50 * MINUTE_MS

/**
 * What the clock does by the hour, region by region: sends the fetches that are due, lets scheduled ones that a passing
 * fault stopped during the last day go on, sends those again whose job was lost, and drops pieces that nobody used. A
 * region where this fails is told of in the log, and the others go on.
 * @example await sendDueFetches(doors, new Date())
 */
export async function sendDueFetches(doors: FetchDoors, now: Date) {
  for (const regionId of await fetchingRegions(doors.db))
    await ofRegion(doors, regionId, now).catch((error: unknown) =>
      log('error', 'due fetches', { regionId, ...errorFields(error) }),
    )
}

async function ofRegion(doors: FetchDoors, regionId: string, now: Date) {
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  const found = await doors.inRegion({ regionId, personId: '' }, async (db) => {
    await dropOldPieces(db, ago(DAY_MS))
    return {
      lost: await lostFetches(db, ago(LOST_MS)),
      failed: await failedScheduled(db, ago(DAY_MS), ago(AGAIN_MS)),
      due: (await schedules(db)).filter(({ every, lastAt }) => isDue(every, lastAt, now)),
    }
  })
  for (const { id, personId } of found.lost) await doors.send('fetch', { regionId, personId, id })
  for (const { id, personId } of found.failed) await resumeFetch(doors, { regionId, personId }, id)
  for (const { datasetId, source, personId } of found.due)
    await startFetch(doors, { regionId, personId }, { datasetId, source, scheduled: true })
}
