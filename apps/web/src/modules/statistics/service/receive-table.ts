import { randomUUID } from 'node:crypto'
import { formatOf, type StatRefusal } from '@jamvikt/tables'
import type { Actor } from '../../../platform/policy.ts'
import { type ReaderFailure, readerScript, runReader } from '../../../platform/reader-process.ts'
import type { Provenance, RowReading } from '../model-datasets.ts'
import { readingOf } from '../store/datasets.ts'
import { deleteDraftsOfFile, insertDraft } from '../store/drafts.ts'
import { deleteOldHeldFiles, insertHeldFile } from '../store/held-files.ts'
import type { TableAnswer, TableTask } from '../worker/table-worker.ts'
import type { StatisticsDoors } from './receive-base.ts'

export interface TableOrder {
  readonly file: Blob
  readonly fileName: string
  /** How rows are read; as the dataset’s earlier files, or as the reader proposes, where it is not given. */
  readonly reading: RowReading | null
  /** The held file that this is, where it has been read before. */
  readonly heldId?: string
  /** The dataset that it is to be a new version of. */
  readonly datasetId: string | null
  readonly address: string | null
  readonly fetchedAt: Date
}

export type TableReceived =
  | { readonly ok: true; readonly draft: string }
  | (Refused & {
      /** The file is held, so that how it is read can be chosen. */
      readonly heldId: string | null
    })
type Refused = StatRefusal | { readonly ok: false; readonly reason: ReaderFailure }

const LIMITS = { memoryMegabytes: 1536, seconds: 120 }

/** What choosing how rows are read can mend. */
const MENDABLE: ReadonlySet<string> = new Set<Refused['reason']>([
  ...(['number-ambiguous', 'value-unreadable', 'duplicate-key', 'column-missing', 'empty-code'] as const),
  ...(['too-few-values', 'too-many-values', 'too-many-cells', 'no-header', 'duplicate-header'] as const),
  ...(['no-dimension', 'empty-dimension', 'duplicate-dimension', 'duplicate-role'] as const),
  ...(['too-many-columns'] as const),
])
/** Of a file that is held at most. */
const MOST_HELD_BYTES = 32 * 1024 * 1024
const DAY_MS = 86_400_000

/**
 * Reads a foreign file in a process of its own and lays it by as a draft; nothing is kept of a file with any fault.
 * A file of rows is held for a day, so that how it is read can be chosen.
 */
export async function receiveTable(
  doors: StatisticsDoors,
  actor: Actor,
  order: TableOrder,
): Promise<TableReceived> {
  const key = randomUUID()
  const { regionId, personId } = actor
  const { datasetId } = order
  const kept =
    order.reading === null && datasetId !== null
      ? await doors.inRegion(actor, (db) => readingOf(db, datasetId))
      : null
  const reading = order.reading ?? kept
  const { sha256 } = await doors.files.keep(regionId, order.file, key)
  let answer: TableAnswer | null = null
  const failure = await runReader<TableTask, TableAnswer>(
    readerScript(doors.root, 'modules', 'statistics', 'worker', 'table-worker.ts'),
    { file: doors.files.path(regionId, key), name: order.fileName, reading, renewed: kept !== null },
    async (said) => {
      answer = said
    },
    LIMITS,
  ).finally(() => doors.files.remove(regionId, key))
  const found = answer as TableAnswer | null
  const refusal: Refused | null =
    failure !== null || found === null ? { ok: false, reason: failure ?? 'crashed' } : found.ok ? null : found
  const mayHold = refusal === null || MENDABLE.has(refusal.reason)
  const heldId = order.heldId ?? (mayHold ? await hold(doors, actor, order, reading) : null)
  if (refusal !== null || found?.ok !== true)
    return { ...(refusal ?? { ok: false, reason: 'crashed' }), heldId }
  const provenance: Provenance = {
    fileName: order.fileName,
    address: order.address,
    fetchedAt: order.fetchedAt.toISOString(),
    sourceUpdated: found.parts.updated ?? null,
    sourceSha256: sha256,
    releases: [],
  }
  const draft = await doors.inRegion(actor, async (db) => {
    if (order.heldId !== undefined) await deleteDraftsOfFile(db, order.heldId)
    return insertDraft(db, {
      regionId,
      datasetId: order.datasetId,
      parts: found.parts,
      figures: found.figures,
      provenance,
      assumptions: found.assumptions,
      heldId,
      reading,
      createdBy: personId,
    })
  })
  return { ok: true, draft }
}

/** Holds a file of rows that came from somebody’s hand; `null` for any other. */
async function hold(
  doors: StatisticsDoors,
  actor: Actor,
  { file, fileName, datasetId, address }: TableOrder,
  reading: RowReading | null,
): Promise<string | null> {
  if (address !== null || file.size > MOST_HELD_BYTES) return null
  const format = formatOf(new Uint8Array(await file.slice(0, 2000).arrayBuffer()), fileName)
  if (format !== 'csv' && format !== 'xlsx') return null
  const body = Buffer.from(await file.arrayBuffer())
  const { regionId, personId } = actor
  return doors.inRegion(actor, async (db) => {
    await deleteOldHeldFiles(db, new Date(Date.now() - DAY_MS))
    return insertHeldFile(db, { regionId, createdBy: personId, datasetId, fileName, body, reading })
  })
}
