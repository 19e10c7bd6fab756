import { bareName } from './bare-name.ts'

/** A group of countries of birth as tables are divided by. */
export interface BirthGroup {
  readonly code: string
  readonly name: { readonly sv: string; readonly en: string }
  readonly isAbroad: boolean
  /** Codes of the groups that a wider one is the sum of; empty where it is none, or where the source does not say. */
  readonly parts: readonly string[]
  /** Names in use besides, without “född i” or “born in”. */
  readonly aliases: readonly string[]
}

const EUROPE = ['nordic-except-sweden', 'eu-except-nordic', 'rest-of-europe']

/**
 * The groups of countries of birth that Statistics Sweden divides tables by, the two-way division in Sweden and abroad,
 * and wider groups met in tables. What is “EU” depends on the year of the table. The codes are of this project.
 */
export const BIRTH_GROUPS: readonly BirthGroup[] = [
  group('sweden', 'Sverige', 'Sweden', {
    isAbroad: false,
    aliases: ['inrikes född', 'inrikes födda', 'svenskfödd', 'svenskfödda', 'native', 'native-born'],
  }),
  group('foreign-born', 'Utrikes född', 'Foreign-born', {
    isAbroad: false,
    aliases: [
      'utrikes födda',
      'utlandsfödd',
      'utlandsfödda',
      'utomlands',
      'utlandet',
      'abroad',
      'foreign born',
    ],
  }),
  group('unknown', 'Okänt', 'Unknown', {
    isAbroad: false,
    aliases: ['okänd', 'uppgift saknas', 'okänt födelseland', 'okänt land', 'not known', 'unknown country'],
  }),
  group('nordic-except-sweden', 'Norden utom Sverige', 'Nordic countries except Sweden', {
    aliases: ['Norden exkl. Sverige', 'övriga Norden', 'other Nordic countries'],
  }),
  group('eu-except-nordic', 'EU utom Norden', 'EU except Nordic countries', {
    aliases: ['EU exkl. Norden', 'EU27 utom Norden', 'EU28 utom Norden', 'EU utom de nordiska länderna'],
  }),
  group('rest-of-europe', 'Europa utom EU och Norden', 'Europe except EU and Nordic countries', {
    aliases: ['Europa utom Norden och EU', 'övriga Europa', 'rest of Europe', 'other Europe'],
  }),
  group('africa', 'Afrika', 'Africa'),
  group('asia', 'Asien', 'Asia'),
  group('north-america', 'Nordamerika', 'North America', { aliases: ['Nord- och Centralamerika'] }),
  group('south-america', 'Sydamerika', 'South America'),
  group('oceania', 'Oceanien', 'Oceania'),
  group('nordic-or-eu', 'Norden eller EU utom Sverige', 'Nordic countries or EU except Sweden', {
    parts: ['nordic-except-sweden', 'eu-except-nordic'],
    aliases: ['Norden och EU utom Sverige', 'EU och Norden utom Sverige'],
  }),
  group('europe-except-sweden', 'Europa utom Sverige', 'Europe except Sweden', {
    parts: EUROPE,
    aliases: ['Europa exkl. Sverige'],
  }),
  group(
    'rest-of-europe-americas-oceania',
    'Europa utom Norden och EU samt Sydamerika, Nordamerika och Oceanien',
    'Europe except Nordic countries and EU, South America, North America and Oceania',
    { parts: ['rest-of-europe', 'north-america', 'south-america', 'oceania'] },
  ),
  group('rest-of-world', 'Övriga världen', 'Rest of the world', {
    aliases: ['övriga världen, inkl. Sovjetunionen', 'other countries'],
  }),
]

const BY_NAME: ReadonlyMap<string, BirthGroup> = new Map(
  BIRTH_GROUPS.flatMap((each) =>
    [each.name.sv, each.name.en, ...each.aliases].map((name): [string, BirthGroup] => [bareName(name), each]),
  ),
)

/**
 * The group of countries of birth that a text names, with or without “född i” or “born in”.
 * @returns `null` for what is no such group, a total among them
 * @example findBirthGroup('födda i Norden eller EU utom Sverige')?.code // 'nordic-or-eu'
 */
export function findBirthGroup(text: string): BirthGroup | null {
  const bare = bareName(text)
  return BY_NAME.get(bare) ?? BY_NAME.get(bare.replace(/^(född[ae]?i|bornin|födelselandi?)/, '')) ?? null
}

function group(
  code: string,
  sv: string,
  en: string,
  rest: Partial<Pick<BirthGroup, 'isAbroad' | 'parts' | 'aliases'>> = {},
): BirthGroup {
  return { code, name: { sv, en }, isAbroad: true, parts: [], aliases: [], ...rest }
}
