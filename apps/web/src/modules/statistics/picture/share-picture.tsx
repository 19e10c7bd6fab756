import { gapFinding } from '../rules/findings.ts'
import { type Pivot, type PivotRow, pivotOf } from '../rules/pivot.ts'
import type { View } from '../rules/view.ts'
import { choicesOf } from '../ui/caption.ts'
import { type Chartable, ChartDrawing, keyOf } from '../ui/chart-drawing.tsx'
import { findingTexts } from '../ui/finding-text.ts'
import { mapsOf } from '../ui/place-maps.ts'
import { boundariesFor, DrawnMap } from '../ui/view-map.tsx'
import { type Block, drawingBlock, moved, NOTHING, stacked, textBlock } from './block.tsx'
import { sharedView } from './drawn-view.ts'
import { INK } from './ink.ts'
import { classLegend, groupLegend } from './legend-block.tsx'
import { type Pictured, type Svg, sourceText, svgOf } from './picture.tsx'

/** What services that show links make room for. */
const WIDTH = 1200
const HEIGHT = 630
const MARGIN = 56
const LEFT = 500
const RIGHT = WIDTH - 3 * MARGIN - LEFT
const HIGH = HEIGHT - 2 * MARGIN - 26
/** Rows of a chart that are still read in a small picture. */
const MOST_ROWS = 6

/** What a view shows of women and men in one sentence; what the table is, where it shows nothing of the kind. */
export function shareText(props: Pictured): string {
  const { locale, table, concepts, dataset, region } = props
  const view = sharedView(props.view, table, concepts)
  const pivot = pivotOf(table, view, concepts, locale.language)
  return findingOf(props, view, pivot) ?? locale.text('picture.share.text', { name: dataset.name, region })
}

/** The first finding of a view; of a series over time with what it is that moves, since no table stands beside it. */
function findingOf({ locale, concepts }: Pictured, view: View, pivot: Pivot): string | null {
  const [finding] = findingTexts(locale, pivot, view, concepts)
  if (finding === undefined) return null
  return view.rows === concepts.time ? `${locale.text(`stat.view.gap.${view.gap}`)}: ${finding}` : finding
}

/** A picture of a view for sharing: what it is of and what it shows in one sentence, and a small chart or map. */
export function sharePicture(props: Pictured): Svg {
  const { locale, dataset, table, concepts, region } = props
  const view = sharedView(props.view, table, concepts)
  const whole = pivotOf(table, view, concepts, locale.language)
  const isShort = (view.chart === 'bars' || view.chart === 'dots') && whole.rows.length > MOST_ROWS
  const pivot = isShort ? { ...whole, rows: endsOf(whole, view) } : whole
  const finding = findingOf(props, view, whole) ?? ''
  const choices = choicesOf(locale, table, view).join(' · ')
  const drawn: Chartable = { locale, pivot, view, concepts, title: [dataset.name, choices].join(' · ') }
  const words = stacked(
    [
      textBlock(region, { size: 20, room: LEFT, fill: INK.accent, most: 1 }),
      textBlock(dataset.name, { size: 38, room: LEFT, fill: INK.dark, most: 4 }),
      textBlock(choices, { size: 18, room: LEFT, fill: INK.soft, most: 2 }),
      textBlock(finding, { size: 24, room: LEFT, fill: INK.dark, most: 5 }),
    ],
    16,
  )
  const foot = stacked(
    [
      ...(dataset.synthetic
        ? [textBlock(locale.text('synthetic'), { size: 15, room: LEFT, fill: INK.mark, most: 2 })]
        : []),
      textBlock(sourceText({ ...props, region: 'Jämvikt' }), {
        size: 15,
        room: LEFT,
        fill: INK.soft,
        most: 2,
      }),
    ],
    6,
  )
  const shown = locale.text('picture.ends', {
    shown: pivot.rows.length,
    all: locale.number(whole.rows.length),
  })
  const drawing = stacked(
    [
      drawingOf(drawn, props),
      ...(isShort ? [textBlock(shown, { size: 15, room: RIGHT, fill: INK.soft, most: 1 })] : []),
    ],
    6,
  )
  const parts = [
    moved(words, MARGIN, MARGIN),
    moved(foot, MARGIN, HEIGHT - MARGIN - foot.height),
    moved(drawing, 2 * MARGIN + LEFT, Math.round((HEIGHT - drawing.height) / 2)),
  ]
  return svgOf({ height: HEIGHT, svg: parts.map(({ svg }) => svg).join('') }, WIDTH, HEIGHT, drawn.title)
}

/** The rows that the sentence is about: the lowest and the highest; else the first. */
function endsOf(pivot: Pivot, view: View): readonly PivotRow[] {
  const found = gapFinding(pivot, view)
  return found === null ? pivot.rows.slice(0, MOST_ROWS) : [...found.lowest, ...found.highest.toReversed()]
}

function drawingOf(drawn: Chartable, props: Pictured): Block {
  const { view, concepts } = drawn
  if (view.chart !== 'map') {
    const key = groupLegend(keyOf(drawn), RIGHT)
    return stacked(
      [key, drawingBlock(<ChartDrawing {...drawn} room="small" />, RIGHT, HIGH - key.height - 8)],
      8,
    )
  }
  const boundaries = boundariesFor(props)
  const [map] = mapsOf(drawn)
  if (map === undefined) return NOTHING
  const legend = classLegend(map.legend, map, RIGHT)
  return stacked(
    [
      drawingBlock(
        <DrawnMap {...drawn} concepts={concepts} boundaries={boundaries} map={map} alone />,
        RIGHT,
        HIGH - legend.height - 8,
      ),
      legend,
    ],
    8,
  )
}
