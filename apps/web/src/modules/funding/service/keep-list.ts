import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { listBases } from '../../statistics/public.ts'
import type { FundingList } from '../model.ts'
import { findList, lockList, markListWithdrawn, touchList } from '../store/lists.ts'
import type { FundingDoors } from './doors.ts'
import { hasReleases, withdrawReleases } from './release-periods.ts'

export interface ListSettings {
  readonly baseId: string | null
  readonly periodYears: number
  readonly threshold: number
}

/** Changes what a list is compared with, and, until its first release, how it is protected. */
export async function changeList(
  doors: FundingDoors,
  actor: Actor,
  list: FundingList,
  settings: ListSettings,
): Promise<'saved' | 'locked' | 'base-unknown' | 'out-of-range'> {
  return doors.inRegion(actor, async (db) => {
    await lockList(db, list.id) // a release in the making is waited for: it locks the settings
    const now = (await findList(db, list.id)) ?? list
    const protects = settings.periodYears !== now.periodYears || settings.threshold !== now.threshold
    if (protects && (await hasReleases(db, list.id))) return 'locked'
    const inRange = (value: number, low: number, high: number) =>
      Number.isInteger(value) && value >= low && value <= high
    if (!inRange(settings.periodYears, 1, 10) || !inRange(settings.threshold, 3, 100)) return 'out-of-range'
    if (settings.baseId && !(await listBases(db)).some((base) => base.id === settings.baseId))
      return 'base-unknown'
    await touchList(db, list.id, settings)
    await remember(db, {
      regionId: actor.regionId,
      actorId: actor.personId,
      kind: 'change',
      entity: 'funding-list',
      entityId: list.id,
      action: 'settings',
      details: {
        before: { baseId: now.baseId, periodYears: now.periodYears, threshold: now.threshold },
        after: settings,
      },
    })
    return 'saved'
  })
}

export async function withdrawList(doors: FundingDoors, actor: Actor, list: FundingList, notice: string) {
  await doors.inRegion(actor, async (db) => {
    await lockList(db, list.id)
    await withdrawReleases(db, actor, list.id, notice)
    await markListWithdrawn(db, list.id, actor.personId)
    await remember(db, {
      regionId: actor.regionId,
      actorId: actor.personId,
      kind: 'change',
      entity: 'funding-list',
      entityId: list.id,
      action: 'withdrawn',
    })
  })
}
