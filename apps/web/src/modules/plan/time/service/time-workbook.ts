import ExcelJS from 'exceljs'
import { COLUMNS, spanOf, type TimeColumn, type TimeGrid, type TimeItem } from '../rules/time-grid.ts'

/** What the workbook says, in the reader’s language. */
export interface WorkbookWords {
  readonly sheet: string
  readonly drawing: string
  readonly number: string
  readonly kind: string
  readonly columns: Readonly<Record<TimeColumn, string>>
  readonly state: string
  readonly kindName: (item: TimeItem) => string
  readonly stateOf: (item: TimeItem) => string
  /** The letter in a coloured cell. */
  readonly letter: (kind: 'activity' | 'phase' | 'milestone') => string
  readonly key: (by: 'month' | 'year') => string
}

const FILLS = { activity: 'FF9CC3C6', phase: 'FFD5DFDF', milestone: 'FFF0C66B' } as const
const MOST_MONTHS = 180
const A3 = 8
const FIRST_DATE = '1904-01-01'

/**
 * The time plan as a workbook: a sheet that can be changed and pasted back, with dates as dates, and a drawing in which
 * every coloured cell has its letter.
 */
export async function timeWorkbook(grid: TimeGrid, words: WorkbookWords): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(words.sheet, { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] })
  const headers = [words.number, ...COLUMNS.map((column) => words.columns[column]), words.state, words.kind]
  sheet.addRow(headers).font = { bold: true }
  for (const row of grid.rows) {
    const cells = COLUMNS.map((column) =>
      column === 'start' || column === 'end'
        ? dateCell(grid.text(row, column))
        : grid.text(row, column) || null,
    )
    const { item, number, level } = row
    const line = sheet.addRow([number, ...cells, words.stateOf(item) || null, words.kindName(item)])
    line.getCell(2).alignment = { indent: level - 1 }
    if (item.kind === 'priority') line.font = { bold: true }
  }
  for (const [at, width] of [8, 48, 12, 12, 24, 32, 12, 16, 14].entries())
    sheet.getColumn(at + 1).width = width
  sheet.getColumn(1).numFmt = '@'
  for (const at of [3, 4]) sheet.getColumn(at).numFmt = 'yyyy-mm-dd'
  sheet.getColumn(7).numFmt = '@'
  draw(workbook, grid, words)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Dates before 1904 are written as text, for spreadsheets disagree on them. */
function dateCell(day: string): Date | string | null {
  if (day === '') return null
  return day < FIRST_DATE ? day : new Date(`${day}T00:00:00Z`)
}

function draw(workbook: ExcelJS.Workbook, grid: TimeGrid, words: WorkbookWords) {
  const days = grid.rows
    .flatMap(({ item }) => Object.values(spanOf(item)).flatMap((day) => day ?? []))
    .toSorted()
  const { startsOn, endsOn } = grid.tree.document.facts
  const [first, last] = [days[0] ?? startsOn, days.at(-1) ?? endsOn]
  const months = monthNumber(last) - monthNumber(first) + 1
  const by = months > MOST_MONTHS ? 'year' : 'month'
  const place = (day: string) =>
    by === 'month'
      ? monthNumber(day) - monthNumber(first)
      : Number(day.slice(0, 4)) - Number(first.slice(0, 4))
  const columns = Array.from({ length: place(last) + 1 }, (_, at) => {
    const month = monthNumber(first) + at
    return by === 'year'
      ? `${Number(first.slice(0, 4)) + at}`
      : `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
  const sheet = workbook.addWorksheet(words.drawing, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  // A number of the file format that the library has no name for.
  Object.assign(sheet.pageSetup, { paperSize: A3 })
  const head = sheet.addRow([words.number, words.columns.name, ...columns])
  head.font = { bold: true }
  for (const { item, number, level } of grid.rows) {
    const line = sheet.addRow([number, item.fields.name])
    line.getCell(2).alignment = { indent: level - 1 }
    if (item.kind === 'priority') {
      line.font = { bold: true }
      continue
    }
    const span = spanOf(item)
    const [from, to] = [span.start ?? span.end, span.end ?? span.start]
    if (from === null || to === null) continue
    for (let at = place(from); at <= place(to); at += 1) {
      const cell = line.getCell(at + 3)
      cell.value = words.letter(item.kind)
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: FILLS[item.kind] } }
      cell.alignment = { horizontal: 'center' }
    }
  }
  sheet.addRow([])
  sheet.addRow([null, words.key(by)])
  sheet.getColumn(1).width = 8
  sheet.getColumn(1).numFmt = '@'
  sheet.getColumn(2).width = 48
  for (const at of columns.keys()) sheet.getColumn(at + 3).width = by === 'month' ? 8 : 6
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}
