import { createHash, randomUUID } from 'node:crypto'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { JobData } from '../../../platform/jobs.ts'
import { readerScript, runReader } from '../../../platform/reader-process.ts'
import type { Provenance } from '../model-datasets.ts'
import { keepNewVersion } from '../service/keep-draft.ts'
import { holdDataset, readingOf, versionsByNumber } from '../store/datasets.ts'
import { insertDraft } from '../store/drafts.ts'
import { fetchAddress } from './fetch-address.ts'
import { fetchKolada } from './fetch-kolada.ts'
import { fetchPxweb } from './fetch-pxweb.ts'
import type { FetchAnswer, FetchTask } from './fetch-worker.ts'
import { gathererOf } from './gatherer.ts'
import { isPassing } from './http-refusal.ts'
import type { FetchDoors, FetchRefusal, FetchRun, Gathered, Gatherer, Outcome } from './model-fetch.ts'
import { finishFetch, holdFetch, pieceOf, setFetch } from './store/fetches.ts'
import { structureChange } from './structure.ts'

/** A fetch that is taken up more often than this does not get done. */
const MOST_RUNS = 20
const LIMITS = { memoryMegabytes: 2048, seconds: 300 }

type Read = Extract<FetchAnswer, { ok: true }>

/**
 * Carries a fetch out: as a job, which after a crash is run again and goes on with the pieces that are kept. Ends in a
 * draft, in a new version of its dataset where it was scheduled and the structure is the same, or in the reason why
 * not; then no table, draft or version is kept. Faults of disk and database are thrown, so that the job is tried again.
 */
export async function runFetch(doors: FetchDoors, job: JobData) {
  const run = await doors.inRegion(job, async (db) => {
    const held = await holdFetch(db, job.id)
    if (held === null || held.status === 'done' || held.status === 'failed') return null
    if (held.runs < MOST_RUNS) await setFetch(db, held.id, { status: 'running', runs: held.runs + 1 })
    return held
  })
  if (run === null) return
  if (run.runs >= MOST_RUNS) return refuse(doors, job, run, { ok: false, reason: 'fault' })
  const gathered = await gather(run, gathererOf(doors, job, run))
  if (!gathered.ok) return refuse(doors, job, run, gathered)
  const { datasetId } = run
  const rows = datasetId === null ? null : await doors.inRegion(job, (db) => readingOf(db, datasetId))
  const reading = gathered.reading.kind === 'file' ? { ...gathered.reading, rows } : gathered.reading
  const read = await readGathered(doors, job, { ...gathered, reading })
  if (!read.ok) return refuse(doors, job, run, read)
  const { table, sha256 } = read
  const provenance: Provenance = {
    fileName: gathered.fileName,
    address: gathered.address,
    fetchedAt: new Date().toISOString(),
    sourceUpdated: table.parts.updated ?? null,
    sourceSha256: sha256,
    releases: [],
  }
  await doors.inRegion(job, async (db) => {
    const held = await holdFetch(db, run.id)
    if (held?.status !== 'running') return
    const outcome = await keep(db, job, run, table, provenance)
    await finishFetch(db, run.id, outcome)
    await tell(db, job, run, outcome)
  })
}

function gather(run: FetchRun, gatherer: Gatherer): Promise<Gathered> {
  switch (run.source.kind) {
    case 'url':
      return fetchAddress(run.source, gatherer)
    case 'kolada':
      return fetchKolada(run.source, gatherer)
    case 'pxweb-v1':
    case 'pxweb-v2':
      return fetchPxweb(run.source, gatherer)
  }
}

