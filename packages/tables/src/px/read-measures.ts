import { defined, someOf } from '../stat/defined.ts'
import type { Measure } from '../stat/stat-table.ts'
import { isoOfPxDate } from './px-date.ts'
import { INDEXED, INDEXED_ALONE } from './px-keywords.ts'
import { onlyText, type PxStatement, refusedAt } from './px-statement.ts'
import type { PxVariables } from './read-variables.ts'
import { type StatementIndex, textsBy } from './statement-index.ts'

/** What the figures measure: of the whole table, or by the values of the variable that holds the contents. */
export interface PxMeasures {
  /** The place of the content variable (`CONTVARIABLE`); -1 where there is none. */
  readonly variable: number
  readonly measures: readonly Measure[]
}

type Indexed = (typeof INDEXED)[number] | (typeof INDEXED_ALONE)[number]
type Found = ReadonlyMap<Indexed, readonly PxStatement[]>

const KINDS = new Map([
  ['S', 'stock'],
  ['F', 'flow'],
  ['A', 'average'],
] as const)
const PRICES = new Map([
  ['C', 'current'],
  ['F', 'fixed'],
] as const)

/**
 * Reads `CONTVARIABLE` and all that is said about the figures: units, decimals to show, stock or flow, prices,
 * adjustments, periods, contact and time of the last update.
 * @throws StatRefusedError `keyword-missing` (`DECIMALS`, `UNITS`), `keyword-unknown-variable`,
 * `keyword-unknown-value`, `value-unreadable`
 */
export function readMeasures(index: StatementIndex, variables: PxVariables): PxMeasures {
  const content = index.single('CONTVARIABLE')
  const variable = content === undefined ? -1 : variables.variable(content, onlyText(content))
  const whole = new Map<Indexed, readonly PxStatement[]>(
    INDEXED.map((keyword) => [keyword, index.keyless(keyword)]),
  )
  const shown = decimalsShown(index)
  if (variable < 0) {
    if (whole.get('UNITS')?.length === 0) throw index.missing('UNITS')
    refuseKeyed(index)
    return { variable, measures: [measureOf(index, whole, shown)] }
  }
  // Kept as they stand too: they are not the measure of any one value.
  for (const statement of [...whole.values()].flat()) index.leave(statement)
  const size = variables.list[variable]?.codes.length ?? 0
  const precision = readPrecision(index, variables, variable)
  const keyed = new Map(
    [...INDEXED, ...INDEXED_ALONE].map((each) => [each, byValue(index, variables, variable, each)]),
  )
  const measures = Array.from({ length: size }, (_, value) => {
    const found = new Map(
      [...keyed].map(([keyword, values]) => {
        const own = values.get(value)
        return [keyword, own ?? whole.get(keyword) ?? []] as const
      }),
    )
    if (found.get('UNITS')?.length === 0) throw index.missing('UNITS', variables.list[variable]?.codes[value])
    return measureOf(index, found, Math.max(shown, precision.get(value) ?? 0))
  })
  return { variable, measures }
}

function refuseKeyed(index: StatementIndex): void {
  for (const keyword of [...INDEXED, ...INDEXED_ALONE]) {
    const keyed = index.all(keyword, true).find(({ keys }) => keys.length > 0)
    if (keyed !== undefined) throw refusedAt(keyed, 'keyword-unknown-value', keyed.keys[0])
  }
}

function byValue(
  index: StatementIndex,
  variables: PxVariables,
  variable: number,
  keyword: string,
): Map<number, PxStatement[]> {
  const found = new Map<number, PxStatement[]>()
  for (const statement of index.all(keyword, true)) {
    const [name] = statement.keys
    if (name === undefined) continue
    index.understand(statement)
    const value = variables.value(statement, variable, name)
    const before = found.get(value)
    if (before === undefined) found.set(value, [statement])
    else before.push(statement)
  }
  return found
}

function measureOf(index: StatementIndex, found: Found, decimals: number): Measure {
  const texts = (keyword: Indexed, read?: (statement: PxStatement) => string) =>
    textsBy(index.languages, found.get(keyword) ?? [], read)
  const letter = <T>(keyword: Indexed, meanings: ReadonlyMap<string, T>): T | undefined =>
    firstMeaning(index, found.get(keyword) ?? [], (text) => meanings.get(text.toUpperCase()))
  const yes = (keyword: Indexed) => firstMeaning(index, found.get(keyword) ?? [], yesOrNo)
  return defined({
    unit: texts('UNITS'),
    decimals,
    kind: letter('STOCKFA', KINDS),
    prices: letter('CFPRICES', PRICES),
    adjusted: someOf({ calendar: yes('DAYADJ'), season: yes('SEASADJ') }),
    basePeriod: texts('BASEPERIOD'),
    referencePeriod: texts('REFPERIOD'),
    contact: texts('CONTACT', lines),
    updated: firstMeaning(index, found.get('LAST-UPDATED') ?? [], isoOfPxDate),
  })
}

/** A text in which `#` ends a line. */
export function lines(statement: PxStatement): string {
  return onlyText(statement).replaceAll('#', '\n')
}

export function yesOrNo(text: string): boolean | undefined {
  const word = text.toUpperCase()
  return word === 'YES' ? true : word === 'NO' ? false : undefined
}

/** What the first of the statements says; the others repeat it. What has no meaning is left to be kept as it stands. */
export function firstMeaning<T>(
  index: StatementIndex,
  statements: readonly PxStatement[],
  meaningOf: (text: string) => T | undefined,
): T | undefined {
  const meanings = statements.map((statement) => {
    const meaning = meaningOf(onlyText(statement).trim())
    if (meaning === undefined) index.leave(statement)
    return meaning
  })
  return meanings.find((meaning) => meaning !== undefined)
}

function decimalsShown(index: StatementIndex): number {
  const stored = index.single('DECIMALS')
  if (stored === undefined) throw index.missing('DECIMALS')
  index.leave(stored)
  return wholeNumber(index.single('SHOWDECIMALS') ?? stored)
}

function readPrecision(index: StatementIndex, variables: PxVariables, variable: number): Map<number, number> {
  const found = new Map<number, number>()
  for (const statement of index.all('PRECISION', true)) {
    const at = variables.variable(statement)
    const value = variables.value(statement, at, statement.keys[1] ?? '')
    if (at !== variable) continue
    index.understand(statement)
    found.set(value, Math.max(found.get(value) ?? 0, wholeNumber(statement)))
  }
  return found
}

function wholeNumber(statement: PxStatement): number {
  const text = onlyText(statement).trim()
  if (!/^\d{1,4}$/.test(text)) throw refusedAt(statement, 'value-unreadable', text)
  return Number(text)
}
