/** One way of working with gender equality. */
interface WorkingMethod {
  /** Kept for ever: plans and reports refer to it. */
  readonly code: string
  readonly sv: string
  readonly en: string
}

/** Methods that activities can be marked with, so that it can be seen which are used where. */
const WORKING_METHODS: readonly WorkingMethod[] = [
  { code: '4r', sv: '4R-metoden', en: 'The 4R method' },
  { code: 'steps', sv: 'Trappan', en: 'The eight steps (Trappan)' },
  { code: 'jamkas', sv: 'Kartläggning och analys enligt JämKAS', en: 'Mapping and analysis by JämKAS' },
  { code: 'statistics', sv: 'Könsuppdelad statistik', en: 'Statistics by sex' },
  { code: 'impact', sv: 'Jämställdhetskonsekvensbedömning', en: 'Gender impact assessment' },
  { code: 'budgeting', sv: 'Jämställdhetsbudgetering', en: 'Gender budgeting' },
  { code: 'money-audit', sv: 'Genomgång av vem medlen når', en: 'Audit of whom the money reaches' },
  { code: 'process-review', sv: 'Genomgång av handläggningen', en: 'Review of how cases are handled' },
  { code: 'text-review', sv: 'Genomgång av texter och bilder', en: 'Review of texts and pictures' },
  { code: 'terms', sv: 'Jämställdhetsvillkor i utlysningar', en: 'Equality terms in calls' },
  { code: 'training', sv: 'Utbildning', en: 'Training' },
  { code: 'exchange', sv: 'Erfarenhetsutbyte och kollegial granskning', en: 'Exchange and peer review' },
]

export const METHOD_CODES: readonly string[] = WORKING_METHODS.map(({ code }) => code)

/** A code of a method is no longer than this, and an activity has no more of them. */
export const MOST_METHOD_LETTERS = 60
export const MOST_METHODS = 50

/** What a method is called; its code where the list does not have it. */
export function methodName(locale: { readonly language: 'sv' | 'en' }, code: string): string {
  return WORKING_METHODS.find((method) => method.code === code)?.[locale.language] ?? code
}
