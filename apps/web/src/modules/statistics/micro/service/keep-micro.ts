import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { remember } from '../../../../platform/history.ts'
import type { Actor } from '../../../../platform/policy.ts'
import type { MicroDoors } from '../doors.ts'
import { noiseKeyOf } from '../keys.ts'
import type { Declaration, ListSketch, MicroContents } from '../model-micro.ts'
import { changedBetween, holdSameRows } from '../rules/same-rows.ts'
import {
  enterMicroRegion,
  holdMicroDataset,
  insertMicro,
  microDataset,
  renewMicro,
} from '../store/micro-datasets.ts'
import { deleteMicroDraft, type MicroDraft, microDraft } from '../store/micro-drafts.ts'
import { standingPolicy } from '../store/micro-policies.ts'
import { holdIntake, insertSketch, type SketchedVersion, sketchedVersions } from '../store/micro-sketches.ts'
import { forgetFiles } from './forget-files.ts'
import { type IntakeFailure, runIntake } from './receive-micro.ts'

export interface NewMicro {
  readonly name: string
  readonly source: string
  /** A calendar date. */
  readonly retainUntil: string
  readonly declaration: Declaration
}

interface KeepRefusal {
  readonly ok: false
  readonly reason:
    | 'draft-gone'
    | 'dataset-gone'
    /** Whoever approved the noise brings no rows in. */
    | 'own-approval'
    | 'too-many-versions'
    /** So few records differ that they would be given away: `rows` of them, where `least` are needed. */
    | 'too-little-changed'
    /** Another list holds the same rows: two kinds of noise over them could be held together. */
    | 'rows-shared'
  readonly rows?: number
  readonly least?: number
  readonly list?: string
}

export type MicroKept =
  | { readonly ok: true; readonly id: string; readonly version: number }
  | IntakeFailure
  | KeepRefusal

/** Each version has noise of its own: of very many it could be averaged away. */
const MOST_VERSIONS = 12

/** Keeps a draft as a new list, read by what its columns are declared to be. The file that came in is gone afterwards. */
export async function keepNewMicro(
  doors: MicroDoors,
  actor: Actor,
  draftId: string,
  about: NewMicro,
): Promise<MicroKept> {
  const draft = await doors.inRegion(actor, (db) => microDraft(db, draftId, actor.personId))
  if (draft === null || draft.datasetId !== null) return { ok: false, reason: 'draft-gone' }
  return keep(doors, actor, draft, about.declaration, async (db, { contents, sketch }, fileId) => {
    const { regionId, personId } = actor
    const shared = sharedWith(await sketchedVersions(db), sketch)
    if (shared !== null) return shared
    const id = await insertMicro(db, { ...about, regionId, personId, contents, fileId })
    return { ok: true, id, version: 1, replaced: null }
  })
}

/** Keeps a draft as the next version of its list, by the same declaration; the rows of the version before are deleted. */
export async function keepNextMicro(doors: MicroDoors, actor: Actor, draftId: string): Promise<MicroKept> {
  const found = await doors.inRegion(actor, async (db) => {
    const draft = await microDraft(db, draftId, actor.personId)
    if (draft === null || draft.datasetId === null) return null
    return { draft, dataset: await microDataset(db, draft.datasetId) }
  })
  if (found === null) return { ok: false, reason: 'draft-gone' }
  const { draft, dataset } = found
  if (dataset === null) return { ok: false, reason: 'dataset-gone' }
  return keep(doors, actor, draft, dataset.declaration, async (db, { contents, sketch }, fileId) => {
    const held = await holdMicroDataset(db, dataset.id)
    if (held === null) return { ok: false, reason: 'dataset-gone' }
    const policy = await standingPolicy(db, held.id)
    if (policy?.state === 'approved' && policy.decidedBy === actor.personId)
      return { ok: false, reason: 'own-approval' }
    const version = held.version + 1
    if (version > MOST_VERSIONS) return { ok: false, reason: 'too-many-versions' }
    const known = await sketchedVersions(db)
    const isOwn = ({ datasetId }: SketchedVersion) => datasetId === held.id
    const refused =
      sharedWith(
        known.filter((each) => !isOwn(each)),
        sketch,
      ) ?? littleChanged(known.filter(isOwn), sketch)
    if (refused !== null) return refused
    await renewMicro(db, held.id, { version, contents, fileId, personId: actor.personId })
    return { ok: true, id: held.id, version, replaced: held.fileId }
  })
}