/** Lets a process of its own read the kept pieces, laid out as files for as long as that takes. */
async function readGathered(
  doors: FetchDoors,
  job: JobData,
  { pieces, lists, reading }: Extract<Gathered, { ok: true }>,
): Promise<{ readonly ok: true; readonly table: Read; readonly sha256: string } | FetchRefusal> {
  const keys: string[] = []
  const lay = async (bytes: Uint8Array) => {
    const key = randomUUID()
    keys.push(key)
    await doors.files.keep(job.regionId, new Blob([new Uint8Array(bytes)]), key)
    return doors.files.path(job.regionId, key)
  }
  const hash = createHash('sha256')
  try {
    const files: string[] = []
    for (let number = 0; number < pieces; number++) {
      const piece = await doors.inRegion(job, (db) => pieceOf(db, job.id, number))
      if (piece === null) throw new Error(`piece ${number} of a fetch is not there`)
      hash.update(piece)
      files.push(await lay(piece))
    }
    const listFiles: string[] = []
    for (const list of lists) listFiles.push(await lay(list))
    let answer: FetchAnswer | null = null
    const failure = await runReader<FetchTask, FetchAnswer>(
      readerScript(doors.root, 'modules', 'statistics', 'fetch', 'fetch-worker.ts'),
      { files, lists: listFiles, reading },
      async (said) => {
        answer = said
      },
      LIMITS,
    )
    const found = answer as FetchAnswer | null
    if (failure !== null || found === null) return { ok: false, reason: failure ?? 'crashed' }
    return found.ok ? { ok: true, table: found, sha256: hash.digest('hex') } : found
  } finally {
    for (const key of keys) await doors.files.remove(job.regionId, key)
  }
}

/** Makes a draft of the table, and of the draft a version where nobody needs to look at it first. */
async function keep(
  db: TenantDb,
  job: JobData,
  { id, datasetId, scheduled }: FetchRun,
  { parts, figures, assumptions }: Read,
  provenance: Provenance,
): Promise<Outcome> {
  const { regionId, personId } = job
  const dataset = datasetId === null ? null : await holdDataset(db, datasetId)
  if (datasetId !== null && (dataset === null || dataset.withdrawnAt !== null)) return refused('dataset-gone')
  if (scheduled && dataset !== null) {
    const [latest] = await versionsByNumber(db, [{ datasetId: dataset.id, number: dataset.version }])
    const change = latest === undefined ? null : structureChange(latest.parts.dimensions, parts.dimensions)
    if (change !== null) return outcomeOf(change)
  }
  const draft = await insertDraft(db, {
    regionId,
    datasetId,
    parts,
    figures,
    provenance,
    assumptions,
    createdBy: personId,
  })
  if (!scheduled) {
    await setFetch(db, id, { draftId: draft })
    return { kind: 'draft' }
  }
  const actor = { regionId, personId, personName: '', role: 'analyst' as const }
  const kept = await keepNewVersion(db, actor, draft)
  if (kept.ok) return { kind: 'version', version: kept.version }
  return kept.reason === 'unchanged' ? { kind: 'unchanged', version: kept.version } : refused('dataset-gone')
}

function refused(reason: FetchRefusal['reason']): Outcome {
  return outcomeOf({ ok: false, reason })
}

function outcomeOf({ reason, line, keyword, detail }: FetchRefusal): Outcome {
  return { kind: 'refused', reason, line, keyword, detail, resumable: isPassing(reason) }
}

async function refuse(doors: FetchDoors, job: JobData, run: FetchRun, refusal: FetchRefusal) {
  const outcome = outcomeOf(refusal)
  await doors.inRegion(job, async (db) => {
    const held = await holdFetch(db, run.id)
    if (held === null || held.status === 'done' || held.status === 'failed') return
    await finishFetch(db, run.id, outcome)
    await tell(db, job, run, outcome)
  })
}

async function tell(db: TenantDb, job: JobData, run: FetchRun, outcome: Outcome) {
  const { regionId, personId } = job
  const { kind, address } = run.source
  await remember(db, {
    regionId,
    actorId: personId,
    kind: outcome.kind === 'refused' ? 'refusal' : 'read',
    entity: run.datasetId === null ? 'fetch' : 'dataset',
    entityId: run.datasetId ?? run.id,
    action: outcome.kind === 'refused' ? 'fetch-failed' : 'fetched',
    details: { source: kind, address, scheduled: run.scheduled, ...outcome },
  })
}
