import { randomUUID } from 'node:crypto'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { insertUpload } from '../store/intake.ts'
import { findList } from '../store/lists.ts'
import type { FundingDoors } from './doors.ts'

export type UploadRefusal = {
  readonly ok: false
  readonly reason: 'name-missing' | 'file-missing' | 'list-unknown'
}

/** Keeps an uploaded file and asks for it to be read. For a list that exists, it is a newer export of that list. */
export async function receiveUpload(
  doors: FundingDoors,
  actor: Actor,
  upload: { listId: string | null; listName: string; file: File | null },
): Promise<{ readonly ok: true; readonly id: string } | UploadRefusal> {
  const { file } = upload
  const listName = upload.listName.trim().slice(0, 200)
  if (!upload.listId && listName.length < 2) return { ok: false, reason: 'name-missing' }
  if (!file || file.size === 0) return { ok: false, reason: 'file-missing' }
  const { listId } = upload
  const list = listId ? await doors.inRegion(actor, (db) => findList(db, listId)) : null
  if (listId && (!list || list.withdrawnAt)) return { ok: false, reason: 'list-unknown' }
  const id = randomUUID()
  const stored = await doors.files.keep(actor.regionId, file, id)
  const fileName = file.name.slice(-150) || 'file'
  await doors.inRegion(actor, async (db) => {
    await insertUpload(db, {
      id,
      regionId: actor.regionId,
      listId,
      listName: list?.name ?? listName,
      fileName,
      byteSize: stored.byteSize,
      sha256: stored.sha256,
      createdBy: actor.personId,
    })
    await remember(db, {
      regionId: actor.regionId,
      actorId: actor.personId,
      kind: 'change',
      entity: 'funding-upload',
      entityId: id,
      action: 'received',
      details: { bytes: stored.byteSize, sha256: stored.sha256 },
    })
  })
  await doors.send('inspect', { regionId: actor.regionId, personId: actor.personId, id })
  return { ok: true, id }
}