function sharedWith(others: readonly SketchedVersion[], sketch: ListSketch): KeepRefusal | null {
  const found = others.find((other) => holdSameRows(other.sketch, sketch))
  return found === undefined ? null : { ok: false, reason: 'rows-shared', list: found.name }
}

/** Every earlier version counts: a reader may have kept the figures of any. */
function littleChanged(earlier: readonly SketchedVersion[], sketch: ListSketch): KeepRefusal | null {
  for (const each of earlier) {
    const { changed, least } = changedBetween(each.sketch, sketch)
    if (changed < least) return { ok: false, reason: 'too-little-changed', rows: changed, least }
  }
  return null
}

interface Read {
  readonly contents: MicroContents
  readonly sketch: ListSketch
}
interface Entered {
  readonly ok: true
  readonly id: string
  readonly version: number
  readonly replaced: string | null
}
type Enter = (db: TenantDb, read: Read, fileId: string) => Promise<Entered | KeepRefusal>

/** Files first, then the row that owns them: what breaks off between leaves files without an owner, which are swept. */
async function keep(
  doors: MicroDoors,
  actor: Actor,
  draft: MicroDraft,
  declaration: Declaration,
  enter: Enter,
): Promise<MicroKept> {
  const { regionId, personId } = actor
  const file = doors.files.path(regionId, draft.id)
  if (!(await stat(file).catch(() => null))) return { ok: false, reason: 'draft-gone' }
  const fileId = randomUUID()
  await doors.inRegion(actor, (db) => enterMicroRegion(db, regionId))
  await doors.micro.makeFolder(regionId)
  let isOwned = false
  try {
    const read = await runIntake(doors, {
      task: 'read',
      file,
      name: draft.fileName,
      declaration,
      noiseKey: noiseKeyOf(doors.identityKey(regionId)),
      place: {
        folder: doors.micro.regionFolder(regionId),
        rows: doors.micro.rows(regionId, fileId),
        cells: doors.micro.cells(regionId, fileId),
      },
    })
    if (!read.ok) {
      if (read.reason === 'personal-number') await dropDraft(doors, actor, draft)
      return read
    }
    if (!('sketch' in read)) throw new Error('the list was looked at and not read')
    const entered = await doors.inRegion(actor, async (db) => {
      await holdIntake(db, regionId)
      const kept = await enter(db, read, fileId)
      if (!kept.ok) return kept
      const { id: datasetId, version } = kept
      await insertSketch(db, { regionId, datasetId, version, sketch: read.sketch, personId })
      await deleteMicroDraft(db, draft.id)
      await remember(db, {
        regionId,
        actorId: personId,
        kind: 'change',
        entity: 'micro-dataset',
        entityId: kept.id,
        action: kept.version === 1 ? 'brought-in' : 'new-version',
        details: { version: kept.version, rows: read.contents.rows },
      })
      return kept
    })
    if (!entered.ok) return entered
    isOwned = true
    await doors.files.remove(regionId, draft.id)
    if (entered.replaced !== null) await forgetFiles(doors, regionId, entered.replaced)
    return { ok: true, id: entered.id, version: entered.version }
  } finally {
    if (!isOwned) await doors.micro.remove(regionId, fileId)
  }
}

/** A file with personal numbers where none may be is not kept as it came either; any other may be declared anew. */
async function dropDraft(doors: MicroDoors, actor: Actor, draft: MicroDraft) {
  await doors.files.remove(actor.regionId, draft.id)
  await doors.inRegion(actor, (db) => deleteMicroDraft(db, draft.id))
}
