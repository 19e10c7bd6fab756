export { cellKeys, stir } from './cellkey/cell-keys.ts'
export { measuredLoss } from './cellkey/loss.ts'
export { type NoiseMagnitudes, perturbAmounts } from './cellkey/perturb-amounts.ts'
export { perturbCube } from './cellkey/perturb-counts.ts'
export {
  buildPerturbationTable,
  isEnoughNoise,
  KEYS,
  LEAST_NOISE,
  type PerturbationTable,
} from './cellkey/perturbation-table.ts'
export { type KeyedHash, recordKeys } from './cellkey/record-keys.ts'
export { NOBODY, shownAs } from './cellkey/shown-as.ts'
export type { VerificationFault } from './certificate/faults.ts'
export { makeCertificate, publicCertificate, publishedCounts } from './certificate/make-certificate.ts'
export { readCertificate } from './certificate/read-certificate.ts'
export type { Certificate, Hash, PublicCertificate, PublishedCount } from './certificate/types.ts'
export { verify } from './certificate/verify.ts'
export {
  faultOfMethod,
  type LedgerPort,
  type LedgerRelease,
  NOTHING_RELEASED,
  type ProtectedRelease,
  type ProtectionMethod,
  type ProtectRefusal,
  type ProtectRequest,
  protect,
} from './door/protect.ts'
export { type Correction, type CorrectionVerdict, mayCorrect } from './groups/correction.ts'
export { type MedianQuestion, medianMayBeShown } from './groups/median-rule.ts'
export { protectGroups } from './groups/protect-groups.ts'
export { type MedianTable, shownMedians } from './groups/shown-medians.ts'
export type * from './groups/types.ts'
export { verifyGroups } from './groups/verify-groups.ts'
export { addUp, type Cube, codesOf, innerCells, layOut } from './model/cube.ts'
export { buildDimension } from './model/dimension.ts'
export {
  columnsOf,
  type DimensionSpec,
  parseDimensions,
  type Tabulated,
  type TabulationFault,
  tabulateColumns,
} from './model/from-columns.ts'
export { planRelease } from './planner/plan-release.ts'
export type {
  Change,
  Figures,
  Merged,
  Plan,
  PlanOptions,
  PlanRefusal,
  PlanRules,
  Proposal,
} from './planner/types.ts'
export { changesText, proposalText, wholePercent } from './planner/words.ts'
export { assertReleased, type ReleasedTable } from './released-table.ts'
export { roundSignificant } from './round-significant.ts'
export { roundCube } from './rounding/round-cube.ts'
export { contributorsOf } from './sensitivity/contributors.ts'
export { type AttackerKind, CELL, DEFAULT_RULES, type SuppressionRules } from './suppress/options.ts'
export type { SuppressionRefusal } from './suppress/refusals.ts'
export { type Suppression, suppress, totalsOf } from './suppress/suppress.ts'
export { tablesOfWays } from './suppress/tables.ts'
