import { COUNTIES } from '@jamvikt/domain'
import type { TableParts } from '@jamvikt/tables'
import { conceptsOf, type Dataset } from '../../../statistics/public.ts'
import type { Format } from '../formats.ts'

const EU = 'http://publications.europa.eu/resource/authority'
const CC = 'http://creativecommons.org'

/** Themes of the EU by sub-goal; all of it is about society as well. */
const THEMES: Readonly<Record<Dataset['area'], readonly string[]>> = {
  power: ['GOVE', 'SOCI'],
  economy: ['ECON', 'SOCI'],
  education: ['EDUC', 'SOCI'],
  care: ['SOCI'],
  health: ['HEAL', 'SOCI'],
  violence: ['JUST', 'SOCI'],
  background: ['SOCI'],
}

/** @source EU Vocabularies, data theme */
export function themesOf(area: Dataset['area']): string[] {
  return THEMES[area].map((theme) => `${EU}/data-theme/${theme}`)
}

const FREQUENCIES: Readonly<Record<Dataset['rhythm'], string>> = {
  irregular: 'IRREG',
  daily: 'DAILY',
  weekly: 'WEEKLY',
  monthly: 'MONTHLY',
  quarterly: 'QUARTERLY',
  yearly: 'ANNUAL',
}

/** @source EU Vocabularies, frequency */
export function frequencyOf(rhythm: Dataset['rhythm']): string {
  return `${EU}/frequency/${FREQUENCIES[rhythm]}`
}

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['sv', 'SWE'],
  ['en', 'ENG'],
  ['fi', 'FIN'],
  ['nb', 'NOB'],
  ['da', 'DAN'],
  ['de', 'DEU'],
  ['fr', 'FRA'],
])

/**
 * Those languages that are known.
 * @source EU Vocabularies, language
 */
export function languageIris(languages: readonly string[]): string[] {
  return languages.flatMap((each) => {
    const code = LANGUAGES.get(each)
    return code === undefined ? [] : [`${EU}/language/${code}`]
  })
}

export const SWEDEN = `${EU}/country/SWE`
export const THEME_TAXONOMY = `${EU}/data-theme`
export const PUBLIC = `${EU}/access-right/PUBLIC`
export const COMPLETED = `${EU}/distribution-status/COMPLETED`
export const REGIONAL_AUTHORITY = 'http://purl.org/adms/publishertype/RegionalAuthority'
export const CC0 = `${CC}/publicdomain/zero/1.0/`

/** NUTS level 3 is the counties, in another order. */
const NUTS_3 = [
  ...['SE110', 'SE121', 'SE122', 'SE123', 'SE211', 'SE212', 'SE213', 'SE214', 'SE221', 'SE224', 'SE231'],
  ...['SE232', 'SE311', 'SE124', 'SE125', 'SE312', 'SE313', 'SE321', 'SE322', 'SE331', 'SE332'],
]
const NUTS_OF_COUNTY: ReadonlyMap<string, string> = new Map(
  COUNTIES.map(({ code }, at) => [code, NUTS_3[at] ?? '']),
)

/**
 * The place that a table is about: one county where all its places lie there, otherwise Sweden.
 * @source Eurostat, NUTS 2024
 */
export function spatialOf(parts: TableParts): string {
  const { place } = conceptsOf(parts)
  const codes = parts.dimensions.find(({ id }) => id === place?.dimension)?.categories ?? []
  const counties = new Set(codes.map(({ code }) => (/^\d{2}(\d{2})?$/.test(code) ? code.slice(0, 2) : '')))
  const [only = ''] = counties
  const nuts = counties.size === 1 ? NUTS_OF_COUNTY.get(only) : undefined
  return nuts === undefined ? SWEDEN : `http://data.europa.eu/nuts/code/${nuts}`
}

/**
 * The address of a licence as it is written: a name of Creative Commons, or the address itself.
 * @returns `null` for any other name
 */
export function licenceIri(licence: string): string | null {
  const plain = licence.trim().toUpperCase().replaceAll(/[ _]/g, '-')
  if (/^CC-?0(-1\.0)?$/.test(plain)) return CC0
  const [, kind, version = '4.0'] = /^CC-(BY(?:-SA|-NC|-ND|-NC-SA|-NC-ND)?)(?:-(\d\.\d))?$/.exec(plain) ?? []
  if (kind !== undefined) return `${CC}/licenses/${kind.toLowerCase()}/${version}/`
  return /^https?:\/\//i.test(licence) && URL.canParse(licence) ? new URL(licence).href : null
}

/** A file format of the catalogue: of EU Vocabularies where they have it, and of IANA. */
export interface CatalogueFormat {
  readonly format: Format
  readonly title: string
  readonly fileType: string | null
  readonly mediaType: string
  readonly conformsTo: string | null
}

const IANA = 'https://www.iana.org/assignments/media-types'

export const CATALOGUE_FORMATS: readonly CatalogueFormat[] = [
  {
    format: 'json-stat2',
    title: 'JSON-stat 2.0',
    fileType: `${EU}/file-type/JSON`,
    mediaType: `${IANA}/application/json`,
    conformsTo: 'https://json-stat.org/full/',
  },
  {
    format: 'csv',
    title: 'CSV',
    fileType: `${EU}/file-type/CSV`,
    mediaType: `${IANA}/text/csv`,
    conformsTo: 'https://www.rfc-editor.org/rfc/rfc4180',
  },
  {
    format: 'xlsx',
    title: 'Excel',
    fileType: `${EU}/file-type/XLSX`,
    mediaType: `${IANA}/application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`,
    conformsTo: null,
  },
  {
    format: 'px',
    title: 'PX',
    fileType: null,
    mediaType: `${IANA}/application/octet-stream`,
    conformsTo: 'https://www.scb.se/en/services/statistical-programs-for-px-files/px-file-format/',
  },
  {
    format: 'parquet',
    title: 'Parquet',
    fileType: `${EU}/file-type/PARQUET`,
    mediaType: `${IANA}/application/vnd.apache.parquet`,
    conformsTo: null,
  },
]

/** What a plan for gender-equal growth is about: government, economy, society. */
export const PLAN_THEMES = ['GOVE', 'ECON', 'SOCI'].map((theme) => `${EU}/data-theme/${theme}`)
export const UNPLANNED = frequencyOf('irregular')

const PLAN_CSV = {
  fileType: `${EU}/file-type/CSV`,
  mediaType: `${IANA}/text/csv`,
  conformsTo: 'https://www.rfc-editor.org/rfc/rfc4180',
} as const

/** The files of a plan. */
export const PLAN_FILES = [
  {
    file: 'plan.json',
    fileType: `${EU}/file-type/JSON`,
    mediaType: `${IANA}/application/json`,
    conformsTo: null,
  },
  { file: 'activities.csv', ...PLAN_CSV },
  { file: 'goals.csv', ...PLAN_CSV },
  { file: 'figures.csv', ...PLAN_CSV },
  { file: 'budget.csv', ...PLAN_CSV },
  {
    file: 'iati.xml',
    fileType: `${EU}/file-type/XML`,
    mediaType: `${IANA}/application/xml`,
    conformsTo: 'https://iatistandard.org/en/iati-standard/203/',
  },
] as const
