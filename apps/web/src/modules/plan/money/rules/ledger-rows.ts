import { createHash } from 'node:crypto'
import { amountOreFromNumber, maskPersonalNumbers, type NumberStyle, parseAmountOre } from '@jamvikt/domain'
import type { LedgerEntry, LedgerMapping, LedgerReference, RowRefusal } from '../model-money.ts'

/** One row of a file as it is sent from the process that reads it. */
export interface LedgerRow {
  readonly row: number
  /** Cells by header, only of the columns that are used; dates as `YYYY-MM-DD`. */
  readonly cells: Readonly<Record<string, string | number | null>>
}

const MOST_TEXT = 200
const MOST_REFUSED = 40

/**
 * Reads rows of a ledger as somebody has said what its columns are. Each row becomes an entry or a refusal with its
 * column and reason. A row with a voucher is known by that, its day and its amount, whatever it is called; one without by
 * all that is written of it.
 * @param style how the amounts of the file are written
 * @param knows whether an id is an item of the plan that may be named
 */
export function readLedger(
  rows: Iterable<LedgerRow>,
  mapping: LedgerMapping,
  style: NumberStyle,
  knows: (reference: LedgerReference, id: string) => boolean,
): { readonly entries: LedgerEntry[]; readonly refused: RowRefusal[] } {
  const entries: LedgerEntry[] = []
  const refused: RowRefusal[] = []
  const nameOf = namer()
  const refuse = (row: number, cells: LedgerRow['cells'], column: string, reason: string) => {
    const value = column === mapping.text ? '' : writtenIn(cells, column)
    const shown = maskPersonalNumbers(value).slice(0, MOST_REFUSED)
    refused.push({ row, column, reason, ...(shown === '' ? {} : { value: shown }) })
  }
  for (const { row, cells } of rows) {
    const on = dateOf(cells[mapping.date] ?? null)
    if (on === null) {
      refuse(row, cells, mapping.date, isEmpty(cells[mapping.date]) ? 'date-missing' : 'not-a-date')
      continue
    }
    const amount = signedOre(cells[mapping.amount] ?? null, style, mapping.unit)
    if (!amount.ok) {
      refuse(row, cells, mapping.amount, amount.reason)
      continue
    }
    const meaning = (reference: LedgerReference) => {
      const id = meaningOf(mapping, reference, writtenIn(cells, mapping[reference]))
      return id !== '' && knows(reference, id) ? id : null
    }
    const amountOre = mapping.turned ? -amount.amountOre : amount.amountOre
    const written = (each: LedgerReference | 'voucher') => writtenIn(cells, mapping[each])
    const voucher = written('voucher')
    const words = (['activity', 'costType', 'financier', 'voucher'] as const).map(written)
    const byWords = nameOf([mapping.kind, on, amountOre, ...words])
    entries.push({
      row,
      fingerprint: voucher === '' ? byWords : nameOf(['voucher', mapping.kind, on, amountOre, voucher]),
      formerly: voucher === '' ? null : byWords,
      on,
      amountOre,
      text: mapping.keepText ? keptText(writtenIn(cells, mapping.text)) : '',
      activity: meaning('activity'),
      costType: meaning('costType'),
      financier: meaning('financier'),
    })
  }
  return { entries, refused }
}

/** Names what is alike alike, except within one file: two invoices alike on the same day are two. */
function namer() {
  const times = new Map<string, number>()
  return (parts: readonly (string | bigint)[]): string => {
    const essence = parts.join('\n')
    const time = (times.get(essence) ?? 0) + 1
    times.set(essence, time)
    return createHash('sha256').update(`${essence}\n${time}`).digest('hex')
  }
}

/** Words of a voucher without identity numbers, those of sole traders among them. */
function keptText(text: string): string {
  return maskPersonalNumbers(text)
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, MOST_TEXT)
}

function writtenIn(cells: LedgerRow['cells'], column: string): string {
  const cell = column === '' || !Object.hasOwn(cells, column) ? null : cells[column]
  return cell === null || cell === undefined ? '' : String(cell).trim().replace(/\s+/g, ' ')
}

function meaningOf(mapping: LedgerMapping, reference: LedgerReference, written: string): string {
  const meanings = mapping.meanings[reference]
  return Object.hasOwn(meanings, written) ? (meanings[written] ?? '') : ''
}

function isEmpty(cell: string | number | null | undefined): boolean {
  return cell === null || cell === undefined || String(cell).trim() === ''
}

/** A day as ledgers write it: 2017-03-01, 20170301, 170301, 2017/03/01, 1.3.2017. */
export function dateOf(cell: string | number | null): string | null {
  const text = String(cell ?? '').trim()
  const parts =
    /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{2})$/.exec(text)?.map((each, at) => (at === 1 ? `20${each}` : each))
  const turned =
    parts === undefined || parts === null ? /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) : null
  const [year = '', month = '', day = ''] =
    turned === null ? (parts?.slice(1) ?? []) : turned.slice(1).toReversed()
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isReal =
    /^(19|20|21)\d\d$/.test(year) && at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day)
  return isReal ? at.toISOString().slice(0, 10) : null
}

/** An amount that may be negative: “-1 200,50”, “−1200”, “1200-”, “(1 200)”. */
export function signedOre(cell: string | number | null, style: NumberStyle, unit: 'kr' | 'tkr') {
  if (typeof cell === 'number') {
    const read = amountOreFromNumber(Math.abs(cell), unit)
    return read.ok && cell < 0 ? { ok: true as const, amountOre: -read.amountOre } : read
  }
  const text = (cell ?? '').trim()
  const bare = /^\((.*)\)$/.exec(text)?.[1] ?? /^[-−](.*)$/.exec(text)?.[1] ?? /^(.*)[-−]$/.exec(text)?.[1]
  const read = parseAmountOre(bare ?? text, style, unit)
  return read.ok && bare !== undefined ? { ok: true as const, amountOre: -read.amountOre } : read
}
