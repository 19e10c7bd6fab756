import { ageCover, ageSpan, COUNTIES, MUNICIPALITIES } from '@jamvikt/domain'
import { type StatDimension, type TableParts, textOf } from '@jamvikt/tables'
import type { Concepts } from './concepts.ts'

/** What is shown of each row: the figures alone, or what women's are to men's beside them. */
export const GAPS = ['none', 'ratio', 'difference', 'share'] as const
export type Gap = (typeof GAPS)[number]

export const CHARTS = ['table', 'bars', 'lines', 'dots', 'map'] as const
export type Chart = (typeof CHARTS)[number]

export const ORDERS = ['given', 'falling', 'rising'] as const
type Order = (typeof ORDERS)[number]

/** How places on a map are put in classes; `parity` around equal figures of women and men. */
export const CLASSINGS = ['natural', 'quantile', 'equal', 'parity'] as const
type Classing = (typeof CLASSINGS)[number]

/** How a table is looked at: one dimension down, at most one across, one category of each other. */
export interface View {
  readonly rows: string
  readonly columns: string | null
  /** For each dimension that is neither, the code that is shown, or `ALL` for the sum of them. */
  readonly chosen: ReadonlyMap<string, string>
  /** The dimension whose whole the figures are told in per cent of: rows, columns or another; counts only. */
  readonly of: string | null
  readonly gap: Gap
  readonly chart: Chart
  readonly order: Order
  readonly classes: Classing
  /** Whether a map is of tiles, or of true boundaries where the operator has given them. */
  readonly borders: boolean
}

/** Columns that a page has room for. */
export const MOST_COLUMNS = 60

/** Stands for the sum of a dimension's categories. No producer uses it as a code. */
export const ALL = '*'

/**
 * Whether the categories of a dimension can be summed: they are parts that leave nothing out twice. Periods, measures and
 * hierarchies are not, nor is a dimension that holds its own total.
 */
export function isSummable(dimension: StatDimension, concepts: Concepts): boolean {
  return (
    dimension.categories.length > 1 &&
    dimension.role !== 'time' &&
    dimension.role !== 'metric' &&
    dimension.children === undefined &&
    totalOf(dimension, concepts) === null &&
    (dimension.role !== 'geo' || isOneLevel(dimension)) &&
    !hasOverlap(dimension)
  )
}

const MUNICIPALITY_CODES = new Set(MUNICIPALITIES.map(({ code }) => code))
const COUNTY_CODES = new Set(COUNTIES.map(({ code }) => code))

/** Whether all places are municipalities, or all are counties. */
function isOneLevel({ categories }: StatDimension): boolean {
  return [MUNICIPALITY_CODES, COUNTY_CODES].some((codes) => categories.every(({ code }) => codes.has(code)))
}

/** Whether any of the categories are spans of ages that hold others. */
function hasOverlap({ categories }: StatDimension): boolean {
  const spans = categories.flatMap(({ code, label }) => {
    const span = ageSpan(label.sv ?? Object.values(label)[0] ?? code) ?? ageSpan(code)
    return span === null || span === 'total' ? [] : [span]
  })
  const cover = spans.length < 2 ? null : ageCover(spans)
  return cover !== null && cover.overlaps.length + cover.wholes.length > 0
}

/** The category that stands for all of a dimension's; `null` where it has none. */
export function totalOf(dimension: StatDimension, concepts: Concepts): string | null {
  if (dimension.elimination?.total != null) return dimension.elimination.total
  if (dimension.id === concepts.sex?.dimension) return concepts.sex.codes.total
  const total = dimension.categories.find(({ label }) =>
    Object.values(label).some((text) => TOTAL.test(text)),
  )
  return total?.code ?? null
}

/** The dimensions that figures can be told in per cent of. */
export function wholesOf(parts: TableParts, view: View, concepts: Concepts): string[] {
  if (!isCount(parts, view.chosen, concepts)) return []
  return parts.dimensions
    .filter((dimension) => isSummable(dimension, concepts) || totalOf(dimension, concepts) !== null)
    .filter(({ id, role }) => role !== 'time' && view.chosen.get(id) !== ALL)
    .map(({ id }) => id)
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
    !/(?<!\p{L})(medel|genomsnitt|median|mean|average|andel|share|procent|per ?cent|kvot|index)|%/iu.test(
      text,
    )
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
  const narrow = (id: string | undefined) =>
    dimensions.find((dimension) => dimension.id === id && dimension.categories.length <= MOST_COLUMNS)?.id
  const columns =
    query('columns') === '' ? null : (narrow(query('columns')) ?? concepts.sex?.dimension ?? null)
  const rows = known(query('rows')) ?? defaultRows(dimensions, concepts, columns)
  const across = columns === rows ? null : columns
  const others = dimensions.filter(({ id }) => id !== rows && id !== across)
  const first = new Map(
    others.map((dimension) => [dimension.id, chosenCode(dimension, query(`in.${dimension.id}`), concepts)]),
  )
  const chosen = isCount(parts, first, concepts)
    ? new Map(
        others.map((dimension) => [
          dimension.id,
          query(`in.${dimension.id}`) === ALL && isSummable(dimension, concepts)
            ? ALL
            : (first.get(dimension.id) ?? ''),
        ]),
      )
    : first
  const hasSexes = concepts.sex !== null && across === concepts.sex.dimension
  const gap = hasSexes ? (oneOf(GAPS, query('gap')) ?? 'none') : 'none'
  const view: View = {
    rows,
    columns: across,
    chosen,
    of: null,
    gap,
    chart: oneOf(CHARTS, query('chart')) ?? 'table',
    order: oneOf(ORDERS, query('order')) ?? 'given',
    classes: oneOf(CLASSINGS, query('classes')) ?? 'natural',
    borders: query('map') === 'borders',
  }
  const of = wholesOf(parts, view, concepts).find((id) => id === query('of')) ?? null
  const hasShares = of === null && isCount(parts, chosen, concepts)
  return { ...view, of, gap: gap === 'share' && !hasShares ? 'ratio' : gap }
}

/** The address of a view: what makes it again, and no more. */
export function queryOf(view: View): URLSearchParams {
  const query = new URLSearchParams({ rows: view.rows, columns: view.columns ?? '' })
  for (const [dimension, code] of view.chosen) query.set(`in.${dimension}`, code)
  if (view.of !== null) query.set('of', view.of)
  if (view.gap !== 'none') query.set('gap', view.gap)
  if (view.chart !== 'table') query.set('chart', view.chart)
  if (view.order !== 'given') query.set('order', view.order)
  if (view.classes !== 'natural') query.set('classes', view.classes)
  if (view.borders) query.set('map', 'borders')
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

/** What a category that stands for all of a dimension is called; nothing that also names a part. */
const TOTAL =
  /^(tot|total|totalt|totala|samtliga|alla|all|båda könen|both sexes|riket|hela riket|samtliga \p{L}+)$/iu
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
