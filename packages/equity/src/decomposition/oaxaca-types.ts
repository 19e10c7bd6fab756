/** A figure with its standard error; `se` is `null` where errors were not asked for. */
export interface Estimate {
  readonly estimate: number
  readonly se: number | null
}

/** A part of the gap, in whole and by variable; the variables add up to it. */
export interface DecompositionPart extends Estimate {
  readonly byVariable: readonly (Estimate & { readonly variable: string })[]
}

/** Which coefficients stand as reference. */
export type ReferenceName = 'b' | 'a' | 'equal' | 'size' | 'pooled' | 'pooled-with-group'

export interface Twofold {
  /**
   * `b`, `a`: that group's; `equal`: the mean of both; `size`: weighed by the groups' sizes (Cotton); `pooled`: both
   * groups as one (Neumark); `pooled-with-group`: both with a dummy for the group (Jann).
   */
  readonly reference: ReferenceName
  /** Group A's weight in the reference; `null` for the pooled ones. */
  readonly weight: number | null
  readonly explained: DecompositionPart
  readonly unexplained: DecompositionPart
  /** The unexplained part split in what group A gets above, and group B below, the reference. */
  readonly unexplainedA: DecompositionPart
  readonly unexplainedB: DecompositionPart
}

export interface GroupSummary {
  readonly rows: number
  /** Mean of the outcome. */
  readonly mean: number
  readonly coefficients: Readonly<Record<string, number>>
  readonly means: Readonly<Record<string, number>>
}

/** How standard errors are to be found; `draws` 50 or more, `seed` any whole number. */
export type ErrorOption = 'delta' | 'none' | { readonly draws: number; readonly seed: number }

/** How standard errors were found. */
export type ErrorMethod =
  | { readonly method: 'delta' }
  | {
      readonly method: 'bootstrap'
      readonly draws: number
      readonly seed: number
      /** Draws in which a regression had no solution; left out. */
      readonly failed: number
    }
  | { readonly method: 'none' }

export interface OaxacaBlinder {
  readonly ok: true
  /** Mean of A less mean of B. */
  readonly gap: Estimate
  readonly a: GroupSummary
  readonly b: GroupSummary
  readonly threefold: {
    /** How the gap would change had B the means of A, at B's coefficients. */
    readonly endowments: DecompositionPart
    /** How it would change had B the coefficients of A, at B's means. */
    readonly coefficients: DecompositionPart
    readonly interaction: DecompositionPart
  }
  readonly twofold: readonly Twofold[]
  readonly errors: ErrorMethod
}
