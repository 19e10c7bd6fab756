import {
  BIRTH_GROUPS,
  bareName,
  type ClassificationEntry,
  type ClassificationId,
  classification,
  entriesNamed,
  entryOf,
  findBirthGroup,
  findPlace,
  nearest,
} from '@jamvikt/domain'
import type { Category, StatDimension, StatTable } from '@jamvikt/tables'
import type { Assumption } from '../model-datasets.ts'
import { areaBreaks } from './area-breaks.ts'
import { conceptsOf } from './concepts.ts'
import { formerPlaces } from './former-places.ts'
import { recoded } from './recode-dimension.ts'
import { codedName, isNeutral, nameOf, type RecognisedList, recogniseCodes } from './recognise-codes.ts'
import { resolvePlaces, withPlaces } from './resolve-places.ts'

/** For how many unknown names of a table’s lists, and of its places, others like them are looked for. */
const MOST_SUGGESTED = 20
/** Letters in one place that a misspelling differs by. */
const MISSPELT_LETTERS = 2

interface ResolvedCodes {
  /** The same table where nothing was to be done; figures and texts are as they were. */
  readonly table: StatTable
  readonly assumptions: readonly Assumption[]
  /** The code list that each dimension’s values belong to, where one was recognised. */
  readonly recognised: readonly { readonly dimension: string; readonly list: RecognisedList }[]
}

/**
 * Gives values their official codes where a table knows them by name: places, industries (SNI), occupations (SSYK) and
 * education (SUN). What was taken for what is listed. Nothing is guessed: a misspelt name keeps what it has, with the
 * name that may be meant as the assumption’s label; a code of before gets today’s only where the place has the same
 * area; industries whose edition cannot be told keep theirs. No two values get one code. Sex, ages and groups of
 * countries of birth are recognised and left as they are: they have no one official code.
 * @param table that `checkStatTable` accepts
 * @example resolveCodes(table).assumptions // [{ from: '1917 Heby', to: '0331', label: 'Heby', reason: 'old-code', … }]
 */
export function resolveCodes(table: StatTable): ResolvedCodes {
  const concepts = conceptsOf(table)
  const places = resolveAllPlaces(withPlaces(table))
  const assumptions = [...places.assumptions, ...areaAssumptions(places.table)]
  const recognised: { dimension: string; list: RecognisedList }[] = []
  const budget = { left: MOST_SUGGESTED }
  const dimensions = places.table.dimensions.map((dimension) => {
    if (dimension.role === 'geo' && dimension.categories.some(({ code }) => entryOf('places', code).ok))
      recognised.push({ dimension: dimension.id, list: 'places' })
    const found = recogniseCodes(dimension, table, concepts)
    if (found === null) return dimension
    recognised.push({ dimension: dimension.id, list: found.list })
    const { list, isStated, rivals } = found
    if (list === 'sex' || list === 'age-groups') return dimension
    if (!isStated) assumptions.push(editionAssumed(dimension, table.languages, list, rivals))
    if (rivals.length > 0) return dimension
    const resolved = resolveList(dimension, table.languages, list, budget)
    assumptions.push(...resolved.assumptions)
    return resolved.dimension
  })
  const isSame = dimensions.every((dimension, at) => dimension === table.dimensions[at])
  return { table: isSame ? table : { ...table, dimensions }, assumptions, recognised }
}

/** Codes that stand for another area in some of the table’s years than in others. */
function areaAssumptions({ dimensions }: StatTable): readonly Assumption[] {
  const periods = dimensions.find(({ role }) => role === 'time')?.categories.map(({ code }) => code) ?? []
  return dimensions
    .filter(({ role }) => role === 'geo')
    .flatMap(({ id, categories }) =>
      areaBreaks(
        categories.map(({ code }) => code),
        periods,
      ).map(
        ({ code, name, year, others }): Assumption => ({
          dimension: id,
          from: `${code} ${name}`,
          to: '',
          label: `${year} (${others.join(', ')})`,
          reason: 'area-changed',
        }),
      ),
    )
}

function editionAssumed(
  dimension: StatDimension,
  languages: readonly string[],
  list: ClassificationId,
  rivals: readonly ClassificationId[],
): Assumption {
  const isClear = rivals.length === 0
  const editions = (isClear ? [list] : rivals).map(editionName)
  return {
    dimension: dimension.id,
    from: nameOf({ code: dimension.id, label: dimension.label }, languages),
    to: isClear ? list : '',
    label: editions.join(', '),
    reason: isClear ? 'version-by-fit' : 'version-unclear',
  }
}

function editionName(id: ClassificationId): string {
  return id.replace(
    /^(sni|ssyk|sun)(\d+).*$/,
    (_, list: string, year: string) => `${list.toUpperCase()} ${year}`,
  )
}

