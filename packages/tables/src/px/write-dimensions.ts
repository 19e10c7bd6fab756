import type { Measure, PxKeyword, StatDimension, StatTable, Texts } from '../stat/stat-table.ts'
import { pxDateOfIso } from './px-date.ts'
import { inQuotes } from './px-statement.ts'
import { bare, measuresOf, quoted } from './write-derived.ts'
import { languagesOf, type WrittenNames } from './written-names.ts'

const PRESTEXT = { code: '0', label: '1', 'code-label': '2', 'label-code': '3' } as const
const STOCKFA = { stock: 'S', flow: 'F', average: 'A' } as const
const CFPRICES = { current: 'C', fixed: 'F' } as const

/** The statements about variables and their values, without notes. */
export function dimensionStatements(table: StatTable, names: WrittenNames): PxKeyword[] {
  const { dimensions, languages, stub } = table
  const tag = (language: string) => (language === names.main ? null : language)
  const lists = names.languages.flatMap((language) => {
    const all = names.variables(language)
    return [
      ...(stub > 0 ? [quoted('STUB', tag(language), [], ...all.slice(0, stub))] : []),
      ...(stub < all.length ? [quoted('HEADING', tag(language), [], ...all.slice(stub))] : []),
    ]
  })
  const each = dimensions.flatMap((dimension, at) => {
    const { id, role, categories, domain, map, show, elimination } = dimension
    const codes = categories.map(({ code }) => code)
    const keyed = (make: (language: string | null, name: string, tongue: string) => readonly PxKeyword[]) =>
      names.languages.flatMap((tongue) => make(tag(tongue), names.variable(at, tongue), tongue))
    const textual = (keyword: string, texts: Texts | undefined) =>
      languagesOf(table, texts).map((language) =>
        quoted(keyword, tag(language), [names.variable(at, language)], texts?.[language] ?? ''),
      )
    return [
      ...(role === 'metric' ? keyed((language, name) => [quoted('CONTVARIABLE', language, [], name)]) : []),
      ...(id === names.variable(at, names.main)
        ? []
        : keyed((language, name) => [quoted('VARIABLECODE', language, [name], id)])),
      ...languages
        .filter((language) => names.hasValues(at, language))
        .map((language) =>
          quoted('VALUES', tag(language), [names.variable(at, language)], ...names.labels(at, language)),
        ),
      ...keyed((language, name) => [quoted('CODES', language, [name], ...codes)]),
      ...(show === undefined
        ? []
        : keyed((language, name) => [bare('PRESTEXT', language, [name], PRESTEXT[show])])),
      ...textual('DOMAIN', domain),
      ...textual('MAP', map),
      ...keyed((language, name) => hierarchy(dimension, language, name)),
      ...keyed((language, name, tongue) => {
        if (elimination === undefined) return []
        const { total } = elimination
        if (total === null) return [bare('ELIMINATION', language, [name], 'YES')]
        return [quoted('ELIMINATION', language, [name], names.value(at, codes.indexOf(total), tongue))]
      }),
    ]
  })
  return [...lists, ...each]
}

/** Wholes that are no part of another first, and then every part with its whole. */
function hierarchy({ children }: StatDimension, language: string | null, name: string): PxKeyword[] {
  const pairs = Object.entries(children ?? {}).flatMap(([whole, parts]) =>
    parts.map((part) => ({ whole, part })),
  )
  if (pairs.length === 0) return []
  const parts = new Set(pairs.map(({ part }) => part))
  const roots = new Set(pairs.map(({ whole }) => whole).filter((whole) => !parts.has(whole)))
  return [
    {
      keyword: 'HIERARCHIES',
      language,
      keys: [name],
      values: [
        ...[...roots].map((text) => ({ text, quoted: true })),
        ...pairs.map(({ whole, part }) => ({ text: `${inQuotes(whole)}:${inQuotes(part)}`, quoted: false })),
      ],
    },
  ]
}

/** The statements about what the figures measure. */
export function measureStatements(table: StatTable, names: WrittenNames): PxKeyword[] {
  const measures = measuresOf(table)
  const least = Math.min(...measures.map(({ decimals }) => decimals))
  const metric = table.dimensions.findIndex(({ role }) => role === 'metric')
  const shown = bare('SHOWDECIMALS', null, [], String(least))
  if (metric < 0) return [shown, ...measures.flatMap((measure) => measured(table, names, measure, () => []))]
  return [
    shown,
    ...measures.flatMap((measure, value) => [
      ...(measure.decimals === least
        ? []
        : names.languages.map((language) =>
            bare(
              'PRECISION',
              language === names.main ? null : language,
              [names.variable(metric, language), names.value(metric, value, language)],
              String(measure.decimals),
            ),
          )),
      ...measured(table, names, measure, (language) => [names.value(metric, value, language)]),
    ]),
  ]
}

function measured(
  table: StatTable,
  names: WrittenNames,
  measure: Measure,
  keysIn: (language: string) => readonly string[],
): PxKeyword[] {
  const tag = (language: string) => (language === names.main ? null : language)
  const isKeyed = keysIn(names.main).length > 0
  const textual = (keyword: string, texts: Texts | undefined, read = (text: string) => text) =>
    languagesOf(table, texts).map((language) =>
      quoted(keyword, tag(language), keysIn(language), read(texts?.[language] ?? '')),
    )
  const everywhere = (make: (language: string | null, keys: readonly string[]) => PxKeyword) =>
    (isKeyed ? names.languages : [names.main]).map((each) => make(tag(each), keysIn(each)))
  const { unit, kind, prices, adjusted = {}, basePeriod, referencePeriod, contact, updated } = measure
  const yesOrNo = (keyword: string, yes: boolean | undefined) =>
    yes === undefined ? [] : everywhere((language, keys) => bare(keyword, language, keys, yes ? 'YES' : 'NO'))
  const letter = (keyword: string, text: string | undefined) =>
    text === undefined ? [] : everywhere((language, keys) => quoted(keyword, language, keys, text))
  const hasOwnContact = isKeyed || table.contact === undefined
  const hasOwnDate = updated !== undefined && (isKeyed || table.updated === undefined)
  return [
    ...(unit?.[names.main] === undefined ? [quoted('UNITS', null, keysIn(names.main), '')] : []),
    ...textual('UNITS', unit),
    ...letter('STOCKFA', kind && STOCKFA[kind]),
    ...letter('CFPRICES', prices && CFPRICES[prices]),
    ...yesOrNo('DAYADJ', adjusted.calendar),
    ...yesOrNo('SEASADJ', adjusted.season),
    ...textual('BASEPERIOD', basePeriod),
    ...textual('REFPERIOD', referencePeriod),
    ...(hasOwnContact ? textual('CONTACT', contact, withHashes) : []),
    ...(hasOwnDate ? letter('LAST-UPDATED', pxDateOfIso(updated)) : []),
  ]
}

/** In notes and contacts `#` ends a line. */
export function withHashes(text: string): string {
  return text.replace(/\r\n?|\n/g, '#')
}
