import { defined, someOf } from '../stat/defined.ts'
import { mostDecimals, SHOWN_DECIMALS } from '../stat/figure-decimals.ts'
import type { DimensionRole, StatTable } from '../stat/stat-table.ts'
import { cellsOf } from '../stat/stat-table.ts'
import { readContact } from './contact.ts'
import { type StatFrame, textIn } from './frame.ts'
import type { JsonPart } from './json-part.ts'
import { readNotes } from './notes.ts'
import { readPx } from './px-extension.ts'
import { readPxMeasure } from './px-measure.ts'
import { readCells } from './read-cells.ts'
import { readDimension } from './read-dimension.ts'

/** A table of more dimensions is refused: nothing real has them, and every cell note names all. */
const MOST_DIMENSIONS = 100
const ROLES = ['time', 'geo', 'metric'] as const
/** A tag as BCP 47 has it; anything else does not name a language. */
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/
const UNDETERMINED = 'und'
const ISO_DATE = /^\d{4}-\d\d-\d\d/

export interface DatasetOptions {
  /** The language of a document that does not state one. */
  readonly language?: string
  /** The name of the table where the document has none. */
  readonly name?: string
}

/**
 * Reads a dataset of JSON-stat, version 2.0 or 1.x, without its cells.
 * @param decimalsOfFigures asked where a measure has no decimals of its own
 */
export function readFrame(
  dataset: JsonPart,
  options: DatasetOptions,
  decimalsOfFigures: () => number,
): StatFrame {
  const { ids, sizes, role } = shapeOf(dataset)
  const extension = dataset.member('extension')
  const pxPart = extension.member('px')
  const language = languageOf(dataset, options)
  const px = readPx(pxPart, language)
  const roles = rolesOf(dataset, ids, role)
  const elsewhere = { ofTable: pxPart.member('decimals').integerIfAny(), ofFigures: decimalsOfFigures }
  const read = ids.map((id, d) => {
    const part = dataset.member('dimension').member(id)
    const found = readDimension(id, part, roles.get(id) ?? 'classification', language, elsewhere)
    const { length } = found.dimension.categories
    if (length !== sizes[d]) part.member('category').refuse('values-do-not-match', `${length} ≠ ${sizes[d]}`)
    return found
  })
  const dimensions = read.map(({ dimension }) => dimension)
  const stubNames = new Set(px.stub)
  const firstOfHeading = ids.findIndex((id) => !stubNames.has(id))
  const updated = dataset.member('updated').textIfAny()
  const contact = readContact(extension.member('contact'), language)
  const isDate = updated !== undefined && ISO_DATE.test(updated)
  const other = someOf({
    ...dataset.rest([...PLACED, ...(isDate ? ['updated'] : [])]),
    role: restOfRoles(role, ids, roles),
    extension: someOf({
      ...extension.rest(['px', 'noteMandatory', 'contact', 'cellNote']),
      contact: contact?.rest,
      px: px.rest,
    }),
    dimension: someOf(
      Object.fromEntries(read.flatMap(({ dimension, rest }) => (rest ? [[dimension.id, rest]] : []))),
    ),
  })
  return defined({
    id: px.tableId ?? options.name ?? '',
    languages: [language],
    title: textIn(language, dataset.member('label').textIfAny() ?? ''),
    ...px.fields,
    source: textIn(language, dataset.member('source').textIfAny()),
    updated: isDate ? updated : undefined,
    contact: contact?.texts,
    notes: readNotes(dataset.member('note'), extension.member('noteMandatory'), language),
    dimensions,
    stub: px.hasPlacement ? (firstOfHeading < 0 ? ids.length : firstOfHeading) : Math.max(0, ids.length - 1),
    measure: dimensions.some((dimension) => dimension.role === 'metric')
      ? undefined
      : readPxMeasure(pxPart, language, decimalsOfFigures),
    other: other === undefined ? undefined : { jsonStat: other },
  })
}

/**
 * Reads a dataset of JSON-stat with its cells.
 * @param cellsLeft how many cells may still be read
 * @throws StatRefusedError `too-many-cells` before any room is taken for them, and what the parts refuse
 */
