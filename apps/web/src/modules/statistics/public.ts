export type { BaseTable, ReleasedContent, ReleaseRequest } from './model.ts'
export { ledger, rehydrateTables, releaseTables, withdrawTables } from './release/release-tables.ts'
export { addBase, listBases } from './service/bases.ts'
