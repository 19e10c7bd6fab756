import { randomUUID } from 'node:crypto'
import type { NumberStyle } from '@jamvikt/domain'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { readerScript, runReader } from '../../../../platform/reader-process.ts'
import { isUuid } from '../../../../platform/uuid.ts'
import type { PlanDoors } from '../../doors.ts'
import type { PlanDocument } from '../../model.ts'
import { beginChange, note } from '../../service/change-plan.ts'
import type { LedgerAnswer, LedgerLook, LedgerTask } from '../ledger-messages.ts'
import {
  type HeldEntry,
  LEDGER_REFERENCES,
  type LedgerEntry,
  type LedgerImport,
  type LedgerMapping,
  type LedgerReference,
  type RowRefusal,
} from '../model-money.ts'
import { comingIn, daysOf } from '../rules/held-entries.ts'
import { type LedgerRow, readLedger } from '../rules/ledger-rows.ts'
import { guessMeaning, namesOf, suggestMapping } from '../rules/suggest-mapping.ts'
import {
  heldEntries,
  importById,
  importOfHash,
  importsOf,
  insertReceived,
  setImported,
  setWithdrawn,
} from '../store/ledger.ts'

const LIMITS = { memoryMegabytes: 1024, seconds: 60 }
const MOST_BYTES = 50_000_000

export interface FileRefusal {
  readonly ok: false
  readonly reason: string
  readonly row?: number
  readonly column?: string
}

/** Keeps a file of the ledger until it has been read as somebody says. */
export async function receiveLedger(
  doors: PlanDoors,
  actor: Actor,
  planId: string,
  file: File | null,
): Promise<{ readonly ok: true; readonly id: string } | FileRefusal> {
  if (file === null || file.size === 0) return { ok: false, reason: 'file-missing' }
  if (file.size > MOST_BYTES) return { ok: false, reason: 'too-large' }
  const id = randomUUID()
  const { sha256 } = await doors.files.keep(actor.regionId, file, id)
  const same = await doors.inRegion(actor, async (db) => {
    const found = await importOfHash(db, planId, sha256)
    if (found !== null) return found
    const { regionId, personId, personName } = actor
    const fileName = file.name.slice(-150) || 'file'
    await insertReceived(db, {
      regionId,
      planId,
      id,
      fileName,
      hash: sha256,
      madeBy: personId,
      madeName: personName,
    })
    return null
  })
  if (same === null) return { ok: true, id }
  await doors.files.remove(actor.regionId, id)
  return { ok: false, reason: 'same-file' }
}

/** A file that one has sent oneself and that awaits its mapping, or one that has been brought in. */
export async function openImport(
  db: TenantDb,
  actor: Actor,
  planId: string,
  id: string,
): Promise<LedgerImport | null> {
  const found = isUuid(id) ? await importById(db, planId, id) : null
  return found?.state === 'received' && found.madeBy !== actor.personId ? null : found
}

async function ask(
  doors: PlanDoors,
  task: LedgerTask,
  take: (answer: Exclude<LedgerAnswer, { kind: 'refused' }>) => void,
): Promise<FileRefusal | null> {
  let refusal: FileRefusal | null = null
  const script = readerScript(doors.root, 'modules', 'plan', 'money', 'ledger-worker.ts')
  const failure = await runReader<LedgerTask, LedgerAnswer>(
    script,
    task,
    async (answer) => {
      if (answer.kind === 'refused') {
        const { kind: _, ...where } = answer
        refusal = { ok: false, ...where }
      } else take(answer)
    },
    LIMITS,
  )
  return refusal ?? (failure === null ? null : { ok: false, reason: failure })
}

const MOST_HEADS = 10
const heads = new Map<string, LedgerLook>()

/** The head of a file that waits; it is asked for at each step of the mapping, and never changes. */
async function headOf(doors: PlanDoors, actor: Actor, file: LedgerImport): Promise<LedgerLook | FileRefusal> {
  const name = `${actor.regionId} ${file.id}`
  const known = heads.get(name)
  if (known !== undefined) return known
  const looked: LedgerLook[] = []
  const task = { task: 'look', file: doors.files.path(actor.regionId, file.id), name: file.fileName } as const
  const refusal = await ask(doors, task, (answer) => {
    if (answer.kind === 'looked') looked.push(answer)
  })
  const [look] = looked
  if (refusal !== null || look === undefined) return refusal ?? { ok: false, reason: 'crashed' }
  heads.set(name, look)
  const [oldest] = heads.keys()
  if (heads.size > MOST_HEADS && oldest !== undefined) heads.delete(oldest)
  return look
}

/** The head of a file, with what its columns seem to be. */
export async function lookAtLedger(
  doors: PlanDoors,
  actor: Actor,
  document: PlanDocument,
  file: LedgerImport,
): Promise<
  | {
      readonly ok: true
      readonly look: LedgerLook
      readonly suggested: LedgerMapping
      /** Files of the plan before this one, the latest first. */
      readonly before: readonly LedgerImport[]
    }
  | FileRefusal
> {
  const look = await headOf(doors, actor, file)
  if ('ok' in look) return look
  const before = await doors.inRegion(actor, (db) => importsOf(db, file.planId))
  const mapping = suggestMapping(look.headers, before.find((each) => each.mapping !== null)?.mapping ?? null)
  return { ok: true, look, suggested: withMeanings(document, look, mapping), before }
}

