import type { TenantDb } from '../../../platform/db/tenant.ts'
import { type Basis, type OverviewRow, overviewOf } from '../rules/overview.ts'
import { allFrames, allGrants } from '../store/grants.ts'
import { reportFigures } from '../store/received.ts'
import { listedRegions } from '../store/regions.ts'

/** All that the agency knows of its regions, from money and the reports’ figures. */
export async function overviewNow(db: TenantDb, basis: Basis, today: string) {
  const [regions, reports, grants, frames] = [
    await listedRegions(db),
    await reportFigures(db),
    await allGrants(db),
    await allFrames(db),
  ]
  const rows: readonly OverviewRow[] = overviewOf({ regions, reports, grants, basis, today })
  const years = [...new Set([...rows, ...frames].map(({ year }) => year))].toSorted((a, b) => a - b)
  return { rows, regions, grants, frames, years }
}
