import type { Locale } from '@jamvikt/i18n'
import { type ColourScale, classify, heatClass, type LegendEntry } from '@jamvikt/ui'
import type { Pivot } from '../rules/pivot.ts'
import type { View } from '../rules/view.ts'
import { gapText } from './figure-text.ts'
import { legendOf } from './place-maps.ts'

const CLASSES = 5

/** How the cells of a table are shaded: its figures by size, or its gaps by their distance from parity. */
export interface Heat {
  readonly of: 'figures' | 'gaps'
  readonly scale: ColourScale
  readonly classes: number
  readonly legend: readonly LegendEntry[]
  /** The class of a cell by its row and column; `null` where it has no figure. */
  readonly place: (row: number, column: number) => number | null
  /** The style class of a cell. */
  readonly shade: (row: number, column: number) => string
}

/** The shading of a view; `null` where its table is not to be shaded. */
export function heatOf(locale: Locale, pivot: Pivot, view: View): Heat | null {
  if (view.chart !== 'heat') return null
  const isParity = view.gap !== 'none' && view.classes === 'parity'
  const even = view.gap === 'share' ? 50 : view.gap === 'difference' ? 0 : 100
  const width = isParity ? 1 : pivot.columns.length
  const values = pivot.rows.flatMap(({ figures, gap }) =>
    isParity ? [gap] : figures.map(({ value }) => value),
  )
  const method = view.classes === 'parity' ? 'natural' : view.classes
  const classes = classify(
    values,
    isParity ? { method: 'diverging', count: CLASSES, middle: even } : { method, count: CLASSES },
  )
  if (!classes.ok) return null
  const scale = isParity ? 'diverging' : 'sequential'
  const count = classes.classes.length
  const place = (row: number, column: number) => classes.classOf[row * width + column] ?? null
  return {
    of: isParity ? 'gaps' : 'figures',
    scale,
    classes: count,
    legend: legendOf(
      classes,
      classes.classOf,
      (value) =>
        isParity ? gapText(locale, value, view.gap, pivot.decimals) : locale.figure(value, pivot.decimals),
      locale,
    ),
    place,
    shade: (row, column) => heatClass(place(row, column), count, scale),
  }
}
