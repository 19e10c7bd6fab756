import { COUNTIES, MUNICIPALITIES } from '@jamvikt/domain'
import type { Locale } from '@jamvikt/i18n'
import { type Classes, type ColourScale, classify, type LegendEntry } from '@jamvikt/ui'
import type { Figure } from '../rules/cell-reader.ts'
import { decimalsOf, type PivotRow } from '../rules/pivot.ts'
import type { Chartable } from './chart-drawing.tsx'
import { figureText, gapText } from './figure-text.ts'

const NOTHING: Figure = { value: null, state: 'unavailable' }
const CLASSES = 5

/** One map of a view, with what is needed to draw it and to read it. */
export interface PlaceMap {
  readonly id: string
  readonly label: string
  readonly scale: ColourScale
  readonly classes: number
  readonly legend: readonly LegendEntry[]
  readonly places: readonly {
    readonly code: string
    readonly name: string
    readonly text: string
    readonly place: number | null
  }[]
}

/** What one map shows of a row. */
interface Shown {
  readonly label: string
  readonly value: (row: PivotRow) => number | null
  readonly text: (row: PivotRow) => string
  readonly format: (value: number) => string
}

/**
 * The maps of a view: the gap of each place, or each column on a map of its own with classes in common; or two columns
 * and what one is less the other, in classes around nought.
 */
export function mapsOf(props: Chartable): PlaceMap[] {
  const { locale, pivot, view } = props
  const { columns, decimals } = pivot
  if (view.gap !== 'none') {
    const said = (gap: number | null) => gapText(locale, gap, view.gap, decimals)
    const even = view.gap === 'share' ? 50 : view.gap === 'difference' ? 0 : 100
    const gap: Shown = {
      label: locale.text(`stat.view.gap.${view.gap}`),
      value: (row) => row.gap,
      text: (row) => said(row.gap),
      format: said,
    }
    return inClasses(props, [gap], view.classes === 'parity' ? { middle: even, method: 'diverging' } : null)
  }
  const column = (at: number): Shown => ({
    label: columns[at]?.label ?? '',
    value: (row) => row.figures[at]?.value ?? null,
    text: (row) => figureText(locale, row.figures[at] ?? NOTHING, decimalsOf(pivot, row, columns[at])),
    format: (value) => locale.figure(value, decimals),
  })
  const { pair } = view
  if (pair === null)
    return inClasses(
      props,
      columns.map((_, at) => column(at)),
      null,
    )
  const [y, x] = [pair.y, pair.x].map((code) => columns.findIndex((one) => one.code === code))
  if (x === undefined || y === undefined) return []
  const less = ({ figures }: PivotRow) => {
    const [a, b] = [figures[y]?.value ?? null, figures[x]?.value ?? null]
    return a === null || b === null ? null : a - b
  }
  const said = (value: number | null) => gapText(locale, value, 'difference', decimals)
  const difference: Shown = {
    label: locale.text('stat.map.less', { y: columns[y]?.label ?? '', x: columns[x]?.label ?? '' }),
    value: less,
    text: (row) => said(less(row)),
    format: said,
  }
  const method = view.classes === 'equal' ? 'diverging' : 'diverging-quantile'
  const around = { middle: 0, method } as const
  return [
    ...inClasses(props, [column(y), column(x)], null),
    ...inClasses(props, [difference], around, 'less'),
  ]
}

/** Maps with classes in common: one way, or both ways from a middle. */
function inClasses(
  { locale, pivot, view, concepts }: Chartable,
  shown: readonly Shown[],
  around: { readonly middle: number; readonly method: 'diverging' | 'diverging-quantile' } | null,
  prefix = 'map',
): PlaceMap[] {
  const places = concepts.place?.level === 'county' ? COUNTIES : MUNICIPALITIES
  const rows = new Map(pivot.rows.map((row) => [row.code, row]))
  const values = shown.flatMap(({ value }) =>
    places.map(({ code }) => {
      const row = rows.get(code)
      return row === undefined ? null : value(row)
    }),
  )
  const method = view.classes === 'parity' ? 'natural' : view.classes
  const classes = classify(
    values,
    around === null ? { method, count: CLASSES } : { ...around, count: CLASSES },
  )
  if (!classes.ok) return []
  return shown.map(({ label, text, format }, at) => {
    const own = classes.classOf.slice(at * places.length, (at + 1) * places.length)
    return {
      id: `${prefix}-${at}`,
      label,
      scale: around === null ? 'sequential' : 'diverging',
      classes: classes.classes.length,
      legend: legendOf(classes, own, format, locale),
      places: places.map(({ code, name }, place) => {
        const row = rows.get(code)
        return {
          code,
          name,
          place: own[place] ?? null,
          text: row === undefined ? locale.text('stat.sign.unavailable') : text(row),
        }
      }),
    }
  })
}

/** What each colour stands for, from the lowest class, and how many have it: `own` of all that were put in classes. */
export function legendOf(
  { classes }: Classes,
  own: readonly (number | null)[],
  format: (value: number) => string,
  locale: Locale,
): LegendEntry[] {
  const countOf = (place: number | null) => own.filter((one) => one === place).length
  const missing = countOf(null)
  return [
    ...classes.map(({ lowest, highest }, shade) => ({
      label:
        lowest === null || highest === null
          ? '–'
          : `${spanText(locale, format, lowest, highest)} (${locale.number(countOf(shade))})`,
      shade,
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
}

/** From the lowest to the highest figure; in words where a minus would meet the dash between them. */
function spanText(locale: Locale, format: (value: number) => string, low: number, high: number): string {
  const [from, to] = [format(low), format(high)]
  if (from === to) return from
  return low < 0 ? locale.text('stat.map.span', { from, to }) : `${from}–${to}`
}
