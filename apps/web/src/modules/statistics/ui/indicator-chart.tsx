import type { Locale } from '@jamvikt/i18n'
import { LineChart } from '@jamvikt/ui'
import { targetPath } from '../rules/target-path.ts'
import type { MeasuredIndicator } from '../service/indicators.ts'

/** An indicator over time, with the straight way to its target. */
export function IndicatorChart({ locale, measured }: { locale: Locale; measured: MeasuredIndicator }) {
  const { indicator, points } = measured
  const line = targetPath(points, indicator.target)
  if (line === null) return null
  const hasPath = line.path.some((value) => value !== null)
  return (
    <LineChart
      title={indicator.name}
      times={line.years.map(String)}
      series={[
        { label: '', group: 'women', values: line.values },
        ...(hasPath
          ? [{ label: locale.text('open.indicator.path'), group: 'other' as const, values: line.path }]
          : []),
      ]}
      formatTick={locale.figure}
      zero={false}
    />
  )
}
