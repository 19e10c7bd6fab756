import type { StatRefusal } from '../stat/refusal.ts'
import type { Texts } from '../stat/stat-table.ts'
import { isLanguage, REPEATED } from './px-keywords.ts'
import { onlyText, type PxStatement, refusedAt, statementId, textsOfItems } from './px-statement.ts'

/** More are no file of statistics; they would make every step slow. */
const MOST_LANGUAGES = 100
/** The language of a file that names none (BCP 47: undetermined). */
export const NO_LANGUAGE = 'und'

/** The statements of a file by keyword, each with its language; it remembers which have been understood. */
export class StatementIndex {
  readonly languages: readonly string[]
  readonly main: string
  readonly #byKeyword = new Map<string, PxStatement[]>()
  readonly #understood = new Set<PxStatement>()
  readonly #lastLine: number

  /** @throws StatRefusedError `keyword-twice` */
  constructor(statements: readonly PxStatement[]) {
    const named = statements.find(({ keyword, language }) => keyword === 'LANGUAGE' && language === null)
    const listed = statements.filter(({ keyword }) => keyword === 'LANGUAGES').flatMap(textsOfItems)
    const main = (named === undefined ? '' : onlyText(named)) || listed[0] || NO_LANGUAGE
    const used = statements.flatMap(({ language }) => language ?? [])
    this.main = main
    this.languages = [...new Set([main, ...listed, ...used])]
    const odd = this.languages.find((language) => !isLanguage(language))
    if (odd !== undefined) throw refusedAt(named ?? { keyword: 'LANGUAGES', line: 1 }, 'syntax', odd)
    if (this.languages.length > MOST_LANGUAGES)
      throw refusedAt({ keyword: 'LANGUAGES', line: 1 }, 'syntax', `${this.languages.length} languages`)
    this.#lastLine = statements.at(-1)?.line ?? 1
    const seen = new Set<string>()
    for (const statement of statements) {
      const placed = { ...statement, language: statement.language ?? main }
      const id = statementId(placed)
      if (seen.has(id) && !REPEATED.has(placed.keyword)) throw refusedAt(placed, 'keyword-twice')
      seen.add(id)
      const others = this.#byKeyword.get(placed.keyword)
      if (others === undefined) this.#byKeyword.set(placed.keyword, [placed])
      else others.push(placed)
    }
  }

  /** All statements of a keyword in the order of the file; they count as understood unless `peek` is set. */
  all(keyword: string, peek = false): readonly PxStatement[] {
    const found = this.#byKeyword.get(keyword) ?? []
    if (!peek) for (const statement of found) this.understand(statement)
    return found
  }

  understand(statement: PxStatement): void {
    this.#understood.add(statement)
  }

  /** Takes a statement back: it could be read but not be kept as it is. */
  leave(statement: PxStatement): void {
    this.#understood.delete(statement)
  }

  /** Those without keys; they count as understood. */
  keyless(keyword: string): readonly PxStatement[] {
    const found = this.all(keyword, true).filter(({ keys }) => keys.length === 0)
    for (const statement of found) this.understand(statement)
    return found
  }

  /** The one without keys in the main language or, where it has none, in the first that has. */
  single(keyword: string): PxStatement | undefined {
    const found = this.keyless(keyword)
    return this.languages.flatMap((each) => found.find(({ language }) => language === each) ?? [])[0]
  }

  /** The texts without keys by language; `undefined` where there is none. An empty text is none. */
  texts(keyword: string, read?: (statement: PxStatement) => string): Texts | undefined {
    return textsBy(this.languages, this.keyless(keyword), read)
  }

  /** What no reader has understood, in the order of the file. */
  rest(): PxStatement[] {
    return [...this.#byKeyword.values()]
      .flat()
      .filter((statement) => !this.#understood.has(statement))
      .toSorted((a, b) => a.line - b.line)
  }

  missing(keyword: string, detail?: string, reason: StatRefusal['reason'] = 'keyword-missing') {
    return refusedAt({ keyword, line: this.#lastLine }, reason, detail)
  }
}

/** The statements’ texts by language, the main one first; `undefined` where all are empty. */
export function textsBy(
  languages: readonly string[],
  statements: Iterable<PxStatement>,
  textOf: (statement: PxStatement) => string = onlyText,
): Texts | undefined {
  const byLanguage = new Map([...statements].map((each) => [each.language, textOf(each)]))
  const entries = languages.flatMap((language) => {
    const text = byLanguage.get(language) ?? ''
    return text === '' ? [] : [[language, text] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
