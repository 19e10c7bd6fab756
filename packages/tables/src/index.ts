export * from './base-list/base-types.ts'
export { readBase } from './base-list/read-base.ts'
export * from './case-list/case-record.ts'
export { checkMapping } from './case-list/check-mapping.ts'
export {
  type CaseDimension,
  CaseEncoder,
  type EncodedCases,
  type EncodedDimension,
  type EncodeRefusal,
  encodeCases,
} from './case-list/encode.ts'
export {
  type CaseItem,
  type CasesRead,
  type InterpretOptions,
  interpretCases,
  readCases,
} from './case-list/interpret.ts'
export {
  type AggregateItem,
  type AggregatesRead,
  interpretAggregates,
  readAggregates,
} from './case-list/interpret-aggregates.ts'
export * from './case-list/mapping.ts'
export { type ColumnSuggestion, type MappingSuggestion, suggestMapping } from './case-list/suggest.ts'
export {
  type ColumnUse,
  RUNS,
  type Run,
  type ShapeMade,
  shapeOfUses,
  usesOfShape,
} from './flat/column-uses.ts'
export { type Across, type FlatShape, type NumberSigns, suggestFlatShape } from './flat/flat-shape.ts'
export { type FlatOptions, readFlat, sampleOf, statRefusal } from './flat/read-flat.ts'
export { sdmxRows } from './flat/sdmx-csv.ts'
export { readStatXlsx, writeStatXlsx } from './flat/stat-xlsx.ts'
export { longRows, signOf, wideRows } from './flat/write-flat.ts'
export { checkFrame, type StatFrame } from './json-stat/frame.ts'
export {
  type JsonStatLink,
  type JsonStatOptions,
  type JsonStatRead,
  readJsonStat,
} from './json-stat/read-json-stat.ts'
export { type WriteJsonStatOptions, writeJsonStat } from './json-stat/write-json-stat.ts'
export * from './kolada/kolada-answers.ts'
export { type KoladaCatalogueRead, readKoladaCatalogue } from './kolada/kolada-catalogue.ts'
export { koladaTable } from './kolada/kolada-table.ts'
export { firstRecords, type OpenOptions, openTable, readTable, type TableInput } from './open-table.ts'
export { readParquet } from './parquet/read-parquet.ts'
export { writeParquet } from './parquet/write-parquet.ts'
export { type CodeListRead, type ReadCodeListOptions, readCodeList } from './px/read-code-list.ts'
export { readPx } from './px/read-px.ts'
export { writePx } from './px/write-px.ts'
export { applyCodeList } from './pxweb/apply-code-list.ts'
export { joinTables } from './pxweb/join-tables.ts'
export type { AnswerInput, AnswerRead } from './pxweb/parse-answer.ts'
export { selectCells } from './pxweb/select-cells.ts'
export { type Selection, splitSelection } from './pxweb/split-selection.ts'
export * from './pxweb/v1-answers.ts'
export { selectCodesByV1Filter } from './pxweb/v1-filter.ts'
export { tableOfV1Json, type V1JsonOptions } from './pxweb/v1-json.ts'
export { v1MetadataOf } from './pxweb/v1-metadata.ts'
export * from './pxweb/v2-answers.ts'
export {
  readV2Metadata,
  type V2CodeListName,
  type V2MetadataRead,
  v2MetadataOf,
} from './pxweb/v2-metadata.ts'
export {
  type CodesSelected,
  type ExpressionOptions,
  selectCodes,
  selectCodesOfList,
} from './pxweb/value-expressions.ts'
export { v1JsonOf } from './pxweb/write-v1-json.ts'
export {
  formatOf,
  readStatTable,
  STAT_FORMATS,
  type StatFormat,
  type StatOptions,
} from './read-stat-table.ts'
export { readWordTables, type WordTable } from './read-word-tables.ts'
export * from './stat/cell-state.ts'
export { checkStatTable, type StatFault, type StatReason } from './stat/check-table.ts'
export {
  type CodesTrimmed,
  DEFAULT_STAT_LIMITS,
  type StatLimits,
  type StatRead,
  type StatRefusal,
} from './stat/refusal.ts'
export * from './stat/stat-table.ts'
export { parseParts, partsOf, type TableParts } from './stat/table-parts.ts'
export { lossesOf, STAT_LOSSES, type StatLoss } from './stat-losses.ts'
export * from './table.ts'
export { type CsvStyle, type CsvValue, csvLine, writeCsv } from './write-csv.ts'
export { type FormColumn, type FormSheet, type FormValue, writeForm } from './write-form.ts'
export {
  refusalToWrite,
  STAT_TARGETS,
  type StatTarget,
  type WriteStatOptions,
  writeStatTable,
} from './write-stat-table.ts'
export { type DictionaryEntry, type DictionarySheet, type SheetInput, writeXlsx } from './write-xlsx.ts'
