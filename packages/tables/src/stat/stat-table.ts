import type { CellState } from './cell-state.ts'

/** A text by language (`sv`, `en`, …). What has no language of its own stands under the table's first. */
export type Texts = Readonly<Record<string, string>>

/** A footnote. A mandatory one must be shown wherever its figures are. */
export interface Note {
  readonly text: Texts
  readonly mandatory: boolean
}

/** What a figure measures: of the whole table, or of one category where a dimension holds the contents. */
export interface Measure {
  readonly unit?: Texts
  /** Decimals that are shown, 0–15. Values may be kept with more. */
  readonly decimals: number
  readonly kind?: 'stock' | 'flow' | 'average'
  readonly prices?: 'current' | 'fixed'
  readonly adjusted?: { readonly calendar?: boolean; readonly season?: boolean }
  readonly basePeriod?: Texts
  readonly referencePeriod?: Texts
  readonly contact?: Texts
  /** ISO 8601, to the minute at least where known. */
  readonly updated?: string
}

/** One value of a dimension. Codes are unique within it. */
export interface Category {
  readonly code: string
  readonly label: Texts
  readonly notes?: readonly Note[]
  /** Only in the dimension with the role `metric`. */
  readonly measure?: Measure
}

export const DIMENSION_ROLES = ['time', 'geo', 'metric', 'classification'] as const
export type DimensionRole = (typeof DIMENSION_ROLES)[number]

export const TIME_UNITS = ['year', 'half-year', 'quarter', 'month', 'week', 'day'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

export interface StatDimension {
  readonly id: string
  readonly label: Texts
  /** `time` and `metric` at most once in a table. */
  readonly role: DimensionRole
  readonly categories: readonly Category[]
  /** Codes of a category's parts, by the whole's code. A part may belong to several wholes; there is no cycle. */
  readonly children?: Readonly<Record<string, readonly string[]>>
  /** May be left out of a question: the category that then stands for all, or `null` where all are summed. */
  readonly elimination?: { readonly total: string | null }
  readonly timeUnit?: TimeUnit
  /** The map or division of places that the codes belong to. */
  readonly map?: Texts
  /** The list of values that the codes are taken from. */
  readonly domain?: Texts
  readonly notes?: readonly Note[]
  /** How values are shown by themselves; both where nothing is said. */
  readonly show?: 'code' | 'label' | 'code-label' | 'label-code'
}

/** Something about a set of cells: for each dimension the category's place, or `null` for all of them. */
export interface CellNote {
  readonly at: readonly (number | null)[]
  readonly note: Note
}

/** A short mark shown beside a cell's figure (a letter, an asterisk). */
export interface CellMark {
  readonly at: readonly (number | null)[]
  readonly mark: Texts
}

/** A keyword of a PX file that has no place of its own here, kept so that it can be written back. */
export interface PxKeyword {
  readonly keyword: string
  readonly language: string | null
  readonly keys: readonly string[]
  /** Texts in quotes, or bare words and numbers as they stood. */
  readonly values: readonly { readonly text: string; readonly quoted: boolean }[]
}

/** What a format can say that this type has no word for. A writer of the same format writes it back; others leave it. */
export interface OtherParts {
  readonly px?: readonly PxKeyword[]
  readonly jsonStat?: Readonly<Record<string, unknown>>
}

/**
 * A statistical table: a cube of figures with what is needed to read them. Every format is read into this and written
 * from it. Cells lie row by row: the last dimension runs fastest. `values[i]` is NaN where `states[i]` says that there
 * is no figure; a figure is a finite number.
 */
export interface StatTable {
  /** The producer's own name of the table, such as a matrix code; may be empty. */
  readonly id: string
  /** At least one; the first is the main one. */
  readonly languages: readonly string[]
  readonly title: Texts
  /** What the figures are, without “by …”. */
  readonly contents?: Texts
  readonly description?: Texts
  readonly source?: Texts
  readonly database?: Texts
  readonly contact?: Texts
  readonly subject?: { readonly code: string; readonly label: Texts }
  readonly link?: Texts
  readonly survey?: Texts
  readonly licence?: string
  /** ISO 8601. */
  readonly created?: string
  readonly updated?: string
  readonly nextUpdate?: string
  readonly updateFrequency?: string
  readonly officialStatistics?: boolean
  readonly copyright?: boolean
  readonly notes?: readonly Note[]
  readonly dimensions: readonly StatDimension[]
  /** How many of the dimensions stand in the stub (rows); the rest stand in the heading. */
  readonly stub: number
  /** Of all figures, where no dimension is `metric`. */
  readonly measure?: Measure
  readonly values: Float64Array
  /** A place of `CELL_STATES` for every cell. */
  readonly states: Uint8Array
  /** Texts of the source for its missing kinds and for nil, by state. */
  readonly stateTexts?: Readonly<Partial<Record<CellState, Texts>>>
  readonly cellNotes?: readonly CellNote[]
  readonly cellMarks?: readonly CellMark[]
  readonly other?: OtherParts
}

/** A list of values apart from a table, or a grouping of another list's values. */
export interface CodeList {
  readonly id: string
  readonly label: Texts
  readonly kind: 'valueset' | 'aggregation'
  /** The domain or list whose values are grouped or chosen. */
  readonly domain?: string
  readonly values: readonly {
    readonly code: string
    readonly label: Texts
    /** In an aggregation, the codes that are summed; in a valueset the code itself. */
    readonly members: readonly string[]
  }[]
}

/**
 * The text in the wanted language, or in the first of the table's languages that has it.
 * @param languages of the table, the main one first
 * @returns the text; empty where there is none
 * @example textOf({ sv: 'Kön', en: 'Sex' }, 'en', ['sv', 'en']) // 'Sex'
 */
export function textOf(texts: Texts | undefined, language: string, languages: readonly string[]): string {
  if (texts === undefined) return ''
  const found = [language, ...languages].find((each) => texts[each] !== undefined)
  return found === undefined ? (Object.values(texts)[0] ?? '') : (texts[found] ?? '')
}

/**
 * How far apart neighbours of each dimension lie among the cells.
 * @returns a stride for each dimension; the last is 1
 * @example stridesOf([2, 3, 4]) // [12, 4, 1]
 */
export function stridesOf(sizes: readonly number[]): number[] {
  const strides = new Array<number>(sizes.length).fill(1)
  for (let d = sizes.length - 2; d >= 0; d--) strides[d] = (strides[d + 1] ?? 1) * (sizes[d + 1] ?? 1)
  return strides
}

/**
 * How many categories each dimension has.
 * @example sizesOf(table) // [290, 2, 1]
 */
export function sizesOf(table: Pick<StatTable, 'dimensions'>): number[] {
  return table.dimensions.map(({ categories }) => categories.length)
}

/**
 * How many cells dimensions of these sizes have; 1 where there are none.
 * @example cellsOf([2, 3, 4]) // 24
 */
export function cellsOf(sizes: readonly number[]): number {
  return sizes.reduce((product, size) => product * size, 1)
}
