import type { AggregateRow, Refusal } from '@jamvikt/tables'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { JobData } from '../../../platform/jobs.ts'
import type { ImportReport, ImportRun, IntakeFailure, RefusedRow } from '../model.ts'
import {
  aggregatesOf,
  type MergeResult,
  mergeStaged,
  openStaging,
  replaceAggregates,
  stageCases,
} from '../store/cases.ts'
import { findImport, findUpload, importsOf, insertRefusals, setImport, setUpload } from '../store/intake.ts'
import { findList, lockList, touchList } from '../store/lists.ts'
import type { FundingDoors } from './doors.ts'
import { readIntake } from './read-intake.ts'

const MAX_REFUSALS = 100_000

/** Thrown inside the transaction so that a refused file leaves nothing behind. */
class ImportStopped extends Error {
  override readonly name = 'ImportStopped'
  readonly failure: IntakeFailure
  constructor(failure: IntakeFailure) {
    super(failure.kind)
    this.failure = failure
  }
}

/**
 * Reads a file into its list in one transaction: whole or not at all. Run as a job; after a crash it runs again, and
 * an import that was done already is left alone.
 */
export async function runImport(doors: FundingDoors, job: JobData) {
  const run = await doors.inRegion(job, (db) => findImport(db, job.id))
  if (!run || run.status === 'done' || run.status === 'failed') return
  await doors.inRegion(job, (db) => setImport(db, run.id, { status: 'running', progress: 0 }))
  try {
    await doors.inRegion(job, (db) => importInto(doors, db, job, run))
  } catch (error) {
    if (!(error instanceof ImportStopped)) throw error
    await doors.inRegion(job, async (db) => {
      await setImport(db, run.id, { status: 'failed', failure: error.failure, finished: true })
      // A mapping can be mended and tried again with the same file; a broken file cannot.
      await setUpload(db, run.uploadId, { status: error.failure.kind === 'mapping' ? 'read' : 'refused' })
    })
    if (error.failure.kind === 'mapping') return
  }
  await doors.files.remove(job.regionId, run.uploadId)
}

async function importInto(doors: FundingDoors, db: TenantDb, job: JobData, run: ImportRun) {
  await lockList(db, run.listId)
  const list = await findList(db, run.listId)
  if (!list || list.withdrawnAt) throw new ImportStopped({ kind: 'list', reason: 'withdrawn' })
  await openStaging(db)
  const aggregates: AggregateRow[] = []
  let refusalCount = 0
  let counted = { rows: 0, refusedRows: 0 }
  let lastTold = 0
  const task = {
    task: 'import',
    file: doors.files.path(job.regionId, run.uploadId),
    name: run.fileName,
    sheet: (await findUpload(db, run.uploadId))?.inspection?.sheet ?? null,
    mapping: run.mapping,
    hashKey: doors.identityKey(job.regionId),
  } as const
  const failure = await readIntake(doors.root, task, async (answer) => {
    if (answer.kind === 'cases') await stageCases(db, job.regionId, run.listId, answer.records)
    if (answer.kind === 'aggregates') aggregates.push(...answer.rows)
    if (answer.kind === 'refusals') {
      const room = answer.refusals.slice(0, Math.max(0, MAX_REFUSALS - refusalCount))
      await insertRefusals(db, job.regionId, run.id, refusalCount, room.map(toRefusedRow))
      refusalCount += room.length
    }
    if (answer.kind === 'done') counted = { rows: answer.rows, refusedRows: answer.refusedRows }
    if (answer.kind === 'progress' && Date.now() - lastTold > 400) {
      lastTold = Date.now()
      // Told outside the import's own transaction, where others can see it.
      await doors.inRegion(job, (other) =>
        setImport(other, run.id, { progress: answer.share * 0.9, rowsRead: answer.rows }),
      )
    }
  })
  if (failure) throw new ImportStopped(failure)
  const merged = run.mapping.aggregated
    ? await mergeAggregates(db, job, run, aggregates)
    : await mergeStaged(db, { ...job, listId: run.listId, importId: run.id, wholeList: run.wholeList })
  const earlier = (await importsOf(db, run.listId)).filter((one) => one.status === 'done')
  const report: ImportReport = {
    ...counted,
    ...merged,
    sameFile: earlier.some((one) => one.sha256 === run.sha256),
  }
  await setImport(db, run.id, { status: 'done', progress: 1, rowsRead: counted.rows, report, finished: true })
  await setUpload(db, run.uploadId, { status: 'imported' })
  // A list that holds inferred sex holds it for good: a later export does not wash it off.
  const sexInferred = run.mapping.sexInferred || (earlier.length > 0 && list.mapping.sexInferred)
  const marked = sexInferred !== list.mapping.sexInferred
  const touched = merged.added + merged.changed + merged.removed > 0 || earlier.length === 0 || marked
  if (touched) await touchList(db, run.listId, { mapping: { ...run.mapping, sexInferred } })
  await remember(db, {
    regionId: job.regionId,
    actorId: job.personId,
    kind: 'change',
    entity: 'funding-list',
    entityId: run.listId,
    action: 'imported',
    details: { importId: run.id, ...report },
  })
}

async function mergeAggregates(
  db: TenantDb,
  job: JobData,
  run: ImportRun,
  rows: readonly AggregateRow[],
): Promise<MergeResult> {
  const before = new Set((await aggregatesOf(db, run.listId)).map((row) => JSON.stringify(row)))
  await replaceAggregates(db, job.regionId, run.listId, rows)
  const after = (await aggregatesOf(db, run.listId)).map((row) => JSON.stringify(row))
  const kept = after.filter((row) => before.has(row)).length
  const gone = before.size - kept
  const changed = Math.min(gone, after.length - kept)
  return {
    added: after.length - kept - changed,
    changed,
    unchanged: kept,
    absent: gone - changed,
    removed: gone - changed,
    changedFields: {},
  }
}

function toRefusedRow(refusal: Refusal): RefusedRow {
  return {
    row: refusal.row,
    column: refusal.column,
    reason: refusal.reason,
    value: refusal.value ?? (refusal.firstRow === undefined ? null : String(refusal.firstRow)),
    suggestions: refusal.suggestions ?? [],
  }
}
