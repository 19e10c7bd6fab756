/** Why tables cannot be protected. Cells are named by their codes, in the order of the dimensions. */
export type SuppressionRefusal =
  | { readonly ok: false; readonly reason: 'bad-option'; readonly option: string }
  | {
      readonly ok: false
      /** Not whole, negative, or a part beyond its whole; or not the sum of its parts. */
      readonly reason: 'bad-figure' | 'not-additive'
      readonly figure: string
      readonly cell: readonly string[]
    }
  /** The rules hide a cell that must stay published. */
  | {
      readonly ok: false
      readonly reason: 'must-publish-sensitive'
      readonly cells: readonly (readonly string[])[]
    }
  | {
      readonly ok: false
      /** The first sensitive cells for which no interval was found, whatever else may be hidden. */
      readonly reason: 'unprotectable'
      readonly cells: readonly (readonly string[])[]
      /** The cells that must stay published and stand in the way; empty when none does. */
      readonly conflicting: readonly (readonly string[])[]
    }
