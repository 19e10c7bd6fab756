import { TableRefusedError } from './table.ts'

/** A record longer than this is a lost quotation mark, not a row. */
const MAX_RECORD_CHARACTERS = 4_000_000
const QUOTE = 34
const LF = 10
const CR = 13

/**
 * Splits text into records of fields by RFC 4180, piece by piece: quoted fields may hold delimiters, line breaks and
 * doubled quotes; a quote inside an unquoted field is a character like any other. Line ends are LF, CRLF or CR.
 * Refuses by exception, with the record's number from 1: `malformed-quote` (text after a closing quote),
 * `unterminated-quote`, `cell-too-long`.
 */
export class CsvTokenizer {
  private rest = ''
  private records: string[][] = []
  private count = 0
  private readonly delimiter: number
  private readonly maxCell: number

  constructor(delimiter: string, maxCellCharacters: number) {
    this.delimiter = delimiter.charCodeAt(0)
    this.maxCell = maxCellCharacters
  }

  /** Takes the next piece of text and returns the records that it completes. */
  push(text: string): string[][] {
    return this.consume(this.rest + text, false)
  }

  /** Ends the text and returns the last records. */
  end(): string[][] {
    return this.consume(this.rest, true)
  }

  private consume(text: string, atEnd: boolean): string[][] {
    this.records = []
    let position = 0
    while (position < text.length) {
      const next = this.record(text, position, atEnd)
      if (next < 0) break
      position = next
    }
    this.rest = text.slice(position)
    if (this.rest.length > MAX_RECORD_CHARACTERS) this.refuse('cell-too-long')
    return this.records
  }

  /** Reads one record from `start`; returns where the next begins, or -1 when the record is not complete. */
  private record(text: string, start: number, atEnd: boolean): number {
    const fields: string[] = []
    let position = start
    for (;;) {
      let end: number
      let field: string
      if (text.charCodeAt(position) === QUOTE) {
        end = this.closingQuote(text, position + 1, atEnd)
        if (end < 0) return -1
        const raw = text.slice(position + 1, end)
        field = raw.includes('"') ? raw.replaceAll('""', '"') : raw
        end++
      } else {
        end = this.fieldEnd(text, position)
        field = text.slice(position, end)
      }
      if (field.length > this.maxCell) this.refuse('cell-too-long')
      fields.push(field)
      if (end >= text.length) return atEnd ? this.finish(fields, end) : -1
      const mark = text.charCodeAt(end)
      if (mark === this.delimiter) position = end + 1
      else if (mark === LF) return this.finish(fields, end + 1)
      else if (mark !== CR) this.refuse('malformed-quote')
      else if (end + 1 < text.length) {
        return this.finish(fields, text.charCodeAt(end + 1) === LF ? end + 2 : end + 1)
      } else return atEnd ? this.finish(fields, end + 1) : -1
    }
  }

  private fieldEnd(text: string, start: number): number {
    let position = start
    for (; position < text.length; position++) {
      const code = text.charCodeAt(position)
      if (code === this.delimiter || code === LF || code === CR) break
    }
    return position
  }

  private closingQuote(text: string, start: number, atEnd: boolean): number {
    let position = text.indexOf('"', start)
    while (position >= 0) {
      if (position + 1 >= text.length) return atEnd ? position : -1
      if (text.charCodeAt(position + 1) !== QUOTE) return position
      position = text.indexOf('"', position + 2)
    }
    if (atEnd) this.refuse('unterminated-quote')
    if (text.length - start > this.maxCell * 2 + 2) this.refuse('cell-too-long')
    return -1
  }

  private finish(fields: string[], next: number): number {
    this.count++
    this.records.push(fields)
    return next
  }

  private refuse(reason: 'malformed-quote' | 'unterminated-quote' | 'cell-too-long'): never {
    throw new TableRefusedError(reason, { row: this.count + 1 })
  }
}