/** Places of before first, then names; places of before that keep their codes are held back from being read as names. */
function resolveAllPlaces(table: StatTable): { table: StatTable; assumptions: readonly Assumption[] } {
  const former = new Map(
    table.dimensions.flatMap((dimension) => {
      const found = dimension.role === 'geo' ? formerPlaces(dimension, table.languages) : []
      return found.length === 0 ? [] : [[dimension.id, found] as const]
    }),
  )
  const held = table.dimensions.map((dimension) => {
    const found = former.get(dimension.id)
    if (found === undefined) return dimension
    const codes = new Map(
      found.flatMap(({ at, code }) => {
        const before = dimension.categories[at]?.code
        return code === null || before === undefined ? [] : [[before, code] as const]
      }),
    )
    const kept = new Set(found.filter(({ code }) => code === null).map(({ at }) => at))
    const now = recoded(dimension, codes)
    return { ...now, categories: now.categories.filter((_, at) => !kept.has(at)) }
  })
  const named = resolvePlaces(former.size === 0 ? table : { ...table, dimensions: held })
  const dimensions = named.table.dimensions.map((dimension, d) => {
    const found = former.get(dimension.id)
    const before = table.dimensions[d]
    if (found === undefined || before === undefined) return dimension
    const kept = new Set(found.filter(({ code }) => code === null).map(({ at }) => at))
    const rest = dimension.categories.values()
    const categories = before.categories.map((category, at) =>
      kept.has(at) ? category : (rest.next().value ?? category),
    )
    return { ...dimension, categories }
  })
  const assumptions = [
    ...[...former.values()].flat().map(({ assumption }) => assumption),
    ...withSuggestions(named.assumptions),
  ]
  return { table: former.size === 0 ? named.table : { ...table, dimensions }, assumptions }
}

function withSuggestions(assumptions: readonly Assumption[]): readonly Assumption[] {
  let suggested = 0
  return assumptions.map((assumption) => {
    const { from, label, reason } = assumption
    if (reason !== 'not-found' || label !== '' || suggested >= MOST_SUGGESTED) return assumption
    suggested++
    const found = findPlace(/\b(län|region)\b/i.test(from) ? 'county' : 'municipality', from)
    return found.ok ? assumption : { ...assumption, ...suggestion(from, found.suggestions[0]) }
  })
}

function suggestion(from: string, like: string | undefined): Pick<Assumption, 'label' | 'reason'> {
  if (like === undefined) return { label: '', reason: 'not-found' }
  return { label: like, reason: isMisspelt(from, like) ? 'misspelt' : 'not-found' }
}

/** Whether two names are the same but for one place in which up to two letters differ. */
function isMisspelt(text: string, name: string): boolean {
  const [a, b] = [bareName(text), bareName(name)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= MISSPELT_LETTERS
}

function resolveList(
  dimension: StatDimension,
  languages: readonly string[],
  list: ClassificationId,
  budget: { left: number },
) {
  const isOfNames = (category: Category) => {
    const name = nameOf(category, languages)
    return bareName(category.code) === bareName(name) && !isNeutral(name)
  }
  const unknown = dimension.categories.filter(
    (category) => isOfNames(category) && !entryOf(list, category.code).ok,
  )
  const level = commonLevel(unknown, languages, list)
  const targets = new Map(
    unknown.map((category) => [category.code, entryNamed(nameOf(category, languages), list, level)]),
  )
  const claims = new Map<string, number>()
  for (const entry of targets.values())
    if (entry !== null) claims.set(entry.code, (claims.get(entry.code) ?? 0) + 1)
  const taken = new Set(dimension.categories.map(({ code }) => code))
  const codes = new Map<string, string>()
  const assumptions: Assumption[] = []
  for (const category of unknown) {
    const from = nameOf(category, languages)
    const entry = targets.get(category.code) ?? null
    const base = { dimension: dimension.id, from }
    if (list === 'birth-countries' && findBirthGroup(from) !== null) continue
    if (entry === null) {
      const names = budget.left-- > 0 ? namesOf(list, level) : []
      assumptions.push({ ...base, to: '', ...suggestion(from, nearest(from, names, 1)[0]) })
    } else if (taken.has(entry.code) || (claims.get(entry.code) ?? 0) > 1) {
      assumptions.push({ ...base, to: '', label: entry.name.sv, reason: 'not-found' })
    } else {
      codes.set(category.code, entry.code)
      assumptions.push({ ...base, to: entry.code, label: entry.name.sv, reason: 'name-of-code' })
    }
  }
  return { dimension: codes.size === 0 ? dimension : recoded(dimension, codes), assumptions }
}

/** The level that most of the names are found on, the coarsest of several; `null` where none is found. */
function commonLevel(
  categories: readonly Category[],
  languages: readonly string[],
  list: ClassificationId,
): number | null {
  const counts = new Map<number, number>()
  for (const category of categories)
    for (const level of new Set(entriesNamed(list, nameOf(category, languages)).map((entry) => entry.level)))
      counts.set(level, (counts.get(level) ?? 0) + 1)
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || a - b)
  return most?.[0] ?? null
}

/** The one entry meant by a name; where a whole has the name of its only part, the whole. */
function entryNamed(text: string, list: ClassificationId, level: number | null): ClassificationEntry | null {
  const split = codedName(text)
  const coded = split === null ? null : entryOf(list, split.code.toUpperCase())
  if (coded?.ok && entriesNamed(list, split?.name ?? '').includes(coded.entry)) return coded.entry
  const entries = entriesNamed(list, text)
  const fitting = entries.filter((entry) => entry.level === level)
  if (fitting.length > 0) return fitting.length === 1 ? (fitting[0] ?? null) : null
  const tops = entries.filter(({ parent }) => !entries.some(({ code }) => code === parent))
  return tops.length === 1 ? (tops[0] ?? null) : null
}

function namesOf(list: ClassificationId, level: number | null): readonly string[] {
  if (list === 'birth-countries') return BIRTH_GROUPS.map(({ name }) => name.sv)
  const { entries } = classification(list)
  return entries.filter((entry) => level === null || entry.level === level).map(({ name }) => name.sv)
}
