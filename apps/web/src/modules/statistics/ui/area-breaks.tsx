import type { Locale } from '@jamvikt/i18n'
import type { TableParts } from '@jamvikt/tables'
import { Notice } from '@jamvikt/ui'
import { areaBreaks } from '../rules/area-breaks.ts'
import type { Concepts } from '../rules/concepts.ts'
import type { View } from '../rules/view.ts'

/** Where a series crosses a change of a place’s area: figures before and after may be of different areas. */
export function AreaBreaks(props: { locale: Locale; parts: TableParts; view: View; concepts: Concepts }) {
  const { locale, parts, view, concepts } = props
  const isOverTime = concepts.time !== null && [view.rows, view.columns].includes(concepts.time)
  if (!isOverTime || concepts.place === null) return null
  const codesOf = (id: string | null) =>
    parts.dimensions.find((dimension) => dimension.id === id)?.categories.map(({ code }) => code) ?? []
  const place = concepts.place.dimension
  const one = place === view.panels ? undefined : view.chosen.get(place)
  const breaks = areaBreaks(one === undefined ? codesOf(place) : [one], codesOf(concepts.time))
  if (breaks.length === 0) return null
  return (
    <Notice kind="watch">
      {breaks.map(({ code, name, year, others }) => (
        <p key={`${code} ${year}`}>
          {locale.text('stat.draft.assumed.area-changed', {
            from: `${code} ${name}`,
            label: `${year} (${others.join(', ')})`,
          })}
        </p>
      ))}
    </Notice>
  )
}
