import { type StatDimension, type TableParts, textOf } from '@jamvikt/tables'
import {
  CHARTS,
  type Chart,
  chartsFor,
  type Layout,
  type Pair,
  pairFor,
  panelsFor,
  pyramidAges,
} from './charts-for.ts'
import type { Concepts } from './concepts.ts'
import { ALL, isCount, isSummable, totalOf, wholesOf } from './wholes.ts'

export { ALL, isCount, isSummable, totalOf } from './wholes.ts'

/** What is shown of each row: the figures alone, or what women's are to men's beside them. */
export const GAPS = ['none', 'ratio', 'difference', 'share'] as const
export type Gap = (typeof GAPS)[number]

export const ORDERS = ['given', 'falling', 'rising'] as const
type Order = (typeof ORDERS)[number]

/** How figures are put in classes of colour; `parity` around equal figures of women and men. */
export const CLASSINGS = ['natural', 'quantile', 'equal', 'parity'] as const
type Classing = (typeof CLASSINGS)[number]

/** Which maps are shown where no gap is: one for each column, or two columns and what one is less the other. */
export const MAPS = ['each', 'difference'] as const
type Maps = (typeof MAPS)[number]

/** How a table is looked at: one dimension down, at most one across, one category of each other. */
export interface View {
  readonly rows: string
  readonly columns: string | null
  /** For each dimension that is neither, the code that is shown, or `ALL` for the sum of them. */
  readonly chosen: ReadonlyMap<string, string>
  /** One of those dimensions, where the view is shown once for each of its categories. */
  readonly panels: string | null
  /** The dimension whose whole the figures are told in per cent of: rows, columns or another; counts only. */
  readonly of: string | null
  readonly gap: Gap
  readonly chart: Chart
  readonly order: Order
  readonly classes: Classing
  /** Whether a map is of tiles, or of true boundaries where the operator has given them. */
  readonly borders: boolean
  readonly maps: Maps
  /** The columns that a cloud of points or a map of differences is of. */
  readonly pair: Pair | null
}

/** Columns that a page has room for. */
export const MOST_COLUMNS = 60

/** What a view was asked for by: parameters of an address. */
export type ViewQuery = (name: string) => string | undefined

/**
 * The view that an address asks for, made whole with what shows most: women and men across, places down, the latest
 * period, and of every other dimension its total or else its first category. What an address asks for and the table
 * does not have is passed over.
 */
export function viewOf(query: ViewQuery, parts: TableParts, concepts: Concepts): View {
  const layout = layoutOf(query, parts, concepts)
  const { columns, chosen } = layout
  const asked = oneOf(CHARTS, query('chart'))
  const isFit =
    asked !== undefined &&
    chartsFor(parts, layout, concepts).includes(asked) &&
    (asked !== 'pyramid' || layout.rows === concepts.age)
  const chart = isFit ? asked : 'table'
  const of = wholesOf(parts, layout, concepts).find((id) => id === query('of')) ?? null
  const hasSexes = concepts.sex !== null && columns === concepts.sex.dimension
  const gap = hasSexes ? (oneOf(GAPS, query('gap')) ?? 'none') : 'none'
  const hasShares = of === null && isCount(parts, chosen, concepts)
  const panels = panelsFor(parts, { ...layout, chart }, concepts).find((id) => id === query('panels'))
  const pair = pairFor(parts, columns, concepts, { x: query('x'), y: query('y') })
  const isBetween = chart === 'map' && gap === 'none' && pair !== null && query('maps') === 'difference'
  return {
    ...layout,
    panels: panels ?? null,
    of,
    gap: gap === 'share' && !hasShares ? 'ratio' : gap,
    chart,
    order: oneOf(ORDERS, query('order')) ?? 'given',
    classes: oneOf(CLASSINGS, query('classes')) ?? 'natural',
    borders: query('map') === 'borders',
    maps: isBetween ? 'difference' : 'each',
    pair: isBetween || chart === 'scatter' ? pair : null,
  }
}

