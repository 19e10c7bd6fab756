import { remember } from '../../../../platform/history.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { withdrawPolicy } from '../../release/release-cells.ts'
import type { MicroDoors } from '../doors.ts'
import { emptyMicro, holdMicroDataset } from '../store/micro-datasets.ts'
import { standingPolicy } from '../store/micro-policies.ts'
import { forgetFiles } from './forget-files.ts'

/**
 * Deletes a list's rows and what is known of its columns. That it was there, and its method, remain.
 * @param notice why, for whoever looks for it
 * @returns `false` where there was none
 */
export async function deleteMicro(
  doors: MicroDoors,
  actor: Actor,
  id: string,
  notice: string,
): Promise<boolean> {
  const { regionId, personId } = actor
  const fileId = await doors.inRegion(actor, async (db) => {
    const dataset = await holdMicroDataset(db, id)
    if (dataset === null) return null
    const policy = await standingPolicy(db, id)
    if (policy?.state === 'approved') await withdrawPolicy(db, actor, policy, notice)
    await emptyMicro(db, id, personId)
    await remember(db, {
      regionId,
      actorId: personId,
      kind: 'change',
      entity: 'micro-dataset',
      entityId: id,
      action: 'deleted',
      details: { version: dataset.version, notice },
    })
    return dataset.fileId
  })
  if (fileId === null) return false
  await forgetFiles(doors, regionId, fileId)
  return true
}
