import { COUNTIES, MUNICIPALITIES, PLACE_TILES } from '@jamvikt/domain'
import { BoundaryMap, classify, type LegendEntry, TileMap } from '@jamvikt/ui'
import type { Figure, PivotRow } from '../rules/pivot.ts'
import { figureText, gapText } from './figure-text.ts'
import type { ViewDrawing } from './view-chart.tsx'

const CLASSES = 5

/** A view on the map: the gap of each place, or each column on a map of its own with classes in common. */
export function ViewMap(props: ViewDrawing) {
  const { locale, pivot, view, concepts, title, boundaries } = props
  const hasGap = view.gap !== 'none'
  const shown = hasGap
    ? [
        {
          label: locale.text(`stat.view.gap.${view.gap}`),
          value: gapOf,
          text: (row: PivotRow) => said(row.gap),
        },
      ]
    : pivot.columns.map(({ label }, at) => ({
        label,
        value: (row: PivotRow) => row.figures[at]?.value ?? null,
        text: (row: PivotRow) => figureText(locale, row.figures[at] ?? NOTHING, pivot.decimals),
      }))
  const said = (gap: number | null) => gapText(locale, gap, view.gap, pivot.decimals)
  const unit = concepts.place?.level === 'county' ? 'county' : 'municipality'
  const rows = new Map(pivot.rows.map((row) => [row.code, row]))
  const places = unit === 'county' ? COUNTIES : MUNICIPALITIES
  const values = shown.flatMap(({ value }) => places.map(({ code }) => valueIn(rows, code, value)))
  const even = view.gap === 'share' ? 50 : view.gap === 'difference' ? 0 : 100
  const classes = classify(
    values,
    hasGap && view.classes === 'parity'
      ? { method: 'diverging', count: CLASSES, middle: even }
      : { method: view.classes === 'parity' ? 'natural' : view.classes, count: CLASSES },
  )
  if (!classes.ok) return <p class="note">{locale.text('stat.map.nothing')}</p>
  const format = (value: number) => (hasGap ? said(value) : locale.figure(value, pivot.decimals))
  const scale = hasGap && view.classes === 'parity' ? 'diverging' : 'sequential'
  const missing = values.filter((value) => value === null).length
  const legend: LegendEntry[] = [
    ...classes.classes.map(({ lowest, highest, count }, at) => ({
      label:
        lowest === null || highest === null
          ? '–'
          : `${format(lowest)}–${format(highest)} (${locale.number(count)})`,
      shade: at,
    })),
    ...(missing > 0
      ? [
          {
            label: `${locale.text('stat.sign.unavailable')} (${locale.number(missing)})`,
            shade: 'hatch' as const,
          },
        ]
      : []),
  ]
  return (
    <section class="card">
      <h2>{title}</h2>
      <div class={shown.length > 1 ? 'grid-even' : ''}>
        {shown.map(({ label, text }, at) => {
          const map = {
            id: `map-${at}`,
            title: label,
            description: title,
            scale,
            classes: classes.classes.length,
            legend,
          } as const
          const areas = places.map(({ code, name }, place) => {
            const row = rows.get(code)
            return {
              code,
              name,
              place: classes.classOf[at * places.length + place] ?? null,
              text: row === undefined ? locale.text('stat.sign.unavailable') : text(row),
            }
          })
          return boundaries !== undefined && view.borders ? (
            <BoundaryMap key={label} {...map} areas={areas} boundaries={boundaries} />
          ) : (
            <TileMap
              key={label}
              {...map}
              groups={unit === 'county' ? [] : COUNTIES.map(({ code, name }) => ({ code, label: name }))}
              areas={areas.flatMap((area) => {
                const tile = PLACE_TILES[unit].get(area.code)
                return tile === undefined ? [] : [{ ...area, ...tile, group: area.code.slice(0, 2) }]
              })}
            />
          )
        })}
      </div>
      {boundaries !== undefined && view.borders ? null : <p class="note">{locale.text('stat.map.tiles')}</p>}
    </section>
  )
}

const NOTHING: Figure = { value: null, state: 'unavailable' }

const gapOf = (row: PivotRow) => row.gap

function valueIn(
  rows: ReadonlyMap<string, PivotRow>,
  code: string,
  value: (row: PivotRow) => number | null,
): number | null {
  const row = rows.get(code)
  return row === undefined ? null : value(row)
}
