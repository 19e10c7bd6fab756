export { type AggregateRow, type Aggregation, cellsFromAggregates } from './audit/aggregates.ts'
export { auditCells } from './audit/audit-cells.ts'
export type * from './audit/audit-types.ts'
export { MISSING_LABELS } from './audit/audit-types.ts'
export { baseMargins, smallestFirst } from './audit/base.ts'
export { type CaseRow, columnsFromRows } from './audit/case-rows.ts'
export type { TabulateRefusal } from './audit/check-cases.ts'
export type { GapPart, GapStage, StageGap, StageGapOptions } from './audit/gap-types.ts'
export { compareText, crossingKey, dimensionsOf, groupKey } from './audit/group-key.ts'
export {
  type Dominance,
  type DominanceOptions,
  type IndustryDominance,
  industryDominance,
} from './audit/industry-dominance.ts'
export { type AuditSentence, type AuditSentenceKey, auditSentences } from './audit/sentences.ts'
export { type Direction, type Simpson, type SimpsonOptions, simpson } from './audit/simpson.ts'
export { stageGap } from './audit/stage-gap.ts'
export { subsetsOf } from './audit/subsets.ts'
export { type CaseFilter, GROUP_LIMIT, type Tabulation, tabulate } from './audit/tabulate.ts'
export type * from './audit/types.ts'
export { OUTCOMES } from './audit/types.ts'
export type { DummySets } from './decomposition/dummy-sets.ts'
export { decomposeFactors, type Factor, type FactorPart } from './decomposition/factors.ts'
export type { GroupData } from './decomposition/group-data.ts'
export {
  type CategoryFigures,
  type Kitagawa,
  type KitagawaCell,
  kitagawa,
  kitagawaMany,
} from './decomposition/kitagawa.ts'
export { type OaxacaOptions, oaxacaBlinder } from './decomposition/oaxaca-blinder.ts'
export type * from './decomposition/oaxaca-types.ts'
export { shapley } from './decomposition/shapley.ts'
export {
  compositionSentence,
  type DecompositionSentence,
  decompositionSentences,
  sayDecomposition,
} from './decomposition/words.ts'
export {
  type RatePart,
  type RateTwofold,
  type YunDecomposition,
  type YunOptions,
  yunDecomposition,
} from './decomposition/yun.ts'
export {
  type BootstrapOptions,
  bootstrapLinear,
  bootstrapLogistic,
  type MaihdaBootstrap,
} from './maihda/bootstrap.ts'
export { type MaihdaOptions, maihdaLinear } from './maihda/linear.ts'
export { type LogisticOptions, maihdaLogistic } from './maihda/logistic.ts'
export type * from './maihda/maihda-types.ts'
export {
  areaUnderCurve,
  LOGISTIC_VARIANCE,
  medianOddsRatio,
  proportionalChange,
  variancePartition,
} from './maihda/measures.ts'
export type { LinearStratum, LogisticStratum, MainTerm } from './maihda/strata.ts'
export {
  linearStrata,
  logisticStrata,
  type OutcomeRow,
  type StrataOptions,
} from './maihda/strata-from-rows.ts'
export { type MaihdaSentence, maihdaSentences, sayMaihda } from './maihda/words.ts'
export { normalQuantile } from './math/normal.ts'
export { holm } from './rates/holm.ts'
export type { Interval } from './rates/interval.ts'
export { median, medianOfSorted } from './rates/median.ts'
export { minimumDetectableDifference } from './rates/minimum-detectable.ts'
export { wilsonInterval } from './rates/wilson.ts'
export type { Refusal, RefusalReason, Result } from './result.ts'
export { fisherExact } from './selection/fisher.ts'
export { type ImpactRatio, impactRatio, type Proportion } from './selection/impact-ratio.ts'
export { type Shortfall, shortfall } from './selection/shortfall.ts'
export type { Language, Sentence } from './words/speaker.ts'
