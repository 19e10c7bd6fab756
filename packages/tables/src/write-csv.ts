/** A value to write; null and undefined are empty cells. */
export type CsvValue = string | number | bigint | boolean | null

const FORMULA_START = /^[=+\-@\t\r]/
const NUMBER = /^-?\d+(?:[.,]\d+)?$/

/** `swedish`: “;” between cells and decimal comma, as a Swedish spreadsheet reads it. `rfc4180`: “,” and decimal point. */
export type CsvStyle = 'swedish' | 'rfc4180'

const QUOTED: Readonly<Record<CsvStyle, RegExp>> = {
  swedish: /[";\r\n\t]|^\s|\s$/,
  rfc4180: /[",\r\n\t]|^\s|\s$/,
}

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
  for (const row of rows) text += csvLine(row, 'swedish')
  return text
}

/**
 * One line of CSV, its CRLF included, with the same guard against formulas.
 * @example csvLine(['kvinnor', 3.5], 'rfc4180') // 'kvinnor,3.5\r\n'
 */
export function csvLine(row: readonly CsvValue[], style: CsvStyle): string {
  return `${row.map((value) => csvCell(value, style)).join(style === 'swedish' ? ';' : ',')}\r\n`
}

function csvCell(value: CsvValue, style: CsvStyle): string {
  if (value === null) return ''
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return ''
    return style === 'swedish' ? String(value).replace('.', ',') : String(value)
  }
  if (typeof value !== 'string') return String(value)
  const safe = FORMULA_START.test(value) && value.length > 1 && !NUMBER.test(value) ? `'${value}` : value
  return QUOTED[style].test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
