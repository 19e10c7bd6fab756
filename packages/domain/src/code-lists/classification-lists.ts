import { SNI2007_DIVISIONS } from '../industry.data.ts'
import { industryName2007 } from '../industry.ts'
import { COUNTIES, MUNICIPALITIES } from '../places.ts'
import { BIRTH_GROUPS } from './birth-countries.ts'
import type { ClassificationEntry, ClassificationLevel, ClassificationVersion } from './classification.ts'
import { SNI2002_ROWS } from './sni2002.data.ts'
import { SNI2007_ROWS } from './sni2007.data.ts'
import { SSYK2012_ROWS } from './ssyk2012.data.ts'
import { SUN2020_FIELD_ROWS, SUN2020_GROUP_ROWS, SUN2020_LEVEL_ROWS } from './sun2020.data.ts'

export const CLASSIFICATION_IDS = [
  'sni2002',
  'sni2007',
  'sni2025',
  'ssyk2012',
  'sun2020-niva',
  'sun2020-inriktning',
  'sun2020-grupp',
  'places',
  'birth-countries',
] as const
export type ClassificationId = (typeof CLASSIFICATION_IDS)[number]

/** What is known of an edition, and how its codes are unpacked. */
export interface ClassificationList extends Omit<ClassificationVersion, 'id' | 'entries'> {
  readonly read: () => readonly ClassificationEntry[]
}

const SCB = 'Statistics Sweden (SCB)'

/** Divisions of the subsections of SNI 2002, first and last. Source: NACE Rev. 1.1 (Eurostat). */
const DIVISIONS_2002 =
  'AA 01 02,BA 05 05,CA 10 12,CB 13 14,DA 15 16,DB 17 18,DC 19 19,DD 20 20,DE 21 22,DF 23 23,DG 24 24,DH 25 25,' +
  'DI 26 26,DJ 27 28,DK 29 29,DL 30 33,DM 34 35,DN 36 37,EA 40 41,FA 45 45,GA 50 52,HA 55 55,IA 60 64,JA 65 67,' +
  'KA 70 74,LA 75 75,MA 80 80,NA 85 85,OA 90 93,PA 95 97,QA 99 99'

export const CLASSIFICATION_LISTS: Readonly<Record<ClassificationId, ClassificationList>> = {
  sni2002: {
    name: {
      sv: 'Standard för svensk näringsgrensindelning 2002',
      en: 'Swedish Standard Industrial Classification 2002',
    },
    validFrom: '2002-01-01',
    validTo: '2007-12-31',
    source: `${SCB}; built on NACE Rev. 1.1`,
    levels: [level('Avdelning', 'Section', 1), level('Underavdelning', 'Subsection', 2), ...divisionsDown()],
    read: () => rowsOf(SNI2002_ROWS, { parentOf: subsection2002, levelOf: levelOf2002 }),
  },
  sni2007: {
    name: {
      sv: 'Standard för svensk näringsgrensindelning 2007',
      en: 'Swedish Standard Industrial Classification 2007',
    },
    validFrom: '2008-01-01',
    validTo: null,
    source: `${SCB}; built on NACE Rev. 2. English names of sections and divisions: Eurostat`,
    levels: [level('Avdelning', 'Section', 1), ...divisionsDown()],
    read: () =>
      rowsOf(SNI2007_ROWS, { parentOf: section2007, english: (code) => industryName2007(code)?.en }),
  },
  sni2025: {
    name: {
      sv: 'Standard för svensk näringsgrensindelning 2025',
      en: 'Swedish Standard Industrial Classification 2025',
    },
    validFrom: '2025-01-01',
    validTo: null,
    source: `${SCB}; built on NACE Rev. 2.1, Commission Delegated Regulation (EU) 2023/137. Codes are not held`,
    levels: [level('Avdelning', 'Section', 1), ...divisionsDown()],
    read: () => [],
  },
  ssyk2012: {
    name: {
      sv: 'Standard för svensk yrkesklassificering 2012',
      en: 'Swedish Standard Classification of Occupations 2012',
    },
    validFrom: '2014-01-01',
    validTo: null,
    source: `${SCB}; built on ISCO-08`,
    levels: [
      level('Yrkesområde', 'Major group', 1),
      level('Huvudgrupp', 'Sub-major group', 2),
      level('Yrkesgrupp', 'Minor group', 3),
      level('Undergrupp', 'Unit group', 4),
    ],
    read: () => rowsOf(SSYK2012_ROWS),
  },
  'sun2020-niva': {
    ...sun2020('utbildningsnivå', 'level of education'),
    levels: [
      level('Nivå, en siffra', 'Level, one digit', 1),
      level('Nivå, två siffror', 'Level, two digits', 2),
      level('Nivå, tre siffror', 'Level, three digits', 3),
    ],
    read: () => rowsOf(SUN2020_LEVEL_ROWS),
  },
  'sun2020-inriktning': {
    ...sun2020('utbildningsinriktning', 'field of education'),
    levels: [
      level('Inriktning, en siffra', 'Field, one digit', 1),
      level('Inriktning, två siffror', 'Field, two digits', 2),
      level('Inriktning, tre siffror', 'Field, three digits', 3),
      level('Inriktning, fyra tecken', 'Field, four characters', 4),
    ],
    read: () => rowsOf(SUN2020_FIELD_ROWS),
  },
  'sun2020-grupp': {
    ...sun2020('utbildningsgrupper', 'groups of education'),
    levels: [level('Utbildningsgrupp', 'Group', 3), level('Detaljerad grupp', 'Detailed group', 4)],
    read: () => rowsOf(SUN2020_GROUP_ROWS, { levelOf: (code) => code.length - 3 }),
  },
  places: {
    name: { sv: 'Län och kommuner', en: 'Counties and municipalities' },
    // The last change: the name of Malung-Sälen.
    validFrom: '2008-01-01',
    validTo: null,
    source: SCB,
    levels: [level('Riket', 'Country', 2), level('Län', 'County', 2), level('Kommun', 'Municipality', 4)],
    read: placeEntries,
  },
  'birth-countries': {
    name: { sv: 'Födelseland, grupper', en: 'Country of birth, groups' },
    validFrom: '1995-01-01',
    validTo: null,
    source: `Groups used by ${SCB}; it has no one code for them, the codes are of this project`,
    levels: [
      level('Inrikes och utrikes född', 'Born in Sweden and abroad', null),
      level('Grupp', 'Group', null),
    ],
    read: () =>
      BIRTH_GROUPS.map(({ code, name, isAbroad }) => ({
        code,
        name,
        level: isAbroad ? 1 : 0,
        parent: isAbroad ? 'foreign-born' : null,
      })),
  },
}

