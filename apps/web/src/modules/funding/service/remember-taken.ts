import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { FundingDoors } from './doors.ts'

/** A download is the analyst's logged act. */
export async function rememberTaken(doors: FundingDoors, actor: Actor, releaseId: string, kind: string) {
  await doors.inRegion(actor, (db) =>
    remember(db, {
      regionId: actor.regionId,
      actorId: actor.personId,
      kind: 'read',
      entity: 'funding-release',
      entityId: releaseId,
      action: `downloaded-${kind}`,
    }),
  )
}
