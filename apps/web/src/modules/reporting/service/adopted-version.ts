import type { TenantDb } from '../../../platform/db/tenant.ts'
import {
  changeCount,
  compare,
  listVersions,
  type OpenedPlan,
  openVersion,
  swedishDay,
} from '../../plan/public.ts'
import type { AdoptedVersion } from '../live/live-data.ts'

/**
 * The latest version of a plan that was adopted up to a day, and whether the plan that is told of is the same; `null` where
 * none was.
 */
export async function adoptedVersion(
  db: TenantDb,
  { plan, document }: OpenedPlan,
  day: string,
): Promise<AdoptedVersion | null> {
  for (const { number, decision, madeAt } of await listVersions(db, plan.id)) {
    if (decision === null || swedishDay(madeAt) > day) continue
    const version = await openVersion(db, plan.id, number)
    const isSame = version?.ok === true && changeCount(compare(version.document, document)) === 0
    return { number, decision, isSame }
  }
  return null
}
