import { isLanguage, localeOf } from '@jamvikt/i18n'
import { type CsvValue, csvLine, type StatTable, textOf, wideRows } from '@jamvikt/tables'

export interface CsvOptions {
  /** What stands for values and variables; texts where nothing is said. */
  readonly texts?: 'codes' | 'texts' | 'codes-and-texts'
  /** The title on a line of its own, before the header. */
  readonly title?: boolean
  readonly separator?: ',' | ';' | '\t' | ' '
}

/**
 * A table as comma-separated values: UTF-8 with byte-order mark, a row for each row of the table, the header first.
 * Figures have a decimal point, signs stand in their cells. A text that a spreadsheet would run as a formula has an
 * apostrophe before it.
 * @param isInvented whether each row says that the data are invented
 * @source RFC 4180
 * @example csvOf(table, 'sv', { separator: ';' }, false)
 */
export function csvOf(table: StatTable, language: string, options: CsvOptions, isInvented: boolean): string {
  const { separator = ',', title = false } = options
  const lines = title ? [line([textOf(table.title, language, table.languages)], separator), '\r\n'] : []
  for (const row of rowsOf(table, language, options, isInvented)) lines.push(line(row, separator))
  return `\uFEFF${lines.join('')}`
}

/**
 * The rows of a table with codes, texts or both, the header first.
 * @param isInvented whether a last column says in each row that the data are invented
 */
export function* rowsOf(
  table: StatTable,
  language: string,
  { texts = 'texts' }: CsvOptions,
  isInvented: boolean,
): Generator<readonly CsvValue[]> {
  const locale = localeOf(isLanguage(language) ? language : 'sv')
  let last = locale.text('stat.why.notes')
  for (const row of wideRows(texts === 'texts' ? table : withCodes(table, language, texts), language)) {
    yield isInvented ? [...row, last] : row
    last = locale.text('synthetic')
  }
}

function withCodes(table: StatTable, language: string, texts: 'codes' | 'codes-and-texts'): StatTable {
  const named = (code: string, label: StatTable['title']) => ({
    [language]: texts === 'codes' ? code : `${code} ${textOf(label, language, table.languages)}`,
  })
  return {
    ...table,
    dimensions: table.dimensions.map((dimension) => ({
      ...dimension,
      label: texts === 'codes' ? { [language]: dimension.id } : dimension.label,
      categories: dimension.categories.map((category) => ({
        ...category,
        label: named(category.code, category.label),
      })),
    })),
  }
}

/** Cells are written one by one, so that they are guarded alike whatever stands between them. */
function line(row: readonly CsvValue[], separator: string): string {
  const cells = row.map((value) => {
    const cell = csvLine([value], 'rfc4180').slice(0, -2)
    return cell.startsWith('"') || !cell.includes(separator) ? cell : `"${cell}"`
  })
  return `${cells.join(separator)}\r\n`
}
