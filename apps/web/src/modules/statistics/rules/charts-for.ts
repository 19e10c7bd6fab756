import type { TableParts } from '@jamvikt/tables'
import { ageParts } from './age-parts.ts'
import type { Concepts } from './concepts.ts'
import type { View } from './view.ts'
import { isCount, totalOf } from './wholes.ts'

export const CHARTS = ['table', 'bars', 'lines', 'dots', 'map', 'heat', 'pyramid', 'scatter'] as const
export type Chart = (typeof CHARTS)[number]

/** What a chart is chosen for: how a table is laid out. */
export type Layout = Pick<View, 'rows' | 'columns' | 'chosen'>

/** Fewer places make no cloud. */
const FEWEST_POINTS = 8
const FEWEST_AGES = 3
/** Charts that can be drawn once for each category of a further dimension. */
const PANELLED: readonly Chart[] = ['table', 'bars', 'lines', 'dots', 'pyramid']
const MOST_PANELS = 12

/** The charts that say something of a table laid out so; a pyramid lays it out by itself. */
export function chartsFor(parts: TableParts, { rows, columns, chosen }: Layout, concepts: Concepts): Chart[] {
  const count = (id: string | null) =>
    parts.dimensions.find((dimension) => dimension.id === id)?.categories.length ?? 1
  const hasPlaces = rows === concepts.place?.dimension && concepts.place.level !== 'mixed'
  const isOverTime = rows === concepts.time
  const hasSexes = concepts.sex !== null && columns === concepts.sex.dimension
  const says: Readonly<Record<Chart, boolean>> = {
    table: true,
    bars: !isOverTime,
    lines: isOverTime,
    dots: hasSexes && !isOverTime,
    map: hasPlaces,
    heat: count(rows) > 1 && count(columns) > 1,
    pyramid: pyramidAges(parts, concepts) !== null && isCount(parts, chosen, concepts),
    scatter: !isOverTime && count(rows) >= FEWEST_POINTS && count(columns) > 1,
  }
  return CHARTS.filter((chart) => says[chart])
}

/** The ages that a pyramid of the table has, youngest first; `null` where it can have none. */
export function pyramidAges(parts: TableParts, concepts: Concepts): readonly string[] | null {
  const dimension = parts.dimensions.find(({ id }) => id === concepts.age)
  if (dimension === undefined || concepts.sex === null) return null
  const total = totalOf(dimension, concepts)
  const { codes, wholes, shared, others } = ageParts(dimension)
  const ages = codes.filter((code) => code !== total)
  const isAgesAlone = [...wholes, ...others].every((code) => code === total)
  return shared || !isAgesAlone || ages.length < FEWEST_AGES ? null : ages
}

/** The dimensions that a view can be drawn once for each category of: women and men first. */
export function panelsFor(
  parts: TableParts,
  { rows, columns, chart }: Pick<View, 'rows' | 'columns' | 'chart'>,
  concepts: Concepts,
): string[] {
  if (!PANELLED.includes(chart)) return []
  const sex = concepts.sex?.dimension
  return parts.dimensions
    .filter(({ id, role }) => id !== rows && id !== columns && role !== 'metric')
    .filter(({ categories }) => categories.length > 1 && categories.length <= MOST_PANELS)
    .map(({ id }) => id)
    .toSorted((a, b) => Number(b === sex) - Number(a === sex))
}

/** Two columns held against each other: what `y` is, seen from `x`. */
export interface Pair {
  readonly x: string
  readonly y: string
}

/** The pair that says most: women’s against men’s, the latest period against the first, else the first two columns. */
export function pairFor(
  parts: TableParts,
  columns: string | null,
  concepts: Concepts,
  asked: { readonly x: string | undefined; readonly y: string | undefined },
): Pair | null {
  const dimension = parts.dimensions.find(({ id }) => id === columns)
  if (dimension === undefined) return null
  const codes = dimension.categories.map(({ code }) => code)
  const known = (code: string | undefined) => codes.find((each) => each === code)
  const [x, y] = [known(asked.x), known(asked.y)]
  if (x !== undefined && y !== undefined && x !== y) return { x, y }
  if (dimension.id === concepts.sex?.dimension)
    return { x: concepts.sex.codes.men, y: concepts.sex.codes.women }
  const total = totalOf(dimension, concepts)
  const parted = codes.length > 2 ? codes.filter((code) => code !== total) : codes
  const [first, second] = dimension.role === 'time' ? endsOf(parted.toSorted()) : parted
  return first === undefined || second === undefined ? null : { x: first, y: second }
}

function endsOf(codes: readonly string[]): readonly (string | undefined)[] {
  return [codes[0], codes.length > 1 ? codes.at(-1) : undefined]
}
