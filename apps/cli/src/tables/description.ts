import {
  CELL_STATES,
  type CellState,
  type DimensionRole,
  type KoladaKpi,
  type Measure,
  STATE,
  type StatDimension,
  type StatTable,
  type TimeUnit,
  textOf,
} from '@jamvikt/tables'

/** Categories of a dimension that are named one by one. */
const FIRST = 5

export interface DimensionDescription {
  readonly id: string
  readonly label: string
  readonly role: DimensionRole
  readonly categories: number
  readonly first: readonly { readonly code: string; readonly label: string }[]
  /** How many of the categories have parts. */
  readonly wholes: number
  /** `null` where it may not be left out of a question; `total` is `null` where all are summed. */
  readonly elimination: { readonly total: string | null } | null
}

interface MeasureDescription {
  /** `null` where the measure is that of the whole table. */
  readonly code: string | null
  readonly label: string | null
  readonly unit: string | null
  readonly decimals: number
  readonly kind: Measure['kind'] | null
  readonly prices: Measure['prices'] | null
}

/** What a table holds, without its figures. The names of its members stay as they are. */
export interface TableDescription {
  readonly kind: 'table'
  readonly id: string
  readonly language: string
  readonly languages: readonly string[]
  readonly title: string
  readonly contents: string | null
  readonly source: string | null
  readonly licence: string | null
  readonly updated: string | null
  readonly nextUpdate: string | null
  readonly dimensions: readonly DimensionDescription[]
  readonly measures: readonly MeasureDescription[]
  readonly periods: {
    readonly dimension: string
    readonly unit: TimeUnit | null
    readonly count: number
    readonly first: string
    readonly last: string
  } | null
  readonly cells: number
  /** How many cells there are of each kind, all kinds named. */
  readonly states: Readonly<Record<CellState, number>>
  readonly notes: {
    readonly table: number
    readonly dimensions: number
    readonly categories: number
    readonly cells: number
    readonly mandatory: number
  }
  readonly marks: number
}

/** What Kolada’s catalogue holds. */
export interface CatalogueDescription {
  readonly kind: 'kolada-catalogue'
  readonly kpis: number
  readonly bySex: number
  readonly first: readonly { readonly code: string; readonly label: string }[]
}

/** Describes a table in one of its languages. */
export function describeTable(table: StatTable, language: string): TableDescription {
  const { dimensions, languages } = table
  const words = (texts: StatTable['source']) => textOf(texts, language, languages)
  const wordsIfAny = (texts: StatTable['source']) => (texts === undefined ? null : words(texts))
  return {
    kind: 'table',
    id: table.id,
    language,
    languages,
    title: words(table.title),
    contents: wordsIfAny(table.contents),
    source: wordsIfAny(table.source),
    licence: table.licence ?? null,
    updated: table.updated ?? null,
    nextUpdate: table.nextUpdate ?? null,
    dimensions: dimensions.map(({ id, label, role, categories, children, elimination }) => ({
      id,
      label: words(label),
      role,
      categories: categories.length,
      first: categories.slice(0, FIRST).map((each) => ({ code: each.code, label: words(each.label) })),
      wholes: Object.values(children ?? {}).filter((parts) => parts.length > 0).length,
      elimination: elimination ?? null,
    })),
    measures: measuresOf(table, wordsIfAny),
    periods: periodsOf(dimensions),
    cells: table.values.length,
    states: countStates(table.states),
    notes: countNotes(table),
    marks: table.cellMarks?.length ?? 0,
  }
}

/** Describes the catalogue of KPIs. */
export function describeCatalogue(kpis: readonly KoladaKpi[]): CatalogueDescription {
  return {
    kind: 'kolada-catalogue',
    kpis: kpis.length,
    bySex: kpis.filter((kpi) => kpi.is_divided_by_gender).length,
    first: kpis.slice(0, FIRST).map(({ id, title }) => ({ code: id, label: title })),
  }
}

function measuresOf(
  { measure, dimensions }: StatTable,
  words: (texts: StatTable['source']) => string | null,
): MeasureDescription[] {
  const described = (code: string | null, label: string | null, each: Measure) => ({
    code,
    label,
    unit: words(each.unit),
    decimals: each.decimals,
    kind: each.kind ?? null,
    prices: each.prices ?? null,
  })
  const ofContents = dimensions
    .filter(({ role }) => role === 'metric')
    .flatMap(({ categories }) =>
      categories.flatMap((each) =>
        each.measure === undefined ? [] : [described(each.code, words(each.label), each.measure)],
      ),
    )
  return measure === undefined ? ofContents : [described(null, null, measure), ...ofContents]
}

function periodsOf(dimensions: readonly StatDimension[]): TableDescription['periods'] {
  const time = dimensions.find(({ role }) => role === 'time')
  const codes = (time?.categories ?? []).map(({ code }) => code).sort()
  const [first] = codes
  const last = codes.at(-1)
  if (time === undefined || first === undefined || last === undefined) return null
  return { dimension: time.id, unit: time.timeUnit ?? null, count: codes.length, first, last }
}

function countStates(states: Uint8Array): Readonly<Record<CellState, number>> {
  const counts = new Uint32Array(CELL_STATES.length)
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1
  const count = (state: CellState) => counts[STATE[state]] ?? 0
  return {
    value: count('value'),
    nil: count('nil'),
    notApplicable: count('notApplicable'),
    unavailable: count('unavailable'),
    withheld: count('withheld'),
    noAnswer: count('noAnswer'),
    declined: count('declined'),
    notAsked: count('notAsked'),
  }
}

function countNotes({ notes = [], dimensions, cellNotes = [] }: StatTable): TableDescription['notes'] {
  const ofDimensions = dimensions.flatMap((dimension) => dimension.notes ?? [])
  const ofCategories = dimensions.flatMap(({ categories }) => categories.flatMap((each) => each.notes ?? []))
  const ofCells = cellNotes.map(({ note }) => note)
  return {
    table: notes.length,
    dimensions: ofDimensions.length,
    categories: ofCategories.length,
    cells: ofCells.length,
    mandatory: [...notes, ...ofDimensions, ...ofCategories, ...ofCells].filter(({ mandatory }) => mandatory)
      .length,
  }
}
