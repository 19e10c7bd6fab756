import type { BoundaryPaths } from '@jamvikt/ui'
import type { Panel } from '../rules/pivot.ts'
import { type Chartable, ChartDrawing, keyOf, rowsShown } from './chart-drawing.tsx'
import { ViewMap } from './view-map.tsx'

export interface ViewDrawing extends Chartable {
  readonly boundaries: BoundaryPaths | undefined
  /** Tells it from other drawings of the same page. */
  readonly mark?: string
}

/** A view as a drawing; the table stands under it. */
export function ViewChart(props: ViewDrawing) {
  const { title, view } = props
  if (view.chart === 'table' || view.chart === 'heat') return null
  if (view.chart === 'map') return <ViewMap {...props} />
  return (
    <section class="card">
      <h2>{title}</h2>
      <Key {...props} />
      <ChartDrawing {...props} room="page" />
      <Notes {...props} />
    </section>
  )
}

/** A view as a drawing for each category of its panels, all on one scale. */
export function ViewPanels(props: Chartable & { panels: readonly Panel[] }) {
  const { panels, view, title } = props
  if (view.chart === 'table') return null
  const also = scaleOf(panels, props)
  return (
    <section class="card">
      <h2>{title}</h2>
      <Key {...props} />
      <div class="small-multiples">
        {panels.map(({ code, label, pivot }) => (
          <section key={code}>
            <h3>{label}</h3>
            <ChartDrawing {...props} pivot={pivot} title={`${label} · ${title}`} room="panel" also={also} />
          </section>
        ))}
      </div>
      <Notes {...props} />
    </section>
  )
}

/** The lowest and highest figure of all panels: what each of them has on its axis. */
export function scaleOf(panels: readonly Panel[], { view }: Pick<Chartable, 'view'>): number[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { pivot } of panels)
    for (const { figures } of rowsShown(pivot, view))
      for (const { value } of figures) {
        if (value === null) continue
        low = Math.min(low, value)
        high = Math.max(high, value)
      }
  return low > high ? [] : [low, high]
}

/** What a reader needs to know of a chart beside what stands in it. */
export function chartNotes({ locale, pivot, view, concepts }: Chartable): string[] {
  const shown = rowsShown(pivot, view).length
  const { pair } = view
  const isShort = (view.chart === 'bars' || view.chart === 'dots') && shown < pivot.rows.length
  const label = (code: string | undefined) =>
    pivot.columns.find((column) => column.code === code)?.label ?? ''
  return [
    ...(isShort
      ? [
          locale.text('stat.chart.first', {
            shown: locale.number(shown),
            all: locale.number(pivot.rows.length),
          }),
        ]
      : []),
    ...(view.chart === 'scatter' && pair !== null && view.columns !== concepts.measure
      ? [locale.text('stat.scatter.equal', { x: label(pair.x), y: label(pair.y) })]
      : []),
  ]
}

function Notes(props: Chartable) {
  return chartNotes(props).map((text) => (
    <p class="note" key={text}>
      {text}
    </p>
  ))
}

/** Which colour and form stands for whom. */
function Key(props: Chartable) {
  const entries = keyOf(props)
  if (entries.length === 0) return null
  return (
    <p>
      {entries.map(({ label, group }) => (
        <span class="key" key={label}>
          <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            {group === 'women' ? (
              <circle class="bar-women" cx="6" cy="6" r="5.5" />
            ) : (
              <rect class={`bar-${group}`} x="0.5" y="0.5" width="11" height="11" />
            )}
          </svg>
          {label}
        </span>
      ))}
    </p>
  )
}
