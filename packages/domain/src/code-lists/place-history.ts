import { COUNTIES, MUNICIPALITIES, type PlaceKind } from '../places.ts'
import { bareName } from './bare-name.ts'
import { FORMER_NAME_ROWS, PLACE_CHANGE_ROWS } from './place-history.data.ts'

/** The years whose counties and municipalities are held. */
export const PLACE_YEARS = { first: 1986, last: 2026 } as const

/** A county or municipality under one name; years are the first and last in which it was so. */
export interface DatedPlace {
  readonly code: string
  readonly name: string
  readonly kind: PlaceKind
  /** 1986 stands for that year or earlier. */
  readonly firstYear: number
  /** `null` where it is still so. */
  readonly lastYear: number | null
}

export type PlaceInResult =
  | { readonly ok: true; readonly place: DatedPlace }
  | { readonly ok: false; readonly reason: 'year-not-held' | 'place-unknown' }

interface Change {
  readonly year: number
  readonly before: string
  readonly after: readonly string[]
}

interface History {
  readonly changes: readonly Change[]
  readonly byCode: ReadonlyMap<string, readonly DatedPlace[]>
  readonly byFormerName: ReadonlyMap<string, DatedPlace>
}

let history: History | undefined

/**
 * What a code stood for in a year. Held are 1986–2026: what was before 1986 is left out, since the lists used do not
 * reach further. Spellings of one name (Upplands-Väsby) and moves of single parishes are left out as well. A code that
 * has stayed may have changed its area: see `successorsOf`.
 * @param year 1986–2026; the division of 1 January
 * @param code two digits for a county, four for a municipality
 * @returns the place under its name in that year; `year-not-held`; `place-unknown` where no place had the code then
 * @example placeIn(2006, '1917') // { ok: true, place: { name: 'Heby', lastYear: 2006, … } }
 */
export function placeIn(year: number, code: string): PlaceInResult {
  if (!(year >= PLACE_YEARS.first && year <= PLACE_YEARS.last)) return { ok: false, reason: 'year-not-held' }
  const place = nameHistory(code).find((each) => isIn(each, year))
  return place === undefined ? { ok: false, reason: 'place-unknown' } : { ok: true, place }
}

/**
 * The codes today of the places that share the area a code had in a year: several where it has been divided, among them
 * places that took over a part of it.
 * @returns in the order of codes; the code itself where nothing has happened; empty where no place had it that year
 * @example successorsOf('16', 1997) // ['06', '14']
 */
export function successorsOf(code: string, year: number): readonly string[] {
  if (!placeIn(year, code).ok) return []
  const { changes } = held()
  let codes = new Set([code])
  for (const at of new Set(changes.map((change) => change.year).filter((each) => each > year))) {
    const now = changes.filter((change) => change.year === at)
    codes = new Set([...codes].flatMap((each) => now.find(({ before }) => before === each)?.after ?? [each]))
  }
  return [...codes].sort()
}

/**
 * The one place today that has the very area a code had in a year: its number or name may have changed, no more.
 * @returns `null` where the place has been divided, merged, or has given or taken parts, and where it is not known
 * @example sameAreaToday('1917', 2006)?.code // '0331'
 */
export function sameAreaToday(code: string, year: number): DatedPlace | null {
  const [today, ...others] = successorsOf(code, year)
  if (today === undefined || others.length > 0) return null
  const { byCode } = held()
  const isOnlyOne = [...byCode.keys()].every(
    (each) => each === code || !successorsOf(each, year).includes(today),
  )
  return isOnlyOne ? (nameHistory(today).find(({ lastYear }) => lastYear === null) ?? null) : null
}

/** From a year on, a code stands for another area than the year before. */
export interface AreaChange {
  readonly year: number
  /** Codes of the places that gave or got what changed hands. */
  readonly others: readonly string[]
}

/**
 * The changes of area of a code that has stayed the same: series of it are broken there.
 * @returns in the order of years; empty for a code whose area is what it was in 1986, and for one that is not held
 * @example areaChanges('0181') // [{ year: 1999, others: ['0140'] }]
 */
