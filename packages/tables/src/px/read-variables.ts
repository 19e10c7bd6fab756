import { type PxStatement, refusedAt, textsOfItems } from './px-statement.ts'
import type { StatementIndex } from './statement-index.ts'
import { labelOfPeriod, readTimeList, type TimeList } from './time-list.ts'
import { ValueNames } from './value-names.ts'

/** A variable of a PX file: its values, and what it and they are called in each language. */
export interface PxVariable {
  readonly names: ReadonlyMap<string, string>
  readonly codes: readonly string[]
  /** By language; the main one is always there. */
  readonly labels: ReadonlyMap<string, readonly string[]>
  readonly timeList?: TimeList
  /** Where its codes stand, to say where they are wrong. */
  readonly codesAt: { readonly keyword: string; readonly line: number }
}

/** The variables in the order of the cells: stub, then heading. */
export class PxVariables {
  readonly list: readonly PxVariable[]
  readonly stub: number
  readonly main: string
  readonly #byName: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly #valueNames = new Map<string, ValueNames>()

  constructor(list: readonly PxVariable[], stub: number, main: string, byName: NamesByLanguage) {
    this.list = list
    this.stub = stub
    this.main = main
    this.#byName = byName
  }

  /** The variable that a key names. @throws StatRefusedError `keyword-unknown-variable` */
  variable(statement: PxStatement, name = statement.keys[0] ?? ''): number {
    return variableNamed(this.#byName, this.main, statement, name)
  }

  /** The value that a key names by its label, or else by its code. @throws StatRefusedError `keyword-unknown-value` */
  value(statement: PxStatement, variable: number, name: string): number {
    const own = this.#names(variable, statement.language ?? this.main)
    const found = own.byLabel(name) ?? this.#names(variable, this.main).byLabel(name)
    if (found === undefined) throw refusedAt(statement, 'keyword-unknown-value', name)
    return found
  }

  /** The value that a key names by its code, or else by its label. @throws StatRefusedError `keyword-unknown-value` */
  valueByCode(statement: PxStatement, variable: number, name: string): number {
    const own = this.#names(variable, statement.language ?? this.main)
    const found = own.byCode(name) ?? this.#names(variable, this.main).byLabel(name)
    if (found === undefined) throw refusedAt(statement, 'keyword-unknown-value', name)
    return found
  }

  #names(at: number, language: string): ValueNames {
    const id = `${at} ${language}`
    const known = this.#valueNames.get(id)
    if (known !== undefined) return known
    const { codes, labels } = this.list[at] ?? { codes: [], labels: new Map<string, string[]>() }
    const names = new ValueNames(codes, labels.get(language) ?? labels.get(this.main) ?? [])
    this.#valueNames.set(id, names)
    return names
  }
}

type NamesByLanguage = ReadonlyMap<string, ReadonlyMap<string, number>>

function variableNamed(byName: NamesByLanguage, main: string, statement: PxStatement, name: string): number {
  const found = byName.get(statement.language ?? main)?.get(name) ?? byName.get(main)?.get(name)
  if (found === undefined) throw refusedAt(statement, 'keyword-unknown-variable', name)
  return found
}

/**
 * Reads `STUB`, `HEADING`, `VALUES`, `CODES` and `TIMEVAL` in all languages. Without `CODES`, the time values or else
 * the labels are the codes, as they are for codes that are empty; without `VALUES`, the labels are made of the time values.
 * @throws StatRefusedError `keyword-missing`, `duplicate-dimension`, `values-do-not-match`,
 * `keyword-unknown-variable`, and what the time list throws
 */
