import type { FundingList } from '../modules/funding/model.ts'
import { previewRelease, releasePeriods } from '../modules/funding/service/release-periods.ts'
import type { ProtectedPeriod } from '../modules/funding/worker/engine-messages.ts'
import type { Actor } from '../platform/policy.ts'
import type { TestDatabase } from './test-database.ts'
import { csvOf, many, openTestFunding, type TestCase } from './test-funding.ts'

/** Two years of a region: groups that may be shown, and one (women in Bygg) that may not. */
export const TWO_YEARS: readonly TestCase[] = [
  ...many('ka', 'K', 30, 20, { industry: 'Handel' }),
  ...many('ma', 'M', 60, 20, { industry: 'Handel' }),
  ...many('kb', 'K', 12, 12, { industry: 'Vård' }),
  ...many('mb', 'M', 14, 9, { industry: 'Vård' }),
  ...many('kc', 'K', 2, 9, { industry: 'Bygg' }),
  ...many('mc', 'M', 40, 30, { industry: 'Bygg' }),
  ...many('old', 'K', 20, 20, { decidedOn: '2022-03-01' }),
  ...many('older', 'M', 20, 20, { decidedOn: '2022-03-01' }),
]

/** The same list with decimal amounts written as a Swedish export writes them. */
export const swedishCsv = (cases: readonly TestCase[]) => csvOf(cases).replaceAll(/(\d)\.(\d)/g, '$1,$2')

/** Lists, their releases and corrections, as an analyst makes them. */
export function openTestReleases(database: TestDatabase) {
  const { bring, doors } = openTestFunding(database)
  const release = (analyst: Actor, list: FundingList, ...periods: string[]) =>
    releasePeriods(doors, analyst, list, periods, (kind, period) => `${kind} ${period}`)
  return {
    bring,
    doors,
    release,
    /** A newer export of the whole list; gives the list as it then is. */
    async renew(analyst: Actor, list: FundingList, cases: readonly TestCase[]) {
      return (await bring(analyst, swedishCsv(cases), { listId: list.id, wholeList: true })).list
    },
    async stateOf(
      analyst: Actor,
      list: FundingList,
      period: string,
    ): Promise<ProtectedPeriod['state'] | null> {
      const preview = await previewRelease(doors, analyst, list)
      if (preview.kind !== 'protected') return null
      return preview.periods.find((one) => one.period === period)?.state ?? null
    },
    /** Every table that was ever released of a list, as the ledger holds it. */
    async ledgerOf(list: FundingList) {
      const { rows } = await database.owner.query<{ period: string; stands: boolean; notice: string | null }>(
        `select period, withdrawn_at is null as stands, notice from released_table
         where dataset = $1 order by released_at, period`,
        [`funding-list:${list.id}`],
      )
      return rows
    },
  }
}
