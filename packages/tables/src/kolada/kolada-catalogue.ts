import { CsvTokenizer } from '../csv-tokenizer.ts'
import { briefOf } from '../json-stat/json-part.ts'
import { DEFAULT_STAT_LIMITS, type StatRefusal, StatRefusedError } from '../stat/refusal.ts'
import { DEFAULT_LIMITS, TableRefusedError } from '../table.ts'
import { type KoladaKpi, parseKoladaKpis } from './kolada-answers.ts'

export type KoladaCatalogueRead = { readonly ok: true; readonly kpis: readonly KoladaKpi[] } | StatRefusal

const COLUMNS = [
  ...(['id', 'title', 'description', 'is_divided_by_gender', 'municipality_type', 'auspice'] as const),
  ...(['operating_area', 'perspective', 'prel_publication_date', 'publication_date'] as const),
  ...(['publ_period', 'has_ou_data'] as const),
]
const REQUIRED: readonly string[] = ['id', 'title', 'is_divided_by_gender']
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['TRUE', true],
  ['FALSE', false],
  ['1', true],
  ['0', false],
])

/**
 * Reads the catalogue of KPIs, from Kolada’s JSON (`/v2/kpi`, one page) or from a CSV file with its fields as columns
 * (comma, quotes by RFC 4180; `NA` and empty for what is not there, `TRUE` and `FALSE`), in UTF-8.
 * @returns the KPIs in the order of the file; or `empty-file`, `too-large`, `unknown-encoding`, `column-missing`,
 * `member-missing` and `value-unreadable` with line and column, `duplicate-key` for an identifier that comes twice, and
 * for JSON what `parseKoladaKpis` refuses
 * @source Kolada API version 2, “Metadata”
 * @example readKoladaCatalogue('id,title,is_divided_by_gender\nN1,Andel,TRUE')
 */
export function readKoladaCatalogue(input: Uint8Array | string): KoladaCatalogueRead {
  try {
    const kpis = isJson(input) ? ofJson(input) : ofCsv(textOfCsv(input))
    const seen = new Set<string>()
    const twice = kpis.find(({ id }) => seen.size === seen.add(id).size)
    if (twice !== undefined)
      return { ok: false, reason: 'duplicate-key', keyword: 'id', detail: briefOf(twice.id) }
    return { ok: true, kpis }
  } catch (error) {
    if (error instanceof StatRefusedError) return error.refusal
    if (error instanceof TableRefusedError) {
      const { reason, row } = error.refusal
      return { ok: false, reason, ...(row === undefined ? {} : { line: row }) }
    }
    throw error
  }
}

function isJson(input: Uint8Array | string): boolean {
  const start =
    typeof input === 'string' ? input.slice(0, 100) : new TextDecoder().decode(input.subarray(0, 100))
  return /^\s*[{[<]/.test(start)
}

function ofJson(input: Uint8Array | string): readonly KoladaKpi[] {
  const read = parseKoladaKpis(input)
  if (read.ok) return read.answer.values
  const { ok: _, reason, ...where } = read
  throw new StatRefusedError(reason, where)
}

function textOfCsv(input: Uint8Array | string): string {
  if (input.length > DEFAULT_STAT_LIMITS.textBytes) throw new StatRefusedError('too-large')
  if (typeof input === 'string') return input
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(input)
  } catch {
    throw new StatRefusedError('unknown-encoding')
  }
}

function ofCsv(text: string): readonly KoladaKpi[] {
  const tokenizer = new CsvTokenizer(',', DEFAULT_LIMITS.cellCharacters)
  const [header, ...rows] = [...tokenizer.push(text), ...tokenizer.end()]
  if (header === undefined) throw new StatRefusedError('empty-file')
  const columns = new Map(header.map((name, at) => [name.trim(), at]))
  const missing = REQUIRED.find((name) => !columns.has(name))
  if (missing !== undefined) throw new StatRefusedError('column-missing', { keyword: missing, line: 1 })
  return rows.flatMap((row, at) => (row.length === 1 && row[0] === '' ? [] : kpiOf(row, at + 2, columns)))
}

/** One row. `record` counts records from 1, the header included. */
function kpiOf(row: readonly string[], record: number, columns: ReadonlyMap<string, number>): KoladaKpi {
  const cell = (name: (typeof COLUMNS)[number]) => {
    const text = row[columns.get(name) ?? -1]?.trim()
    return text === '' || text === 'NA' ? undefined : text
  }
  const needed = (name: (typeof COLUMNS)[number]) => {
    const text = cell(name)
    if (text === undefined) throw new StatRefusedError('member-missing', { keyword: name, line: record })
    return text
  }
  const flagOf = (name: (typeof COLUMNS)[number], text: string) => {
    const found = FLAGS.get(text.toUpperCase())
    if (found === undefined)
      throw new StatRefusedError('value-unreadable', { keyword: name, line: record, detail: briefOf(text) })
    return found
  }
  return {
    id: needed('id'),
    title: needed('title'),
    description: cell('description'),
    is_divided_by_gender: flagOf('is_divided_by_gender', needed('is_divided_by_gender')),
    municipality_type: cell('municipality_type'),
    auspice: cell('auspice'),
    operating_area: cell('operating_area'),
    perspective: cell('perspective'),
    prel_publication_date: cell('prel_publication_date'),
    publication_date: cell('publication_date'),
    publ_period: cell('publ_period'),
    has_ou_data: flagOf('has_ou_data', cell('has_ou_data') ?? 'FALSE'),
  }
}
