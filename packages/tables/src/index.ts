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
export { type OpenOptions, openTable, readTable, type TableInput } from './open-table.ts'
export * from './table.ts'
export { type CsvValue, writeCsv } from './write-csv.ts'
export { type DictionaryEntry, type DictionarySheet, type SheetInput, writeXlsx } from './write-xlsx.ts'
