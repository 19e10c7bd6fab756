import { randomUUID } from 'node:crypto'
import { openHttpSource } from '../modules/statistics/fetch/http-source.ts'
import type { FetchDoors, FetchRun, FetchSource } from '../modules/statistics/fetch/model-fetch.ts'
import { runFetch } from '../modules/statistics/fetch/run-fetch.ts'
import { startFetch } from '../modules/statistics/fetch/start-fetch.ts'
import { setFetchAgain } from '../modules/statistics/fetch/store/due-fetches.ts'
import { fetchOf } from '../modules/statistics/fetch/store/fetches.ts'
import type { Dataset, FetchAgain } from '../modules/statistics/model-datasets.ts'
import { openDraft } from '../modules/statistics/service/drafts.ts'
import { keepNewDataset } from '../modules/statistics/service/keep-draft.ts'
import type { JobData } from '../platform/jobs.ts'
import type { Actor } from '../platform/policy.ts'
import type { TestDatabase } from './test-database.ts'
import { openTestStatistics } from './test-statistics.ts'

/** Fetching on a test database, with this machine as the internet. Jobs are gathered, and run when a test says so. */
export function openTestFetch(database: TestDatabase) {
  const statistics = openTestStatistics(database)
  const jobs: JobData[] = []
  const clock = { now: () => 0, sleep: async () => undefined }
  const doors: FetchDoors = {
    ...statistics.doors,
    db: database.db,
    http: openHttpSource({ localhost: true, clock }),
    send: async (_queue, data) => void jobs.push(data),
  }
  const runOf = async (actor: Actor, id: string): Promise<FetchRun> => {
    const run = await doors.inRegion(actor, (db) => fetchOf(db, id))
    if (run === null) throw new Error('no fetch')
    return run
  }
  const start = async (
    actor: Actor,
    source: FetchSource,
    rest: { datasetId?: string; scheduled?: boolean } = {},
  ) => {
    const { datasetId = null, scheduled = false } = rest
    const started = await startFetch(doors, actor, { datasetId, source, scheduled })
    if (!started.ok) throw new Error(started.reason)
    return started.id
  }
  /** Carries a fetch out, as a worker does; gives it as it then is. */
  const carryOut = async (actor: Actor, id: string) => {
    await runFetch(doors, { ...actor, id })
    return runOf(actor, id)
  }
  const draftOf = async (actor: Actor, run: FetchRun) => {
    const draft = await doors.inRegion(actor, (db) => openDraft(db, actor, run.draftId ?? ''))
    if (draft === null) throw new Error('no draft')
    return draft
  }
  /** A dataset fetched from a source and kept, and fetched again as often as is said. */
  const bring = async (actor: Actor, source: FetchSource, every: FetchAgain = 'never'): Promise<Dataset> => {
    const run = await carryOut(actor, await start(actor, source))
    const slug = `tabell-${randomUUID().slice(0, 8)}`
    await doors.inRegion(actor, async (db) => {
      const kept = await keepNewDataset(db, actor, run.draftId ?? '', {
        slug,
        name: 'Påhittad inkomst',
        description: '',
        area: 'economy',
        licence: 'CC0',
        contact: '',
        rhythm: 'yearly',
        fetchAgain: 'never',
        source,
        synthetic: false,
      })
      if (!kept.ok) throw new Error(kept.reason)
      await setFetchAgain(db, kept.datasetId, every, actor.personId)
    })
    return statistics.datasetOf(actor, slug)
  }
  /** How much is kept in the region: drafts, versions, pieces. */
  const kept = async (actor: Actor) => {
    const count = async (table: string) =>
      Number(
        (
          await database.owner.query(`select count(*) as n from ${table} where region_id = $1`, [
            actor.regionId,
          ])
        ).rows[0]?.n,
      )
    return {
      drafts: await count('stat_draft'),
      versions: await count('stat_version'),
      pieces: await count('stat_fetch_piece'),
    }
  }
  return { ...statistics, doors, jobs, start, carryOut, runOf, draftOf, bring, kept }
}
