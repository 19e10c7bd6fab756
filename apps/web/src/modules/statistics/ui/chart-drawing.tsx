import type { Locale } from '@jamvikt/i18n'
import { BarChart, type BarGroup, DotPlot, LineChart, Pyramid, ScatterPlot, type Sex } from '@jamvikt/ui'
import { ageParts } from '../rules/age-parts.ts'
import type { Concepts } from '../rules/concepts.ts'
import { decimalsOf, type Pivot, type PivotRow } from '../rules/pivot.ts'
import { isTotalName } from '../rules/total-names.ts'
import type { View } from '../rules/view.ts'
import { figureText } from './figure-text.ts'

export interface Chartable {
  readonly locale: Locale
  readonly pivot: Pivot
  readonly view: View
  readonly concepts: Concepts
  readonly title: string
}

/** How much room a chart has: a page’s, one panel’s among several, a picture of its own, or a small one’s. */
type ChartRoom = 'page' | 'panel' | 'picture' | 'small'

export interface ChartDrawingProps extends Chartable {
  readonly room: ChartRoom
  /** Figures that the axis holds besides its own, so that panels have one scale. */
  readonly also?: readonly number[]
}

const ALONE = { page: undefined, panel: undefined, picture: 'wide', small: 'narrow' } as const

/** Rows that a chart of bars or dots has room for. */
const MOST_ROWS = 40

/** The rows of a view that its chart shows. */
export function rowsShown({ rows }: Pivot, { chart }: View): readonly PivotRow[] {
  if (chart === 'bars' || chart === 'dots') return rows.slice(0, MOST_ROWS)
  if (chart === 'scatter') return rows.filter(({ label }) => !isTotalName(label))
  if (chart !== 'pyramid') return rows
  const { codes } = ageParts({ categories: rows.map(({ code, label }) => ({ code, label: { sv: label } })) })
  return codes.flatMap((code) => rows.filter((row) => row.code === code))
}

/** One chart of a view: bars, lines, dots, a pyramid or a cloud of points. */
export function ChartDrawing(props: ChartDrawingProps) {
  const { locale, pivot, view, concepts, title, also = [] } = props
  const { columns, decimals } = pivot
  const rows = rowsShown(pivot, view)
  const group = sexOfColumn(view, concepts)
  const format = (figure: number) => locale.figure(figure, decimals)
  const frame = {
    title,
    formatTick: locale.figure,
    also,
    compact: props.room === 'panel',
    alone: ALONE[props.room],
  }
  const figureOf = ({ figures }: PivotRow, is: (code: string) => boolean) =>
    figures[columns.findIndex(({ code }) => is(code))]?.value ?? null
  const ofSex = (row: PivotRow, sex: Sex) => figureOf(row, (code) => group(code) === sex)
  if (view.chart === 'lines')
    return (
      <LineChart
        {...frame}
        times={rows.map(({ label }) => label)}
        series={columns.map(({ code, label }, at) => ({
          label: label || locale.text('stat.view.value'),
          group: group(code),
          values: rows.map(({ figures }) => figures[at]?.value ?? null),
        }))}
        zero={false}
      />
    )
  if (view.chart === 'dots')
    return (
      <DotPlot
        {...frame}
        rows={rows.map((row) => ({ label: row.label, women: ofSex(row, 'women'), men: ofSex(row, 'men') }))}
        order={view.order === 'given' && props.room !== 'panel' ? 'gap' : 'given'}
        format={format}
        missing=".."
      />
    )
  if (view.chart === 'pyramid')
    return (
      <Pyramid
        {...frame}
        rows={rows.map((row) => ({ label: row.label, women: ofSex(row, 'women'), men: ofSex(row, 'men') }))}
        womenLabel={columns.find(({ code }) => group(code) === 'women')?.label ?? ''}
        menLabel={columns.find(({ code }) => group(code) === 'men')?.label ?? ''}
        missing=".."
        most={Math.max(0, ...also)}
      />
    )
  if (view.chart === 'scatter') {
    const { x, y } = view.pair ?? { x: '', y: '' }
    const label = (code: string) => columns.find((column) => column.code === code)?.label ?? code
    return (
      <ScatterPlot
        {...frame}
        points={rows.map((row) => ({
          label: row.label,
          x: figureOf(row, (code) => code === x),
          y: figureOf(row, (code) => code === y),
        }))}
        xLabel={label(x)}
        yLabel={label(y)}
        formatX={locale.figure}
        formatY={locale.figure}
        equalLine={view.columns !== concepts.measure}
      />
    )
  }
  const areNamed = columns.length > 1 && columns.every(({ code }) => group(code) === 'other')
  const groups = rows.map(
    (row): BarGroup => ({
      label: row.label,
      bars: columns.map((column, at) => {
        const figure = row.figures[at] ?? { value: null, state: 'unavailable' as const }
        const text = figureText(locale, figure, decimalsOf(pivot, row, column))
        return {
          group: group(column.code),
          value: figure.value,
          text: areNamed ? `${text} ${column.label}` : text,
        }
      }),
    }),
  )
  return <BarChart {...frame} groups={groups} />
}

function sexOfColumn(view: View, { sex }: Concepts): (code: string) => Sex {
  if (sex === null || view.columns !== sex.dimension) return () => 'other'
  return (code) => (code === sex.codes.women ? 'women' : code === sex.codes.men ? 'men' : 'other')
}

/** Which colour and form stands for whom; none where the chart itself says so. */
export function keyOf({
  pivot,
  view,
  concepts,
}: Chartable): { readonly label: string; readonly group: Sex }[] {
  const group = sexOfColumn(view, concepts)
  const isKeyed = (view.chart === 'bars' || view.chart === 'dots') && view.columns === concepts.sex?.dimension
  return isKeyed
    ? pivot.columns
        .map(({ code, label }) => ({ label, group: group(code) }))
        .filter((entry) => view.chart === 'bars' || entry.group !== 'other')
    : []
}
