export { type AggregateRow, type Aggregation, cellsFromAggregates } from './audit/aggregates.ts'
export { auditCells } from './audit/audit-cells.ts'
export type * from './audit/audit-types.ts'
export { MISSING_LABELS } from './audit/audit-types.ts'
export { baseMargins } from './audit/base.ts'
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
export {
  bootstrapConcentration,
  type ConcentrationBootstrap,
  type ConcentrationBootstrapOptions,
} from './concentration/bootstrap.ts'
export {
  type EntropyByGroup,
  type EntropyOfGroup,
  type EntropyOptions,
  generalisedEntropy,
  generalisedEntropyByGroup,
} from './concentration/generalised-entropy.ts'
export { type GiniOptions, gini } from './concentration/gini.ts'
export { type LorenzOptions, type LorenzPoint, lorenzCurve } from './concentration/lorenz.ts'
export {
  type ConcentrationSentence,
  giniIntervalSentence,
  giniSentence,
  groupsSentence,
  lowestSentence,
  sayConcentration,
} from './concentration/words.ts'
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
  gapCorrectedIndex,
  type ScoredDomain,
  type ScoredPart,
  type ScoredSubdomain,
  type ScoredUnit,
} from './indices/gap-corrected-metric.ts'
export {
  meanRankIndex,
  type RankedUnit,
  type RankIndex,
  type RankIndexDefinition,
  type RankIndicator,
  type RankUnit,
  type RankValue,
} from './indices/mean-rank-index.ts'
export type {
  MetricDefinition,
  MetricIndicator,
  MetricUnit,
  MetricValue,
} from './indices/metric-definition.ts'
export { type MetricInput, type MetricScore, metricScore } from './indices/metric-score.ts'
export {
  type IndexSentence,
  metricSentence,
  rankSentence,
  sayIndex,
  versionSentence,
} from './indices/words.ts'
export {
  type BootstrapOptions,
  bootstrapLinear,
  bootstrapLogistic,
  type MaihdaBootstrap,
  type Spread,
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
export { type BeforeAfter, type BeforeAfterOptions, beforeAfter, type Part } from './paired/before-after.ts'
export { hodgesLehmann } from './paired/hodges-lehmann.ts'
export { type KnowledgeChange, type KnowledgePairs, knowledgeChange } from './paired/knowledge-change.ts'
export { type McNemar, mcnemarExact } from './paired/mcnemar.ts'
export { rankBiserial } from './paired/rank-biserial.ts'
export { type SignedRank, signedRank } from './paired/signed-rank.ts'
export type { Verdict as PairedVerdict } from './paired/verdict.ts'
export {
  beforeAfterSentences,
  knowledgeSentences,
  type PairedSentence,
  sayPaired,
  tooFewSentence,
} from './paired/words.ts'
export { benjaminiHochberg } from './rates/benjamini-hochberg.ts'
export { clopperPearsonInterval } from './rates/clopper-pearson.ts'
export type { Crossing } from './rates/crossing.ts'
export type { ExcessMeasures } from './rates/excess.ts'
export { type Gap, meanGap, proportionGap } from './rates/gap.ts'
export { holm } from './rates/holm.ts'
export {
  type Interaction,
  meanInteraction,
  type ProportionInteraction,
  proportionInteraction,
} from './rates/interaction.ts'
export type { Estimate as IntervalEstimate, Interval } from './rates/interval.ts'
export { type Kish, kish } from './rates/kish.ts'
export { type SampleMean, sampleMean } from './rates/mean.ts'
export type { MeanSummary } from './rates/mean-summary.ts'
export { median, medianOfSorted } from './rates/median.ts'
export { minimumDetectableDifference } from './rates/minimum-detectable.ts'
export { differenceOfProportions, type ProportionDifference } from './rates/newcombe.ts'
export {
  type ComparisonOptions,
  type ComparisonSize,
  powerOfComparison,
  requiredPerGroup,
} from './rates/power.ts'
export {
  type GroupPlan,
  marginOfAnswers,
  type PlanGroup,
  type PrecisionPlan,
  type PrecisionWish,
  planPrecision,
} from './rates/precision-planner.ts'
export { quantileOfSorted, type SampleQuantile, sampleQuantile } from './rates/quantile.ts'
export { oddsRatio, type RatioOfProportions, rateRatio } from './rates/rate-ratio.ts'
export type { Trials } from './rates/trials.ts'
export {
  type WeightedMean,
  type WeightedProportion,
  weightedMean,
  weightedProportion,
} from './rates/weighted.ts'
export { type WeightedQuantile, weightedQuantile } from './rates/weighted-quantile.ts'
export { wilsonInterval } from './rates/wilson.ts'
export {
  type GapLabels,
  gapSentence,
  interactionSentence,
  type Measured,
  planSentences,
  quantileSentence,
  type RatesSentence,
  sayRates,
  shareSentence,
} from './rates/words.ts'
export type { Refusal, RefusalReason, Result } from './result.ts'
export {
  type BootstrapFigure,
  bootstrapSegregation,
  type SegregationBootstrap,
  type SegregationBootstrapOptions,
} from './segregation/bootstrap.ts'
export { dissimilarity, type GroupPair } from './segregation/dissimilarity.ts'
export type { DrawOptions, Measure as SegregationMeasure } from './segregation/draws.ts'
export { type Exposure, exposures, type Isolation, isolations } from './segregation/isolation.ts'
export { karmelMaclachlan } from './segregation/karmel-maclachlan.ts'
export { type MutualDifference, mutualDifference } from './segregation/mutual-difference.ts'
export {
  type ClusterSegregation,
  type LocalSegregation,
  localSegregation,
  type MutualInformation,
  mutualInformation,
  mutualInformationByCluster,
} from './segregation/mutual-information.ts'
export {
  type BeyondChance,
  type RandomAllocation,
  randomAllocation,
} from './segregation/random-allocation.ts'
export {
  type CountMatrix,
  type CountRow,
  type CountTable,
  segregationTable,
  segregationTableOf,
} from './segregation/table.ts'
export {
  chanceSentence,
  changeSentence,
  clustersSentence,
  dissimilaritySentence,
  intervalSentence,
  isolationSentence,
  karmelMaclachlanSentence,
  mostApartSentence,
  type SegregationSentence,
  saySegregation,
  theilSentence,
} from './segregation/words.ts'
export { type BreslowDay, breslowDay } from './selection/breslow-day.ts'
export {
  type ChiSquare,
  type CochranMantelHaenszel,
  cochranMantelHaenszel,
} from './selection/cochran-mantel-haenszel.ts'
export { type ConditionalOddsRatio, conditionalOddsRatio } from './selection/conditional-odds-ratio.ts'
export { fisherExact } from './selection/fisher.ts'
export { type ImpactRatio, impactRatio, type Proportion } from './selection/impact-ratio.ts'
export {
  type RepresentationBase,
  type RepresentationRatio,
  representationRatio,
} from './selection/representation-ratio.ts'
export { type Shortfall, shortfall } from './selection/shortfall.ts'
export { cohensD, cohensH, standardisedShareDifference } from './selection/standardised-difference.ts'
export type { Stratum as TwoGroupStratum } from './selection/strata.ts'
export { type TwoProportionZ, twoProportionZ } from './selection/two-proportion-z.ts'
export {
  adjustedSentence,
  ratioSentence,
  representationSentence,
  type SelectionLabels,
  type SelectionSentence,
  saySelection,
  strataSentence,
} from './selection/words.ts'
export {
  type DifferenceInDifferences,
  type DifferenceOptions,
  differenceInDifferences,
  type UnitComparison,
} from './time/difference-in-differences.ts'
export type { Panel, PanelUnit } from './time/panel.ts'
export {
  type SyntheticControl,
  type SyntheticFit,
  type SyntheticOptions,
  syntheticControl,
} from './time/synthetic-control.ts'
export { type Trend, type TrendPoint, trend } from './time/trend.ts'
export type { PermutationTest } from './time/unit-permutation.ts'
export type { WildBootstrap } from './time/wild-bootstrap.ts'
export {
  beforeSentence,
  differenceSentence,
  type PeriodUnit,
  paritySentence,
  sayTime,
  syntheticSentence,
  type TimeSentence,
  trendSentence,
} from './time/words.ts'
export { type ParityOptions, type YearsToParity, yearsToParity } from './time/years-to-parity.ts'
export type { Language, Sentence } from './words/speaker.ts'
