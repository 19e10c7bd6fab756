import {
  ageSpan,
  bareName,
  CLASSIFICATION_IDS,
  type ClassificationId,
  entriesNamed,
  entryOf,
  findBirthGroup,
  findIndustry,
} from '@jamvikt/domain'
import { type Category, type StatDimension, type StatTable, textOf } from '@jamvikt/tables'
import type { Concepts } from './concepts.ts'

/** What a dimension’s values are taken from. */
export type RecognisedList = ClassificationId | 'sex' | 'age-groups'

/**
 * A list that a dimension fits. `rivals` are the editions that fit as well and mean something else: then none of them
 * may be taken for granted. `isStated` tells whether the table names the edition.
 */
interface Recognition {
  readonly list: RecognisedList
  readonly isStated: boolean
  readonly rivals: readonly ClassificationId[]
}

type ListId = Exclude<ClassificationId, 'places' | 'birth-countries'>

const INDUSTRY = ['sni2002', 'sni2007', 'sni2025'] as const
const LISTS = CLASSIFICATION_IDS.filter((id): id is ListId => id !== 'places' && id !== 'birth-countries')
/** Editions of industries whose codes are not held and whose names are those of later ones. */
const EARLIER = /sni[\s_-]*(19)?(69|92)(?!\d)/i
const STATED = /sni[\s_-]*(2002|2007|2025)/gi
const NEUTRAL =
  /^(tot|total|totalt|totala|samtliga|alla|all|uppgift saknas|uppgifter saknas|okän[dt]|unknown|not specified)([\s,].*)?$/i
const YEARS = /år|year|\+/i
const CITIZENSHIP = /medborg|citizen/i
/** More than twice the values of the longest list. */
const MOST_VALUES = 4000
const INDUSTRY_WORDS = /(^|[^\p{L}])sni([^\p{L}]|$)|näringsgren|naringsgren|bransch|industr/iu
/** What a dimension whose values are codes alone has to be called; editions of SNI are told apart afterwards. */
const SUBJECTS: Readonly<Record<ListId, RegExp>> = {
  sni2002: INDUSTRY_WORDS,
  sni2007: INDUSTRY_WORDS,
  sni2025: INDUSTRY_WORDS,
  ssyk2012: /ssyk[\s_-]*2012/i,
  'sun2020-niva': /sun[\s_-]*2020.*(niv|level)/i,
  'sun2020-inriktning': /sun[\s_-]*2020.*(inriktning|field)/i,
  'sun2020-grupp': /sun[\s_-]*2020.*(grupp|group)/i,
}

const EDITIONS: Readonly<Record<ListId, RegExp>> = {
  sni2002: /sni[\s_-]*2002/i,
  sni2007: /sni[\s_-]*2007/i,
  sni2025: /sni[\s_-]*2025/i,
  ssyk2012: /ssyk[\s_-]*2012/i,
  'sun2020-niva': /sun[\s_-]*2020/i,
  'sun2020-inriktning': /sun[\s_-]*2020/i,
  'sun2020-grupp': /sun[\s_-]*2020/i,
}

/** Whether a value stands for all or for nobody knows what, and is no member of a list. */
export function isNeutral(text: string): boolean {
  return text.length < 80 && NEUTRAL.test(text.trim())
}

/** The name of a value in the main language of its table; its code where it has none. */
export function nameOf({ code, label }: Category, languages: readonly string[]): string {
  return textOf(label, languages[0] ?? 'sv', languages) || code
}

/**
 * Splits a text such as “C Tillverkning” or “62.0 – Dataprogrammering” into code and name.
 * @returns `null` for texts without a code before the name
 */
export function codedName(text: string): { readonly code: string; readonly name: string } | null {
  const [, code, name] = /^([A-Za-z]{1,2}|\d[\d.]{0,6}[A-Za-z]{0,2})[\s:–-]+(\S.*)$/.exec(text.trim()) ?? []
  return code === undefined || name === undefined ? null : { code: code.replaceAll('.', ''), name }
}

/**
 * Tells which code list a dimension’s values belong to: by name at least half of them where the table states the
 * edition and three quarters where it does not, since a producer’s own grouping shares names with the list; or all of
 * them by code in a dimension that is named after the edition. Totals and unknowns do not count.
 * @param concepts of the same table
 * @returns `null` for dimensions of time, contents and places, and for what is on no list
 */
export function recogniseCodes(
  dimension: StatDimension,
  table: Pick<StatTable, 'languages' | 'title' | 'contents' | 'notes'>,
  concepts: Concepts,
): Recognition | null {
  if (dimension.role !== 'classification') return null
  if (concepts.sex?.dimension === dimension.id) return sure('sex')
  const names = dimension.categories.map((category) => nameOf(category, table.languages))
  const told = names.filter((name) => !isNeutral(name))
  if (told.length === 0) return null
  if (isAge(dimension, told, concepts)) return sure('age-groups')
  if (isBirth(dimension, told)) return sure('birth-countries')
  return told.length > MOST_VALUES ? null : ofLists(dimension, names, table)
}

function isAge({ id }: StatDimension, told: readonly string[], concepts: Concepts): boolean {
  if (concepts.background === id) return false
  const spans = told.filter((name) => ageSpan(name) !== null)
  if (concepts.age === id) return 2 * spans.length >= told.length
  return spans.length === told.length && told.some((name) => YEARS.test(name))
}

