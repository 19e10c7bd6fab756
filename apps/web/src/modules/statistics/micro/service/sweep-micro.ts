import { withTenant } from '../../../../platform/db/tenant.ts'
import { remember } from '../../../../platform/history.ts'
import type { MicroDoors } from '../doors.ts'
import { emptyMicro, listMicro, microRegions } from '../store/micro-datasets.ts'
import { deleteOldMicroDrafts } from '../store/micro-drafts.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * Empties lists whose time is out and removes files that no list owns.
 * @param olderThanMs files younger than this may belong to an intake under way; 0 at the start of the server
 */
export async function sweepMicro(
  doors: Pick<MicroDoors, 'db' | 'micro' | 'cubes'>,
  now: Date,
  olderThanMs = HOUR_MS,
): Promise<void> {
  const today = now.toISOString().slice(0, 10)
  for (const regionId of await microRegions(doors.db)) {
    const gone: string[] = []
    const owned = await withTenant(doors.db, { regionId, personId: null }, async (db) => {
      await deleteOldMicroDrafts(db, new Date(now.getTime() - DAY_MS))
      const kept = new Set<string>()
      for (const { id, fileId, version, retainUntil } of await listMicro(db)) {
        if (retainUntil >= today) {
          kept.add(fileId)
          continue
        }
        await emptyMicro(db, id, null)
        gone.push(fileId)
        await remember(db, {
          regionId,
          actorId: null,
          kind: 'change',
          entity: 'micro-dataset',
          entityId: id,
          action: 'deleted',
          details: { version, retainUntil },
        })
      }
      return kept
    })
    for (const fileId of gone) doors.cubes.forget(doors.micro.cells(regionId, fileId))
    await doors.micro.sweep(regionId, owned, olderThanMs)
  }
}