export function areaChanges(code: string): readonly AreaChange[] {
  const { changes } = held()
  return changes
    .filter(({ before, after }) => before === code && after.includes(code))
    .map(({ year, after }) => {
      const given = changes.filter((change) => change.year === year && change.after.includes(code))
      const others = [...after, ...given.map(({ before }) => before)].filter((other) => other !== code)
      return { year, others: [...new Set(others)].sort() }
    })
}

/**
 * The names that a code has had, oldest first.
 * @returns empty for a code that no place has had since 1986
 * @example nameHistory('2023').map(({ name }) => name) // ['Malung', 'Malung-Sälen']
 */
export function nameHistory(code: string): readonly DatedPlace[] {
  return held().byCode.get(code) ?? []
}

/**
 * The place that a name stood that no place bears now: a county has to be called one, since its name may be
 * that of a town as well.
 * @returns `null` for names in use and for what was never one
 * @example findFormerPlace('Kopparbergs län')?.code // '20'
 */
export function findFormerPlace(text: string): DatedPlace | null {
  return text.length > 60 ? null : (held().byFormerName.get(bareName(text)) ?? null)
}

function held(): History {
  history ??= read()
  return history
}

function read(): History {
  const changes = linesOf(PLACE_CHANGE_ROWS).map(([year, before = '', after = '']) => ({
    year: Number(year),
    before,
    after: after.split(' '),
  }))
  const names = new Map([...COUNTIES, ...MUNICIPALITIES].map(({ code, name }) => [code, name]))
  const former = linesOf(FORMER_NAME_ROWS).map(([code = '', name = '', last]) => ({
    code,
    name,
    last: Number(last),
  }))
  const codes = new Set([...names.keys(), ...changes.flatMap(({ before, after }) => [before, ...after])])
  const places = [...codes].flatMap((code): DatedPlace[] => {
    const kind: PlaceKind = code.length === 2 ? 'county' : 'municipality'
    const firstYear =
      changes.find(({ before, after }) => after.includes(code) && !hadBefore(changes, code, before))?.year ??
      PLACE_YEARS.first
    const lastChange = changes.findLast(({ before }) => before === code)
    const lastYear = names.has(code) || lastChange === undefined ? null : lastChange.year - 1
    const name = names.get(code) ?? nameToday(changes, names, code)
    const old = former.find((each) => each.code === code)
    if (old === undefined) return [{ code, name, kind, firstYear, lastYear }]
    const before = { code, name: old.name, kind, firstYear, lastYear: old.last }
    return old.last === lastYear
      ? [before]
      : [before, { code, name, kind, firstYear: old.last + 1, lastYear }]
  })
  const byCode = new Map<string, DatedPlace[]>()
  for (const place of places) byCode.set(place.code, [...(byCode.get(place.code) ?? []), place])
  const byFormerName = new Map(
    places.flatMap((place) =>
      former.some(({ code, name }) => code === place.code && name === place.name)
        ? writtenNames(place).map((name): [string, DatedPlace] => [bareName(name), place])
        : [],
    ),
  )
  return { changes, byCode, byFormerName }
}

/** Whether a code was there before it received the area of another. */
function hadBefore(changes: readonly Change[], code: string, before: string): boolean {
  return before === code || changes.some((change) => change.before === code && change.after.includes(code))
}

/** The name of a municipality that has been given another code and kept its name. */
function nameToday(changes: readonly Change[], names: ReadonlyMap<string, string>, code: string): string {
  let at = code
  for (const { before, after } of changes) if (before === at && after[0] !== undefined) at = after[0]
  return names.get(at) ?? ''
}

function writtenNames({ name, kind }: DatedPlace): readonly string[] {
  if (kind === 'municipality') return [name, `${name} kommun`, `${name}s kommun`]
  return [`${name} län`, `${name}s län`, `${name.replace(' och', 's och')} län`]
}

function isIn({ firstYear, lastYear }: DatedPlace, year: number): boolean {
  return firstYear <= year && year <= (lastYear ?? PLACE_YEARS.last)
}

function linesOf(rows: string): string[][] {
  return rows
    .trim()
    .split('\n')
    .map((row) => row.split('|'))
}
