import { type StatDimension, type TableParts, textOf } from '@jamvikt/tables'
import type { Concepts } from './concepts.ts'

/** What is shown of each row: the figures alone, or what women's are to men's beside them. */
export const GAPS = ['none', 'ratio', 'difference', 'share'] as const
export type Gap = (typeof GAPS)[number]

export const CHARTS = ['table', 'bars', 'lines', 'dots', 'map'] as const
export type Chart = (typeof CHARTS)[number]

export const ORDERS = ['given', 'falling', 'rising'] as const
export type Order = (typeof ORDERS)[number]

/** How a table is looked at: one dimension down, at most one across, one category of each other. */
export interface View {
  readonly rows: string
  readonly columns: string | null
  /** For each dimension that is neither, the code that is shown. */
  readonly chosen: ReadonlyMap<string, string>
  readonly gap: Gap
  readonly chart: Chart
  readonly order: Order
}

/** What a view was asked for by: parameters of an address. */
export type ViewQuery = (name: string) => string | undefined

/** Measures of which parts can be summed to a whole: shares of women are told of no others. */
export function isCount(parts: TableParts, chosen: ReadonlyMap<string, string>, concepts: Concepts): boolean {
  const metric = parts.dimensions.find(({ id }) => id === concepts.measure)
  const category = metric?.categories.find(({ code }) => code === chosen.get(metric.id))
  const measure = category?.measure ?? parts.measure
  const told = [parts.title, parts.contents, measure?.unit, category?.label]
  const kinds = parts.dimensions.flatMap(({ id, categories }) =>
    categories.filter(({ code }) => code === chosen.get(id)).map(({ label }) => label),
  )
  const text = [...told, ...kinds].flatMap((texts) => Object.values(texts ?? {})).join(' ')
  return (
    (measure?.decimals ?? 0) === 0 &&
    !/medel|median|mean|average|andel|share|procent|per ?cent|%|kvot|index/i.test(text)
  )
}

/**
 * The view that an address asks for, made whole with what shows most: women and men across, places down, the latest
 * period, and of every other dimension its total or else its first category. What an address asks for and the table
 * does not have is passed over.
 */
export function viewOf(query: ViewQuery, parts: TableParts, concepts: Concepts): View {
  const { dimensions } = parts
  const known = (id: string | undefined) => dimensions.find((dimension) => dimension.id === id)?.id
  const columns =
    query('columns') === '' ? null : (known(query('columns')) ?? concepts.sex?.dimension ?? null)
  const rows = known(query('rows')) ?? defaultRows(dimensions, concepts, columns)
  const across = columns === rows ? null : columns
  const chosen = new Map(
    dimensions
      .filter(({ id }) => id !== rows && id !== across)
      .map((dimension) => [dimension.id, chosenCode(dimension, query(`in.${dimension.id}`), concepts)]),
  )
  const hasSexes = concepts.sex !== null && across === concepts.sex.dimension
  const gap = hasSexes ? (oneOf(GAPS, query('gap')) ?? 'none') : 'none'
  return {
    rows,
    columns: across,
    chosen,
    gap: gap === 'share' && !isCount(parts, chosen, concepts) ? 'ratio' : gap,
    chart: oneOf(CHARTS, query('chart')) ?? 'table',
    order: oneOf(ORDERS, query('order')) ?? 'given',
  }
}

/** The address of a view: what makes it again, and no more. */
export function queryOf(view: View): URLSearchParams {
  const query = new URLSearchParams({ rows: view.rows, columns: view.columns ?? '' })
  for (const [dimension, code] of view.chosen) query.set(`in.${dimension}`, code)
  if (view.gap !== 'none') query.set('gap', view.gap)
  if (view.chart !== 'table') query.set('chart', view.chart)
  if (view.order !== 'given') query.set('order', view.order)
  return query
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

const TOTAL =
  /^(tot.*|t|samtliga.*|alla.*|all|total.*|riket|båda könen|.*\btotalt\b.*|20-64 år|20\+ år|20 år och äldre)$/i

function chosenCode(dimension: StatDimension, asked: string | undefined, concepts: Concepts): string {
  const { id, categories, elimination } = dimension
  if (asked !== undefined && categories.some(({ code }) => code === asked)) return asked
  if (id === concepts.time) return categories.at(-1)?.code ?? ''
  if (elimination?.total != null) return elimination.total
  if (id === concepts.sex?.dimension && concepts.sex.codes.total !== null) return concepts.sex.codes.total
  const total = categories.find(
    ({ code, label }) => TOTAL.test(code) || Object.values(label).some((text) => TOTAL.test(text)),
  )
  return total?.code ?? categories[0]?.code ?? ''
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