function isBirth(dimension: StatDimension, told: readonly string[]): boolean {
  if (CITIZENSHIP.test(textsOf(dimension).join(' '))) return false
  const groups = told.flatMap((name) => findBirthGroup(name)?.code ?? [])
  return 2 * groups.length >= told.length && groups.some((group) => group !== 'unknown')
}

interface Fit {
  readonly list: ListId
  readonly byName: number
  readonly isByCode: boolean
}

function ofLists(
  dimension: StatDimension,
  names: readonly string[],
  table: Pick<StatTable, 'title' | 'contents' | 'notes'>,
): Recognition | null {
  const values = dimension.categories.flatMap(({ code }, at) => {
    const name = names[at] ?? code
    return isNeutral(name) ? [] : [{ code, name }]
  })
  const stated = statedEdition(dimension, table)
  const fits = LISTS.map((list) => fitOf(list, values, dimension))
  const most = Math.max(...fits.map(({ byName }) => byName))
  const isNamed = 2 * most >= values.length
  const found = fits
    .filter(({ byName, isByCode }) => (isNamed ? byName === most : isByCode))
    .map(({ list }) => list)
  const isIndustry = found.some((list) => isOneOf(INDUSTRY, list))
  if (stated !== null && (isIndustry || SUBJECTS[stated].test(textsOf(dimension).join(' '))))
    return isIndustry || stated === 'sni2025' ? { list: stated, isStated: true, rivals: [] } : null
  if (stated === null && EARLIER.test(textsOf(dimension).join(' '))) return null
  const [first] = found
  if (first === undefined) return null
  const isStated = EDITIONS[first].test([...textsOf(dimension), ...textsOfTable(table)].join(' '))
  if (!isStated && isNamed && 4 * most < 3 * values.length) return null
  if (!isIndustry) return found.length === 1 ? { list: first, isStated, rivals: [] } : null
  const editions = found.filter((list) => isOneOf(INDUSTRY, list))
  const list = editions.includes('sni2007') ? 'sni2007' : (editions[0] ?? 'sni2007')
  const rivals = isSameMeaning(editions, values) ? [] : editions
  return { list, isStated: false, rivals }
}

function fitOf(list: ListId, values: readonly Value[], dimension: StatDimension): Fit {
  let [named, contrary, coded] = [0, 0, 0]
  for (const { code, name } of values) {
    const split = codedName(name)
    const entry = entryOf(list, split?.code ?? code)
    const isCode = entry.ok || (list === 'sni2025' && findIndustry(code, 'SNI2025').ok)
    if (isCode) coded++
    const said = split?.name ?? name
    if (
      entry.ok &&
      bareName(entry.entry.name.sv) !== bareName(said) &&
      bareName(entry.entry.name.en ?? '') !== bareName(said)
    ) {
      if (said !== code) contrary++
    } else if (entriesNamed(list, said).length > 0) named++
  }
  const hasNames = values.some(({ code, name }) => code !== name)
  const isByCode = !hasNames && coded === values.length && SUBJECTS[list].test(textsOf(dimension).join(' '))
  return { list, byName: contrary > named ? 0 : named, isByCode }
}

interface Value {
  readonly code: string
  readonly name: string
}

/** Whether every value is the same entry in all editions, so that it does not matter which one is meant. */
function isSameMeaning(editions: readonly ListId[], values: readonly Value[]): boolean {
  if (editions.length < 2) return true
  return values.every(({ code, name }) => {
    const entries = editions.map((list) => {
      const entry = entryOf(list, codedName(name)?.code ?? code)
      if (entry.ok) return `${entry.entry.code} ${bareName(entry.entry.name.sv)}`
      return entriesNamed(list, name)
        .map((each) => each.code)
        .join(' ')
    })
    return new Set(entries).size === 1 && !editions.includes('sni2025')
  })
}

function statedEdition(
  dimension: StatDimension,
  table: Pick<StatTable, 'title' | 'contents' | 'notes'>,
): (typeof INDUSTRY)[number] | null {
  for (const texts of [textsOf(dimension), textsOfTable(table)]) {
    const editions = new Set(
      texts.flatMap((text) => [...text.matchAll(STATED)].map(([, year]) => `sni${year}`)),
    )
    const [edition, ...others] = INDUSTRY.filter((list) => editions.has(list))
    if (edition !== undefined) return others.length === 0 ? edition : null
  }
  return null
}

function textsOfTable({
  title,
  contents,
  notes,
}: Pick<StatTable, 'title' | 'contents' | 'notes'>): readonly string[] {
  return [title, contents, ...(notes ?? []).map(({ text }) => text)].flatMap((texts) =>
    Object.values(texts ?? {}),
  )
}

function textsOf({ id, label, domain, notes }: StatDimension): readonly string[] {
  return [id, label, domain ?? {}, ...(notes ?? []).map(({ text }) => text)].flatMap((texts) =>
    typeof texts === 'string' ? [texts] : Object.values(texts),
  )
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return list.some((each) => each === value)
}

function sure(list: RecognisedList): Recognition {
  return { list, isStated: true, rivals: [] }
}
