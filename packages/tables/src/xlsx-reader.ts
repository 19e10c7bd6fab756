import { maskPersonalNumbers } from '@jamvikt/domain'
import type { ByteSource } from './bytes.ts'
import { firstRecord, type RecordReader } from './header.ts'
import { type TableLimits, TableRefusedError } from './table.ts'
import { readWorkbookParts, type SheetPart } from './xlsx-parts.ts'
import { sheetRecords } from './xlsx-sheet.ts'
import { openZip } from './zip.ts'

/**
 * A reader of a workbook's sheet: the named one, else the first visible one that is not empty, else a hidden one.
 */
export async function readXlsx(
  source: ByteSource,
  sheetName: string | undefined,
  limits: TableLimits,
): Promise<RecordReader> {
  const zip = await openZip(source)
  const parts = await readWorkbookParts(zip)
  const readerOf = (sheet: SheetPart): RecordReader => ({
    format: 'xlsx',
    sheet: sheet.name,
    sheets: parts.sheets.map((other) => other.name),
    strictWidth: false,
    records() {
      const pieces = zip.text(sheet.path)
      if (pieces === undefined) throw new TableRefusedError('damaged-workbook', { detail: sheet.name })
      return sheetRecords(pieces, parts, limits)
    },
  })
  if (sheetName !== undefined) {
    const sheet = parts.sheets.find((candidate) => candidate.name === sheetName)
    if (sheet === undefined) {
      throw new TableRefusedError('sheet-missing', {
        detail: maskPersonalNumbers(parts.sheets.map((other) => other.name).join(', ')),
      })
    }
    return readerOf(sheet)
  }
  const inOrder = [...parts.sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden))
  for (const sheet of inOrder) {
    const reader = readerOf(sheet)
    if ((await firstRecord(reader)) !== undefined) return reader
  }
  throw new TableRefusedError('no-header')
}
