import { randomUUID } from 'node:crypto'
import type { FlatShape, StatRefusal } from '@jamvikt/tables'
import type { Actor } from '../../../platform/policy.ts'
import { type ReaderFailure, readerScript, runReader } from '../../../platform/reader-process.ts'
import type { Provenance } from '../model-datasets.ts'
import { insertDraft } from '../store/drafts.ts'
import type { TableAnswer, TableTask } from '../worker/table-worker.ts'
import type { StatisticsDoors } from './receive-base.ts'

export interface TableOrder {
  readonly file: Blob
  readonly fileName: string
  /** How rows are read; proposed by the reader where it is not given. */
  readonly shape: FlatShape | null
  /** The dataset that it is to be a new version of. */
  readonly datasetId: string | null
  readonly address: string | null
  readonly fetchedAt: Date
}

export type TableReceived =
  | { readonly ok: true; readonly draft: string }
  | StatRefusal
  | { readonly ok: false; readonly reason: ReaderFailure }

const LIMITS = { memoryMegabytes: 1536, seconds: 120 }

/** Reads a foreign file in a process of its own and lays it by as a draft; nothing is kept of a file with any fault. */
export async function receiveTable(
  doors: StatisticsDoors,
  actor: Actor,
  order: TableOrder,
): Promise<TableReceived> {
  const key = randomUUID()
  const { regionId, personId } = actor
  const { sha256 } = await doors.files.keep(regionId, order.file, key)
  let answer: TableAnswer | null = null
  const failure = await runReader<TableTask, TableAnswer>(
    readerScript(doors.root, 'modules', 'statistics', 'worker', 'table-worker.ts'),
    { file: doors.files.path(regionId, key), name: order.fileName, shape: order.shape },
    async (said) => {
      answer = said
    },
    LIMITS,
  ).finally(() => doors.files.remove(regionId, key))
  const found = answer as TableAnswer | null
  if (failure !== null || found === null) return { ok: false, reason: failure ?? 'crashed' }
  if (!found.ok) return found
  const provenance: Provenance = {
    fileName: order.fileName,
    address: order.address,
    fetchedAt: order.fetchedAt.toISOString(),
    sourceUpdated: found.parts.updated ?? null,
    sourceSha256: sha256,
    releases: [],
  }
  const draft = await doors.inRegion(actor, (db) =>
    insertDraft(db, {
      regionId,
      datasetId: order.datasetId,
      parts: found.parts,
      figures: found.figures,
      provenance,
      assumptions: found.assumptions,
      createdBy: personId,
    }),
  )
  return { ok: true, draft }
}
