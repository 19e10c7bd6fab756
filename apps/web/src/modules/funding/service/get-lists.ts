import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import { isUuid } from '../../../platform/uuid.ts'
import { ledger } from '../../statistics/public.ts'
import type { FundingList } from '../model.ts'
import { countCases } from '../store/cases.ts'
import { importsOf } from '../store/intake.ts'
import { allLists, findList } from '../store/lists.ts'
import { releasesOf } from '../store/releases.ts'
import type { FundingDoors } from './doors.ts'
import { datasetOf } from './release-periods.ts'

/** A list of the region; `also` is done in the same transaction when there is one. */
export async function getList(
  doors: FundingDoors,
  actor: Actor,
  id: string,
  also: (db: TenantDb, list: FundingList) => Promise<void> = async () => undefined,
): Promise<FundingList | null> {
  if (!isUuid(id)) return null
  return doors.inRegion(actor, async (db) => {
    const list = await findList(db, id)
    if (list) await also(db, list)
    return list
  })
}

/** The region's lists with their latest import and what is released of them. */
export async function listOverview(doors: FundingDoors, actor: Actor) {
  return doors.inRegion(actor, async (db) => {
    const rows = []
    for (const list of await allLists(db)) {
      const [latest] = (await importsOf(db, list.id)).filter((run) => run.status === 'done')
      const [release] = await releasesOf(db, list.id)
      const standing = (await ledger(db, datasetOf(list.id))).filter((entry) => entry.withdrawnAt === null)
      rows.push({
        list,
        latest: latest ?? null,
        cases: await countCases(db, list.id, list.kind),
        releaseId: release?.id ?? null,
        periods: standing.map((entry) => entry.period),
      })
    }
    return rows
  })
}
