import type { LedgerLook } from '../ledger-messages.ts'
import { ENTRY_KINDS, LEDGER_REFERENCES, type LedgerMapping, type LedgerReference } from '../model-money.ts'

export const LEDGER_COLUMNS = [
  'date',
  'amount',
  'activity',
  'costType',
  'financier',
  'voucher',
  'text',
] as const
type LedgerColumn = (typeof LEDGER_COLUMNS)[number]

/** The field that says what a written word means; words stand in the order of the file. */
export function meaningField(reference: LedgerReference, at: number): string {
  return `m:${reference}:${at}`
}

/** The field that says which column the meanings were shown for. */
export function meaningsOfField(reference: LedgerReference): string {
  return `m:${reference}`
}

/**
 * A mapping as a form says it. Meanings that were shown for another column than the one chosen now are passed over.
 * @param sent a field of the form; `''` where it is missing
 * @param before what stands where the form says nothing
 */
export function mappingOfForm(
  sent: (field: string) => string,
  look: LedgerLook,
  before: LedgerMapping,
): LedgerMapping {
  const column = (use: LedgerColumn): string => {
    const at = sent(use)
    return /^\d{1,3}$/.test(at) ? (look.headers[Number(at)] ?? '') : ''
  }
  const columns = Object.fromEntries(LEDGER_COLUMNS.map((use) => [use, column(use)])) as Record<
    LedgerColumn,
    string
  >
  const meanings = Object.fromEntries(
    LEDGER_REFERENCES.map((reference) => {
      const chosen = columns[reference]
      if (chosen === '' || sent(meaningsOfField(reference)) !== chosen)
        return [reference, before.meanings[reference]]
      const values = look.values[look.headers.indexOf(chosen)] ?? []
      return [
        reference,
        Object.fromEntries(values.map(({ value }, at) => [value, sent(meaningField(reference, at))])),
      ]
    }),
  ) as Record<LedgerReference, Record<string, string>>
  return {
    kind: ENTRY_KINDS.find((kind) => kind === sent('kind')) ?? 'outcome',
    ...columns,
    turned: sent('turned') === 'on',
    unit: sent('unit') === 'tkr' ? 'tkr' : 'kr',
    keepText: sent('keepText') === 'on',
    meanings,
  }
}
