import type { ByteSource } from './bytes.ts'
import { CsvTokenizer } from './csv-tokenizer.ts'
import type { RecordReader } from './header.ts'
import { type TableLimits, TableRefusedError } from './table.ts'
import { type DetectedEncoding, decodeText } from './text-encoding.ts'

const DELIMITERS = [';', ',', '\t', '|'] as const
const SAMPLE_RECORDS = 50

/** A reader of delimited text: the delimiter is detected over the first records, or stated by a line "sep=;". */
export async function readCsv(
  source: ByteSource,
  detected: DetectedEncoding,
  limits: TableLimits,
): Promise<RecordReader> {
  const sample = await firstText(source, detected)
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(sample.text)) throw new TableRefusedError('html-file')
  const stated = /^sep=([;,\t|])\r?\n/i.exec(sample.text)?.[1]
  const delimiter = stated ?? detectDelimiter(sample.text, sample.complete)
  return {
    format: 'csv',
    encoding: detected.encoding,
    delimiter,
    strictWidth: true,
    async *records() {
      const tokenizer = new CsvTokenizer(delimiter, limits.cellCharacters)
      let row = 0
      const numbered = (records: string[][]) =>
        records.map((fields) => ({ row: ++row, cells: fields.map((field) => (field === '' ? null : field)) }))
      const kept = (records: string[][]) =>
        numbered(records).filter((record) => !(stated !== undefined && record.row === 1))
      for await (const text of decodeText(source, detected)) yield kept(tokenizer.push(text))
      yield kept(tokenizer.end())
    },
  }
}

async function firstText(source: ByteSource, detected: DetectedEncoding) {
  let text = ''
  for await (const piece of decodeText(source, detected)) {
    if (text.length >= 1 << 16) return { text, complete: false }
    text += piece
  }
  return { text, complete: true }
}

/**
 * The delimiter under which most records have as many fields as the header; with a tie, the most fields; a list of
 * one column has none, and then ";" does no harm.
 */
function detectDelimiter(text: string, complete: boolean): string {
  let best = { delimiter: ';', agreeing: 0, columns: 1 }
  for (const delimiter of DELIMITERS) {
    const widths = recordsOf(text, delimiter, complete)
      .filter((fields) => fields.length > 1 || fields[0] !== '')
      .slice(0, SAMPLE_RECORDS)
      .map((fields) => fields.length)
    // A title may stand over the header: then the width that most records have.
    const columns = (widths[0] ?? 0) < 2 ? commonest(widths.filter((width) => width > 1)) : (widths[0] ?? 0)
    if (columns < 2) continue
    const agreeing = widths.filter((width) => width === columns).length / widths.length
    if (agreeing > best.agreeing || (agreeing === best.agreeing && columns > best.columns)) {
      best = { delimiter, agreeing, columns }
    }
  }
  return best.delimiter
}

function commonest(widths: readonly number[]): number {
  const times = (width: number) => widths.filter((other) => other === width).length
  return widths.reduce((best, width) => (times(width) > times(best) ? width : best), 0)
}

function recordsOf(text: string, delimiter: string, complete: boolean): string[][] {
  const tokenizer = new CsvTokenizer(delimiter, Number.MAX_SAFE_INTEGER)
  const records: string[][] = []
  try {
    records.push(...tokenizer.push(text))
    if (complete) records.push(...tokenizer.end())
  } catch (error) {
    if (!(error instanceof TableRefusedError)) throw error
  }
  return records
}
