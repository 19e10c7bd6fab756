import type { Locale } from '@jamvikt/i18n'
import { type TableParts, textOf } from '@jamvikt/tables'
import { Select } from '@jamvikt/ui'
import type { Concepts } from '../rules/concepts.ts'
import {
  ALL,
  CHARTS,
  type Chart,
  CLASSINGS,
  GAPS,
  isCount,
  isSummable,
  MOST_COLUMNS,
  ORDERS,
  type View,
  wholesOf,
} from '../rules/view.ts'

/** The charts that say something of a view. */
function chartsFor(view: View, concepts: Concepts): Chart[] {
  const hasPlaces = view.rows === concepts.place?.dimension && concepts.place.level !== 'mixed'
  const isOverTime = view.rows === concepts.time
  const hasSexes = concepts.sex !== null && view.columns === concepts.sex.dimension
  return CHARTS.filter(
    (chart) =>
      chart === 'table' ||
      (chart === 'bars' && !isOverTime) ||
      (chart === 'lines' && isOverTime) ||
      (chart === 'dots' && hasSexes && !isOverTime) ||
      (chart === 'map' && hasPlaces),
  )
}

/** Chooses what is shown: works without script, and its address is the view's. */
export function ViewForm(props: {
  locale: Locale
  parts: TableParts
  view: View
  concepts: Concepts
  hasBorders: boolean
  /** An earlier version that is looked at, and stays so when something else of it is chosen. */
  version: number | null
}) {
  const { locale, parts, view, concepts } = props
  const { languages } = parts
  const name = (id: string) =>
    textOf(parts.dimensions.find((dimension) => dimension.id === id)?.label, locale.language, languages) || id
  const several = parts.dimensions.filter(({ categories }) => categories.length > 1)
  const hasSexes = concepts.sex !== null && view.columns === concepts.sex.dimension
  const counts = isCount(parts, view.chosen, concepts)
  const gaps = GAPS.filter((gap) => gap !== 'share' || (counts && view.of === null))
  const wholes = wholesOf(parts, view, concepts)
  return (
    <form method="get" class="card view-form" aria-label={locale.text('stat.view.label')}>
      {props.version === null ? null : <input type="hidden" name="version" value={props.version} />}
      <div class="view-fields">
        <Select
          id="rows"
          label={locale.text('stat.view.rows')}
          value={view.rows}
          choices={parts.dimensions.map(({ id }) => ({ value: id, label: name(id) }))}
        />
        <Select
          id="columns"
          label={locale.text('stat.view.columns')}
          value={view.columns ?? ''}
          choices={[
            { value: '', label: locale.text('stat.view.none') },
            ...several
              .filter(({ categories }) => categories.length <= MOST_COLUMNS)
              .map(({ id }) => ({ value: id, label: name(id) })),
          ]}
        />
        {[...view.chosen].map(([id, code]) => {
          const dimension = parts.dimensions.find((each) => each.id === id)
          if (dimension === undefined || dimension.categories.length < 2)
            return <input key={id} type="hidden" name={`in.${id}`} value={code} />
          return (
            <Select
              key={id}
              id={`in.${id}`}
              label={name(id)}
              value={code}
              choices={[
                ...(counts && isSummable(dimension, concepts)
                  ? [{ value: ALL, label: locale.text('stat.view.all') }]
                  : []),
                ...dimension.categories.map((category) => ({
                  value: category.code,
                  label: textOf(category.label, locale.language, languages) || category.code,
                })),
              ]}
            />
          )
        })}
        {wholes.length > 0 ? (
          <Select
            id="of"
            label={locale.text('stat.view.of')}
            value={view.of ?? ''}
            choices={[
              { value: '', label: locale.text('stat.view.of.none') },
              ...wholes.map((id) => ({
                value: id,
                label: locale.text('stat.view.of.all', { name: name(id) }),
              })),
            ]}
          />
        ) : null}
        {hasSexes ? (
          <Select
            id="gap"
            label={locale.text('stat.view.gap')}
            value={view.gap}
            choices={gaps.map((value) => ({ value, label: locale.text(`stat.view.gap.${value}`) }))}
          />
        ) : null}
        <Select
          id="chart"
          label={locale.text('stat.view.chart')}
          value={view.chart}
          choices={chartsFor(view, concepts).map((value) => ({
            value,
            label: locale.text(`stat.view.chart.${value}`),
          }))}
        />
        <Select
          id="order"
          label={locale.text('stat.view.order')}
          value={view.order}
          choices={ORDERS.map((value) => ({ value, label: locale.text(`stat.view.order.${value}`) }))}
        />
        {view.chart === 'map' ? (
          <Select
            id="classes"
            label={locale.text('stat.view.classes')}
            value={view.classes}
            choices={CLASSINGS.filter((value) => value !== 'parity' || view.gap !== 'none').map((value) => ({
              value,
              label: locale.text(`stat.view.classes.${value}`),
            }))}
          />
        ) : null}
        {view.chart === 'map' && props.hasBorders ? (
          <Select
            id="map"
            label={locale.text('stat.view.map')}
            value={view.borders ? 'borders' : 'tiles'}
            choices={(['tiles', 'borders'] as const).map((value) => ({
              value,
              label: locale.text(`stat.view.map.${value}`),
            }))}
          />
        ) : null}
      </div>
      <button class="button primary" type="submit">
        {locale.text('stat.view.show')}
      </button>
    </form>
  )
}
