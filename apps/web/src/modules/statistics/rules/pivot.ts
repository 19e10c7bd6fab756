import {
  CELL_STATES,
  type CellState,
  isFigure,
  type StatTable,
  sizesOf,
  stridesOf,
  textOf,
} from '@jamvikt/tables'
import type { Concepts } from './concepts.ts'
import type { View } from './view.ts'

export interface Figure {
  /** `null` where there is no figure; nil is 0. */
  readonly value: number | null
  readonly state: CellState
}

export interface Head {
  readonly code: string
  readonly label: string
}

export interface PivotRow extends Head {
  readonly figures: readonly Figure[]
  /** What women's figure is to men's, by the view's measure; `null` where either is missing or men's is 0. */
  readonly gap: number | null
}

/** A view laid out: women first among the columns. */
export interface Pivot {
  readonly columns: readonly Head[]
  readonly rows: readonly PivotRow[]
  /** Decimals of the figures; those of a gap are one, save for a difference. */
  readonly decimals: number
  readonly unit: string
}

/**
 * Lays a view out as rows and columns. A gap is women's figure in per cent of men's (`ratio`), women's less men's
 * (`difference`), or women's in per cent of both (`share`, of counts).
 */
export function pivotOf(table: StatTable, view: View, concepts: Concepts, language: string): Pivot {
  const sizes = sizesOf(table)
  const strides = stridesOf(sizes)
  const placeOf = (id: string) => table.dimensions.findIndex((dimension) => dimension.id === id)
  let start = 0
  for (const [id, code] of view.chosen) {
    const d = placeOf(id)
    const place = table.dimensions[d]?.categories.findIndex((category) => category.code === code) ?? -1
    if (place > 0) start += place * (strides[d] ?? 1)
  }
  const heads = (id: string) =>
    (table.dimensions[placeOf(id)]?.categories ?? []).map((category, place) => ({
      code: category.code,
      label: textOf(category.label, language, table.languages) || category.code,
      offset: place * (strides[placeOf(id)] ?? 1),
    }))
  const columns =
    view.columns === null
      ? [{ code: '', label: '', offset: 0 }]
      : womenFirst(heads(view.columns), view, concepts)
  const figureAt = (cell: number): Figure => {
    const state = CELL_STATES[table.states[cell] ?? 0] ?? 'unavailable'
    return { state, value: isFigure(table.states[cell] ?? 0) ? (table.values[cell] ?? null) : null }
  }
  const rows = heads(view.rows).map(({ code, label, offset }): PivotRow => {
    const figures = columns.map((column) => figureAt(start + offset + column.offset))
    const of = (sex: string | undefined) =>
      figures[columns.findIndex((column) => column.code === sex)]?.value ?? null
    const sexes = view.columns === concepts.sex?.dimension ? concepts.sex?.codes : undefined
    return { code, label, figures, gap: gapOf(view.gap, of(sexes?.women), of(sexes?.men)) }
  })
  const metric = table.dimensions.find(({ id }) => id === concepts.measure)
  const measure =
    metric?.categories.find(({ code }) => code === view.chosen.get(metric.id))?.measure ?? table.measure
  return {
    columns: columns.map(({ code, label }) => ({ code, label })),
    rows: ordered(rows, view),
    decimals: measure?.decimals ?? 0,
    unit: textOf(measure?.unit, language, table.languages),
  }
}

function gapOf(gap: View['gap'], women: number | null, men: number | null): number | null {
  if (gap === 'none' || women === null || men === null) return null
  if (gap === 'difference') return women - men
  const whole = gap === 'ratio' ? men : women + men
  return whole > 0 ? (100 * women) / whole : null
}

function womenFirst<T extends Head>(columns: readonly T[], view: View, concepts: Concepts): T[] {
  if (concepts.sex === null || view.columns !== concepts.sex.dimension) return [...columns]
  const { women, men } = concepts.sex.codes
  const rank = ({ code }: T) => (code === women ? 0 : code === men ? 1 : 2)
  return columns.toSorted((a, b) => rank(a) - rank(b))
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
