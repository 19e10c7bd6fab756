import type { Locale } from '@jamvikt/i18n'
import type { TableParts } from '@jamvikt/tables'
import { Select } from '@jamvikt/ui'
import { labelOf, MAPS, type View } from '../rules/view.ts'

/** Which maps are shown, and which two columns are held against each other where that is so. */
export function PairFields({ locale, parts, view }: { locale: Locale; parts: TableParts; view: View }) {
  const columns = parts.dimensions.find(({ id }) => id === view.columns)
  if (columns === undefined || columns.categories.length < 2) return null
  const { pair } = view
  return (
    <>
      {view.chart === 'map' && view.gap === 'none' ? (
        <Select
          id="maps"
          label={locale.text('stat.view.maps')}
          value={view.maps}
          choices={MAPS.map((value) => ({ value, label: locale.text(`stat.view.maps.${value}`) }))}
        />
      ) : null}
      {pair === null || columns.categories.length < 3
        ? null
        : (['y', 'x'] as const).map((axis) => (
            <Select
              key={axis}
              id={axis}
              label={locale.text(`stat.view.${axis}`)}
              value={pair[axis]}
              choices={columns.categories.map(({ code }) => ({
                value: code,
                label: labelOf(columns, code, locale.language, parts.languages),
              }))}
            />
          ))}
    </>
  )
}
