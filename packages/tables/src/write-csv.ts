/** A value to write; null and undefined are empty cells. */
export type CsvValue = string | number | bigint | boolean | null

const FORMULA_START = /^[=+\-@\t\r]/
const NUMBER = /^-?\d+(?:[.,]\d+)?$/

/**
 * Writes rows as CSV that a Swedish spreadsheet opens by a double click: UTF-8 with byte-order mark, ";" between
 * cells, CRLF, decimal comma. A text that a spreadsheet would run as a formula (beginning with = + - @ tab or CR) gets
 * an apostrophe before it, unless it is a plain number.
 * @param rows the header first; zero is written as 0, null as nothing
 * @returns the whole text, mark included
 * @example writeCsv([['kön', 'antal'], ['kvinnor', 3]]) // '\uFEFFkön;antal\r\nkvinnor;3\r\n'
 */
export function writeCsv(rows: Iterable<readonly CsvValue[]>): string {
  let text = '\uFEFF'
  for (const row of rows) text += `${row.map(csvCell).join(';')}\r\n`
  return text
}

function csvCell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', ',') : ''
  if (typeof value !== 'string') return String(value)
  const safe = FORMULA_START.test(value) && !NUMBER.test(value) ? `'${value}` : value
  return /[";\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
