import { openBytes } from './bytes.ts'
import { type TableRefusal, TableRefusedError } from './table.ts'
import { attribute, readXml, type XmlListener } from './xml.ts'
import { openZip } from './zip.ts'

/** A table of a Word document as text. */
export interface WordTable {
  /** The headings over it, the outermost first. */
  readonly headings: readonly string[]
  /** Cells that are merged downwards repeat their text; cells merged sideways are followed by empty ones. */
  readonly rows: readonly (readonly string[])[]
  /** How many footnotes, endnotes and comments its cells refer to; their text is not read. Left out where there are none. */
  readonly notes?: number
}

const MOST_CHARACTERS = 5_000_000
const MOST_TABLES = 200
const MOST_ROWS = 5000
const MOST_COLUMNS = 60
const MOST_HEADING = 300
const HEADING = /^(?:heading|rubrik)\s*([1-6])$/i

/**
 * Reads the tables of a Word document (.docx): the text of each cell, with the headings that stand over each table.
 * Nothing of the document is run or fetched. Deleted text of tracked changes, and moved text where it stood, is left out; a table inside a cell is text
 * of that cell. Zip bombs are refused before anything is unpacked.
 * @param input the file’s bytes, or its path
 * @returns the tables in their order; or a refusal: `not-a-table` (no Word document), `too-large`, `too-many-rows`,
 * `too-many-columns`, or as the archive is refused
 * @example const read = await readWordTables(bytes); if (read.ok) read.tables[0]?.rows[0] // ['Aktivitet', 'Start']
 */
export async function readWordTables(
  input: string | Uint8Array,
): Promise<{ readonly ok: true; readonly tables: readonly WordTable[] } | TableRefusal> {
  try {
    const zip = await openZip(await openBytes(input))
    const document = zip.text('word/document.xml')
    if (document === undefined) return { ok: false, reason: 'not-a-table' }
    const reading = new WordReading()
    await readXml(document, reading)
    return { ok: true, tables: reading.tables }
  } catch (error) {
    if (error instanceof TableRefusedError) return error.refusal
    throw error
  }
}

class WordReading implements XmlListener {
  readonly tables: { headings: readonly string[]; rows: string[][]; notes?: number }[] = []
  readonly #headings: string[] = []
  /** How many tables the reading stands in. */
  #depth = 0
  #rows: string[][] = []
  #row: string[] = []
  #cell = ''
  #span = 1
  #isContinued = false
  #paragraph = ''
  #level = 0
  #inText = false
  #passedOver = 0
  #characters = 0
  #notes = 0

  open(name: string, attributes: string) {
    if (name === 'Fallback' || name === 'moveFrom' || this.#passedOver > 0) {
      this.#passedOver += 1
      return
    }
    switch (name) {
      case 'tbl':
        this.#depth += 1
        if (this.#depth === 1) {
          this.#rows = []
          this.#notes = 0
        }
        break
      case 'tr':
        if (this.#depth === 1) this.#row = []
        break
      case 'tc':
        if (this.#depth === 1) this.#beginCell()
        break
      case 'gridBefore': {
        const empty = Number(attribute(attributes, 'w:val') ?? '0')
        if (this.#depth === 1 && Number.isInteger(empty) && empty > 0 && empty <= MOST_COLUMNS)
          this.#row.push(...Array<string>(empty).fill(''))
        break
      }
      case 'footnoteReference':
      case 'endnoteReference':
      case 'commentReference':
        if (this.#depth > 0) this.#notes += 1
        break
      case 'noBreakHyphen':
        this.#paragraph += '-'
        break
      case 'gridSpan':
        if (this.#depth === 1) this.#span = spanOf(attribute(attributes, 'w:val'))
        break
      case 'vMerge':
        if (this.#depth === 1) this.#isContinued = attribute(attributes, 'w:val') !== 'restart'
        break
      case 'p':
        this.#paragraph = ''
        this.#level = 0
        break
      case 'pStyle':
        this.#level = Number(HEADING.exec(attribute(attributes, 'w:val') ?? '')?.[1] ?? 0)
        break
      case 't':
        this.#inText = true
        break
      case 'tab':
      case 'br':
      case 'cr':
        this.#paragraph += name === 'tab' ? '\t' : '\n'
        break
    }
  }

  text(text: string) {
    if (!this.#inText || this.#passedOver > 0) return
    this.#characters += text.length
    if (this.#characters > MOST_CHARACTERS) throw new TableRefusedError('too-large')
    this.#paragraph += text
  }

  close(name: string) {
    if (this.#passedOver > 0) {
      this.#passedOver -= 1
      return
    }
    switch (name) {
      case 't':
        this.#inText = false
        break
      case 'p':
        this.#endParagraph()
        break
      case 'tc':
        if (this.#depth === 1) this.#endCell()
        break
      case 'tr':
        if (this.#depth === 1) this.#endRow()
        break
      case 'tbl':
        if (this.#depth === 1) this.#endTable()
        this.#depth = Math.max(0, this.#depth - 1)
        break
    }
  }

  #beginCell() {
    this.#cell = ''
    this.#span = 1
    this.#isContinued = false
  }

  #endParagraph() {
    const text = this.#paragraph
    this.#paragraph = ''
    if (this.#depth > 0) this.#cell += this.#cell === '' ? text : `\n${text}`
    else if (this.#level > 0 && text.trim() !== '') {
      this.#headings.length = Math.min(this.#headings.length, this.#level - 1)
      while (this.#headings.length < this.#level - 1) this.#headings.push('')
      this.#headings.push(text.trim().slice(0, MOST_HEADING))
    }
  }

  #endCell() {
    const above = this.#rows.at(-1)?.[this.#row.length] ?? ''
    const own = this.#cell.replace(/[ \t\u00a0]+/g, ' ').trim()
    this.#row.push(this.#isContinued && own === '' ? above : own)
    for (let more = 1; more < this.#span; more += 1) this.#row.push('')
    if (this.#row.length > MOST_COLUMNS) throw new TableRefusedError('too-many-columns')
  }

  #endRow() {
    if (this.#row.length > 0) this.#rows.push(this.#row)
    this.#row = []
    if (this.#rows.length > MOST_ROWS) throw new TableRefusedError('too-many-rows')
  }

  #endTable() {
    if (this.tables.length >= MOST_TABLES) throw new TableRefusedError('too-large')
    const width = Math.max(0, ...this.#rows.map((row) => row.length))
    const rows = this.#rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
    const headings = this.#headings.filter((heading) => heading !== '')
    this.tables.push({ headings, rows, ...(this.#notes === 0 ? {} : { notes: this.#notes }) })
    this.#rows = []
  }
}

function spanOf(text: string | undefined): number {
  const span = Number(text ?? '1')
  return Number.isInteger(span) && span >= 1 && span <= MOST_COLUMNS ? span : 1
}