/** The address of a view: what makes it again, and no more. */
export function queryOf(view: View): URLSearchParams {
  const query = new URLSearchParams({ rows: view.rows, columns: view.columns ?? '' })
  for (const [dimension, code] of view.chosen) query.set(`in.${dimension}`, code)
  if (view.panels !== null) query.set('panels', view.panels)
  if (view.of !== null) query.set('of', view.of)
  if (view.gap !== 'none') query.set('gap', view.gap)
  if (view.chart !== 'table') query.set('chart', view.chart)
  if (view.order !== 'given') query.set('order', view.order)
  if (view.classes !== 'natural') query.set('classes', view.classes)
  if (view.borders) query.set('map', 'borders')
  if (view.maps !== 'each') query.set('maps', view.maps)
  if (view.pair !== null) {
    query.set('x', view.pair.x)
    query.set('y', view.pair.y)
  }
  return query
}

function layoutOf(query: ViewQuery, parts: TableParts, concepts: Concepts): Layout {
  const { dimensions } = parts
  const known = (id: string | undefined) => dimensions.find((dimension) => dimension.id === id)?.id
  const narrow = (id: string | undefined) =>
    dimensions.find((dimension) => dimension.id === id && dimension.categories.length <= MOST_COLUMNS)?.id
  const sex = concepts.sex?.dimension ?? null
  const laidOut = (rows: string, columns: string | null): Layout => {
    const across = columns === rows ? null : columns
    const others = dimensions.filter(({ id }) => id !== rows && id !== across)
    return { rows, columns: across, chosen: chosenOf(query, others, parts, concepts) }
  }
  if (query('chart') === 'pyramid' && concepts.age !== null && pyramidAges(parts, concepts) !== null) {
    const pyramid = laidOut(concepts.age, sex)
    if (isCount(parts, pyramid.chosen, concepts)) return pyramid
  }
  const columns = query('columns') === '' ? null : (narrow(query('columns')) ?? sex)
  return laidOut(known(query('rows')) ?? defaultRows(dimensions, concepts, columns), columns)
}

/** The code that is shown of each dimension; the sum of its categories where that is asked for, and is one. */
function chosenOf(
  query: ViewQuery,
  others: readonly StatDimension[],
  parts: TableParts,
  concepts: Concepts,
): ReadonlyMap<string, string> {
  const first = new Map(
    others.map((dimension) => [dimension.id, chosenCode(dimension, query(`in.${dimension.id}`), concepts)]),
  )
  if (!isCount(parts, first, concepts)) return first
  return new Map(
    others.map((dimension) => [
      dimension.id,
      query(`in.${dimension.id}`) === ALL && isSummable(dimension, concepts)
        ? ALL
        : (first.get(dimension.id) ?? ''),
    ]),
  )
}

function defaultRows(
  dimensions: readonly StatDimension[],
  concepts: Concepts,
  columns: string | null,
): string {
  const several = dimensions.filter(({ id, categories }) => id !== columns && categories.length > 1)
  const wanted = [concepts.place?.dimension, concepts.background, concepts.time, concepts.age]
  const found = wanted.find((id) => several.some((dimension) => dimension.id === id))
  return found ?? several[0]?.id ?? dimensions.find(({ id }) => id !== columns)?.id ?? dimensions[0]?.id ?? ''
}

/** What is shown first of a dimension without a total. */
const WIDEST = /^(tot.*|.*\btotalt\b.*|\d+\+ år|\d+ år och äldre|20-64 år)$/i

function chosenCode(dimension: StatDimension, asked: string | undefined, concepts: Concepts): string {
  const { id, categories } = dimension
  if (asked !== undefined && categories.some(({ code }) => code === asked)) return asked
  if (id === concepts.time)
    return (
      categories
        .map(({ code }) => code)
        .toSorted()
        .at(-1) ?? ''
    )
  const widest = categories.find(({ label }) => Object.values(label).some((text) => WIDEST.test(text)))
  return totalOf(dimension, concepts) ?? widest?.code ?? categories[0]?.code ?? ''
}

function oneOf<T extends string>(all: readonly T[], text: string | undefined): T | undefined {
  return all.find((each) => each === text)
}

/** The text of a category, in the language of the reader. */
export function labelOf(
  dimension: StatDimension | undefined,
  code: string,
  language: string,
  languages: readonly string[],
): string {
  const category = dimension?.categories.find((each) => each.code === code)
  return textOf(category?.label, language, languages) || code
}
