import type { Cube } from '../model/cube.ts'
import type { Contributors, SensitivityRules } from '../sensitivity/rules.ts'

/** Who is kept from knowing: 0 knows that counts are 0 or more; 1 also that no hidden cell is empty. */
export type AttackerKind = 0 | 1

/** A further figure of every cell, shown and hidden with its count. */
export type Figure =
  /** A part of the count (granted of applied). */
  | { readonly kind: 'part'; readonly name: string; readonly values: Float64Array }
  | {
      readonly kind: 'amount'
      readonly name: string
      readonly values: Float64Array
      /** `null`: not known; then dominance is not tested. */
      readonly contributors: Contributors | null
    }

/** An inner cell and how much it changes. */
export interface InnerStep {
  readonly cell: number
  readonly step: number
}

/** A set of linked tables over one cube. */
export interface TableSet {
  readonly cube: Cube
  /** Every cell, sums included; whole numbers, 0 or more. */
  readonly counts: Float64Array
  readonly figures?: readonly Figure[]
  /** The dimensions of each table (with all its margins). Left out: one table of all dimensions. */
  readonly tables?: readonly (readonly string[])[]
  /** Cells that stand in no table although their dimensions do (1 = left out). */
  readonly leftOut?: Uint8Array
  /** Of the cells left out, those whose figures are as sensitive as if they were shown (1). */
  readonly guarded?: Uint8Array
  /** Cells that everybody knows to be empty. */
  readonly structuralZeros?: readonly number[]
  /** Cells whose true value is public elsewhere, or in an earlier release. */
  readonly known?: readonly number[]
  /** Cells that an earlier release hid and that must stay hidden. */
  readonly hiddenBefore?: readonly number[]
  /** What hiding each cell costs, above 0. Left out: 1, and a little more for large cells and those split by sex. */
  readonly costs?: Float64Array
  /** Changes of inner cells that may serve as witnesses: those of an earlier release, carried over. */
  readonly candidates?: readonly (readonly InnerStep[])[]
}

export interface SuppressionRules extends SensitivityRules {
  readonly attackers: readonly AttackerKind[]
  /** The width that every sensitive count keeps: 1 is "never exact". */
  readonly width: number
  /**
   * Two codes of a dimension that are hidden together, where both are above 0, or everywhere if empty cells may be hidden;
   * `null`: off.
   */
  readonly symmetry: { readonly dimension: string; readonly codes: readonly [string, string] } | null
  /** Cells that must stay published. */
  readonly mustPublish: readonly number[]
}

/** Counts of 1 and 2 are never exact, for both attackers. */
export const DEFAULT_RULES: SuppressionRules = {
  threshold: 3,
  zeros: 'publish',
  singletons: false,
  traits: [],
  dominance: { pPercent: null, nk: null, fewestContributors: 0 },
  attackers: [0, 1],
  width: 1,
  symmetry: null,
  mustPublish: [],
}

export interface SuppressionSearch {
  readonly seed?: number
  /** Rounds of improvement; by default some for every sensitive cell. */
  readonly rounds?: number
  /** The share of the caller's time that is used, 0–1; from 1 on the best safe set so far is returned. */
  readonly progress?: () => number
}

/** What became of a cell. */
export const CELL = { absent: 0, shown: 1, sensitive: 2, secondary: 3 } as const