/** What stands in the columns that name things, with what each is taken to mean: as said before, else as guessed. */
export function withMeanings(
  document: PlanDocument,
  look: LedgerLook,
  mapping: LedgerMapping,
): LedgerMapping {
  const meanings = Object.fromEntries(
    LEDGER_REFERENCES.map((reference) => {
      const names = namesOf(document, reference)
      const ids = new Set(names.map(({ id }) => id))
      const said = mapping.meanings[reference]
      const values = valuesOf(look, mapping[reference])
      return [
        reference,
        Object.fromEntries(
          values.map(({ value }) => {
            const before = Object.hasOwn(said, value) ? said[value] : undefined
            const isKept = before !== undefined && (before === '' || ids.has(before))
            return [value, isKept ? before : guessMeaning(value, names)]
          }),
        ),
      ]
    }),
  ) as Record<LedgerReference, Record<string, string>>
  return { ...mapping, meanings }
}

function valuesOf(look: LedgerLook, column: string) {
  return column === '' ? [] : (look.values[look.headers.indexOf(column)] ?? [])
}

export interface LedgerRead {
  readonly ok: true
  readonly entries: readonly LedgerEntry[]
  readonly refused: readonly RowRefusal[]
  /** Rows that count already on the days of the file. */
  readonly held: readonly HeldEntry[]
}

/** Reads a whole file by a mapping; nothing is kept. */
export async function readLedgerFile(
  doors: PlanDoors,
  actor: Actor,
  document: PlanDocument,
  file: LedgerImport,
  mapping: LedgerMapping,
): Promise<LedgerRead | FileRefusal> {
  if (mapping.date === '' || mapping.amount === '')
    return { ok: false, reason: mapping.date === '' ? 'date-column-missing' : 'amount-column-missing' }
  const columns = [
    ...new Set(
      (['date', 'amount', 'activity', 'costType', 'financier', 'voucher', 'text'] as const)
        .filter((each) => mapping[each] !== '' && (each !== 'text' || mapping.keepText))
        .map((each) => mapping[each]),
    ),
  ]
  const rows: LedgerRow[] = []
  let style: NumberStyle = 'swedish'
  const task = {
    task: 'read',
    file: doors.files.path(actor.regionId, file.id),
    name: file.fileName,
    columns,
    amount: mapping.amount,
  } as const
  const refusal = await ask(doors, task, (answer) => {
    if (answer.kind === 'rows') for (const row of answer.rows) rows.push(row)
    else if (answer.kind === 'done') style = answer.style
  })
  if (refusal !== null) return refusal
  const ids = {
    activity: new Set(namesOf(document, 'activity').map(({ id }) => id)),
    costType: new Set(namesOf(document, 'costType').map(({ id }) => id)),
    financier: new Set(namesOf(document, 'financier').map(({ id }) => id)),
  }
  const read = readLedger(rows, mapping, style, (reference, id) => ids[reference].has(id))
  const held = await doors.inRegion(actor, (db) => heldOf(db, file.planId, mapping, read.entries))
  return { ok: true, ...read, held }
}

/** Rows that count already on the days of others. Each file of orders tells them whole: it is held against none. */
async function heldOf(
  db: TenantDb,
  planId: string,
  { kind }: LedgerMapping,
  entries: readonly LedgerEntry[],
): Promise<readonly HeldEntry[]> {
  const days = kind === 'outcome' ? daysOf(entries) : null
  return days === null ? [] : heldEntries(db, planId, days)
}

/** Brings a file in as it has been read, up to the day that it is said to tell everything up to. */
export async function bringLedgerIn(
  doors: PlanDoors,
  actor: Actor,
  file: LedgerImport,
  read: LedgerRead,
  as: { readonly mapping: LedgerMapping; readonly coversTo: string },
): Promise<
  { readonly ok: true } | { readonly ok: false; readonly reason: 'gone' | 'same-file' | 'day-before-all' }
> {
  const done = await doors.inRegion(actor, async (db) => {
    if ((await beginChange(db, actor, file.planId)) === null) return { ok: false, reason: 'gone' } as const
    const now = await importById(db, file.planId, file.id)
    if (now?.state !== 'received') return { ok: false, reason: 'gone' } as const
    if ((await importOfHash(db, file.planId, file.hash, as.mapping.kind)) !== null)
      return { ok: false, reason: 'same-file' } as const
    const held = await heldOf(db, file.planId, as.mapping, read.entries)
    const { entries, later, known } = comingIn(as.mapping.kind, read.entries, held, as.coversTo)
    if (entries.length === 0) return { ok: false, reason: 'day-before-all' } as const
    const { refused } = read
    await setImported(db, actor.regionId, file, { ...as, entries, refused, known, later: later.length })
    await note(db, actor, file.planId, 'ledger-imported', {
      import: file.id,
      kind: as.mapping.kind,
      entries: entries.length,
      known,
      later: later.length,
      refused: refused.length,
      hash: file.hash,
    })
    return { ok: true } as const
  })
  if (done.ok) await doors.files.remove(actor.regionId, file.id)
  return done
}

/** From now on a file’s rows count no longer. */
export async function withdrawLedger(
  doors: PlanDoors,
  actor: Actor,
  planId: string,
  id: string,
): Promise<boolean> {
  return doors.inRegion(actor, async (db) => {
    if (!isUuid(id) || (await beginChange(db, actor, planId)) === null) return false
    const isDone = await setWithdrawn(db, planId, id)
    if (isDone) await note(db, actor, planId, 'ledger-withdrawn', { import: id })
    return isDone
  })
}
