import { randomUUID } from 'node:crypto'
import {
  answerReport,
  frameMoney,
  grantMoney,
  listRegion,
  overviewNow,
  proposeMove,
  receive,
} from '../../modules/agency/public.ts'
import { agencyOf } from '../../platform/db/agency.ts'
import { addRegion } from '../../platform/db/members.ts'
import type { TenantDb } from '../../platform/db/tenant.ts'
import type { Actor } from '../../platform/policy.ts'
import { syntheticRegions } from './synthetic-reports.ts'

const NAME = 'Myndigheten Exempel'
const YEARS = [2016, 2017, 2018]
const REGIONS = 20
const FRAME_ORE = 4_500_000_000n

type InRegion = <T>(
  actor: Pick<Actor, 'regionId' | 'personId'>,
  work: (db: TenantDb) => Promise<T>,
) => Promise<T>

/** The agency of the demo, made if there is none. @returns its id */
export async function demoAgency(inRegion: InRegion): Promise<string> {
  const id = randomUUID()
  return inRegion({ regionId: id, personId: '' }, async (db) => {
    const known = await agencyOf(db)
    if (known !== null) return known.id
    await addRegion(db, {
      id,
      slug: `myndigheten-${id.slice(0, 4)}`,
      name: NAME,
      demo: true,
      kind: 'agency',
    })
    return id
  })
}

/**
 * Fills the agency: money for invented regions and for the demo region, their reports, the answers to them, and a
 * proposal to reallocate. What is there already is left as it is.
 */
export async function fillAgency(inRegion: InRegion, officer: Actor, demoRegion: string) {
  const agencyId = officer.regionId
  const { reports, grants } = syntheticRegions(REGIONS, YEARS)
  await inRegion(officer, async (db) => {
    for (const { parcel, answer } of reports) {
      const isNew = await receive(db, agencyId, parcel)
      if (!isNew || answer === null) continue
      const text = 'Påhittad begäran: beskriv vad som har gjorts åt förseningen.'
      const remarks = answer === 'return' ? [{ heading: '', text }] : []
      const done = await answerReport(db, officer, NAME, parcel.id, { act: answer, remarks })
      if (!done.ok) throw new Error(`the demo’s report was not answered: ${done.reason}`)
    }
    const isFirst = await listRegion(db, officer, demoRegion)
    if (!isFirst) return
    const { regions } = await overviewNow(db, 'accepted', '2019-01-01')
    const idOf = (name: string) => regions.find((region) => region.name === name)?.id ?? ''
    const own = YEARS.map((year) => ({ regionName: demoRegion, year, amountOre: 165_000_000n }))
    for (const { regionName, year, amountOre } of [...grants, ...own]) {
      const decision = { diary: `EX ${year}/7`, decidedOn: `${year}-01-20` }
      await grantMoney(db, officer, { regionId: idOf(regionName), year, amountOre, ...decision }, 0)
    }
    for (const year of YEARS) await frameMoney(db, officer, year, FRAME_ORE)
    const [from, to] = grants.filter(({ year }) => year === YEARS.at(-1))
    if (from === undefined || to === undefined) return
    await proposeMove(
      db,
      officer,
      {
        year: from.year,
        from: idOf(from.regionName),
        to: idOf(to.regionName),
        amountOre: 15_000_000n,
      },
      'Påhittat förslag: regionen väntas inte använda allt.',
    )
  })
}
