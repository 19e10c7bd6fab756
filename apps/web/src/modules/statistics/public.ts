export type { BaseCell, BaseTable, LedgerEntry, ReleasedContent, ReleaseRequest } from './model.ts'
export { ledger, rehydrateTables, releaseTables, withdrawTables } from './release/release-tables.ts'
export { addBase, listBases } from './service/bases.ts'
export { receiveBase, type StatisticsDoors } from './service/receive-base.ts'
