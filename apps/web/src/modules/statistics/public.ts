export { choiceOf } from './analyse/rules/choice.ts'
export { Analysis } from './analyse/ui/analysis.tsx'
export { type MapBoundaries, readMapBoundaries } from './map-boundaries.ts'
export type { BaseTable, ReleasedContent, ReleaseRequest } from './model.ts'
export {
  AREAS,
  type Dataset,
  type PublishedContent,
  type PublishedEntry,
} from './model-datasets.ts'
export {
  addDemoPages,
  type DemoPage,
  kindText,
  listOpenPages,
  openSiteLog as openLog,
  openSiteRevision as publishedRevision,
  PageView,
  passagesOf,
  readOpenPage,
} from './pages/public.ts'
export {
  EmbeddedView,
  type Pictured,
  PngMaker,
  pictureSvg,
  pngAnswer,
  sharePicture,
  shareText,
  svgAnswer,
} from './picture/public.ts'
export { ledger, rehydrateTables, releaseTables, withdrawTables } from './release/release-tables.ts'
export { chartsFor } from './rules/charts-for.ts'
export { conceptsOf } from './rules/concepts.ts'
export { type LogEvent, type LoggedPublication as LogEntry, logEvents } from './rules/open-log.ts'
export { decimalsOf as pivotDecimals, pivotOf } from './rules/pivot.ts'
export { swedishTime } from './rules/swedish-time.ts'
export { queryOf, viewOf } from './rules/view.ts'
export { addDemoTable } from './service/add-demo-table.ts'
export { addBase, listBases } from './service/bases.ts'
export { type OpenIndicator, openIndicator, openIndicators, regionIndicators } from './service/indicators.ts'
export { offerReleased } from './service/offer-released.ts'
export {
  listPublished,
  publishedTable,
  publishedWithComments,
  type TakenOff,
  tableTakenOff,
} from './service/published.ts'
export { waitingDecisions } from './service/waiting.ts'
export { captionOf, nameOf } from './ui/caption.ts'
export { Comments } from './ui/comments.tsx'
export { PublishedList } from './ui/dataset-list.tsx'
export { DifferenceTable } from './ui/difference-table.tsx'
export { Explorer } from './ui/explorer.tsx'
export { figureText } from './ui/figure-text.ts'
export { IndicatorIndex, IndicatorPage } from './ui/indicator-pages.tsx'
export { ToldWords } from './ui/told-words.tsx'
export { WaitingList } from './ui/waiting-list.tsx'
