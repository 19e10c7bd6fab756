/** The protective steps; all on except where a test shows what each of them is for. */
export interface ProtectionSteps {
  /** Women and men are hidden together. */
  readonly pairTogether: boolean
  /** Hidden categories of a dimension are joined by complements until their sum is safe. */
  readonly growLines: boolean
  /** The total over sex is hidden where the hidden rest of its labels is not safe. */
  readonly hideTotal: boolean
  /** A margin over sex is shown only where every label of sex beneath it is. */
  readonly marginOverPair: boolean
  /** Hidden categories count as one row or column in tables of two dimensions. */
  readonly mergeHidden: boolean
  /** Blocks are grown until their lines are safe. */
  readonly growBlock: boolean
  /** A table of two dimensions that would close a ring of tables is withheld. */
  readonly noRings: boolean
  /** Tables of three and more dimensions beside sex are withheld. */
  readonly withholdDetail: boolean
}

export const ALL_STEPS: ProtectionSteps = {
  pairTogether: true,
  growLines: true,
  hideTotal: true,
  marginOverPair: true,
  mergeHidden: true,
  growBlock: true,
  noRings: true,
  withholdDetail: true,
}
