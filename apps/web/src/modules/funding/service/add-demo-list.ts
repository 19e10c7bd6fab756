import { randomUUID } from 'node:crypto'
import type { Mapping } from '@jamvikt/tables'
import type { Actor } from '../../../platform/policy.ts'
import { insertImport, insertUpload } from '../store/intake.ts'
import { insertList, touchList } from '../store/lists.ts'
import type { FundingDoors } from './doors.ts'
import { runImport } from './run-import.ts'

/** Brings a synthetic list in by the way of every file; it says of itself that it is synthetic. */
export async function addDemoList(
  doors: FundingDoors,
  actor: Actor,
  demo: { name: string; fileName: string; csv: string; mapping: Mapping; baseId: string },
): Promise<string> {
  const uploadId = randomUUID()
  const stored = await doors.files.keep(actor.regionId, new Blob([demo.csv]), uploadId)
  const { listId, importId } = await doors.inRegion(actor, async (db) => {
    const own = { regionId: actor.regionId, createdBy: actor.personId }
    const listId = await insertList(db, {
      ...own,
      name: demo.name,
      kind: 'cases',
      mapping: demo.mapping,
      synthetic: true,
    })
    await touchList(db, listId, { baseId: demo.baseId })
    const file = { fileName: demo.fileName, sha256: stored.sha256 }
    await insertUpload(db, {
      ...own,
      ...file,
      id: uploadId,
      listId,
      listName: demo.name,
      byteSize: stored.byteSize,
    })
    const importId = await insertImport(db, {
      ...own,
      ...file,
      listId,
      uploadId,
      mapping: demo.mapping,
      wholeList: false,
    })
    return { listId, importId }
  })
  await runImport(doors, { regionId: actor.regionId, personId: actor.personId, id: importId })
  return listId
}
