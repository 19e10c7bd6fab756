import type { Actor } from '../../../platform/policy.ts'
import { isUuid } from '../../../platform/uuid.ts'
import type { ImportRun, RefusedRow, SavedMapping, Upload } from '../model.ts'
import { findImport, findUpload, importsOf, refusalsOf } from '../store/intake.ts'
import { savedMappings } from '../store/lists.ts'
import type { FundingDoors } from './doors.ts'

export function getImports(doors: FundingDoors, actor: Actor, listId: string): Promise<ImportRun[]> {
  return doors.inRegion(actor, (db) => importsOf(db, listId))
}

export async function getUpload(doors: FundingDoors, actor: Actor, id: string): Promise<Upload | null> {
  return isUuid(id) ? doors.inRegion(actor, (db) => findUpload(db, id)) : null
}

export async function getImport(
  doors: FundingDoors,
  actor: Actor,
  id: string,
): Promise<{ run: ImportRun; refusals: RefusedRow[] } | null> {
  if (!isUuid(id)) return null
  return doors.inRegion(actor, async (db) => {
    const run = await findImport(db, id)
    return run ? { run, refusals: run.status === 'done' ? await refusalsOf(db, id, 100_000) : [] } : null
  })
}

export function getSavedMappings(doors: FundingDoors, actor: Actor): Promise<SavedMapping[]> {
  return doors.inRegion(actor, savedMappings)
}
