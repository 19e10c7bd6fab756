import type { Locale } from '@jamvikt/i18n'
import { BarChart, type BarGroup, type BoundaryPaths, DotPlot, LineChart, type Sex } from '@jamvikt/ui'
import type { Concepts } from '../rules/concepts.ts'
import type { Pivot, PivotRow } from '../rules/pivot.ts'
import type { View } from '../rules/view.ts'
import { figureText } from './figure-text.ts'
import { ViewMap } from './view-map.tsx'

/** Rows that a chart of bars or dots has room for. */
const MOST_ROWS = 40

export interface ViewDrawing {
  readonly locale: Locale
  readonly pivot: Pivot
  readonly view: View
  readonly concepts: Concepts
  readonly title: string
  readonly boundaries: BoundaryPaths | undefined
}

/** A view as a drawing; the table stands under it. */
export function ViewChart(props: ViewDrawing) {
  const { locale, pivot, view } = props
  if (view.chart === 'map') return <ViewMap {...props} />
  const isLong = view.chart !== 'lines' && pivot.rows.length > MOST_ROWS
  return (
    <section class="card">
      <h2>{props.title}</h2>
      {view.chart === 'lines' ? null : <Key {...props} />}
      <Drawing {...props} pivot={isLong ? { ...pivot, rows: pivot.rows.slice(0, MOST_ROWS) } : pivot} />
      {isLong ? (
        <p class="note">
          {locale.text('stat.chart.first', {
            shown: locale.number(MOST_ROWS),
            all: locale.number(pivot.rows.length),
          })}
        </p>
      ) : null}
    </section>
  )
}

function Drawing({ locale, pivot, view, concepts, title }: ViewDrawing) {
  const { rows, columns, decimals } = pivot
  const group = sexOfColumn(view, concepts)
  const formatTick = (value: number) =>
    locale.figure(value, Number.isInteger(value) ? 0 : Math.min(2, decimals || 1))
  if (view.chart === 'lines')
    return (
      <LineChart
        title={title}
        times={rows.map(({ label }) => label)}
        series={columns.map(({ code, label }, at) => ({
          label: label || locale.text('stat.view.value'),
          group: group(code),
          values: rows.map(({ figures }) => figures[at]?.value ?? null),
        }))}
        formatTick={formatTick}
        zero={false}
      />
    )
  if (view.chart === 'dots') {
    const at = (sex: Sex) => columns.findIndex(({ code }) => group(code) === sex)
    const value = ({ figures }: PivotRow, sex: Sex) => figures[at(sex)]?.value ?? null
    return (
      <DotPlot
        title={title}
        rows={rows.map((row) => ({ label: row.label, women: value(row, 'women'), men: value(row, 'men') }))}
        order={view.order === 'given' ? 'gap' : 'given'}
        format={(figure) => locale.figure(figure, decimals)}
        formatTick={formatTick}
        missing=".."
      />
    )
  }
  const groups = rows.map(
    ({ label, figures }): BarGroup => ({
      label,
      bars: columns.map(({ code }, at) => {
        const figure = figures[at] ?? { value: null, state: 'unavailable' as const }
        return { group: group(code), value: figure.value, text: figureText(locale, figure, decimals) }
      }),
    }),
  )
  return <BarChart title={title} groups={groups} formatTick={formatTick} />
}

function sexOfColumn(view: View, { sex }: Concepts): (code: string) => Sex {
  if (sex === null || view.columns !== sex.dimension) return () => 'other'
  return (code) => (code === sex.codes.women ? 'women' : code === sex.codes.men ? 'men' : 'other')
}

/** Which colour and form stands for whom. */
function Key({ pivot, view, concepts }: ViewDrawing) {
  const group = sexOfColumn(view, concepts)
  if (pivot.columns.every(({ code }) => group(code) === 'other')) return null
  return (
    <p>
      {pivot.columns.map(({ code, label }) => (
        <span class="key" key={code}>
          <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            {group(code) === 'women' ? (
              <circle class="bar-women" cx="6" cy="6" r="5.5" />
            ) : (
              <rect class={`bar-${group(code)}`} x="0.5" y="0.5" width="11" height="11" />
            )}
          </svg>
          {label}
        </span>
      ))}
    </p>
  )
}
