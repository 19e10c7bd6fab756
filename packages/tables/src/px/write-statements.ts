import { CELL_STATES } from '../stat/cell-state.ts'
import type { Note, PxKeyword, StatTable, Texts } from '../stat/stat-table.ts'
import { pxDateOfIso } from './px-date.ts'
import { dataSymbolOf, INDEXED, KEYED_BY_VARIABLE } from './px-keywords.ts'
import { inRecommendedOrder } from './px-order.ts'
import { statementId } from './px-statement.ts'
import { NO_LANGUAGE } from './statement-index.ts'
import { EVERY_VALUE } from './value-names.ts'
import { bare, derivedStatements, quoted } from './write-derived.ts'
import { dimensionStatements, measureStatements, withHashes } from './write-dimensions.ts'
import { languagesOf, WrittenNames } from './written-names.ts'

/** All statements of a file but those of its encoding and its data, in the recommended order. */
export function statementsOf(table: StatTable): PxKeyword[] {
  const names = new WrittenNames(table)
  const own = [
    ...tableStatements(table, names),
    ...dimensionStatements(table, names),
    ...measureStatements(table, names),
    ...noteStatements(table, names),
  ]
  const taken = new Set(own.map(statementId))
  const kept = (table.other?.px ?? []).filter(
    (statement) => !taken.has(statementId(statement)) && stillFits(statement, table, names),
  )
  const said = new Set(kept.map(statementId))
  const derived = derivedStatements(table, names).filter(
    (statement) => !said.has(statementId(statement)) && !taken.has(statementId(statement)),
  )
  return inRecommendedOrder([...own, ...derived, ...kept])
}

/** Whether what was read with a table is still about it: it may have been cut down or put together since. */
function stillFits(statement: PxKeyword, table: StatTable, names: WrittenNames): boolean {
  const { keyword, language, keys, values } = statement
  if (language !== null && !table.languages.includes(language)) return false
  if (keys.length === 0) {
    const isOfContents = INDEXED.some((each) => each === keyword)
    return !isOfContents || table.dimensions.some(({ role }) => role === 'metric')
  }
  if (!KEYED_BY_VARIABLE.has(keyword)) return true
  const tongue = language ?? names.main
  const found = [tongue, names.main]
    .map((each) => names.variables(each).indexOf(keys[0] ?? ''))
    .find((place) => place >= 0)
  const dimension = found === undefined ? undefined : table.dimensions[found]
  if (found === undefined || dimension === undefined) return false
  if (keyword === 'TIMEVAL')
    return dimension.role === 'time' && [1, dimension.categories.length + 1].includes(values.length)
  if (keyword.startsWith('HIERARCHY') && dimension.children === undefined) return false
  const value = keys[1]
  return (
    value === undefined ||
    names.knowsValue(found, value, tongue) ||
    names.knowsValue(found, value, names.main)
  )
}

function tableStatements(table: StatTable, names: WrittenNames): PxKeyword[] {
  const { main } = names
  const tag = (language: string) => (language === main ? null : language)
  const texts = (keyword: string, each: Texts | undefined, read = (text: string) => text) =>
    languagesOf(table, each).map((language) =>
      quoted(keyword, tag(language), [], read(each?.[language] ?? '')),
    )
  /** What the specification demands is written in the main language even where there is nothing to say. */
  const compulsory = (keyword: string, each: Texts | undefined) => [
    ...(each?.[main] === undefined ? [quoted(keyword, null, [], '')] : []),
    ...texts(keyword, each),
  ]
  const date = (keyword: string, iso: string | undefined) =>
    iso === undefined ? [] : [quoted(keyword, null, [], pxDateOfIso(iso))]
  const yesOrNo = (keyword: string, yes: boolean | undefined) =>
    yes === undefined ? [] : [bare(keyword, null, [], yes ? 'YES' : 'NO')]
  return [
    ...(main === NO_LANGUAGE ? [] : [quoted('LANGUAGE', null, [], main)]),
    ...(table.languages.length > 1 ? [quoted('LANGUAGES', null, [], ...table.languages)] : []),
    ...date('CREATION-DATE', table.created),
    ...date('LAST-UPDATED', table.updated),
    ...date('NEXT-UPDATE', table.nextUpdate),
    ...(table.updateFrequency === undefined
      ? []
      : [quoted('UPDATE-FREQUENCY', null, [], table.updateFrequency)]),
    quoted('MATRIX', null, [], table.id),
    quoted('SUBJECT-CODE', null, [], table.subject?.code ?? ''),
    ...compulsory('SUBJECT-AREA', table.subject?.label),
    ...yesOrNo('COPYRIGHT', table.copyright),
    ...yesOrNo('OFFICIAL-STATISTICS', table.officialStatistics),
    ...texts('DESCRIPTION', table.description),
    ...compulsory('TITLE', table.title),
    ...compulsory('CONTENTS', table.contents),
    ...texts('CONTACT', table.contact, withHashes),
    ...texts('DATABASE', table.database),
    ...texts('SOURCE', table.source),
    ...texts('SURVEY', table.survey),
    ...texts('LINK', table.link),
    ...CELL_STATES.flatMap((state) =>
      state === 'value' ? [] : texts(dataSymbolOf(state), table.stateTexts?.[state]),
    ),
  ]
}

function noteStatements(table: StatTable, names: WrittenNames): PxKeyword[] {
  const tag = (language: string) => (language === names.main ? null : language)
  const noted = (keyword: string, { text, mandatory }: Note, keysIn: (language: string) => string[]) =>
    languagesOf(table, text).map((language) =>
      quoted(
        mandatory ? `${keyword}X` : keyword,
        tag(language),
        keysIn(language),
        withHashes(text[language] ?? ''),
      ),
    )
  return [
    ...(table.notes ?? []).flatMap((note) => noted('NOTE', note, () => [])),
    ...table.dimensions.flatMap(({ notes = [] }, at) =>
      notes.flatMap((note) => noted('NOTE', note, (language) => [names.variable(at, language)])),
    ),
    ...table.dimensions.flatMap(({ categories }, at) =>
      categories.flatMap(({ notes = [] }, value) =>
        notes.flatMap((note) =>
          noted('VALUENOTE', note, (language) => [
            names.variable(at, language),
            names.value(at, value, language),
          ]),
        ),
      ),
    ),
    ...(table.cellNotes ?? []).flatMap(({ at, note }) =>
      noted('CELLNOTE', note, (language) =>
        at.map((value, variable) => (value === null ? EVERY_VALUE : names.value(variable, value, language))),
      ),
    ),
    ...(table.cellMarks ?? []).flatMap(({ at, mark }) =>
      languagesOf(table, mark).map((language) =>
        quoted(
          'DATANOTECELL',
          tag(language),
          at.map((value, variable) =>
            value === null ? EVERY_VALUE : (table.dimensions[variable]?.categories[value]?.code ?? ''),
          ),
          mark[language] ?? '',
        ),
      ),
    ),
  ]
}
