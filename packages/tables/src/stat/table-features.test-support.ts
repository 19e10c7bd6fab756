/** What generated tables may hold; a format leaves out what it cannot carry. */
const TABLE_FEATURES = [
  'metric',
  'time',
  'geo',
  'children',
  'elimination',
  'show',
  'domain',
  'map',
  'tableNotes',
  'dimensionNotes',
  'categoryNotes',
  'cellNotes',
  'cellMarks',
  /** Notes and contacts with line breaks. */
  'lineBreaks',
  /** `#` in notes and contacts. */
  'hashInNotes',
  'stateTexts',
  'nil',
  /** All kinds of missing; without it, only `unavailable`. */
  'missingKinds',
  'fractions',
  /** Very large and very small figures and those with 15 digits and more. */
  'anyDouble',
  /** Texts with blanks, quotes and names of JavaScript's own; without it, letters and digits. */
  'oddTexts',
  /** Characters beyond Windows-1252. */
  'anyScript',
  /** Two values of a dimension may share a label. */
  'sharedLabels',
  /** Ids of dimensions that are not their labels. */
  'ownIds',
  'dates',
  'licence',
  /** What is said about the table besides its title. */
  'tableTexts',
  /** Kind, prices, adjustment, periods, and the contact of contents. */
  'measureDetails',
  /** Any number of dimensions in the stub; without it, all but the last. */
  'anyStub',
] as const
export type TableFeature = (typeof TABLE_FEATURES)[number]

export interface ArbitraryTableOptions {
  readonly mostDimensions?: number
  readonly mostCategories?: number
  /** A table's languages are the first of these, at least one. */
  readonly languages?: readonly string[]
  readonly without?: readonly TableFeature[]
}
