import { type Measure, type StatDimension, type StatTable, textOf } from '@jamvikt/tables'
import { CellReader, type Figure } from './cell-reader.ts'
import type { Concepts } from './concepts.ts'
import { measuresShown } from './counted.ts'
import type { View } from './view.ts'
import { ALL, isCount, totalOf } from './wholes.ts'

interface Head {
  readonly code: string
  readonly label: string
  /** Of a measure among others: the decimals that are its own. */
  readonly decimals?: number
}

export interface PivotRow extends Head {
  readonly figures: readonly Figure[]
  /** What women's figure is to men's, by the view's measure; `null` where either is missing or men's is 0. */
  readonly gap: number | null
}

/** Rows that a page has room for: all municipalities, and much more. */
const MOST_ROWS = 1000

/** One of several views that differ in one category alone. */
export interface Panel extends Head {
  readonly pivot: Pivot
}

/** A view laid out: women first among the columns. */
export interface Pivot {
  readonly columns: readonly Head[]
  readonly rows: readonly PivotRow[]
  /** Decimals of the figures, the most where several measures are shown; those of a gap are one, save for a difference. */
  readonly decimals: number
  /** The unit of all figures; empty where measures have each its own, which then stands with its name. */
  readonly unit: string
  /** Rows that the view has and that are too many for a page. */
  readonly left: number
  /** The smallest count that anything is told in per cent of; `null` where nothing is. */
  readonly leastBase: number | null
}

/**
 * Lays a view out as rows and columns. A gap is women's figure in per cent of men's (`ratio`), women's less men's
 * (`difference`), or women's in per cent of both (`share`, of counts).
 */
export function pivotOf(table: StatTable, view: View, concepts: Concepts, language: string): Pivot {
  const reader = new CellReader(table)
  const shown = measuresShown(table, view.chosen, concepts).map(({ measure }) => measure ?? table.measure)
  const measures = shown.length > 0 ? shown : [table.measure]
  const unitOf = (measure: Measure | undefined) => textOf(measure?.unit, language, table.languages)
  const units = new Set(measures.map(unitOf))
  const heads = (id: string) => {
    const dimension = reader.dimension(id)
    const all = headsOf(dimension, table, language)
    if (id !== concepts.measure || view.of !== null) return all
    return all.map((head, at): Head => {
      const measure = dimension?.categories[at]?.measure ?? table.measure
      const unit = units.size > 1 ? unitOf(measure) : ''
      return { ...head, label: withUnit(head.label, unit), decimals: measure?.decimals ?? 0 }
    })
  }
  const columns =
    view.columns === null
      ? [{ code: '', label: '' }]
      : womenFirst(heads(view.columns), view.columns, concepts)
  const whole = view.of === null ? undefined : reader.dimension(view.of)
  const wholeCode = whole === undefined ? ALL : (totalOf(whole, concepts) ?? ALL)
  const wholes = new Map<string, Figure>()
  const figureAt = (row: string, column: string): Figure => {
    const at = new Map([...view.chosen, [view.rows, row]])
    if (view.columns !== null) at.set(view.columns, column)
    const figure = reader.figure(at)
    if (view.of === null) return figure
    const key = JSON.stringify([view.of === view.rows ? '' : row, view.of === view.columns ? '' : column])
    const known = wholes.get(key) ?? reader.figure(at.set(view.of, wholeCode))
    wholes.set(key, known)
    return percentOf(figure, known)
  }
  const sexes = view.columns === concepts.sex?.dimension ? concepts.sex?.codes : undefined
  const all = heads(view.rows)
  const bases: (number | null)[] = []
  const rows = all.slice(0, MOST_ROWS).map((head): PivotRow => {
    const figures = columns.map((column) => figureAt(head.code, column.code))
    const of = (sex: string | undefined) =>
      figures[columns.findIndex((column) => column.code === sex)]?.value ?? null
    const [women, men] = [of(sexes?.women), of(sexes?.men)]
    bases.push(baseOf(view.gap, women, men))
    return { ...head, figures, gap: gapOf(view.gap, women, men) }
  })
  return {
    columns,
    rows: ordered(rows, view),
    decimals: view.of === null ? Math.max(...measures.map((measure) => measure?.decimals ?? 0)) : 1,
    unit: view.of !== null ? '%' : units.size === 1 ? ([...units][0] ?? '') : '',
    left: Math.max(0, all.length - MOST_ROWS),
    leastBase: leastOf(
      view.of === null && isCount(table, view.chosen, concepts)
        ? bases
        : [...wholes.values()].map(({ value }) => value),
    ),
  }
}

/** The decimals of a figure: those of its measure, where measures are rows or columns. */
export function decimalsOf(pivot: Pivot, row: Head | undefined, column?: Head): number {
  return column?.decimals ?? row?.decimals ?? pivot.decimals
}

function withUnit(label: string, unit: string): string {
  return unit === '' || label.toLowerCase().includes(unit.toLowerCase()) ? label : `${label} (${unit})`
}

/** The view once for each category of its panels, women first: each figure is that of the panel's own table. */
export function panelsOf(table: StatTable, view: View, concepts: Concepts, language: string): Panel[] {
  const { panels } = view
  const dimension = table.dimensions.find(({ id }) => id === panels)
  if (panels === null || dimension === undefined) return []
  return womenFirst(headsOf(dimension, table, language), panels, concepts).map(({ code, label }) => ({
    code,
    label,
    pivot: pivotOf(table, { ...view, chosen: new Map([...view.chosen, [panels, code]]) }, concepts, language),
  }))
}

function percentOf(part: Figure, whole: Figure): Figure {
  if (part.value === null) return part
  if (whole.value === null) return whole
  if (whole.value <= 0) return { value: null, state: 'notApplicable' }
  return { value: (100 * part.value) / whole.value, state: part.state }
}

function gapOf(gap: View['gap'], women: number | null, men: number | null): number | null {
  if (gap === 'none' || women === null || men === null) return null
  if (gap === 'difference') return women - men
  const whole = baseOf(gap, women, men)
  return whole !== null && whole > 0 ? (100 * women) / whole : null
}

/** What women's figure is told in per cent of. */
function baseOf(gap: View['gap'], women: number | null, men: number | null): number | null {
  if (gap === 'ratio') return men
  return gap === 'share' && women !== null && men !== null ? women + men : null
}

function headsOf(dimension: StatDimension | undefined, table: StatTable, language: string): Head[] {
  return (dimension?.categories ?? []).map(({ code, label }) => ({
    code,
    label: textOf(label, language, table.languages) || code,
  }))
}

function womenFirst<T extends Head>(heads: readonly T[], dimension: string, { sex }: Concepts): T[] {
  if (sex === null || dimension !== sex.dimension) return [...heads]
  const { women, men } = sex.codes
  const rank = ({ code }: T) => (code === women ? 0 : code === men ? 1 : 2)
  return heads.toSorted((a, b) => rank(a) - rank(b))
}

function leastOf(values: readonly (number | null)[]): number | null {
  return values.reduce(
    (least, value) => (value !== null && (least === null || value < least) ? value : least),
    null,
  )
}

function ordered(rows: readonly PivotRow[], { order, gap }: View): PivotRow[] {
  if (order === 'given') return [...rows]
  const key = (row: PivotRow) => (gap === 'none' ? (row.figures[0]?.value ?? null) : row.gap)
  const sign = order === 'falling' ? -1 : 1
  return rows.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right)
  })
}
