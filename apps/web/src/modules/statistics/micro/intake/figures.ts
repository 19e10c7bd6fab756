import {
  amountOreFromNumber,
  createNumberStyleDetector,
  type NumberStyle,
  parseAmountOre,
} from '@jamvikt/domain'
import type { OpenTable } from '@jamvikt/tables'
import type { AmountUnit } from '../model-micro.ts'
import { IntakeRefusedError } from './refused.ts'

/** Weights are kept as whole millionths, so that their sums are exact and free of order. */
export const WEIGHT_UNITS = 1_000_000
const LARGEST_WEIGHT = 1_000_000
const GRAMMAR = { swedish: /^\d+(?:,\d{1,15})?$/, english: /^\d+(?:\.\d{1,15})?$/ } as const

/**
 * The way each column of figures writes its numbers, told from all its texts: never cell by cell.
 * @param columns places of the columns
 * @throws IntakeRefusedError `amount-unreadable` with the row that shows it: 1,50 and 1.50 stand side by side, or only
 * such as 1,234, that may be read both ways
 */
export async function numberStyles(
  table: Pick<OpenTable, 'rows'>,
  columns: readonly { readonly name: string; readonly place: number }[],
): Promise<ReadonlyMap<string, NumberStyle>> {
  if (columns.length === 0) return new Map()
  const detectors = columns.map((column) => ({ ...column, detector: createNumberStyleDetector() }))
  for await (const { row, cells } of table.rows()) {
    for (const { place, detector } of detectors) {
      const cell = cells[place]
      if (typeof cell === 'string') detector.add(cell, row)
    }
  }
  return new Map(
    detectors.map(({ name, detector }) => {
      const found = detector.result()
      if (!found.ok) throw new IntakeRefusedError('amount-unreadable', { row: found.index, column: name })
      return [name, found.style]
    }),
  )
}

/**
 * An amount as whole hundredths: öre of kronor and of thousands of kronor, hundredths of a plain number.
 * @returns `null` where it cannot be read, is negative or has more decimals
 */
export function hundredthsOf(cell: string | number, style: NumberStyle, unit: AmountUnit): number | null {
  const of = unit === 'tkr' ? 'tkr' : 'kr'
  const read = typeof cell === 'number' ? amountOreFromNumber(cell, of) : parseAmountOre(cell, style, of)
  return read.ok ? Number(read.amountOre) : null
}

/**
 * A weight as whole millionths.
 * @returns `null` where it cannot be read, is negative or above a million
 */
export function millionthsOf(cell: string | number, style: NumberStyle): number | null {
  const text = typeof cell === 'number' ? '' : cell.replace(/[\s\u00a0\u202f]/g, '')
  if (typeof cell === 'string' && !GRAMMAR[style].test(text)) return null
  const weight = typeof cell === 'number' ? cell : Number(text.replace(',', '.'))
  if (!(weight >= 0 && weight <= LARGEST_WEIGHT)) return null
  return Math.round(weight * WEIGHT_UNITS)
}
