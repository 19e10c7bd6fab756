import type { Actor } from '../../../platform/policy.ts'
import { ledger } from '../../statistics/public.ts'
import type { FundingList } from '../model.ts'
import { countCases } from '../store/cases.ts'
import { importsOf } from '../store/intake.ts'
import { allLists, findList } from '../store/lists.ts'
import { releasesOf } from '../store/releases.ts'
import type { FundingDoors } from './doors.ts'
import { datasetOf } from './release-periods.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(text: string) {
  return UUID.test(text)
}

export async function getList(doors: FundingDoors, actor: Actor, id: string): Promise<FundingList | null> {
  return isUuid(id) ? doors.inRegion(actor, (db) => findList(db, id)) : null
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
