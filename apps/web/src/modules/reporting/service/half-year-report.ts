import type { Locale } from '@jamvikt/i18n'
import { type PeriodBasis, periodName } from '../../plan/public.ts'
import { compose } from '../live/compose.ts'
import type { AdoptedVersion } from '../live/live-data.ts'
import { periodData } from '../live/period-data.ts'
import { templateOf } from '../live/template.ts'
import type { Report } from '../model-report.ts'

/**
 * The status report of a plan for a period, filled in from what has been told, the goals’ figures and the budget, all of it as
 * it stood when the period was closed. Counts of people reached are no part of it: they leave as released tables alone.
 */
export function halfYearReport(
  locale: Locale,
  {
    regionName,
    basis,
    adopted,
  }: {
    readonly regionName: string
    readonly basis: PeriodBasis
    readonly adopted: AdoptedVersion | null
  },
): Report {
  const { startsOn, endsOn } = basis.period
  const content = templateOf('half-year', locale, { startsOn, endsOn })
  const data = periodData(regionName, basis, periodName(locale, basis.period), adopted)
  return compose(content, data, new Map()).report
}
