import { defined, someOf } from '../stat/defined.ts'
import type { StatDimension, Texts } from '../stat/stat-table.ts'
import { writeMeasures, writeUnits } from './category-measures.ts'
import { isJsonObject, type JsonObject, memberOf } from './json-part.ts'
import { wordFor } from './measure-words.ts'
import { mandatoryPlaces, noteTexts } from './notes.ts'
import { SHOW_WORDS } from './read-dimension.ts'
import { timeUnitOf } from './time-unit.ts'

/** Members of a category that are by code; of an earlier read only those of codes that are still there are written. */
const BY_CODE = ['coordinates', 'unit']

/**
 * Writes one dimension as PxWebApi v2 does.
 * @param words gives a text in the document’s language
 * @param earlier what an earlier read of this dimension could not place
 */
export function writeDimension(
  dimension: StatDimension,
  words: (texts: Texts | undefined) => string,
  earlier: JsonObject,
): JsonObject {
  const { categories, elimination, notes } = dimension
  const text = (texts: Texts | undefined) => (texts === undefined ? undefined : words(texts))
  const byCode = <T>(say: (category: StatDimension['categories'][number]) => T) =>
    Object.fromEntries(categories.map((category) => [category.code, say(category)]))
  const rest = objectIn(earlier, 'category')
  const known = new Set(categories.map(({ code }) => code))
  const coordinates = Object.entries(objectIn(rest, 'coordinates')).filter(([code]) => known.has(code))
  const codes = dimension.role === 'time' ? timeUnitOf([...known]) : undefined
  return defined({
    label: words(dimension.label),
    note: noteTexts(notes, words),
    category: defined({
      index: Object.fromEntries(categories.map(({ code }, place) => [code, place])),
      label: byCode(({ label }) => words(label)),
      note: someOf(byCode((category) => noteTexts(category.notes, words))),
      child: dimension.children,
      unit: writeUnits(categories, words, (code) => objectIn(objectIn(rest, 'unit'), code)),
      coordinates: coordinates.length === 0 ? undefined : Object.fromEntries(coordinates),
      ...Object.fromEntries(Object.entries(rest).filter(([name]) => !BY_CODE.includes(name))),
    }),
    extension: defined({
      elimination: elimination !== undefined,
      eliminationValueCode: elimination?.total ?? undefined,
      noteMandatory: mandatoryPlaces(notes),
      categoryNoteMandatory: someOf(byCode((category) => mandatoryPlaces(category.notes))),
      show: wordFor(SHOW_WORDS, dimension.show),
      timeUnit: dimension.timeUnit === codes ? undefined : dimension.timeUnit,
      map: text(dimension.map),
      domain: text(dimension.domain),
      ...writeMeasures(categories, words),
      ...objectIn(earlier, 'extension'),
    }),
    ...Object.fromEntries(
      Object.entries(earlier).filter(([name]) => name !== 'category' && name !== 'extension'),
    ),
  })
}

/** The object of that name, empty where there is none. */
export function objectIn(object: JsonObject, name: string): JsonObject {
  const found = memberOf(object, name)
  return isJsonObject(found) ? found : {}
}
