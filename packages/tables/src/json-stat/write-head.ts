import { defined, someOf } from '../stat/defined.ts'
import { namesOnce } from '../stat/names-once.ts'
import type { CellNote, StatDimension } from '../stat/stat-table.ts'
import { writeContact } from './contact.ts'
import type { StatFrame } from './frame.ts'
import type { JsonObject } from './json-part.ts'
import { mandatoryPlaces, noteTexts, wordsIn } from './notes.ts'
import { writePx } from './px-extension.ts'
import { objectIn, writeDimension } from './write-dimension.ts'

const ROLES = ['time', 'geo', 'metric'] as const

export interface HeadOptions {
  readonly language: string
  readonly version: 1 | 2
  readonly cellNotes?: readonly CellNote[]
}

/**
 * All of a dataset but `value` and `status`.
 * @param table its texts are taken in `language`, or in the first of its languages that has them
 * @returns for version 2 with `version` and `class`; for version 1 with `id`, `size` and `role` inside `dimension`
 */
export function writeHead(table: StatFrame, options: HeadOptions): JsonObject {
  return options.version === 1 ? headOf(withFreeNames(table), options) : headOf(table, options)
}

/** In version 1 the members `id`, `size` and `role` stand among the dimensions: one of that name gets a `_`. */
function withFreeNames(table: StatFrame): StatFrame {
  const names = namesOnce(
    table.dimensions.map(({ id }) => id),
    ['id', 'size', 'role'],
  )
  return { ...table, dimensions: table.dimensions.map((each, d) => ({ ...each, id: names[d] ?? each.id })) }
}

function headOf(table: StatFrame, { language, version, cellNotes }: HeadOptions): JsonObject {
  const words = wordsIn(language, table.languages)
  const earlier = table.other?.jsonStat ?? {}
  const extension = objectIn(earlier, 'extension')
  const role = rolesOf(table.dimensions, objectIn(earlier, 'role'))
  const id = table.dimensions.map((dimension) => dimension.id)
  const size = table.dimensions.map(({ categories }) => categories.length)
  const dimensions = Object.fromEntries(
    table.dimensions.map((each) => [
      each.id,
      writeDimension(each, words, objectIn(objectIn(earlier, 'dimension'), each.id)),
    ]),
  )
  const { dimension: _, role: __, extension: ___, ...root } = earlier
  return defined({
    ...(version === 2 ? { version: '2.0', class: 'dataset' } : {}),
    label: words(table.title),
    source: table.source === undefined ? undefined : words(table.source),
    updated: table.updated,
    note: noteTexts(table.notes, words),
    ...(version === 2 ? { role, id, size, dimension: dimensions } : {}),
    ...(version === 1 ? { dimension: { ...dimensions, ...defined({ id, size, role }) } } : {}),
    extension: defined({
      ...extension,
      noteMandatory: mandatoryPlaces(table.notes),
      px: writePx(table, language, words, objectIn(extension, 'px')),
      contact: writeContact(
        table.contact === undefined ? undefined : words(table.contact),
        extension.contact,
      ),
      cellNote: writeCellNotes(table.dimensions, cellNotes, words),
    }),
    ...root,
  })
}

function rolesOf(dimensions: readonly StatDimension[], earlier: JsonObject): JsonObject | undefined {
  const ids = new Set(dimensions.map(({ id }) => id))
  return someOf(
    Object.fromEntries(
      ROLES.map((role) => {
        const own = dimensions.filter((dimension) => dimension.role === role).map(({ id }) => id)
        const more: readonly unknown[] = Array.isArray(earlier[role]) ? earlier[role] : []
        const named = [...own, ...more.filter((id) => typeof id === 'string' && ids.has(id))]
        return [role, named.length === 0 ? undefined : [...new Set(named)]]
      }),
    ),
  )
}

function writeCellNotes(
  dimensions: readonly StatDimension[],
  notes: readonly CellNote[] | undefined,
  words: ReturnType<typeof wordsIn>,
): readonly JsonObject[] | undefined {
  if (notes === undefined || notes.length === 0) return undefined
  return notes.map(({ at, note }) => ({
    at: Object.fromEntries(
      dimensions.flatMap(({ id, categories }, d) => {
        const place = at[d] ?? null
        const category = place === null ? undefined : categories[place]
        return category === undefined ? [] : [[id, category.code]]
      }),
    ),
    text: words(note.text),
    mandatory: note.mandatory,
  }))
}