function level(sv: string, en: string, length: number | null): ClassificationLevel {
  return { name: { sv, en }, length }
}

function divisionsDown(): readonly ClassificationLevel[] {
  return [
    level('Huvudgrupp', 'Division', 2),
    level('Grupp', 'Group', 3),
    level('Undergrupp', 'Class', 4),
    level('Detaljgrupp', 'Detailed group', 5),
  ]
}

function sun2020(sv: string, en: string) {
  return {
    name: {
      sv: `Svensk utbildningsnomenklatur 2020, ${sv}`,
      en: `Swedish Standard Classification of Education 2020, ${en}`,
    },
    validFrom: '2020-01-01',
    validTo: null,
    source: SCB,
  }
}

interface RowReading {
  /** The parent of a code whose parent is not the code one character shorter. */
  readonly parentOf?: (code: string) => string | undefined
  readonly levelOf?: (code: string) => number
  readonly english?: (code: string) => string | undefined
}

/** Reads rows `code|name`, in which a name is left out where it is that of the code one character shorter. */
function rowsOf(rows: string, reading: RowReading = {}): ClassificationEntry[] {
  const {
    parentOf = () => undefined,
    levelOf = (code) => code.length - 1,
    english = () => undefined,
  } = reading
  const names = new Map<string, string>()
  const found = rows
    .trim()
    .split('\n')
    .map((row): { code: string; en: string | undefined } => {
      const [code = '', name = names.get(code.slice(0, -1)) ?? ''] = row.split('|')
      names.set(code, name)
      return { code, en: english(code) }
    })
  return found.map(({ code, en }) => {
    const parent = parentOf(code) ?? code.slice(0, -1)
    const sv = names.get(code) ?? ''
    const name = en === undefined ? { sv } : { sv, en }
    return { code, name, level: levelOf(code), parent: names.has(parent) ? parent : null }
  })
}

function section2007(code: string): string | undefined {
  return code.length === 2 ? SNI2007_DIVISIONS.find(([division]) => division === code)?.[1] : undefined
}

function subsection2002(code: string): string | undefined {
  if (!/^\d\d$/.test(code)) return undefined
  return DIVISIONS_2002.split(',')
    .map((row) => row.split(' '))
    .find(([, first = '', last = '']) => first <= code && code <= last)?.[0]
}

function levelOf2002(code: string): number {
  return /^\d/.test(code) ? code.length : code.length - 1
}

function placeEntries(): ClassificationEntry[] {
  return [
    { code: '00', name: { sv: 'Riket', en: 'Sweden' }, level: 0, parent: null },
    ...COUNTIES.map(({ code, name }) => ({ code, name: { sv: name }, level: 1, parent: '00' })),
    ...MUNICIPALITIES.map(({ code, name, countyCode }) => ({
      code,
      name: { sv: name },
      level: 2,
      parent: countyCode,
    })),
  ]
}
