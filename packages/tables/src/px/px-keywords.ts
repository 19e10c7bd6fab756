import { STATE_SIGNS } from '../stat/cell-state.ts'

/** Keywords that the content variable indexes; a value without one of its own has that of the whole table. */
export const INDEXED = [
  'UNITS',
  'STOCKFA',
  'CFPRICES',
  'DAYADJ',
  'SEASADJ',
  'BASEPERIOD',
  'REFPERIOD',
] as const
/** The same, but what stands without a value is about the table and none of its contents. */
export const INDEXED_ALONE = ['CONTACT', 'LAST-UPDATED'] as const

/** Keywords that a table keeps as they are and whose first key is a variable; the second, if any, is its value. */
export const KEYED_BY_VARIABLE: ReadonlySet<string> = new Set([
  'DATANOTE',
  'DOUBLECOLUMN',
  'HIERARCHYLEVELS',
  'HIERARCHYLEVELSOPEN',
  'HIERARCHYNAMES',
  'META-ID',
  'PARTITIONED',
  'PRECISION',
  'TIMEVAL',
  'VARIABLE-TYPE',
])

/** Keywords that may stand more than once with the same language and keys. */
export const REPEATED: ReadonlySet<string> = new Set([
  'NOTE',
  'NOTEX',
  'VALUENOTE',
  'VALUENOTEX',
  'CELLNOTE',
  'CELLNOTEX',
  'DATANOTECELL',
  'PARTITIONED',
])

/** About a file and not about its table: how it is encoded, which languages it has, how its rows are keyed. */
export const OF_THE_FILE: ReadonlySet<string> = new Set([
  'CHARSET',
  'CODEPAGE',
  'LANGUAGE',
  'LANGUAGES',
  'KEYS',
  'DATA',
])

/** The keyword for what is shown in place of a state’s sign. */
export function dataSymbolOf(state: keyof typeof STATE_SIGNS): string {
  return state === 'nil' ? 'DATASYMBOLNIL' : `DATASYMBOL${STATE_SIGNS[state].length}`
}

/** A language as the format and BCP 47 write it. */
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/

export function isLanguage(text: string): boolean {
  return LANGUAGE.test(text)
}
