import { COUNTIES, MUNICIPALITIES, type PlaceKind, placeOf } from '@jamvikt/domain'
import type { StatDimension, StatTable } from '@jamvikt/tables'
import type { Assumption } from '../model-datasets.ts'
import { recoded } from './recode-dimension.ts'

const NATION = /^(riket|sverige|hela riket|hela landet|sweden|whole country)$/i
const CODES: ReadonlyMap<string, string> = new Map([
  ['00', 'Riket'],
  ...COUNTIES.map(({ code, name }): [string, string] => [code, name]),
  ...MUNICIPALITIES.map(({ code, name }): [string, string] => [code, name]),
])

/**
 * Gives places their official codes where a table knows them by name, and tells what was taken for what. Figures and
 * texts stay as they are; a name that is nobody's, or is that of a place already there, keeps its own code.
 * @returns the table, the same one where nothing was to be done, and what was assumed
 */
export function resolvePlaces(table: StatTable): {
  readonly table: StatTable
  readonly assumptions: readonly Assumption[]
} {
  const assumptions: Assumption[] = []
  const dimensions = table.dimensions.map((dimension) => {
    if (dimension.role !== 'geo' || dimension.categories.every(({ code }) => CODES.has(code)))
      return dimension
    const resolved = resolveDimension(dimension, table.languages[0] ?? 'sv')
    assumptions.push(...resolved.assumptions)
    return resolved.dimension
  })
  return assumptions.length === 0 ? { table, assumptions } : { table: { ...table, dimensions }, assumptions }
}

/** Marks a dimension as places where at least half of its names are those of places and no other is marked so. */
export function withPlaces(table: StatTable): StatTable {
  if (table.dimensions.some(({ role }) => role === 'geo')) return table
  const [language = 'sv'] = table.languages
  const places = table.dimensions.find(
    (dimension) => dimension.role === 'classification' && isOfPlaceNames(dimension, language),
  )
  if (places === undefined) return table
  const dimensions = table.dimensions.map(
    (each): StatDimension => (each === places ? { ...each, role: 'geo' } : each),
  )
  return { ...table, dimensions }
}

const FEWEST_NAMES = 3

function isOfPlaceNames({ categories }: StatDimension, language: string): boolean {
  const names = categories.map(({ code, label }) => label[language] ?? code)
  const known = names.filter(
    (name) => /\p{L}{3}/u.test(name) && (placeOf('municipality', name) ?? placeOf('county', name)) !== null,
  )
  return known.length >= FEWEST_NAMES && 2 * known.length >= names.length
}

function resolveDimension(dimension: StatDimension, language: string) {
  const kind = kindOf(dimension, language)
  const nameOf = ({ code, label }: StatDimension['categories'][number]) => label[language] ?? code
  if (kind === null || kind === 'unclear') return { dimension, assumptions: [unresolved(kind)] }
  const taken = new Set(dimension.categories.map(({ code }) => code).filter((code) => CODES.has(code)))
  const assumptions: Assumption[] = []
  const codes = new Map<string, string>()
  for (const category of dimension.categories) {
    if (CODES.has(category.code)) continue
    const name = nameOf(category)
    const found = codeOf(name, kind)
    const label = found === null ? '' : (CODES.get(found) ?? '')
    const isFree = found !== null && !taken.has(found)
    const reason = isFree ? reasonOf(name, label) : 'not-found'
    assumptions.push({ dimension: dimension.id, from: name, to: isFree ? found : '', label, reason })
    if (!isFree) continue
    taken.add(found)
    codes.set(category.code, found)
  }
  const isByName = assumptions.some(({ reason }) => reason === 'name-of-code' || reason === 'old-name')
  const level = { ...about(), to: kind, label: '', reason: 'place-level' as const }
  return { dimension: recoded(dimension, codes), assumptions: [...(isByName ? [level] : []), ...assumptions] }

  function about() {
    return { dimension: dimension.id, from: dimension.label[language] ?? dimension.id }
  }

  function unresolved(why: 'unclear' | null): Assumption {
    const names = dimension.categories
      .filter(({ code }) => !CODES.has(code))
      .map(nameOf)
      .filter((name) => !NATION.test(name.trim()))
    const label = names.slice(0, MOST_LISTED).join(', ') + (names.length > MOST_LISTED ? ' …' : '')
    return { ...about(), to: '', label, reason: why === null ? 'places-unknown' : 'level-unclear' }
  }
}

/** Names of places that are listed where none is resolved. */
const MOST_LISTED = 20

function reasonOf(name: string, label: string): Assumption['reason'] {
  if (/^\d+$/.test(name.trim())) return 'lost-zero'
  if (/^[A-Z]{1,2}$/i.test(name.trim())) return 'county-letter'
  return label === name ? 'name-of-code' : 'old-name'
}

const OF_COUNTIES =
  /(?<!\p{L})l[äa]n(s|en)?(_?(kod|namn|code|name|id))?(?!\p{L})|(?<!\p{L})count(y|ies)(?!\p{L})/iu
const OF_MUNICIPALITIES =
  /(?<!\p{L})(kommun(er|ens?)?|municipalit(y|ies))(_?(kod|namn|code|name|id))?(?!\p{L})/iu
const OF_REGIONS = /(?<!\p{L})region(er|s)?(?!\p{L})/iu
const MOST_COUNTIES = 21

/**
 * The kind of place that the dimension’s own name tells, else the kind that most of the names are. Names of several
 * counties are those of towns as well: where names fit both and nothing tells, it is unclear.
 * @returns `null` where less than half are any place
 */
function kindOf(dimension: StatDimension, language: string): PlaceKind | 'unclear' | null {
  const names = dimension.categories
    .map(({ code, label }) => label[language] ?? code)
    .filter((name) => !NATION.test(name.trim()))
  const found = (kind: PlaceKind) => names.filter((name) => placeOf(kind, name) !== null).length
  const [municipalities, counties] = [found('municipality'), found('county')]
  const isCalled = (pattern: RegExp) =>
    [dimension.id, ...Object.values(dimension.label)].some((text) => pattern.test(text))
  const [saysCounties, saysMunicipalities] = [isCalled(OF_COUNTIES), isCalled(OF_MUNICIPALITIES)]
  if (saysCounties !== saysMunicipalities && counties + municipalities > 0)
    return saysCounties ? 'county' : 'municipality'
  if (2 * Math.max(municipalities, counties) < names.length) return null
  if (counties !== municipalities) return counties > municipalities ? 'county' : 'municipality'
  if (names.some((name) => SAYS_COUNTY.test(name))) return 'county'
  const isAllCounties = counties === names.length && names.length <= MOST_COUNTIES
  return isAllCounties && isCalled(OF_REGIONS) ? 'county' : 'unclear'
}

const SAYS_COUNTY = /(?<!\p{L})(län|region)(?!\p{L})/iu
const SAYS_MUNICIPALITY = /(?<!\p{L})(kommun|stad|municipality)(?!\p{L})/iu

/** A name that says its own level is of that level, whatever the others are. */
function codeOf(name: string, kind: PlaceKind): string | null {
  if (NATION.test(name.trim())) return '00'
  const told = SAYS_COUNTY.test(name) ? 'county' : SAYS_MUNICIPALITY.test(name) ? 'municipality' : kind
  return placeOf(told, name)?.code ?? null
}
