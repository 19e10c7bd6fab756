import type { JobData } from '../../../platform/jobs.ts'
import type { FetchDoors, FetchRun, Gatherer } from './model-fetch.ts'
import { bytesKept, holdFetch, keepPiece, pieceOf, setFetch } from './store/fetches.ts'

/** Of all pieces of a fetch together. */
const MOST_BYTES = 512 * 1024 * 1024
/** The share of a fetch that is calling; the rest is reading. */
const CALLING = 0.9

/** Keeps each answer as it comes, in a transaction of its own together with how far the fetch has come. */
export function gathererOf(doors: FetchDoors, job: JobData, { id }: FetchRun): Gatherer {
  return {
    http: doors.http,
    async piece(number, share, ask) {
      const kept = await doors.inRegion(job, (db) => pieceOf(db, id, number))
      if (kept !== null) return { ok: true, bytes: kept }
      const answer = await ask()
      if (!answer.ok) return answer
      const room = await doors.inRegion(job, async (db) => {
        if ((await bytesKept(db, id)) + answer.bytes.length > MOST_BYTES) return false
        await keepPiece(db, { regionId: job.regionId, fetchId: id, number, body: answer.bytes })
        await setFetch(db, id, { progress: Math.min(1, share) * CALLING })
        return true
      })
      return room ? { ok: true, bytes: answer.bytes } : { ok: false, reason: 'too-large' }
    },
    isUnchanged: (fingerprint) =>
      doors.inRegion(job, async (db) => {
        const held = await holdFetch(db, id)
        if (held === null) return false
        if (held.fingerprint === null) await setFetch(db, id, { fingerprint })
        return held.fingerprint === null || held.fingerprint === fingerprint
      }),
  }
}
