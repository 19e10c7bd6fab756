import { mostDecimals } from '../stat/figure-decimals.ts'
import type { Measure, PxKeyword, StatTable } from '../stat/stat-table.ts'
import { timeListOf } from './time-list.ts'
import { WrittenNames } from './written-names.ts'

const AXIS_VERSION = '2013'

/** The statement with texts in quotes. */
export function quoted(
  keyword: string,
  language: string | null,
  keys: readonly string[],
  ...texts: string[]
): PxKeyword {
  return { keyword, language, keys, values: texts.map((text) => ({ text, quoted: true })) }
}

/** The statement with a bare word or number. */
export function bare(
  keyword: string,
  language: string | null,
  keys: readonly string[],
  text: string,
): PxKeyword {
  return { keyword, language, keys, values: [{ text, quoted: false }] }
}

/** The measures of a table: of its contents one by one, or the one of all. */
export function measuresOf(table: StatTable): readonly Measure[] {
  const metric = table.dimensions.find(({ role }) => role === 'metric')
  if (metric === undefined) return [table.measure ?? { decimals: 0 }]
  return metric.categories.map(({ measure }) => measure ?? { decimals: 0 })
}

/**
 * What a writer says of a table by itself, but only where `other.px` does not say it: the version, the decimals stored,
 * the unit of a table of several contents, the time list, and the type of a variable that nothing else tells.
 */
export function derivedStatements(table: StatTable, names = new WrittenNames(table)): PxKeyword[] {
  const measures = measuresOf(table)
  const shown = measures.map(({ decimals }) => decimals)
  const stored = Math.max(mostDecimals(table.values), ...shown)
  const keyed = (at: number, make: (language: string | null, name: string) => PxKeyword) =>
    names.languages.map((each) => make(each === names.main ? null : each, names.variable(at, each)))
  return [
    quoted('AXIS-VERSION', null, [], AXIS_VERSION),
    bare('DECIMALS', null, [], String(stored)),
    ...(table.dimensions.some(({ role }) => role === 'metric') ? unitsOfAll(table, measures[0]) : []),
    ...table.dimensions.flatMap(({ role, timeUnit, categories, map }, at) => {
      if (role === 'time' && timeUnit !== undefined) {
        const { scale, values } = timeListOf(
          categories.map(({ code }) => code),
          timeUnit,
        )
        return keyed(at, (language, name) => {
          const { values: texts, ...list } = quoted('TIMEVAL', language, [name], ...values)
          return { ...list, values: [{ text: scale, quoted: false }, ...texts] }
        })
      }
      if (role === 'time')
        return keyed(at, (language, name) => quoted('VARIABLE-TYPE', language, [name], 'Time'))
      if (role === 'geo' && map === undefined)
        return keyed(at, (language, name) => quoted('VARIABLE-TYPE', language, [name], 'Geographical'))
      return []
    }),
  ]
}

/** `UNITS` is compulsory; where each of the contents has its own, that of the first stands for all. */
function unitsOfAll({ languages }: StatTable, first: Measure | undefined): PxKeyword[] {
  return languages.flatMap((language, at) => {
    const unit = first?.unit?.[language]
    if (at === 0) return [quoted('UNITS', null, [], unit ?? '')]
    return unit === undefined ? [] : [quoted('UNITS', language, [], unit)]
  })
}
