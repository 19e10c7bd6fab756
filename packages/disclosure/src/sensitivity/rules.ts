import type { Cube } from '../model/cube.ts'

/** Which figures may not be known. */
export interface SensitivityRules {
  /** Counts of 1 to threshold − 1 are sensitive. */
  readonly threshold: number
  /**
   * `publish`: all empty cells are shown. `protect`: they are as sensitive as small ones. `cover`: they are not, but may
   * be hidden to cover others, so that nobody can take a hidden cell to hold anything.
   */
  readonly zeros: 'publish' | 'protect' | 'cover'
  /**
   * Whether a person who is alone in a cell is taken to know it, and nobody else may be worked out from that. For one
   * table of one release.
   */
  readonly singletons: boolean
  /**
   * Dimensions that are traits (outcome, diagnosis): where all of a group of fewer than `below` share one, that no other
   * is found among them may not be known. Empty cells of such dimensions may be hidden.
   */
  readonly traits: readonly { readonly dimension: string; readonly below: number }[]
  /** For amounts. */
  readonly dominance: DominanceRules
}

export interface DominanceRules {
  /** p of the p % rule, 0–100; `null`: not tested. */
  readonly pPercent: number | null
  /** The n largest may not have more than k % of the amount; `null`: not tested. */
  readonly nk: { readonly n: 1 | 2; readonly k: number } | null
  /** Fewer holdings than this, but not none, are too few; 0: not tested. */
  readonly fewestContributors: number
}

/** Who stands behind an amount. Holdings are counted as one contributor. */
export interface Contributors {
  /** By cell. */
  readonly count: Int32Array
  /** The largest contribution of each cell, and the second largest; 0 where there is none. */
  readonly first: Float64Array
  readonly second: Float64Array
  /**
   * The most that one of those whom the figure is to be kept from has in each cell, and so knows to be there. Left out:
   * the largest of all. Where the contributors are parted into classes and the amount is given once for each, nobody
   * rests on what is kept from everybody at once.
   */
  readonly held?: Float64Array
}

/**
 * The width that an amount's interval must have, or 0 where it need not be protected.
 *
 * p %: total − x₁ − x₂ < p/100 · x₁, width p/100 · x₁. (n,k): the n largest exceed k % of the total, width
 * 100/k · Σ − total. Too few contributors: a tenth of the largest. The widest counts; at least 1. An amount of 0 needs
 * none.
 *
 * Source: Hundepool et al. (2012), Statistical Disclosure Control, sections 4.2.2 and 4.3.3 (sliding protection).
 */
export function amountWidth(
  total: number,
  contributors: number,
  first: number,
  second: number,
  rules: DominanceRules,
): number {
  if (total <= 0) return 0
  const { pPercent, nk, fewestContributors } = rules
  let width = 0
  if (pPercent !== null && 100 * (total - first - second) < pPercent * first) {
    width = Math.max(width, 1, Math.ceil((pPercent / 100) * first))
  }
  if (nk !== null) {
    const largest = nk.n === 1 ? first : first + second
    if (100 * largest > nk.k * total) width = Math.max(width, 1, Math.ceil((100 / nk.k) * largest - total))
  }
  if (contributors > 0 && contributors < fewestContributors) {
    width = Math.max(width, 1, Math.ceil(first / 10))
  }
  return width
}

/** Whether a count is sensitive by the minimum frequency. */
export function isSmallCount(count: number, { threshold, zeros }: SensitivityRules): boolean {
  return count < threshold && (count > 0 || zeros === 'protect')
}

/**
 * The empty cells that would give a whole group's trait away: everybody of a small group lies in one leaf of the trait
 * dimension, so that each other leaf is known to be empty. Leaves that are empty for everybody are known anyway.
 *
 * @param inTable marks the cells that would be shown at all
 */
export function traitCells(
  cube: Cube,
  counts: Float64Array,
  inTable: Uint8Array,
  { traits }: SensitivityRules,
): number[] {
  const found: number[] = []
  for (const { dimension, below } of traits) {
    const d = cube.dimensions.findIndex(({ name }) => name === dimension)
    const axis = cube.dimensions[d]
    const stride = cube.strides[d] ?? 1
    if (axis === undefined) continue
    const total = axis.codes.length - 1
    const everywhere = cube.size - 1 - total * stride
    for (let group = 0; group < cube.size; group++) {
      if (Math.floor(group / stride) % axis.codes.length !== total || inTable[group] !== 1) continue
      const size = counts[group] ?? 0
      if (size === 0 || size >= below) continue
      const base = group - total * stride
      const leaves = Array.from({ length: axis.leaves }, (_, leaf) => base + leaf * stride)
      if (!leaves.some((cell) => counts[cell] === size && inTable[cell] === 1)) continue
      for (const [leaf, cell] of leaves.entries()) {
        if (counts[cell] === 0 && (counts[everywhere + leaf * stride] ?? 0) > 0) found.push(cell)
      }
    }
  }
  return found
}

/** Marks the cells of trait dimensions that may be hidden although they are empty. */
export function mayBeHiddenEmpty(
  cube: Cube,
  counts: Float64Array,
  { traits }: Pick<SensitivityRules, 'traits'>,
): Uint8Array {
  const marks = new Uint8Array(cube.size)
  for (const { dimension } of traits) {
    const d = cube.dimensions.findIndex(({ name }) => name === dimension)
    const nodes = cube.dimensions[d]?.codes.length ?? 1
    const stride = cube.strides[d] ?? 1
    for (let cell = 0; cell < cube.size; cell++) {
      const node = Math.floor(cell / stride) % nodes
      if (node !== nodes - 1 && (counts[cell + (nodes - 1 - node) * stride] ?? 0) > 0) marks[cell] = 1
    }
  }
  return marks
}
