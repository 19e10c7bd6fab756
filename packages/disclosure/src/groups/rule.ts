import type { HidingReason, TrueCell } from './types.ts'

/** The count that is the whole of the others. */
export const WHOLE = 'applied'

/** The rule that every figure in sight must pass. */
export interface Rule {
  readonly threshold: number
  readonly pPercent: number
  /** All counts. */
  readonly names: readonly string[]
  /** Disjoint parts of the cases. */
  readonly parts: readonly string[]
  /** Whether the whole holds cases beyond the parts; they are then a part of their own. */
  readonly remainder: boolean
  readonly amounts: readonly string[]
}

/** One or more true cells seen as a single group. */
export interface Group {
  readonly cells: readonly TrueCell[]
  /** A count for each part. */
  readonly counts: readonly number[]
}

export function ruleFor(cells: readonly TrueCell[], threshold: number, pPercent: number): Rule {
  const names = Object.keys(cells[0]?.counts ?? {}).sort()
  const parts = names.length > 1 && names.includes(WHOLE) ? names.filter((name) => name !== WHOLE) : names
  const whole = parts.length < names.length
  return {
    threshold,
    pPercent,
    names,
    parts,
    remainder: whole && cells.some((cell) => remainderOf(cell, parts) !== 0),
    amounts: Object.keys(cells[0]?.amounts ?? {}).sort(),
  }
}

/** Cases of the whole that no part holds; negative when the parts exceed it. */
export function remainderOf(cell: TrueCell, parts: readonly string[]): number {
  return parts.reduce((rest, name) => rest - (cell.counts[name] ?? 0), cell.counts[WHOLE] ?? 0)
}

export function groupOf(cells: readonly TrueCell[], rule: Rule): Group {
  const counts = rule.parts.map((name) => cells.reduce((sum, cell) => sum + (cell.counts[name] ?? 0), 0))
  if (rule.remainder) counts.push(cells.reduce((sum, cell) => sum + remainderOf(cell, rule.parts), 0))
  return { cells, counts }
}

export function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold
}

/** Why a group may not be shown, or `null`. */
export function faultOf(group: Group, rule: Rule): Extract<HidingReason, 'small' | 'dominance'> | null {
  if (group.counts.some((count) => isSmall(count, rule.threshold))) return 'small'
  return rule.amounts.some((name) => isDominated(group.cells, name, rule.pPercent)) ? 'dominance' : null
}

/**
 * The p % rule for the union of cells: fails when total − x1 − x2 < p/100 · x1.
 *
 * A recipient can stand in several cells, and only the largest of each cell are known. What anyone can have
 * in the union at most is therefore the sum, over the cells, of the known amount where listed, and elsewhere
 * of the most that an unlisted recipient can have (the smallest listed amount, or what is left). With x1 and
 * x2 replaced by such upper bounds the rule can only fail more often, never less: exact for a single cell
 * with at least two listed, safe for all.
 *
 * Unknown recipients (`contributors: null`) are not tested; a total of 0 passes.
 */
export function isDominated(cells: readonly TrueCell[], name: string, pPercent: number): boolean {
  const amounts = cells.flatMap((cell) => cell.amounts[name] ?? [])
  const total = amounts.reduce((sum, { totalOre }) => sum + totalOre, 0)
  if (total === 0 || amounts.some(({ contributors }) => contributors === null)) return false
  const known = new Map<number, number>()
  let unlisted = 0
  for (const { totalOre, contributors, top } of amounts) {
    const listed = top ?? []
    const left = totalOre - listed.reduce((sum, { ore }) => sum + ore, 0)
    const hasMore = (contributors ?? 0) > listed.length
    const most = hasMore ? Math.min(left, listed.at(-1)?.ore ?? left) : 0
    unlisted += most
    for (const { id, ore } of listed) known.set(id, (known.get(id) ?? 0) + ore - most)
  }
  let [first, second] = [unlisted, unlisted]
  for (const part of known.values()) {
    const ore = part + unlisted
    if (ore > first) {
      second = first
      first = ore
    } else if (ore > second) second = ore
  }
  return 100 * (total - first - second) < pPercent * first
}

/** Whether dominance can be tested: there is no money, or it is known of how many recipients, and the two largest. */
export function isKnown({ amounts }: TrueCell, name: string): boolean {
  const { totalOre = 0, contributors = null, top } = amounts[name] ?? {}
  if (totalOre === 0) return true
  return contributors !== null && (top?.length ?? 0) >= Math.min(2, contributors)
}
