import { type Note, type Texts, textOf } from '../stat/stat-table.ts'
import { textIn } from './frame.ts'
import type { JsonObject, JsonPart } from './json-part.ts'

/**
 * Reads a list of notes (JSON-stat `note`: texts, or one text), with what PxWeb says about which of them are mandatory
 * (`{ "0": true }`, by place in the list).
 * @returns `undefined` where there is none
 */
export function readNotes(
  notes: JsonPart,
  mandatory: JsonPart,
  language: string,
): readonly Note[] | undefined {
  if (notes.absent) return undefined
  const texts = typeof notes.value === 'string' ? [notes.value] : notes.items().map((item) => item.text())
  const read = texts.map((text, at) => ({
    text: textIn(language, text),
    mandatory: mandatory.member(String(at)).flagIfAny() ?? false,
  }))
  return read.length === 0 ? undefined : read
}

/** Which notes are mandatory, by place; `undefined` where none is. */
export function mandatoryPlaces(notes: readonly Note[] | undefined): JsonObject | undefined {
  const places = (notes ?? []).flatMap(({ mandatory }, at) => (mandatory ? [[String(at), true]] : []))
  return places.length === 0 ? undefined : Object.fromEntries(places)
}

/** The texts of notes in one language; `undefined` where there is none. */
export function noteTexts(
  notes: readonly Note[] | undefined,
  words: (texts: Texts | undefined) => string,
): readonly string[] | undefined {
  return notes === undefined || notes.length === 0 ? undefined : notes.map(({ text }) => words(text))
}

/** Gives the words of a text in the wanted language, or in the table’s first that has it. */
export function wordsIn(language: string, languages: readonly string[]) {
  return (texts: Texts | undefined): string => textOf(texts, language, languages)
}
