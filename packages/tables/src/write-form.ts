import ExcelJS from 'exceljs'

/** A value of a form’s cell; a date is a calendar date without time, `null` an empty cell. */
export type FormValue = string | number | { readonly date: string } | null

export interface FormColumn {
  readonly header: string
  /** Shown to whoever points at the header. */
  readonly note?: string
  /** Characters. */
  readonly width: number
  /** `text` keeps what is typed as it is typed: 1.10 stays 1.10. */
  readonly as: 'text' | 'date' | 'number'
  /** Words to choose among, as the cells of a column of another sheet: its name, its number from 1, how many. */
  readonly choices?: { readonly sheet: string; readonly column: number; readonly count: number }
}

export interface FormSheet {
  /** At most 31 characters, without : \ / ? * [ ]. */
  readonly name: string
  readonly columns: readonly FormColumn[]
  readonly rows: readonly (readonly FormValue[])[]
  /** Rows to type in: as many, below the header, get the columns’ formats and choices. */
  readonly roomFor: number
}

const FIRST_DATE = '1904-01-01'

/**
 * Writes a workbook that people fill in: headers in bold and frozen, columns of text, dates and numbers, words to choose
 * among. Texts are written as texts, so none is ever run as a formula, and come back from `openTable` as they were;
 * dates before 1904 are written as text, for spreadsheets disagree on them.
 * @param sheets one or more sheets, in their order
 * @returns the file’s bytes
 * @example await writeForm([{ name: 'Mål', columns: [{ header: 'Kod', width: 8, as: 'text' }], rows: [['1.1']], roomFor: 50 }])
 */
export async function writeForm(sheets: readonly FormSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, columns, rows, roomFor } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(({ width, as }) => ({
      width,
      style: {
        numFmt: as === 'text' ? '@' : as === 'date' ? 'yyyy-mm-dd' : 'General',
        alignment: { vertical: 'top', wrapText: width > 30 },
      },
    }))
    const header = sheet.addRow(columns.map((column) => column.header))
    header.font = { bold: true }
    for (const row of rows) sheet.addRow(row.map(cellValue))
    for (const [at, { note, choices }] of columns.entries()) {
      if (note !== undefined && note !== '') header.getCell(at + 1).note = note
      if (choices === undefined) continue
      const letter = sheet.getColumn(choices.column).letter
      const range = `'${choices.sheet.replaceAll("'", "''")}'!$${letter}$2:$${letter}$${choices.count + 1}`
      for (let row = 2; row <= roomFor + 1; row += 1)
        sheet.getCell(row, at + 1).dataValidation = {
          type: 'list',
          allowBlank: true,
          formulae: [range],
          showErrorMessage: false,
        }
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function cellValue(value: FormValue): string | number | Date | null {
  if (typeof value === 'string') return value === '' ? null : escapeControl(value)
  if (typeof value !== 'object' || value === null) return value
  return value.date < FIRST_DATE ? value.date : new Date(`${value.date}T00:00:00Z`)
}

/** Workbooks write control characters as `_x000D_`: a text that looks so is written so that it stays a text. */
function escapeControl(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
