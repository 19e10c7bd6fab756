import { type StatRefusal, StatRefusedError } from '../stat/refusal.ts'
import type { PxKeyword } from '../stat/stat-table.ts'

/** A text in quotes (joined, where it was split over lines) or a run of bare characters. */
export interface PxPiece {
  readonly text: string
  readonly quoted: boolean
}

/**
 * One statement of the metadata, `KEYWORD[language]("key",…)=item,item;`. An item is one piece, or several where
 * quotes and bare characters are mixed: `"E25":"DK"`, `TLIST(A1,"1994"-"1996")`.
 */
export interface PxStatement {
  readonly keyword: string
  readonly language: string | null
  readonly keys: readonly string[]
  readonly items: readonly (readonly PxPiece[])[]
  readonly line: number
}

const MOST_DETAIL_CHARACTERS = 80

/** The exception for a refusal at a statement. */
export function refusedAt(
  { keyword, line }: Pick<PxStatement, 'keyword' | 'line'>,
  reason: StatRefusal['reason'],
  detail?: string,
): StatRefusedError {
  return new StatRefusedError(reason, {
    line,
    keyword,
    ...(detail === undefined ? {} : { detail: detail.slice(0, MOST_DETAIL_CHARACTERS) }),
  })
}

/** A text as it stands in a file. Quotes within it are doubled, as `tokenizePx` reads them. */
export function inQuotes(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function textOfItem(item: readonly PxPiece[]): string {
  const [first] = item
  if (first !== undefined && item.length === 1) return first.text
  return item.map(({ text, quoted }) => (quoted ? inQuotes(text) : text)).join('')
}

/** The statement's values as texts, without their quotes. */
export function textsOfItems(statement: PxStatement): string[] {
  return statement.items.map(textOfItem)
}

/** The statement's only value; more than one is refused as `syntax`. */
export function onlyText(statement: PxStatement): string {
  if (statement.items.length > 1) throw refusedAt(statement, 'syntax', 'one value is expected')
  return statement.items.map(textOfItem).join('')
}

/** The statement as it is kept in a table; the main language is not named. */
export function keptKeyword(statement: PxStatement, mainLanguage: string): PxKeyword {
  return {
    keyword: statement.keyword,
    language: statement.language === mainLanguage ? null : statement.language,
    keys: statement.keys,
    values: statement.items.map((item) => ({
      text: textOfItem(item),
      quoted: item.length === 1 && item[0]?.quoted === true,
    })),
  }
}

/** What tells two statements apart: keyword, language and keys. */
export function statementId({
  keyword,
  language,
  keys,
}: Pick<PxStatement, 'keyword' | 'language' | 'keys'>): string {
  return [keyword, language ?? '', ...keys].join('\0')
}
