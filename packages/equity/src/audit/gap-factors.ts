import type { Chain } from './gap-types.ts'

/**
 * A step's value under each choice of whose quantities are used: [first/first, first's mix with the other's
 * level, other's mix with the first's level, other/other]; an unsplit step has two values.
 */
export interface Factor {
  readonly split: boolean
  /** Indexed by mixOther + 2·levelOther, or by other when unsplit. */
  readonly values: readonly number[]
}

/** Step `at` → `at + 1` of two chains; `null` when someone leaves a stage that nobody entered. */
export function factorOf(first: Chain, other: Chain, at: number): Factor | null {
  const totals = [first, other].map((chain) => [chain.totals[at] ?? 0, chain.totals[at + 1] ?? 0] as const)
  if (totals.some(([entering, leaving]) => entering === 0 && leaving > 0)) return null
  return splitFactor(first, other, at) ?? unsplitFactor(totals)
}

function unsplitFactor(totals: readonly (readonly [number, number])[]): Factor {
  const own = totals.map(([entering, leaving]) => (entering === 0 ? null : leaving / entering))
  const [a = null, b = null] = own
  return { split: false, values: [a ?? b ?? 0, b ?? a ?? 0] }
}

function splitFactor(first: Chain, other: Chain, at: number): Factor | null {
  const parts = [first, other].map((chain) => {
    const entering = chain.classes[at]
    const leaving = chain.classes[at + 1]
    return entering && leaving ? { entering, leaving, total: chain.totals[at] ?? 0 } : null
  })
  const [a, b] = parts
  if (!a || !b) return null
  const broken = [a, b].some(({ entering, leaving }) =>
    entering.some((count, i) => count === 0 && (leaving[i] ?? 0) > 0),
  )
  if (broken || (a.total === 0 && b.total === 0)) return null
  const mixes = [a, b].map(({ entering, total }) =>
    total === 0 ? null : entering.map((count) => count / total),
  )
  const levels = [a, b].map(({ entering, leaving }) =>
    entering.map((count, i) => (count === 0 ? null : (leaving[i] ?? 0) / count)),
  )
  const values = [0, 1, 2, 3].map((choice) => {
    const mixOf = choice & 1
    const levelOf = choice >> 1
    const mix = mixes[mixOf] ?? mixes[1 - mixOf] ?? []
    return mix.reduce(
      (sum, share, i) => sum + share * (levels[levelOf]?.[i] ?? levels[1 - levelOf]?.[i] ?? 0),
      0,
    )
  })
  return { split: true, values }
}
