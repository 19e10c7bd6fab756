import type { CellMark, CellNote, Note } from '../stat/stat-table.ts'
import { onlyText, type PxStatement, refusedAt } from './px-statement.ts'
import type { PxVariables } from './read-variables.ts'
import { type StatementIndex, textsBy } from './statement-index.ts'
import { EVERY_VALUE } from './value-names.ts'

/** The notes of a table, of its variables and of their values. */
export interface PxNotes {
  readonly table: readonly Note[]
  /** By the variable’s place. */
  readonly variables: ReadonlyMap<number, readonly Note[]>
  /** By the variable’s place and the value’s, with a space between. */
  readonly values: ReadonlyMap<string, readonly Note[]>
  readonly cells: readonly CellNote[]
  readonly marks: readonly CellMark[]
}

/** A note or mark in all languages: the first at a place in one language is the first at it in another. */
interface Group<P> {
  readonly place: P
  readonly keyword: string
  readonly statements: PxStatement[]
}

/**
 * Reads `NOTE`, `VALUENOTE`, `CELLNOTE`, the same with `X`, which are mandatory, and `DATANOTECELL`. `#` in a note is a
 * line break.
 * @throws StatRefusedError `syntax`, `keyword-unknown-variable`, `keyword-unknown-value`
 */
export function readNotes(index: StatementIndex, variables: PxVariables): PxNotes {
  const { languages } = index
  const noteOf = ({ keyword, statements }: Group<unknown>): Note[] => {
    const text = textsBy(languages, statements, noteText)
    return text === undefined ? [] : [{ text, mandatory: keyword.endsWith('X') }]
  }
  const table: Note[] = []
  const ofVariables = new Map<number, Note[]>()
  const ofValues = new Map<string, Note[]>()
  for (const group of groups(index, ['NOTE', 'NOTEX'], (statement) =>
    statement.keys.length === 0 ? -1 : variables.variable(statement),
  )) {
    if (group.place < 0) table.push(...noteOf(group))
    else append(ofVariables, group.place, noteOf(group))
  }
  for (const group of groups(index, ['VALUENOTE', 'VALUENOTEX'], (statement) => {
    const at = variables.variable(statement)
    const value = statement.keys[1]
    if (value === undefined) throw refusedAt(statement, 'syntax')
    return `${at} ${variables.value(statement, at, value)}`
  }))
    append(ofValues, group.place, noteOf(group))
  const cells = groups(index, ['CELLNOTE', 'CELLNOTEX'], (statement) =>
    placeOfCells(variables, statement, (variable, name) => variables.value(statement, variable, name)),
  )
  const marks = groups(index, ['DATANOTECELL'], (statement) =>
    placeOfCells(variables, statement, (variable, name) => variables.valueByCode(statement, variable, name)),
  )
  return {
    table,
    variables: ofVariables,
    values: ofValues,
    cells: cells.flatMap((group) => noteOf(group).map((note) => ({ at: group.place, note }))),
    marks: marks.flatMap(({ place, statements }) => {
      const mark = textsBy(languages, statements)
      return mark === undefined ? [] : [{ at: place, mark }]
    }),
  }
}

function append<K>(lists: Map<K, Note[]>, key: K, notes: readonly Note[]): void {
  const before = lists.get(key)
  if (before !== undefined) before.push(...notes)
  else if (notes.length > 0) lists.set(key, [...notes])
}

function noteText(statement: PxStatement): string {
  return onlyText(statement).replaceAll('#', '\n')
}

function placeOfCells(
  variables: PxVariables,
  statement: PxStatement,
  valueNamed: (variable: number, name: string) => number,
): (number | null)[] {
  const { keys } = statement
  if (keys.length !== variables.list.length)
    throw refusedAt(statement, 'syntax', `${keys.length} ≠ ${variables.list.length}`)
  return keys.map((name, at) => (name === EVERY_VALUE ? null : valueNamed(at, name)))
}

function groups<P>(
  index: StatementIndex,
  keywords: readonly string[],
  placeOf: (statement: PxStatement) => P,
): Group<P>[] {
  const found = new Map<string, Group<P>>()
  const counts = new Map<string, number>()
  const statements = keywords.flatMap((keyword) => index.all(keyword)).toSorted((a, b) => a.line - b.line)
  for (const statement of statements) {
    const { keyword, language } = statement
    const place = placeOf(statement)
    const inLanguage = `${keyword} ${language} ${String(place)}`
    const before = counts.get(inLanguage) ?? 0
    counts.set(inLanguage, before + 1)
    const id = `${keyword} ${before} ${String(place)}`
    const group = found.get(id)
    if (group === undefined) found.set(id, { place, keyword, statements: [statement] })
    else group.statements.push(statement)
  }
  return [...found.values()]
}
