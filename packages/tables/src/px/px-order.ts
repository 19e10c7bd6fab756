/** The order of keywords that the specification recommends (AXIS-VERSION 2013, 3.4); `()` marks those with a key. */
const RECOMMENDED: readonly string[] = [
  'CHARSET',
  'AXIS-VERSION',
  'CODEPAGE',
  'LANGUAGE',
  'LANGUAGES',
  'CREATION-DATE',
  'NEXT-UPDATE',
  'PX-SERVER',
  'DIRECTORY-PATH',
  'UPDATE-FREQUENCY',
  'TABLEID',
  'SYNONYMS',
  'DEFAULT-GRAPH',
  'DECIMALS',
  'SHOWDECIMALS',
  'ROUNDING',
  'MATRIX',
  'AGGREGALLOWED',
  'AUTOPEN',
  'SUBJECT-CODE',
  'SUBJECT-AREA',
  'CONFIDENTIAL',
  'COPYRIGHT',
  'DESCRIPTION',
  'TITLE',
  'DESCRIPTIONDEFAULT',
  'CONTENTS',
  'UNITS',
  'STUB',
  'HEADING',
  'CONTVARIABLE',
  'VARIABLECODE',
  'VALUES',
  'TIMEVAL',
  'CODES',
  'DOUBLECOLUMN',
  'PRESTEXT',
  'DOMAIN',
  'VARIABLE-TYPE',
  'HIERARCHIES',
  'HIERARCHYLEVELS',
  'HIERARCHYLEVELSOPEN',
  'HIERARCHYNAMES',
  'MAP',
  'PARTITIONED',
  'ELIMINATION',
  'PRECISION',
  'LAST-UPDATED',
  'STOCKFA',
  'CFPRICES',
  'DAYADJ',
  'SEASADJ',
  'UNITS()',
  'CONTACT',
  'REFPERIOD',
  'BASEPERIOD',
  'DATABASE',
  'SOURCE',
  'SURVEY',
  'LINK',
  'INFOFILE',
  'FIRST-PUBLISHED',
  'META-ID',
  'OFFICIAL-STATISTICS',
  'INFO',
  '',
  'NOTE',
  'VALUENOTE',
  'CELLNOTE',
  'DATASYMBOL1',
  'DATASYMBOL2',
  'DATASYMBOL3',
  'DATASYMBOL4',
  'DATASYMBOL5',
  'DATASYMBOL6',
  'DATASYMBOLSUM',
  'DATASYMBOLNIL',
  'DATANOTECELL',
  'DATANOTESUM',
  'DATANOTE',
  'KEYS',
  'ATTRIBUTE-ID',
  'ATTRIBUTE-TEXT',
  'ATTRIBUTES',
]

const PLACES: ReadonlyMap<string, number> = new Map(RECOMMENDED.map((keyword, at) => [keyword, at]))
const PLACE_OF_UNKNOWN = PLACES.get('') ?? 0

/** A mandatory note stands where the optional one does, so that notes keep their order. */
const SAME_PLACE: ReadonlyMap<string, string> = new Map([
  ['NOTEX', 'NOTE'],
  ['VALUENOTEX', 'VALUENOTE'],
  ['CELLNOTEX', 'CELLNOTE'],
])

interface Placed {
  readonly keyword: string
  readonly keys: readonly unknown[]
}

function placeOf({ keyword, keys }: Placed): number {
  const name = keyword === 'UNITS' && keys.length > 0 ? 'UNITS()' : (SAME_PLACE.get(keyword) ?? keyword)
  return PLACES.get(name) ?? PLACE_OF_UNKNOWN
}

/**
 * Puts statements in the recommended order; those of the same keyword keep theirs, and keywords that the
 * specification does not know come before the notes.
 */
export function inRecommendedOrder<T extends Placed>(statements: readonly T[]): T[] {
  return statements.toSorted((a, b) => placeOf(a) - placeOf(b))
}
