import { forEachCell } from './json-stat/cell-marks.ts'
import { STATE } from './stat/cell-state.ts'
import {
  type Note,
  type StatDimension,
  type StatTable,
  sizesOf,
  stridesOf,
  textOf,
} from './stat/stat-table.ts'
import type { StatTarget } from './write-stat-table.ts'

/**
 * What a format may have no place for.
 *
 * - `languages`: texts in other languages than the one written
 * - `codes`: the codes of values, where their labels stand instead
 * - `labels`: the labels of values, where their codes stand alone
 * - `dimension-names`: ids or labels of dimensions, which are written changed or not at all
 * - `structure`: hierarchies, eliminations, maps, domains, roles and units of time
 * - `table-texts`: title, source, contact, dates, licence and whatever else is said of the table as a whole
 * - `licence`: the licence alone
 * - `measures`: units, decimals shown, kind, prices, adjustment and periods
 * - `notes`: footnotes; `note-signs`: `#`, carriage returns and NUL in notes and contacts
 * - `marks`: marks beside cells; `state-texts`: the source’s words for its signs
 * - `missing-kinds`: why a figure is missing, where two kinds get one sign; `nil`: that a 0 is nothing at all
 * - `date-precision`: seconds and zones
 * - `px-keywords`, `json-stat-members`: what a file said that only its own format can say
 */
export const STAT_LOSSES = [
  'languages',
  'codes',
  'labels',
  'dimension-names',
  'structure',
  'table-texts',
  'licence',
  'measures',
  'notes',
  'note-signs',
  'marks',
  'state-texts',
  'missing-kinds',
  'nil',
  'date-precision',
  'px-keywords',
  'json-stat-members',
] as const
export type StatLoss = (typeof STAT_LOSSES)[number]

type Finder = (table: StatTable) => boolean
type Finders = Partial<Record<StatLoss, Finder>>

const hasLanguages: Finder = ({ languages }) => languages.length > 1
const hasMarks: Finder = ({ cellMarks = [] }) => cellMarks.length > 0
const hasPxKeywords: Finder = ({ other }) => (other?.px?.length ?? 0) > 0
const hasJsonStatMembers: Finder = ({ other }) => other?.jsonStat !== undefined

const ROWS: Finders = {
  languages: hasLanguages,
  structure: hasStructure,
  'table-texts': hasTableTexts,
  measures: hasMeasures,
  notes: (table) => notesOf(table).length > 0,
  marks: hasMarks,
  'state-texts': ({ stateTexts }) => stateTexts !== undefined,
  'px-keywords': hasPxKeywords,
  'json-stat-members': hasJsonStatMembers,
}

const JSON_STAT: Finders = { languages: hasLanguages, marks: hasMarkOnSign, 'px-keywords': hasPxKeywords }

const FINDERS: Readonly<Record<StatTarget, Finders>> = {
  px: {
    licence: ({ licence }) => licence !== undefined,
    'dimension-names': hasLabelsAlike,
    'note-signs': hasNoteSigns,
    'date-precision': hasPreciseDates,
    'json-stat-members': hasJsonStatMembers,
  },
  'json-stat2': JSON_STAT,
  'json-stat': {
    ...JSON_STAT,
    'dimension-names': ({ dimensions }) => dimensions.some(({ id }) => ['id', 'size', 'role'].includes(id)),
  },
  csv: { ...ROWS, 'dimension-names': ({ dimensions }) => dimensions.some(isNamedApart) },
  'csv-wide': {
    ...ROWS,
    codes: hasLabelsApart,
    'dimension-names': ({ dimensions, stub }) => stub < dimensions.length || dimensions.some(isNamedApart),
  },
  'sdmx-csv': {
    ...ROWS,
    labels: hasLabelsApart,
    'dimension-names': () => true,
    'missing-kinds': ({ states }) => states.includes(STATE.noAnswer) || states.includes(STATE.declined),
    nil: ({ states }) => states.includes(STATE.nil),
  },
  xlsx: {},
  parquet: {},
}

