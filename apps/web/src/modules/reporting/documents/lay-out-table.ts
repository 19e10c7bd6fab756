import type { Locale } from '@jamvikt/i18n'
import type { ReportCell, ReportTable } from '../model-report.ts'
import { amountText, decimalsOf } from '../rules/amount-text.ts'
import { columnWidths } from '../rules/column-widths.ts'
import { oneLine, plainText } from '../rules/plain-text.ts'
import { dayText } from './day-text.ts'
import type { LaidCell, LaidTable, Tone } from './laid-out.ts'

/** A cell whose words and tone are told already. */
export interface Told {
  readonly type: 'told'
  readonly text: string
  readonly tone: Tone
}
/** A table as it is laid out: a status is told in words, and is text to the workbook. */
export type TableToLay = Omit<ReportTable, 'rows'> & {
  readonly rows: readonly {
    readonly role: ReportTable['rows'][number]['role']
    readonly cells: readonly (ReportCell | Told)[]
  }[]
}

export function layOutTable(locale: Locale, table: TableToLay, number: number, source: string): LaidTable {
  const count = table.head.at(-1)?.reduce((sum, cell) => sum + cell.columns, 0) ?? 0
  const decimals = Array.from({ length: count }, (_, at) => moneyDecimals(table, at))
  const rows = table.rows.map(({ role, cells }) => ({
    role,
    cells: cells.map((cell, at) => laidCell(locale, cell, decimals[at] ?? 0)),
  }))
  const aligns = Array.from({ length: count }, (_, at) => alignOf(rows.map(({ cells }) => cells[at])))
  const head = table.head.map((row) =>
    row.map(({ text, columns }) => ({ text: glued(oneLine(text)), columns })),
  )
  const names = (head.at(-1) ?? []).flatMap(({ text, columns }) =>
    Array.from({ length: columns }, (_, at) => (at === 0 ? text : '')),
  )
  const room = columnWidths(
    names.map((name, at) => ({
      texts: rows.map(({ cells }) => cells[at]?.text ?? ''),
      bold: [
        name,
        ...rows.flatMap(({ role, cells }) => {
          const cell = cells[at]
          return cell !== undefined && (role === 'total' || cell.tone !== undefined) ? [cell.text] : []
        }),
      ],
      isFigures: aligns[at] === 'end',
    })),
  )
  return {
    kind: 'table',
    label: `${locale.text('report.table')} ${number}`,
    number,
    caption: oneLine(table.caption),
    head,
    headerColumns: Math.min(table.headerColumns, count),
    aligns,
    rows,
    notes: table.notes.map(oneLine).filter((note) => note !== ''),
    source,
    ...room,
  }
}

/** A cell that stands alone, as it is read. */
export function cellText(locale: Locale, cell: ReportCell): string {
  const decimals = cell.type === 'money' ? decimalsOf([cell.amountOre], cell.unit) : 0
  return laidCell(locale, cell, decimals).text
}

/** Amounts of one column are shown with as many decimals, so that they can be held against each other. */
function moneyDecimals(table: TableToLay, at: number): number {
  const kr: bigint[] = []
  const tkr: bigint[] = []
  for (const { cells } of table.rows) {
    const cell = cells[at]
    if (cell?.type === 'money') (cell.unit === 'kr' ? kr : tkr).push(cell.amountOre)
  }
  return Math.max(decimalsOf(kr, 'kr'), decimalsOf(tkr, 'tkr'))
}

function laidCell(locale: Locale, cell: ReportCell | Told, moneyDecimals: number): LaidCell {
  switch (cell.type) {
    case 'told':
      return { ...said({ type: 'text', text: cell.text }, cell.text), tone: cell.tone }
    case 'text':
      return said(cell, plainText(cell.text).trim())
    case 'number':
      return figure(cell, figureText(locale, cell.value, cell.decimals), cell.decimals)
    case 'money': {
      const amount = amountText(cell.amountOre, cell.unit, moneyDecimals, locale.tag)
      const whole = `${amount} ${cell.unit}`
      return figure(
        cell,
        cell.atLeast ? locale.text('plan.m.atLeast', { amount: whole }) : whole,
        moneyDecimals,
      )
    }
    case 'percent':
      return figure(cell, `${figureText(locale, cell.share * 100, cell.decimals)} %`, cell.decimals)
    case 'date':
      return said(cell, dayText(locale, cell.date))
    case 'missing':
      return figure(cell, locale.text(`report.missing.${cell.kind}`).replaceAll(' ', '\u00A0'), 0)
  }
}

const said = (cell: ReportCell, text: string): LaidCell => ({ text, cell, align: 'start', decimals: 0 })
const figure = (cell: ReportCell, text: string, decimals: number): LaidCell => ({
  text: glued(text),
  cell,
  align: 'end',
  decimals,
})

/** Minus zero is nought. */
function figureText(locale: Locale, value: number, decimals: number): string {
  const text = locale.figure(value, decimals)
  return /[1-9]/.test(text) ? text : text.replace('−', '')
}

/** A figure does not break, nor part from its unit. */
function glued(text: string): string {
  return text.replaceAll(/(?<=\d) (?=\S)/g, '\u00A0')
}

/** A column of figures is set to the right, and so is its heading. */
function alignOf(cells: readonly (LaidCell | undefined)[]): 'start' | 'end' {
  const said = cells.filter((cell) => cell !== undefined && cell.text !== '' && cell.cell.type !== 'missing')
  return said.length > 0 && said.every((cell) => cell?.align === 'end') ? 'end' : 'start'
}
