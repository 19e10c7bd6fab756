import { SNI2007_DIVISIONS, SNI2007_SECTIONS, SNI2025_SECTIONS } from './industry.data.ts'
import { nearest } from './nearest.ts'

/** Editions of the Swedish standard industrial classification. The same code means different things in each. */
export const INDUSTRY_VERSIONS = ['SNI2007', 'SNI2025'] as const
export type IndustryVersion = (typeof INDUSTRY_VERSIONS)[number]

export type IndustryResult =
  | { ok: true; version: IndustryVersion; section: string; division: string | null }
  | { ok: false; reason: 'industry-version-missing' }
  | { ok: false; reason: 'industry-unknown'; suggestions: string[] }

export interface IndustryName {
  sv: string
  en: string
}

const SECTION_OF: Record<IndustryVersion, ReadonlyMap<string, string>> = {
  SNI2007: new Map(SNI2007_DIVISIONS.map(([division, section]) => [division, section])),
  SNI2025: new Map(
    SNI2025_SECTIONS.flatMap(([section, divisions]) =>
      divisions.split(' ').map((division): [string, string] => [division, section]),
    ),
  ),
}

const SECTIONS: Record<IndustryVersion, ReadonlySet<string>> = {
  SNI2007: new Set(SNI2007_SECTIONS.map(([section]) => section)),
  SNI2025: new Set(SNI2025_SECTIONS.map(([section]) => section)),
}

const NAMES_2007: ReadonlyMap<string, IndustryName> = new Map([
  ...SNI2007_SECTIONS.map(([code, sv, en]): [string, IndustryName] => [code, { sv, en }]),
  ...SNI2007_DIVISIONS.map(([code, , sv, en]): [string, IndustryName] => [code, { sv, en }]),
])

const fold = (text: string): string => text.trim().toLocaleLowerCase('sv').replace(/\s+/g, ' ')

const CODE_BY_NAME_2007: ReadonlyMap<string, string> = new Map(
  [...NAMES_2007].reverse().flatMap(([code, { sv, en }]) => [
    [fold(sv), code],
    [fold(en), code],
  ]),
)

/**
 * Finds the section of an industry: by letter ("C"), by code of 2–5 digits with or without dots ("16.230"), by
 * either of these followed by a name ("C Tillverkning"), or in SNI 2007 by the full Swedish or English name.
 * A code must be whole: a lost leading zero is not put back, but for a single digit ("1" is division 01).
 * Digits after the division are not checked against the classification.
 * @param text the code or name
 * @param version the edition the code is of; without it every code is refused
 * @returns section and division (null when only the section is known), `industry-version-missing`, or
 * `industry-unknown` with up to three names like it
 * @example findIndustry('62.010', 'SNI2007') // { ok: true, version: 'SNI2007', section: 'J', division: '62' }
 */
export function findIndustry(text: string, version: IndustryVersion | undefined): IndustryResult {
  if (version === undefined) return { ok: false, reason: 'industry-version-missing' }
  const named = version === 'SNI2007' ? CODE_BY_NAME_2007.get(fold(text)) : undefined
  const code = named ?? /^([A-Za-z]|\d[\d.]*)(?=$|[\s,:–-])/.exec(text.trim())?.[1]?.toUpperCase() ?? ''
  if (SECTIONS[version].has(code)) return { ok: true, version, section: code, division: null }
  const digits = code.replaceAll('.', '')
  const division = digits.length === 1 ? `0${digits}` : digits.slice(0, 2)
  const section = digits.length <= 5 ? SECTION_OF[version].get(division) : undefined
  if (section !== undefined) return { ok: true, version, section, division }
  const names = version === 'SNI2007' ? [...NAMES_2007.values()].map((name) => name.sv) : []
  return { ok: false, reason: 'industry-unknown', suggestions: nearest(text, names) }
}

/**
 * The Swedish and English name of an SNI 2007 section or division, or undefined when the code is not one.
 * Names of SNI 2025 are not held.
 * @example industryName2007('F') // { sv: 'Byggverksamhet', en: 'Construction' }
 */
export function industryName2007(code: string): IndustryName | undefined {
  return NAMES_2007.get(code)
}
