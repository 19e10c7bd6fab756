export { type MapBoundaries, readMapBoundaries } from './map-boundaries.ts'
export type { BaseTable, ReleasedContent, ReleaseRequest } from './model.ts'
export {
  AREAS,
  type Dataset,
  type PublishedContent,
  type PublishedEntry,
} from './model-datasets.ts'
export { ledger, rehydrateTables, releaseTables, withdrawTables } from './release/release-tables.ts'
export { conceptsOf } from './rules/concepts.ts'
export { viewOf } from './rules/view.ts'
export { addDemoTable } from './service/add-demo-table.ts'
export { addBase, listBases } from './service/bases.ts'
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
