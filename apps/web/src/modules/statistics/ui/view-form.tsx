import type { Locale } from '@jamvikt/i18n'
import { type TableParts, textOf } from '@jamvikt/tables'
import { Select } from '@jamvikt/ui'
import { chartsFor, panelsFor } from '../rules/charts-for.ts'
import type { Concepts } from '../rules/concepts.ts'
import { CLASSINGS, GAPS, MOST_COLUMNS, ORDERS, type View } from '../rules/view.ts'
import { ALL, isCount, isSummable, wholesOf } from '../rules/wholes.ts'
import { PairFields } from './pair-fields.tsx'

/** Chooses what is shown: works without script, and its address is the view's. */
export function ViewForm(props: {
  locale: Locale
  parts: TableParts
  view: View
  concepts: Concepts
  hasBorders: boolean
  /** Whether the page shows a view once for each category of a further dimension. */
  hasPanels?: boolean
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
  const panels = props.hasPanels ? panelsFor(parts, view, concepts) : []
  const isTurned = view.chart === 'pyramid'
  return (
    <form method="get" class="card view-form" aria-label={locale.text('stat.view.label')}>
      {props.version === null ? null : <input type="hidden" name="version" value={props.version} />}
      <div class="view-fields">
        {isTurned ? (
          <>
            <input type="hidden" name="rows" value={view.rows} />
            <input type="hidden" name="columns" value={view.columns ?? ''} />
          </>
        ) : (
          <>
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
          </>
        )}
        {[...view.chosen].map(([id, code]) => {
          const dimension = parts.dimensions.find((each) => each.id === id)
          if (dimension === undefined || dimension.categories.length < 2 || id === view.panels)
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
                label: locale.text('stat.view.of.whole', { name: name(id) }),
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
          choices={chartsFor(parts, view, concepts).map((value) => ({
            value,
            label: locale.text(`stat.view.chart.${value}`),
          }))}
        />
        {panels.length > 0 ? (
          <Select
            id="panels"
            label={locale.text('stat.view.panels')}
            value={view.panels ?? ''}
            choices={[
              { value: '', label: locale.text('stat.view.panels.none') },
              ...panels.map((id) => ({ value: id, label: name(id) })),
            ]}
          />
        ) : null}
        <PairFields locale={locale} parts={parts} view={view} />
        <Select
          id="order"
          label={locale.text('stat.view.order')}
          value={view.order}
          choices={ORDERS.map((value) => ({ value, label: locale.text(`stat.view.order.${value}`) }))}
        />
        {view.chart === 'map' || view.chart === 'heat' ? (
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
