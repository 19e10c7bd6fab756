import type { Locale } from '@jamvikt/i18n'
import type { StatTable } from '@jamvikt/tables'
import type { BoundaryPaths } from '@jamvikt/ui'
import { renderToString } from 'preact-render-to-string'
import type { MapBoundaries } from '../map-boundaries.ts'
import type { Dataset, Provenance } from '../model-datasets.ts'
import type { Concepts } from '../rules/concepts.ts'
import { panelsOf, pivotOf } from '../rules/pivot.ts'
import type { View } from '../rules/view.ts'
import { choicesOf } from '../ui/caption.ts'
import { type Chartable, ChartDrawing, keyOf } from '../ui/chart-drawing.tsx'
import { findingTexts } from '../ui/finding-text.ts'
import { heatOf } from '../ui/heat.ts'
import { mapsOf, type PlaceMap } from '../ui/place-maps.ts'
import { chartNotes, scaleOf } from '../ui/view-chart.tsx'
import { boundariesFor, DrawnMap } from '../ui/view-map.tsx'
import { type Block, drawingBlock, inColumns, moved, NOTHING, stacked, textBlock } from './block.tsx'
import { drawnView } from './drawn-view.ts'
import { HEAT_COLUMNS, HEAT_ROWS, heatBlock } from './heat-block.tsx'
import { INK } from './ink.ts'
import { classLegend, groupLegend } from './legend-block.tsx'
import { pictureStyle } from './picture-style.ts'

/** A view of a table, with what is told of where it comes from. */
export interface Pictured {
  readonly locale: Locale
  readonly dataset: Dataset
  readonly version: number
  readonly provenance: Provenance
  readonly table: StatTable
  readonly view: View
  readonly concepts: Concepts
  readonly boundaries: MapBoundaries | undefined
  readonly region: string
}

export interface Svg {
  readonly width: number
  readonly height: number
  readonly text: string
}

const WIDTH = 760
const MARGIN = 24
const MANY_PLACES = 60
const ROOM = WIDTH - 2 * MARGIN

/** A view as a picture that stands alone: title, chart or map, legend and source. Its figures are those of the table. */
export function pictureSvg(props: Pictured): Svg {
  const { locale, dataset, table, concepts } = props
  const view = drawnView(props.view, table, concepts)
  const pivot = pivotOf(table, view, concepts, locale.language)
  const choices = [...choicesOf(locale, table, view), ...(pivot.unit === '' ? [] : [pivot.unit])].join(' · ')
  const drawn: Chartable = { locale, pivot, view, concepts, title: [dataset.name, choices].join(' · ') }
  const findings = view.panels === null ? findingTexts(locale, pivot, view, concepts) : []
  const small = { size: 11.5, room: ROOM, fill: INK.soft }
  const body = stacked(
    [
      stacked(
        [
          textBlock(dataset.name, { size: 20, room: ROOM, fill: INK.dark }),
          textBlock(choices, { size: 13, room: ROOM, fill: INK.soft }),
        ],
        2,
      ),
      ...findings.map((text) => textBlock(text, { size: 14, room: ROOM, fill: INK.dark })),
      drawing(drawn, props),
      stacked(
        [
          ...notesOf(drawn).map((text) => textBlock(text, small)),
          textBlock(sourceText(props), small),
          ...(dataset.synthetic ? [textBlock(locale.text('synthetic'), { ...small, fill: INK.mark })] : []),
        ],
        2,
      ),
    ],
    14,
  )
  return svgOf(moved(body, MARGIN, MARGIN), WIDTH, Math.ceil(body.height) + 2 * MARGIN, drawn.title)
}

/** Where the figures come from, which version they are of and whose page they stand on. */
export function sourceText({ locale, dataset, version, provenance, region }: Pictured): string {
  return [
    region,
    locale.text('picture.source', {
      source: dataset.source.producer,
      version,
      date: locale.date(provenance.fetchedAt),
    }),
  ].join('. ')
}

/** A picture as a file: its own styles, no script, and no character that XML does not have. */
export function svgOf({ svg }: Block, width: number, height: number, title: string): Svg {
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    renderToString(<title>{title}</title>),
    `<style>text{font-family:"Inter Variable",Inter,system-ui,sans-serif}\n${pictureStyle()}</style>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    svg,
    '</svg>',
  ].join('\n')
  return { width, height, text: text.toWellFormed().replaceAll(NOT_XML, '') }
}

// Control characters but tab and line breaks, and what is no character at all.
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

function notesOf(drawn: Chartable): string[] {
  const { locale, pivot, view } = drawn
  const isCut = view.chart === 'heat' && pivot.rows.length > HEAT_ROWS
  return [
    ...chartNotes(drawn),
    ...(isCut
      ? [
          locale.text('stat.chart.first', {
            shown: locale.number(HEAT_ROWS),
            all: locale.number(pivot.rows.length),
          }),
        ]
      : []),
    ...(view.chart === 'heat' && pivot.columns.length > HEAT_COLUMNS
      ? [locale.text('picture.columns', { shown: HEAT_COLUMNS, all: pivot.columns.length })]
      : []),
  ]
}

function drawing(drawn: Chartable, props: Pictured): Block {
  const { locale, pivot, view, concepts } = drawn
  if (view.chart === 'map') return mapsBlock(drawn, boundariesFor(props), ROOM)
  if (view.chart === 'heat') {
    const heat = heatOf(locale, pivot, view)
    return heat === null ? NOTHING : heatBlock(locale, pivot, view, heat, ROOM)
  }
  const key = groupLegend(keyOf(drawn), ROOM)
  if (view.panels === null)
    return stacked([key, drawingBlock(<ChartDrawing {...drawn} room="picture" />, ROOM)], 8)
  const panels = panelsOf(props.table, view, concepts, locale.language)
  const also = scaleOf(panels, drawn)
  const width = (ROOM - 2 * MARGIN) / 3
  const charts = panels.map((panel) =>
    stacked(
      [
        textBlock(panel.label, { size: 13, room: width, fill: INK.dark, most: 2 }),
        drawingBlock(<ChartDrawing {...drawn} pivot={panel.pivot} room="panel" also={also} />, width),
      ],
      4,
    ),
  )
  return stacked([key, inColumns(charts, 3, width, MARGIN)], 10)
}

/** Few tiles are drawn smaller, as on the page; then lines are no thicker than where there are many. */
function widestOf({ places }: PlaceMap): number {
  return places.length > MANY_PLACES ? 480 : 200
}

/** The maps of a view beside each other, each with what its classes stand for. */
function mapsBlock(drawn: Chartable, boundaries: BoundaryPaths | undefined, room: number): Block {
  const maps = mapsOf(drawn)
  if (maps.length === 0)
    return textBlock(drawn.locale.text('stat.map.nothing'), { size: 13, room, fill: INK.soft })
  const columns = Math.min(3, maps.length)
  const width = (room - (columns - 1) * MARGIN) / columns
  const blocks = maps.map((map) =>
    stacked(
      [
        textBlock(map.label, { size: 13, room: width, fill: INK.dark, most: 2 }),
        drawingBlock(
          <DrawnMap {...drawn} boundaries={boundaries} map={map} alone />,
          Math.min(width, widestOf(map)),
        ),
        classLegend(map.legend, map, width),
      ],
      8,
    ),
  )
  return inColumns(blocks, columns, width, MARGIN)
}
