import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Followed } from '../model-follow.ts'
import { periodsOf } from './periods.ts'
import { updatesOf } from './updates.ts'

/** The periods of a plan and all that is told in them. */
export async function followed(db: TenantDb, planId: string): Promise<Followed> {
  return { periods: await periodsOf(db, planId), updates: await updatesOf(db, planId) }
}

/** The periods of a plan, with what is told in one of them and in the one before it: all that is shown of a period. */
export async function followedIn(db: TenantDb, planId: string, periodId: string): Promise<Followed> {
  const periods = await periodsOf(db, planId)
  const at = periods.findIndex(({ id }) => id === periodId)
  const shown = at < 0 ? [] : periods.slice(Math.max(0, at - 1), at + 1).map(({ id }) => id)
  return { periods, updates: await updatesOf(db, planId, shown) }
}
