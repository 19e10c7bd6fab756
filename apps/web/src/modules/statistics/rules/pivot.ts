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
import { ALL, totalOf, type View } from './view.ts'

export interface Figure {
  /** `null` where there is no figure; nil is 0. */
  readonly value: number | null
  readonly state: CellState
}

interface Head {
  readonly code: string
  readonly label: string
}

export interface PivotRow extends Head {
  readonly figures: readonly Figure[]
  /** What women's figure is to men's, by the view's measure; `null` where either is missing or men's is 0. */
  readonly gap: number | null
}

/** Rows that a page has room for: all municipalities, and much more. */
const MOST_ROWS = 1000

/** A view laid out: women first among the columns. */
export interface Pivot {
  readonly columns: readonly Head[]
  readonly rows: readonly PivotRow[]
  /** Decimals of the figures; those of a gap are one, save for a difference. */
  readonly decimals: number
  readonly unit: string
  /** Rows that the view has and that are too many for a page. */
  readonly left: number
}

/**
 * Lays a view out as rows and columns. A gap is women's figure in per cent of men's (`ratio`), women's less men's
 * (`difference`), or women's in per cent of both (`share`, of counts).
 */
export function pivotOf(table: StatTable, view: View, concepts: Concepts, language: string): Pivot {
  const reader = new CellReader(table)
  const heads = (id: string) =>
    (reader.dimension(id)?.categories ?? []).map(({ code, label }) => ({
      code,
      label: textOf(label, language, table.languages) || code,
    }))
  const columns =
    view.columns === null ? [{ code: '', label: '' }] : womenFirst(heads(view.columns), view, concepts)
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
  const rows = all.slice(0, MOST_ROWS).map(({ code, label }): PivotRow => {
    const figures = columns.map((column) => figureAt(code, column.code))
    const of = (sex: string | undefined) =>
      figures[columns.findIndex((column) => column.code === sex)]?.value ?? null
    return { code, label, figures, gap: gapOf(view.gap, of(sexes?.women), of(sexes?.men)) }
  })
  const metric = table.dimensions.find(({ id }) => id === concepts.measure)
  const measure =
    metric?.categories.find(({ code }) => code === view.chosen.get(metric.id))?.measure ?? table.measure
  return {
    columns,
    rows: ordered(rows, view),
    decimals: view.of === null ? (measure?.decimals ?? 0) : 1,
    unit: view.of === null ? textOf(measure?.unit, language, table.languages) : '%',
    left: Math.max(0, all.length - MOST_ROWS),
  }
}

/** Reads figures by codes; of a dimension that is asked for by `ALL`, their sum. */
class CellReader {
  readonly #table: StatTable
  readonly #offsets: ReadonlyMap<string, ReadonlyMap<string, number>>

  constructor(table: StatTable) {
    this.#table = table
    const strides = stridesOf(sizesOf(table))
    this.#offsets = new Map(
      table.dimensions.map(({ id, categories }, d) => [
        id,
        new Map(categories.map(({ code }, place) => [code, place * (strides[d] ?? 1)])),
      ]),
    )
  }

  dimension(id: string) {
    return this.#table.dimensions.find((dimension) => dimension.id === id)
  }

  figure(at: ReadonlyMap<string, string>): Figure {
    let cells = [0]
    for (const [id, offsets] of this.#offsets) {
      const code = at.get(id) ?? ALL
      const steps = code === ALL ? [...offsets.values()] : [offsets.get(code) ?? 0]
      cells =
        steps.length === 1
          ? cells.map((cell) => cell + (steps[0] ?? 0))
          : cells.flatMap((cell) => steps.map((step) => cell + step))
    }
    return cells.map((cell) => this.#at(cell)).reduce(sumOf)
  }

  #at(cell: number): Figure {
    const place = this.#table.states[cell] ?? 0
    const state = CELL_STATES[place] ?? 'unavailable'
    return { state, value: isFigure(place) ? (this.#table.values[cell] ?? null) : null }
  }
}

/** A sum with anything missing is missing, of its kind where they agree. */
function sumOf(a: Figure, b: Figure): Figure {
  if (a.value === null || b.value === null) {
    const [missing, other] = a.value === null ? [a, b] : [b, a]
    const agrees = other.value !== null || other.state === missing.state
    return { value: null, state: agrees ? missing.state : 'unavailable' }
  }
  return { value: a.value + b.value, state: a.state === 'nil' && b.state === 'nil' ? 'nil' : 'value' }
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
