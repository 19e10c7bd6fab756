import { randomUUID } from 'node:crypto'
import type { StatRefusal } from '@jamvikt/tables'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import { type ReaderFailure, readerScript, runReader } from '../../../platform/reader-process.ts'
import { isUuid } from '../../../platform/uuid.ts'
import type { RowReading } from '../model-datasets.ts'
import { type HeldFile, heldFileOf, setHeldReading } from '../store/held-files.ts'
import type { RowsAnswer, RowsTask } from '../worker/rows-worker.ts'
import type { StatisticsDoors } from './receive-base.ts'
import { receiveTable, type TableReceived } from './receive-table.ts'

export type RowsLook = Extract<RowsAnswer, { ok: true }>
export type RowsLooked = RowsLook | StatRefusal | { readonly ok: false; readonly reason: ReaderFailure }

const LIMITS = { memoryMegabytes: 1536, seconds: 60 }

/** One's own held file; `null` where there is none, or no longer. */
export async function openHeldFile(db: TenantDb, actor: Actor, id: string): Promise<HeldFile | null> {
  return isUuid(id) ? heldFileOf(db, id, actor.personId) : null
}

/** The first rows of a held file, under the header that is asked for. */
export async function lookAtRows(
  doors: StatisticsDoors,
  actor: Actor,
  { fileName, body }: HeldFile,
  asked: { readonly sheet: string | null; readonly headerRow: number | null },
): Promise<RowsLooked> {
  const key = randomUUID()
  const { regionId } = actor
  await doors.files.keep(regionId, new Blob([new Uint8Array(body)]), key)
  let answer: RowsAnswer | null = null
  const failure = await runReader<RowsTask, RowsAnswer>(
    readerScript(doors.root, 'modules', 'statistics', 'worker', 'rows-worker.ts'),
    { file: doors.files.path(regionId, key), name: fileName, ...asked },
    async (said) => {
      answer = said
    },
    LIMITS,
  ).finally(() => doors.files.remove(regionId, key))
  const found = answer as RowsAnswer | null
  return failure !== null || found === null ? { ok: false, reason: failure ?? 'crashed' } : found
}

/** Reads a held file as somebody has chosen, in the place of what it was read as before. */
export async function readRowsAs(
  doors: StatisticsDoors,
  actor: Actor,
  held: HeldFile,
  reading: RowReading,
): Promise<TableReceived> {
  await doors.inRegion(actor, (db) => setHeldReading(db, held.id, reading))
  return receiveTable(doors, actor, {
    file: new Blob([new Uint8Array(held.body)]),
    fileName: held.fileName,
    reading,
    heldId: held.id,
    datasetId: held.datasetId,
    address: null,
    fetchedAt: new Date(),
  })
}