export function readVariables(index: StatementIndex): PxVariables {
  const { main } = index
  const stub = namesIn(index, 'STUB')
  const heading = namesIn(index, 'HEADING')
  const languages = [...new Set([...stub.keys(), ...heading.keys()])]
  const names = new Map(
    languages.map((language) => [
      language,
      [...(stub.get(language) ?? []), ...(heading.get(language) ?? [])],
    ]),
  )
  const ids = names.get(main)
  if (ids === undefined || ids.length === 0) throw index.missing('STUB')
  const byName = new Map(
    [...names].map(([language, list]) => {
      const keyword = stub.has(language) ? 'STUB' : 'HEADING'
      const statement = index.all(keyword).find((each) => each.language === language)
      if (statement !== undefined && list.length !== ids.length)
        throw refusedAt(statement, 'values-do-not-match', `${list.length} ≠ ${ids.length}`)
      const places = new Map(list.map((name, at) => [name, at]))
      if (statement !== undefined && places.size < list.length)
        throw refusedAt(
          statement,
          'duplicate-dimension',
          list.find((name, at) => places.get(name) !== at),
        )
      return [language, places]
    }),
  )
  const byVariable = (keyword: string) => statementsByVariable(index, keyword, byName)
  const [values, codes, times] = [byVariable('VALUES'), byVariable('CODES'), byVariable('TIMEVAL')]
  const list = ids.map((id, at) =>
    readVariable(index, {
      id,
      names: new Map([...names].map(([language, each]) => [language, each[at] ?? id])),
      values: values.get(at) ?? [],
      codes: codes.get(at) ?? [],
      times: times.get(at) ?? [],
    }),
  )
  return new PxVariables(list, stub.get(main)?.length ?? 0, main, byName)
}

function namesIn(index: StatementIndex, keyword: string): Map<string, readonly string[]> {
  const lists = index.all(keyword).filter(({ keys }) => keys.length === 0)
  return new Map(
    lists.map((statement) => {
      const names = textsOfItems(statement)
      return [statement.language ?? index.main, names.length === 1 && names[0] === '' ? [] : names]
    }),
  )
}

function statementsByVariable(
  index: StatementIndex,
  keyword: string,
  byName: NamesByLanguage,
): Map<number, PxStatement[]> {
  const found = new Map<number, PxStatement[]>()
  for (const statement of index.all(keyword)) {
    const at = variableNamed(byName, index.main, statement, statement.keys[0] ?? '')
    const before = found.get(at)
    if (before === undefined) found.set(at, [statement])
    else before.push(statement)
  }
  return found
}

/** Some files leave the code of a total empty; its label takes the place. */
function codesIn(statement: PxStatement, labels: readonly string[] = []): string[] {
  return textsOfItems(statement).map((code, at) => (code === '' ? (labels[at] ?? '') : code))
}

interface VariableStatements {
  readonly id: string
  readonly names: ReadonlyMap<string, string>
  readonly values: readonly PxStatement[]
  readonly codes: readonly PxStatement[]
  readonly times: readonly PxStatement[]
}

function readVariable(index: StatementIndex, found: VariableStatements): PxVariable {
  const { main } = index
  const inMain = (statements: readonly PxStatement[]) =>
    statements.find(({ language }) => language === main) ?? statements[0]
  const time = inMain(found.times)
  const timeList = time === undefined ? undefined : readTimeList(time)
  const labels = new Map(found.values.map((each) => [each.language ?? main, textsOfItems(each)]))
  if (!labels.has(main)) {
    if (timeList === undefined) throw index.missing('VALUES', found.id)
    labels.set(
      main,
      timeList.values.map((value) => labelOfPeriod(value, timeList.unit)),
    )
  }
  const stated = inMain(found.codes)
  const codes =
    stated === undefined ? (timeList?.values ?? labels.get(main) ?? []) : codesIn(stated, labels.get(main))
  const size = labels.get(main)?.length ?? 0
  for (const statement of [...found.values, ...found.codes, ...found.times]) {
    const texts = statement.keyword === 'TIMEVAL' ? readTimeList(statement).values : textsOfItems(statement)
    const isCodes = statement.keyword === 'CODES'
    const differ = isCodes && texts.some((text, at) => text !== '' && text !== codes[at])
    if (texts.length !== size || differ)
      throw refusedAt(statement, 'values-do-not-match', `${found.id}: ${texts.length} ≠ ${size}`)
  }
  const codesAt = stated ?? time ?? inMain(found.values) ?? { keyword: 'VALUES', line: 1 }
  return {
    names: found.names,
    codes,
    labels,
    ...(timeList === undefined ? {} : { timeList }),
    codesAt: { keyword: codesAt.keyword, line: codesAt.line },
  }
}
