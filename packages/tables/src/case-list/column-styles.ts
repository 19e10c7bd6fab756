import { createNumberStyleDetector, type NumberStyle } from '@jamvikt/domain'
import type { OpenTable } from '../table.ts'
import { createDateOrderDetector, type DayMonthOrder, orderOf } from './dates.ts'
import type { Mapping, MappingProblem } from './mapping.ts'

/** How each amount and date column writes its values, by header. */
export interface ColumnStyles {
  numbers: ReadonlyMap<string, NumberStyle>
  dates: ReadonlyMap<string, DayMonthOrder | undefined>
}

/**
 * Decides each column's style: as declared, else from all its texts, which takes a pass of its own over the table.
 * A column that could be read both ways, or that mixes two ways, is a problem: nothing is decided cell by cell.
 */
export async function columnStyles(
  table: OpenTable,
  mapping: Mapping,
  amountColumns: readonly string[],
  dateColumns: readonly string[],
): Promise<{ styles: ColumnStyles; problems: MappingProblem[] }> {
  const numberDetectors = detectors(mapping.numbers, amountColumns, createNumberStyleDetector)
  const dateDetectors = detectors(mapping.dates, dateColumns, createDateOrderDetector)
  const listening = [...numberDetectors, ...dateDetectors].map(([header, detector]) => ({
    place: table.headers.indexOf(header),
    detector,
  }))
  if (listening.length > 0) {
    for await (const { row, cells } of table.rows()) {
      for (const { place, detector } of listening) {
        const cell = cells[place]
        if (typeof cell === 'string') detector.add(cell, row)
      }
    }
  }

  const problems: MappingProblem[] = []
  const { numbers: declaredNumbers, dates: declaredDates } = mapping
  const numbers = new Map(amountColumns.map((name) => [name, declaredNumbers ?? 'swedish']))
  const order = declaredDates === undefined ? undefined : orderOf(declaredDates)
  const dates = new Map(dateColumns.map((name) => [name, order]))
  for (const [header, detector] of numberDetectors) {
    const found = detector.result()
    if (found.ok) numbers.set(header, found.style)
    else problems.push({ path: 'numbers', reason: found.reason, detail: header, row: found.index })
  }
  for (const [header, detector] of dateDetectors) {
    const found = detector.result()
    if (found.ok) dates.set(header, found.order)
    else problems.push({ path: 'dates', reason: found.reason, detail: header, row: found.row })
  }
  return { styles: { numbers, dates }, problems }
}

function detectors<Detector>(
  declared: unknown,
  columns: readonly string[],
  create: () => Detector,
): [header: string, detector: Detector][] {
  return declared === undefined ? columns.map((header) => [header, create()]) : []
}
