import { COUNTIES, MUNICIPALITIES } from '@jamvikt/domain'
import { type CodeList, type StatDimension, type TableParts, textOf } from '@jamvikt/tables'

/** Codes of official places: the whole country, its counties and its municipalities. */
const LEVELS = [
  { level: 'country', code: /^00$/, words: { sv: 'Riket', en: 'The country' } },
  { level: 'counties', code: /^(?!00)\d{2}$/, words: { sv: 'Län', en: 'Counties' } },
  { level: 'municipalities', code: /^\d{4}$/, words: { sv: 'Kommuner', en: 'Municipalities' } },
] as const
const NOT_A_COUNT =
  /%|(?<!\p{L})(procent|per ?cent|andel|share|index|kvot|ratio|medel|genomsnitt|median|mean|average)/iu
const SUMMED = { sv: 'Kommuner summerade till län', en: 'Municipalities summed to counties' } as const

/** A code list, and the dimension it is for. */
export interface TableCodeList {
  readonly dimension: string
  readonly list: CodeList
}

/**
 * The lists that a table may be asked by. Of places at several levels, one list a level. Of municipalities alone, their
 * sums by county, of counties that are there with all their municipalities; but only where every figure is said to be a
 * stock or a flow in whole numbers: medians, shares and what is not said to be a count are never summed.
 * @param parts of the table, whose id is its address
 * @returns lists with ids that are unique in the site: `vs_TABLE.DIMENSION.LEVEL` and `agg_TABLE.DIMENSION.counties`
 * @example codeListsOf(parts).map(({ list }) => list.id) // ['vs_loner.region.counties', …]
 */
export function codeListsOf(parts: TableParts): TableCodeList[] {
  return parts.dimensions
    .filter(({ role }) => role === 'geo')
    .flatMap((dimension) =>
      [...levelsOf(parts.id, dimension), ...countiesOf(parts, dimension)].map((list) => ({
        dimension: dimension.id,
        list,
      })),
    )
}

/** The table that a list’s id says it is of; `null` where it says none. */
export function tableOfCodeList(id: string): string | null {
  return /^(?:vs|agg)_([a-z0-9-]+)\./.exec(id)?.[1] ?? null
}

function levelsOf(table: string, { id, categories }: StatDimension): CodeList[] {
  const lists = LEVELS.map(({ level, code, words }): CodeList => {
    const chosen = categories.filter((category) => code.test(category.code))
    return {
      id: `vs_${table}.${id}.${level}`,
      label: words,
      kind: 'valueset',
      values: chosen.map(({ code: own, label }) => ({ code: own, label, members: [own] })),
    }
  }).filter(({ values }) => values.length > 0)
  return lists.length > 1 ? lists : []
}

function countiesOf(parts: TableParts, { id, categories }: StatDimension): CodeList[] {
  const codes = new Set(categories.map(({ code }) => code))
  if (!holdsCountsOnly(parts) || ![...codes].every((code) => /^\d{4}$/.test(code))) return []
  const values = COUNTIES.flatMap(({ code, name }) => {
    const members = MUNICIPALITIES.flatMap((each) => (each.countyCode === code ? [each.code] : []))
    const label = Object.fromEntries(parts.languages.map((language) => [language, name]))
    return members.every((member) => codes.has(member)) ? [{ code, label, members }] : []
  })
  if (values.length === 0) return []
  return [{ id: `agg_${parts.id}.${id}.counties`, label: SUMMED, kind: 'aggregation', values }]
}

function holdsCountsOnly({ measure, dimensions, title, contents }: TableParts): boolean {
  const metric = dimensions.find(({ role }) => role === 'metric')
  const words = [title, contents, ...(metric?.categories ?? []).map(({ label }) => label)]
  if (words.some((texts) => Object.values(texts ?? {}).some((text) => NOT_A_COUNT.test(text)))) return false
  const measures = metric === undefined ? [measure] : metric.categories.map((category) => category.measure)
  return measures.every(
    (each) =>
      (each?.kind === 'stock' || each?.kind === 'flow') &&
      each.decimals === 0 &&
      !Object.values(each.unit ?? {}).some((unit) => NOT_A_COUNT.test(unit)),
  )
}

/** A list’s name in a language. */
export function labelOfList({ label }: CodeList, language: string): string {
  return textOf(label, language, ['sv'])
}
