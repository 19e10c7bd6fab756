import type { PxKeyword, StatTable } from '../stat/stat-table.ts'
import { encode1252, fits1252 } from './encode-1252.ts'
import { inRecommendedOrder } from './px-order.ts'
import { inQuotes } from './px-statement.ts'
import { writeCells } from './write-cells.ts'
import { quoted } from './write-derived.ts'
import { statementsOf } from './write-statements.ts'

export interface WritePxOptions {
  /** Windows-1252 where nothing is said; a text that does not fit into it makes the file UTF-8. */
  readonly charset?: 'utf-8' | 'windows-1252'
}

/** A line of a file is not longer; a text that would be is split over several, a list after a comma. */
const MOST_LINE_CHARACTERS = 256
/** What fits within a line with its quotes and the comma or semicolon after it. */
const MOST_PIECE_CHARACTERS = 250
const CHUNK_CHARACTERS = 1 << 16
const NEW_LINE = '\r\n'

/**
 * Writes a statistical table as a PX file, AXIS-VERSION 2013, in chunks. Read back with `readPx` it is equal, but for:
 *
 * - `licence`, parts of other formats, and texts in languages that the table does not list;
 * - seconds and zones of dates, and dates that are not ISO 8601;
 * - `#` in notes and contacts, which is a line break there, carriage returns and NUL;
 * - empty texts of the table, its notes and measures, which are none;
 * - labels that lack a language in which others have one: they get that of the main language, or the code;
 * - labels of variables that are empty or shared by two in a language, which get the id;
 * - a label or code that is only `*` in the keys of notes on cells, and labels of one variable that are shared by two
 *   values where their codes are labels of others, in the keys of notes and in `elimination`;
 * - of several notes at one place, which languages belong together where not all have all;
 * - `map` without the role `geo`, `timeUnit` without `time`, wholes without parts, measures of dimensions that are not
 *   `metric`, and the contact and update of a table’s only measure, which become the table’s.
 *
 * The specification has no way to write a quote within a text. Here it is doubled, which `readPx` takes for one, and
 * which other readers pass over without losing their place: only the quote itself is lost to them.
 * @param table one that `checkStatTable` accepts
 * @returns the bytes of the file, in order; metadata first
 * @see PX-file format specification, AXIS-VERSION 2013, 3.4 for the order of keywords
 * @example
 * await writeFile('table.px', writePx(table))
 */
export function* writePx(table: StatTable, options: WritePxOptions = {}): Generator<Uint8Array> {
  const statements = statementsOf(table)
  const isUtf8 = options.charset === 'utf-8' || !statements.every(fitsStatement)
  const encode = (text: string): Uint8Array => (isUtf8 ? Buffer.from(text, 'utf8') : encode1252(text))
  const encoding = [
    quoted('CHARSET', null, [], 'ANSI'),
    quoted('CODEPAGE', null, [], isUtf8 ? 'utf-8' : 'windows-1252'),
  ]
  let text = ''
  for (const statement of inRecommendedOrder([...encoding, ...statements])) {
    text += statementText(statement)
    if (text.length < CHUNK_CHARACTERS) continue
    yield encode(text)
    text = ''
  }
  yield encode(`${text}DATA=${NEW_LINE}`)
  yield* writeCells(table)
}

function fitsStatement({ keys, values }: PxKeyword): boolean {
  return keys.every(fits1252) && values.every(({ text }) => fits1252(text))
}

function statementText({ keyword, language, keys, values }: PxKeyword): string {
  const tag = language === null ? '' : `[${language}]`
  const key = keys.length === 0 ? '' : `(${keys.map((each) => inQuotes(cleaned(each))).join(',')})`
  return `${keyword}${tag}${key}=${valuesText(values)};${NEW_LINE}`
}

function valuesText(values: PxKeyword['values']): string {
  const [only] = values
  if (values.length === 1 && only?.quoted === true) return splitText(cleaned(only.text))
  let line = 0
  return values
    .map(({ text, quoted: isQuoted }, at) => {
      const item = isQuoted ? inQuotes(cleaned(text)) : text
      const isNewLine = at > 0 && line + item.length + 1 > MOST_LINE_CHARACTERS
      line = isNewLine ? item.length + 1 : line + item.length + 1
      return `${at === 0 ? '' : ','}${isNewLine ? NEW_LINE : ''}${item}`
    })
    .join('')
}

/** The text in quotes, over as many lines as it needs; characters of two units are not torn apart. */
function splitText(text: string): string {
  if (text.length <= MOST_PIECE_CHARACTERS) return inQuotes(text)
  const pieces: string[] = []
  for (let from = 0; from < text.length; ) {
    const isTorn = isHighSurrogate(text.charCodeAt(from + MOST_PIECE_CHARACTERS - 1))
    const to = from + MOST_PIECE_CHARACTERS - (isTorn ? 1 : 0)
    pieces.push(inQuotes(text.slice(from, to)))
    from = to
  }
  return pieces.join(NEW_LINE)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function cleaned(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '')
}
