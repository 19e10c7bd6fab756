import { COUNTIES, findPlace, MUNICIPALITIES, type PlaceKind } from '@jamvikt/domain'
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

function resolveDimension(dimension: StatDimension, language: string) {
  const kind = kindOf(dimension, language)
  const taken = new Set(dimension.categories.map(({ code }) => code).filter((code) => CODES.has(code)))
  const assumptions: Assumption[] = []
  const codes = new Map<string, string>()
  for (const category of dimension.categories) {
    if (CODES.has(category.code)) continue
    const name = category.label[language] ?? category.code
    const found = kind === null ? null : codeOf(name, kind)
    const label = found === null ? '' : (CODES.get(found) ?? '')
    const isFree = found !== null && !taken.has(found)
    const reason = !isFree ? 'not-found' : label === name ? 'name-of-code' : 'old-name'
    if (kind !== null)
      assumptions.push({ dimension: dimension.id, from: name, to: isFree ? found : '', label, reason })
    if (!isFree) continue
    taken.add(found)
    codes.set(category.code, found)
  }
  return { dimension: recoded(dimension, codes), assumptions }
}

/** The kind of place that most of the names are; `null` where less than half are any. */
function kindOf({ categories }: StatDimension, language: string): PlaceKind | null {
  const found = (kind: PlaceKind) =>
    categories.filter(({ code, label }) => findPlace(kind, label[language] ?? code).ok).length
  const [municipalities, counties] = [found('municipality'), found('county')]
  if (2 * Math.max(municipalities, counties) < categories.length) return null
  // Names of several counties are those of towns as well: a county is meant where the text says so.
  const saysCounty = categories.some(({ code, label }) => /\b(län|region)\b/i.test(label[language] ?? code))
  return counties > municipalities || (counties === municipalities && saysCounty) ? 'county' : 'municipality'
}

function codeOf(name: string, kind: PlaceKind): string | null {
  if (NATION.test(name.trim())) return '00'
  const found = findPlace(kind, name)
  if (found.ok) return found.code
  const other = findPlace(kind === 'county' ? 'municipality' : 'county', name)
  return other.ok && /\b(län|region)\b/i.test(name) ? other.code : null
}
