/** What has been booked, or ordered and not yet invoiced. */
export const ENTRY_KINDS = ['outcome', 'commitment'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What a column of a ledger’s file is for. Columns are named by their headers. */
export interface LedgerMapping {
  readonly kind: EntryKind
  readonly date: string
  readonly amount: string
  readonly activity: string
  readonly costType: string
  readonly financier: string
  readonly voucher: string
  readonly text: string
  /** Costs stand as negative amounts in the file. */
  readonly turned: boolean
  readonly unit: 'kr' | 'tkr'
  /** Words of vouchers are kept; they may name persons. */
  readonly keepText: boolean
  /** What a written activity, cost type or financier means, by what is written: an id, or `''` for none. */
  readonly meanings: Readonly<Record<LedgerReference, Readonly<Record<string, string>>>>
}

/** Columns that name things of the plan. */
export const LEDGER_REFERENCES = ['activity', 'costType', 'financier'] as const
export type LedgerReference = (typeof LEDGER_REFERENCES)[number]

/** A row of the ledger as it is brought in. */
export interface LedgerEntry {
  /** The row of the file. */
  readonly row: number
  readonly fingerprint: string
  /** What the row was known by before its voucher alone named it; `null` where there is no voucher. */
  readonly formerly: string | null
  readonly on: string
  /** Negative where something is taken back. */
  readonly amountOre: bigint
  readonly text: string
  readonly activity: string | null
  readonly costType: string | null
  readonly financier: string | null
}

export interface RowRefusal {
  readonly row: number
  readonly column: string
  readonly reason: string
  /** What stands in the cell, to be seen before anything is kept; it is never kept itself. */
  readonly value?: string
}

/** One file of the ledger. */
export interface LedgerImport {
  readonly id: string
  readonly planId: string
  readonly fileName: string
  readonly hash: string
  readonly state: 'received' | 'imported' | 'withdrawn'
  readonly kind: EntryKind
  readonly mapping: LedgerMapping | null
  readonly entries: number
  /** Of the entries: those that an earlier file held already. */
  readonly known: number
  readonly refused: readonly RowRefusal[]
  readonly refusedCount: number
  /** Rows after the day that the file tells everything up to; they were left out. */
  readonly later: number
  /** The day that the file tells everything up to. */
  readonly coversTo: string | null
  readonly madeAt: Date
  readonly madeBy: string
  readonly madeName: string
}

/** Booked and ordered amounts added up. `activity` is `null` for what is tied to none. */
export interface LedgerSum {
  readonly kind: EntryKind
  readonly activity: string | null
  readonly year: number
  readonly amountOre: bigint
  readonly entries: number
}

/** A row of a file that counts, held against those of another. */
export interface HeldEntry {
  readonly fingerprint: string
  readonly on: string
  readonly activity: string | null
  readonly costType: string | null
  readonly financier: string | null
}

/** The ledger as a plan’s forecast reads it. */
export interface Ledger {
  readonly sums: readonly LedgerSum[]
  /** Orders as of a day before that which the booked tells up to: some may have been paid since, so none is in the sums. */
  readonly staleOrders?: { readonly asOf: string; readonly amountOre: bigint } | null
  /** Everything booked up to this day is there; `null` where nothing has been brought in. */
  readonly coversTo: string | null
}

/** Money that is to be moved from one cell of a budget to another. */
export interface Move {
  readonly budget: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly amountOre: bigint
}

export interface KeptMove extends Move {
  readonly id: string
  readonly state: 'proposed' | 'approved' | 'declined' | 'withdrawn'
  readonly reason: string
  /** What the two cells held when it was proposed. */
  readonly fromBefore: bigint
  readonly toBefore: bigint
  readonly madeAt: Date
  readonly madeBy: string
  readonly madeName: string
  readonly decidedAt: Date | null
  readonly decidedName: string
  readonly diary: string
  readonly answer: string
}
