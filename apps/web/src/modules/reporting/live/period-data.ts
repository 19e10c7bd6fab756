import { forecastBy, type PeriodBasis, usedByActivity } from '../../plan/public.ts'
import type { AdoptedVersion, LiveData } from './live-data.ts'

/** What live blocks are filled in from for one period, as it stood when it was closed. */
export function periodData(
  regionName: string,
  basis: PeriodBasis,
  name: string,
  adopted: AdoptedVersion | null,
): LiveData {
  const { opened, period, standings, today, catalogue, ledger, frozenOn } = basis
  return {
    regionName,
    opened,
    standings,
    today,
    forecast: forecastBy(basis),
    used: usedByActivity(opened.document, ledger),
    followed: catalogue,
    adopted,
    isFrozen: frozenOn !== null,
    span: { startsOn: period.startsOn, endsOn: period.endsOn, name },
  }
}
