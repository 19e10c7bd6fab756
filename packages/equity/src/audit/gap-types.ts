import type { AuditCell, BaseCell, By, Stages } from './types.ts'

export type GapStage = 'base' | 'applied' | 'decided' | 'granted' | 'amount'

export interface StageGapOptions {
  readonly stages: Stages
  /** The population; entries by the pair dimension alone and by pair and split dimension. */
  readonly base?: readonly BaseCell[]
  /** Default `sex`. */
  readonly pairDimension?: string
  /** The group whose share is explained, and the group beside it. Default `['women', 'men']`. */
  readonly pair?: readonly [string, string]
  /** Two groups of any dimensions, the same for both, in place of `pairDimension` and `pair`. */
  readonly groups?: readonly [By, By]
  /** The dimension whose mix is told apart from what happens within; `null` for none. Default `industry`. */
  readonly splitDimension?: string | null
}

/** One step of the chain. Parts of the gap in shares (−1 to 1); positive = lowers the first group's share. */
export interface GapPart {
  readonly from: GapStage
  readonly to: GapStage
  readonly total: number
  /** Owing to where the groups are; `null` when the step is not split. */
  readonly mix: number | null
  /** At equal mix; `null` when the step is not split. */
  readonly within: number | null
}

export type StageGap =
  | {
      readonly ok: true
      /** Share of the entering stage less share of granted kronor; the parts add up to it. */
      readonly total: number
      /** `base`, or the first count stage that the data hold. */
      readonly entering: GapStage
      readonly shareEntering: number
      readonly shareAmount: number
      /** Öre granted for each one entering: the first group's, and the other's. */
      readonly orePerEntering: number
      readonly otherOrePerEntering: number
      readonly parts: readonly GapPart[]
      readonly split: 'split' | 'no-dimension' | 'rest-not-derivable'
    }
  | {
      readonly ok: false
      readonly reason:
        | 'no-amount-stage'
        | 'no-count-stage'
        | 'group-missing'
        | 'group-suppressed'
        | 'nobody-enters'
        | 'other-has-no-amount'
        | 'empty-stage-before-full'
    }

/** Figures of one group along the chain, in whole and by class of the split dimension. */
export interface Chain {
  readonly stages: readonly GapStage[]
  readonly totals: readonly number[]
  /** For each stage the figures by class, in a common order; `null` where the stage is not known by class. */
  readonly classes: readonly (readonly number[] | null)[]
}

export type CellLookup = ReadonlyMap<string, AuditCell>