export function readDataset(dataset: JsonPart, options: DatasetOptions, cellsLeft: number): StatTable {
  const { sizes } = shapeOf(dataset)
  const cells = cellsOf(sizes)
  if (cells > cellsLeft) dataset.member('size').refuse('too-many-cells', `${cells} > ${cellsLeft}`)
  const { values, states, marks } = readCells(dataset, sizes, cells, languageOf(dataset, options))
  const frame = readFrame(dataset, options, () => mostDecimals(values, SHOWN_DECIMALS))
  return defined({ ...frame, values, states, cellNotes: readCellNotes(dataset, frame), cellMarks: marks })
}

const PLACED = [
  ...['version', 'class', 'label', 'source', 'note', 'role', 'id', 'size', 'dimension', 'value', 'status'],
  'extension',
]

/** Which dimensions there are: at the root since 2.0, in `dimension` before. */
function shapeOf(dataset: JsonPart) {
  const dimension = dataset.member('dimension')
  const place = dataset.member('id').absent ? dimension : dataset
  const ids = place
    .member('id')
    .items()
    .map((item) => item.text())
  const sizes = place
    .member('size')
    .items()
    .map((item) => item.integer())
  if (place.member('id').absent) place.member('id').refuse('member-missing')
  if (ids.length !== sizes.length)
    place.member('size').refuse('values-do-not-match', `${sizes.length} ≠ ${ids.length}`)
  if (ids.length > MOST_DIMENSIONS) place.member('id').refuse('too-large')
  const inner = dataset.member('role')
  return { ids, sizes, role: inner.absent && place === dimension ? dimension.member('role') : inner }
}

function languageOf(dataset: JsonPart, options: DatasetOptions): string {
  const stated = dataset.member('extension').member('px').member('language').textIfAny()
  return [stated, options.language].find((tag) => tag !== undefined && LANGUAGE.test(tag)) ?? UNDETERMINED
}

/**
 * The role of each dimension. There is room for one of time and one of contents: the first. Where none is named as
 * contents, the first dimension without a role that has units is.
 */
function rolesOf(dataset: JsonPart, ids: readonly string[], role: JsonPart): Map<string, DimensionRole> {
  const roles = new Map<string, DimensionRole>()
  for (const name of ROLES) {
    const named = role
      .member(name)
      .items()
      .map((item) => item.text())
    const free = named.filter((id) => ids.includes(id) && !roles.has(id))
    for (const id of name === 'geo' ? free : free.slice(0, 1)) roles.set(id, name)
  }
  if (![...roles.values()].includes('metric')) {
    const withUnits = ids.find(
      (id) =>
        !roles.has(id) &&
        dataset.member('dimension').member(id).member('category').member('unit').entries().length > 0,
    )
    if (withUnits !== undefined) roles.set(withUnits, 'metric')
  }
  return roles
}

/** The roles that a table has no room for, as they stood. */
function restOfRoles(role: JsonPart, ids: readonly string[], roles: ReadonlyMap<string, DimensionRole>) {
  return someOf(
    Object.fromEntries(
      ROLES.map((name) => {
        const left = role
          .member(name)
          .items()
          .map((item) => item.text())
        const kept = left.filter((id) => ids.includes(id) && roles.get(id) !== name)
        return [name, kept.length === 0 ? undefined : kept]
      }),
    ),
  )
}

/** Notes of sets of cells, which JSON-stat has no word for: `extension.cellNote` of this project’s own documents. */
function readCellNotes(dataset: JsonPart, frame: StatFrame): StatTable['cellNotes'] {
  const language = frame.languages[0] ?? UNDETERMINED
  const places = frame.dimensions.map(
    ({ categories }) => new Map(categories.map(({ code }, place) => [code, place])),
  )
  const notes = dataset
    .member('extension')
    .member('cellNote')
    .items()
    .map((item) => ({
      at: frame.dimensions.map(({ id }, d) => {
        const code = item.member('at').member(id)
        if (code.absent) return null
        return places[d]?.get(code.text()) ?? code.refuse('unknown-code')
      }),
      note: {
        text: textIn(language, item.member('text').text()),
        mandatory: item.member('mandatory').flagIfAny() ?? false,
      },
    }))
  return notes.length === 0 ? undefined : notes
}
