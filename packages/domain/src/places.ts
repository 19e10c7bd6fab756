import { nearest } from './nearest.ts'
import { COUNTY_ROWS, MUNICIPALITY_ROWS } from './places.data.ts'

export interface County {
  code: string
  name: string
  letter: string
}

export interface Municipality {
  code: string
  name: string
  countyCode: string
}

export type PlaceKind = 'county' | 'municipality'

export type PlaceResult =
  | { ok: true; code: string; name: string }
  | { ok: false; reason: 'place-unknown'; suggestions: string[] }

/** The 21 counties by code. Source: Statistics Sweden (SCB). */
export const COUNTIES: readonly County[] = COUNTY_ROWS.map(([code, name, letter]) => ({ code, name, letter }))

/** The 290 municipalities by code, valid 2024–2026. Source: Statistics Sweden (SCB). */
export const MUNICIPALITIES: readonly Municipality[] = MUNICIPALITY_ROWS.map(([code, name]) => ({
  code,
  name,
  countyCode: code.slice(0, 2),
}))

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[\s\u00a0\-–]+/g, '')

const INDEX: Record<PlaceKind, ReadonlyMap<string, { code: string; name: string }>> = {
  county: new Map(
    COUNTIES.flatMap((county) => [
      [bare(county.name), county],
      [bare(county.letter), county],
      [county.code, county],
    ]),
  ),
  municipality: new Map(
    MUNICIPALITIES.flatMap((municipality) => [
      [bare(municipality.name), municipality],
      [municipality.code, municipality],
    ]),
  ),
}

/** Names whose official long form is not the name with an s, and names that places have had. */
const ALIASES: Record<PlaceKind, Readonly<Record<string, string>>> = {
  county: { jämtlandhärjedalen: '23' },
  municipality: { falu: '2080', malung: '2023' },
}

/**
 * Finds a county or municipality by code ("20", "2080"; a leading zero may have been lost) or by name, with or
 * without "län", "region", "kommun" or "stad", genitive s, hyphens and spaces; a county also by its letter.
 * Nothing is guessed: a name that is not found is refused with up to three names like it.
 * @returns the code and name, or `place-unknown` with suggestions (also for empty text)
 * @example findPlace('municipality', 'Falu kommun') // { ok: true, code: '2080', name: 'Falun' }
 */
export function findPlace(kind: PlaceKind, text: string): PlaceResult {
  const found = placeOf(kind, text)
  if (found !== null) return { ok: true, code: found.code, name: found.name }
  const names = (kind === 'county' ? COUNTIES : MUNICIPALITIES).map((place) => place.name)
  return { ok: false, reason: 'place-unknown', suggestions: nearest(shortened(text.normalize('NFC')), names) }
}

/**
 * The same as `findPlace` without suggestions, for long lists.
 * @returns `null` for what is no place of the kind
 * @example placeOf('county', 'AB')?.name // 'Stockholm'
 */
export function placeOf(
  kind: PlaceKind,
  text: string,
): { readonly code: string; readonly name: string } | null {
  const index = INDEX[kind]
  const trimmed = text.trim().replace(/[\s\u00a0]+/g, ' ')
  const short = bare(shortened(text.normalize('NFC')))
  const digits = /^\d+$/.test(trimmed) ? trimmed.padStart(kind === 'county' ? 2 : 4, '0') : ''
  for (const key of [digits, bare(trimmed), short, short.replace(/s$/, '')]) {
    const found = index.get(key) ?? index.get(ALIASES[kind][key] ?? '')
    if (key !== '' && found !== undefined) return found
  }
  return null
}

function shortened(text: string): string {
  return text
    .trim()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^(region|länsstyrelsen i|county of)\s+/i, '')
    .replace(/\s*(läns landsting|län|county|regionen|kommun|stad|municipality)$/i, '')
}
