import type { CellState } from '../stat/cell-state.ts'
import { defined, someOf } from '../stat/defined.ts'
import type { Texts } from '../stat/stat-table.ts'
import { type StatFrame, textIn } from './frame.ts'
import type { JsonObject, JsonPart } from './json-part.ts'
import { PX_MEASURE_KEYS, writePxMeasure } from './px-measure.ts'

/** The keyword that holds the text of a state: the sign with as many dots, and nil. */
const SYMBOL_KEYS: readonly (readonly [Exclude<CellState, 'value'>, string])[] = [
  ['notApplicable', 'datasymbol1'],
  ['unavailable', 'datasymbol2'],
  ['withheld', 'datasymbol3'],
  ['noAnswer', 'datasymbol4'],
  ['declined', 'datasymbol5'],
  ['notAsked', 'datasymbol6'],
  ['nil', 'datasymbolnil'],
]

const KNOWN_KEYS: readonly string[] = [
  ...['tableid', 'language', 'heading', 'stub', 'subject-code', 'subject-area', 'official-statistics'],
  ...['copyright', 'contents', 'description', 'database', 'link', 'survey', 'creation-date', 'nextUpdate'],
  ...['updateFrequency', 'licence', ...PX_MEASURE_KEYS],
  ...SYMBOL_KEYS.map(([, key]) => key),
]

/**
 * Reads what `extension.px` of PxWeb says of the table as a whole: keywords of PX files in small letters. Those that
 * PxWebApi v2 does not name (`database`, `creation-date`, `licence`, `datasymbol1` …) follow the same pattern.
 * @returns the fields of a table; the table’s own name; the variables of the stub, if any are named; `rest`, which has
 * no place in a table
 */
export function readPx(px: JsonPart, language: string) {
  const code = (key: string) => px.member(key).textIfAny()
  const words = (key: string) => textIn(language, code(key))
  const subject = code('subject-code')
  const tableId = code('tableid') ?? code('matrix')
  const matrixIsId = code('matrix') === undefined || code('matrix') === tableId
  return {
    fields: defined({
      contents: words('contents'),
      description: words('description'),
      database: words('database'),
      link: words('link'),
      survey: words('survey'),
      created: code('creation-date'),
      nextUpdate: code('nextUpdate'),
      updateFrequency: code('updateFrequency'),
      licence: code('licence'),
      officialStatistics: px.member('official-statistics').flagIfAny(),
      copyright: px.member('copyright').flagIfAny(),
      subject: subject === undefined ? undefined : { code: subject, label: words('subject-area') ?? {} },
      stateTexts: someOf(Object.fromEntries(SYMBOL_KEYS.map(([state, key]) => [state, words(key)]))),
    }),
    tableId,
    stub: px
      .member('stub')
      .items()
      .map((item) => item.text()),
    hasPlacement: !px.member('stub').absent || !px.member('heading').absent,
    rest: px.rest(matrixIsId ? [...KNOWN_KEYS, 'matrix'] : KNOWN_KEYS),
  }
}

/**
 * Writes the object `extension.px`.
 * @param words gives the text in the document’s language
 * @param rest what an earlier read could not place
 */
export function writePx(
  table: StatFrame,
  language: string,
  words: (texts: Texts | undefined) => string,
  rest: JsonObject,
): JsonObject {
  const ids = table.dimensions.map(({ id }) => id)
  const text = (texts: Texts | undefined) => (texts === undefined ? undefined : words(texts))
  const id = table.id === '' ? undefined : table.id
  return defined({
    tableid: id,
    'official-statistics': table.officialStatistics,
    copyright: table.copyright,
    language,
    contents: text(table.contents),
    description: text(table.description),
    heading: ids.slice(table.stub),
    stub: ids.slice(0, table.stub),
    matrix: id,
    'subject-code': table.subject?.code,
    'subject-area': text(table.subject?.label),
    nextUpdate: table.nextUpdate,
    survey: text(table.survey),
    link: text(table.link),
    updateFrequency: table.updateFrequency,
    database: text(table.database),
    licence: table.licence,
    'creation-date': table.created,
    ...writePxMeasure(table, text),
    ...Object.fromEntries(SYMBOL_KEYS.map(([state, key]) => [key, text(table.stateTexts?.[state])])),
    ...rest,
  })
}
