import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { LaidCell, LaidRow, LaidTable } from '../documents/laid-out.ts'
import { bare } from './docx-styles.ts'
import { linesOf } from './docx-words.ts'
import { INK, TONE_INK } from './ink.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const LINE = { style: BorderStyle.SINGLE, size: 4, color: bare(INK.line) } as const
const STRONG = { style: BorderStyle.SINGLE, size: 8, color: bare(INK.dark) } as const

/** “Tabell 3. …” with its number as a field, so that Word can count anew and list them. */
export function captionOf(word: string, number: number, caption: string, keepNext: boolean): Paragraph {
  return new Paragraph({
    style: 'Caption',
    keepNext,
    children: [
      new TextRun({ text: `${word} ` }),
      new SimpleField(`SEQ ${word} \\* ARABIC`, String(number)),
      new TextRun({ text: caption === '' ? '' : `. ${caption}` }),
    ],
  })
}

/** A table with its caption above, its heading rows again on each page, its notes and source below. */
export function tableOf(table: LaidTable, word: string, room: number): FileChild[] {
  const style = table.room === 'small' ? 'TableSmall' : 'TableText'
  const widths = table.widths.map((share) => Math.floor(share * room))
  const of = (from: number, columns: number) => ({
    size: widths.slice(from, from + columns).reduce((sum, width) => sum + width, 0),
    type: WidthType.DXA,
  })
  const head = table.head.map((row, level) => {
    let from = 0
    const isLast = level === table.head.length - 1
    return new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: row.map(({ text, columns }) => {
        const at = from
        from += columns
        return new TableCell({
          columnSpan: columns,
          width: of(at, columns),
          verticalAlign: VerticalAlign.BOTTOM,
          borders: { bottom: isLast ? STRONG : LINE },
          children: [
            new Paragraph({
              style,
              keepNext: true,
              alignment: isLast
                ? alignment(table.aligns[at])
                : columns > 1
                  ? AlignmentType.CENTER
                  : AlignmentType.START,
              children: linesOf(text, { bold: true, color: bare(INK.soft) }),
            }),
          ],
        })
      }),
    })
  })
  const cell = (row: LaidRow, laid: LaidCell, at: number, columns: number) => {
    const options: ITableCellOptions = {
      columnSpan: columns,
      width: of(at, columns),
      children: [
        new Paragraph({
          style,
          keepNext: row.role === 'group',
          alignment: alignment(columns > 1 ? 'start' : table.aligns[at]),
          children: linesOf(laid.text, lookOf(row, laid)),
        }),
      ],
      ...(row.role === 'total' ? { borders: { top: STRONG } } : {}),
      ...(row.role === 'group'
        ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: bare(INK.sunk) } }
        : {}),
    }
    return new TableCell(options)
  }
  const body = table.rows.map((row) => {
    const spans = row.role === 'group' && row.cells.slice(1).every(({ text }) => text === '')
    const cells = spans ? row.cells.slice(0, 1) : row.cells
    return new TableRow({
      cantSplit: true,
      children: cells.map((laid, at) => cell(row, laid, at, spans ? widths.length : 1)),
    })
  })
  const told = [...table.notes, table.source].filter((text) => text !== '')
  // Something stands between two tables, or Word makes one of them.
  const under = told.length === 0 ? [''] : told
  return [
    captionOf(word, table.number, table.caption, true),
    new Table({
      width: of(0, widths.length),
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { left: 80, right: 80 },
      tableLook: { firstRow: true, firstColumn: table.headerColumns > 0, noVBand: true },
      borders: {
        top: NONE,
        left: NONE,
        right: NONE,
        bottom: LINE,
        insideHorizontal: LINE,
        insideVertical: NONE,
      },
      rows: [...head, ...body],
    }),
    ...under.map(
      (text, at) =>
        new Paragraph({
          style: 'Source',
          text,
          ...(at === under.length - 1 ? { spacing: { after: 200 } } : {}),
        }),
    ),
  ]
}

const alignment = (align: 'start' | 'end' | undefined) =>
  align === 'end' ? AlignmentType.END : AlignmentType.START

function lookOf({ role }: LaidRow, { tone }: LaidCell) {
  return {
    ...(role === 'body' && tone === undefined ? {} : { bold: true }),
    ...(tone === undefined ? {} : { color: bare(TONE_INK[tone]) }),
  }
}