/**
 * What of a table a format has no place for: what is in this table and will not be in the file. Figures and their
 * places are in every format.
 * @returns the kinds of what is lost, in the order of `STAT_LOSSES`; empty where the file holds the whole table
 * @example lossesOf(table, 'json-stat2') // ['languages']
 */
export function lossesOf(table: StatTable, format: StatTarget): readonly StatLoss[] {
  const finders = FINDERS[format]
  return STAT_LOSSES.filter((loss) => finders[loss]?.(table) === true)
}

function isNamedApart({ id, label }: StatDimension): boolean {
  return Object.values(label).some((text) => text !== id)
}

function hasLabelsApart({ dimensions }: StatTable): boolean {
  return dimensions.some(({ categories }) =>
    categories.some(({ code, label }) => Object.values(label).some((text) => text !== code)),
  )
}

function hasStructure({ dimensions }: StatTable): boolean {
  return dimensions.some(
    ({ role, children, elimination, timeUnit, map, domain, show }) =>
      role !== 'classification' ||
      [children, elimination, timeUnit, map, domain, show].some((part) => part !== undefined),
  )
}

function hasTableTexts(table: StatTable): boolean {
  const { contents, description, source, database, contact, subject, link, survey, licence } = table
  const { created, updated, nextUpdate, updateFrequency, officialStatistics, copyright } = table
  const said = [
    ...[contents, description, source, database, contact, subject, link, survey, licence],
    ...[created, updated, nextUpdate, updateFrequency, officialStatistics, copyright],
  ]
  const isTitled = Object.values(table.title).some((text) => text !== '')
  return table.id !== '' || isTitled || said.some((each) => each !== undefined)
}

function hasMeasures({ measure, dimensions }: StatTable): boolean {
  const measures = [
    measure,
    ...dimensions.flatMap(({ categories }) => categories.map((each) => each.measure)),
  ]
  return measures.some((each) => each !== undefined)
}

function notesOf({ notes = [], dimensions, cellNotes = [] }: StatTable): readonly Note[] {
  return [
    ...notes,
    ...dimensions.flatMap((dimension) => [
      ...(dimension.notes ?? []),
      ...dimension.categories.flatMap((category) => category.notes ?? []),
    ]),
    ...cellNotes.map(({ note }) => note),
  ]
}

function hasNoteSigns(table: StatTable): boolean {
  const contacts = [
    table.contact,
    table.measure?.contact,
    ...table.dimensions.flatMap(({ categories }) => categories.map(({ measure }) => measure?.contact)),
  ]
  const texts = [...notesOf(table).map(({ text }) => text), ...contacts]
  return texts.some((each) => Object.values(each ?? {}).some((text) => /[#\r\0]/.test(text)))
}

/** A PX file tells variables apart by their labels. */
function hasLabelsAlike({ dimensions, languages }: StatTable): boolean {
  return languages.some((language) => {
    const names = dimensions.map(({ label }) => textOf(label, language, languages))
    return names.includes('') || new Set(names).size < names.length
  })
}

/** A PX file has minutes, without a zone. */
function hasPreciseDates({ created, updated, nextUpdate, measure, dimensions }: StatTable): boolean {
  const dates = [
    ...[created, updated, nextUpdate, measure?.updated],
    ...dimensions.flatMap(({ categories }) => categories.map((each) => each.measure?.updated)),
  ]
  return dates.some((date) => date !== undefined && !/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(date))
}

/** In JSON-stat a mark stands where the sign of a cell without a figure stands. */
function hasMarkOnSign({ cellMarks = [], states, dimensions }: StatTable): boolean {
  const sizes = sizesOf({ dimensions })
  const strides = stridesOf(sizes)
  const places = new Map(cellMarks.map(({ at }) => [at.join(), at]))
  let isOnSign = false
  for (const at of places.values()) {
    forEachCell(at, sizes, strides, (cell) => {
      isOnSign ||= (states[cell] ?? 0) !== STATE.value
    })
    if (isOnSign) break
  }
  return isOnSign
}
