import ExcelJS from 'exceljs'
import type { LaidCell, LaidReport, LaidTable } from '../documents/laid-out.ts'
import { decimalOf } from '../rules/amount-text.ts'
import { sheetNames } from '../rules/sheet-names.ts'
import { bare } from './docx-styles.ts'
import { INK } from './ink.ts'
import type { Progress } from './messages.ts'

/** What a cell of a workbook holds at most. */
const MOST_LETTERS = 32_000
/** Digits that a spreadsheet keeps. */
const EXACT = 10n ** 15n
const MOST_WIDTH = 60

/**
 * The tables of a report as a workbook: a list of them first, then each on a sheet of its own with its caption, notes and
 * source. Figures are figures; words are words, whatever sign they begin with.
 */
export async function writeWorkbook(
  report: LaidReport,
  progress: Progress,
): Promise<Uint8Array<ArrayBuffer>> {
  const tables = report.blocks.filter((block) => block.kind === 'table')
  const workbook = new ExcelJS.Workbook()
  workbook.title = report.title
  workbook.creator = report.region
  const names = sheetNames([report.said.tables, ...tables.map(({ label }) => label)])
  const list = workbook.addWorksheet(names[0] ?? 'Jämvikt')
  list.getColumn(1).width = 16
  list.getColumn(2).width = MOST_WIDTH
  const lines: string[][] = [
    [report.title],
    ...[report.subtitle, `${report.region} · ${report.date}`, report.synthetic]
      .filter((text) => text !== '')
      .map((text) => [text]),
    ...(report.rests.length === 0 ? [] : [[`${report.said.rests}:`], ...report.rests.map((text) => [text])]),
    [],
  ]
  for (const line of lines) list.addRow(line.map(words))
  list.getRow(1).font = { bold: true, size: 14 }
  for (const [at, table] of tables.entries()) {
    const name = names[at + 1] ?? ''
    const row = list.addRow([])
    row.getCell(1).value = { text: table.label, hyperlink: `#'${name}'!A1` }
    row.getCell(2).value = words(table.caption)
    addTable(workbook.addWorksheet(name), table, report)
    await progress((0.8 * (at + 1)) / tables.length)
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  await progress(1)
  return bytes
}

function addTable(sheet: ExcelJS.Worksheet, table: LaidTable, report: LaidReport) {
  sheet.addRow([words(`${table.label}. ${table.caption}`)]).font = { bold: true, size: 12 }
  sheet.addRow([words(report.synthetic)])
  for (const row of table.head) {
    const cells = row.flatMap(({ text, columns }) =>
      Array.from({ length: columns }, (_, at) => (at === 0 ? text : '')),
    )
    const added = sheet.addRow(cells.map(words))
    added.font = { bold: true }
    added.alignment = { wrapText: true, vertical: 'bottom' }
    let at = 1
    for (const { columns } of row) {
      if (columns > 1) sheet.mergeCells(added.number, at, added.number, at + columns - 1)
      at += columns
    }
  }
  sheet.views = [{ state: 'frozen', ySplit: 2 + table.head.length, xSplit: table.headerColumns }]
  for (const { role, cells } of table.rows) {
    const row = sheet.addRow([])
    for (const [at, cell] of cells.entries()) fill(row.getCell(at + 1), cell)
    if (role !== 'body') row.font = { bold: true }
    if (role === 'total') row.eachCell((cell) => Object.assign(cell, { border: { top: { style: 'thin' } } }))
    if (role === 'group')
      row.eachCell((cell) =>
        Object.assign(cell, {
          fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${bare(INK.sunk)}` } },
        }),
      )
  }
  sheet.addRow([])
  for (const text of [...table.notes, table.source]) if (text !== '') sheet.addRow([words(text)])
  for (let at = 0; at < table.aligns.length; at += 1)
    sheet.getColumn(at + 1).width = widthOf(table.rows.map(({ cells }) => cells[at]?.text ?? ''))
}

const widthOf = (texts: readonly string[]) =>
  Math.min(MOST_WIDTH, 2 + texts.reduce((most, text) => Math.max(most, text.length), 12))

const words = (text: string) =>
  (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text).toWellFormed()

function fill(place: ExcelJS.Cell, { cell, text, align, decimals }: LaidCell) {
  if (align === 'end') place.alignment = { horizontal: 'right' }
  const places = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`
  switch (cell.type) {
    case 'number':
      place.value = cell.value
      place.numFmt = `#,##0${places}`
      return
    case 'percent':
      place.value = cell.share
      place.numFmt = `0${places} %`
      return
    case 'money': {
      const isExact = !cell.atLeast && cell.amountOre < EXACT && cell.amountOre > -EXACT
      place.value = isExact ? Number(decimalOf(cell.amountOre, cell.unit)) : words(text)
      place.numFmt = `#,##0${places} "${cell.unit}"`
      return
    }
    case 'text':
    case 'date':
    case 'missing':
      place.value = words(text)
      if (text.includes('\n')) place.alignment = { wrapText: true, vertical: 'top' }
  }
}
