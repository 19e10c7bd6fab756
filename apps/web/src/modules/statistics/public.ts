export type { BaseTable, ReleasedContent, ReleaseRequest } from './model.ts'
export {
  AREAS,
  type Area,
  type Dataset,
  type PublishedContent,
  type PublishedEntry,
  RHYTHMS,
} from './model-datasets.ts'
export { ledger, rehydrateTables, releaseTables, withdrawTables } from './release/release-tables.ts'
export { type Concepts, conceptsOf } from './rules/concepts.ts'
export { queryOf, type View, viewOf } from './rules/view.ts'
export { addDemoTable } from './service/add-demo-table.ts'
export { addBase, listBases } from './service/bases.ts'
export { type MapBoundaries, readMapBoundaries } from './service/map-boundaries.ts'
export { offerReleased } from './service/offer-released.ts'
export {
  listPublished,
  openLog,
  publishedRevision,
  publishedTable,
  publishedWithComments,
} from './service/published.ts'
export { Comments } from './ui/comments.tsx'
export { PublishedList } from './ui/dataset-list.tsx'
export { Explorer } from './ui/explorer.tsx'
