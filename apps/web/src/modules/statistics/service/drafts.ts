import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import { isUuid } from '../../../platform/uuid.ts'
import type { Draft } from '../model-datasets.ts'
import { deleteDraft, deleteOldDrafts, draftOf } from '../store/drafts.ts'
import { deleteHeldFile, deleteOldHeldFiles } from '../store/held-files.ts'
import { tableOfFigures } from './kept-tables.ts'

const DAY_MS = 86_400_000

/** One's own draft with its table; `null` where there is none. */
export async function openDraft(db: TenantDb, actor: Actor, id: string): Promise<Draft | null> {
  if (!isUuid(id)) return null
  const draft = await draftOf(db, id, actor.personId)
  if (draft === null) return null
  const { datasetId, provenance, assumptions, heldId, reading } = draft
  return {
    id,
    heldId,
    isChosen: reading !== null,
    datasetId,
    provenance,
    assumptions,
    table: await tableOfFigures(draft.figures),
  }
}

/** Throws one's own draft away, and with it all that were left for a day. @returns whether there was one */
export async function discardDraft(db: TenantDb, actor: Actor, id: string): Promise<boolean> {
  const yesterday = new Date(Date.now() - DAY_MS)
  await deleteOldDrafts(db, yesterday)
  await deleteOldHeldFiles(db, yesterday)
  const draft = isUuid(id) ? await draftOf(db, id, actor.personId) : null
  if (draft === null) return false
  if (draft.heldId !== null) await deleteHeldFile(db, draft.heldId)
  await deleteDraft(db, id)
  return true
}
