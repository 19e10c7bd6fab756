import type { PlanDocument } from '../../model.ts'
import type { BudgetDimension } from '../../model-items.ts'
import { type Budget, budgetsOf, type Sum } from '../../rules/budgets.ts'

export type Verdict =
  | { readonly kind: 'equal' }
  /** The first less the second. */
  | { readonly kind: 'differs'; readonly byOre: bigint }
  /** The one that is known in part exceeds the whole of the other already. */
  | { readonly kind: 'differs-at-least'; readonly byOre: bigint }
  | { readonly kind: 'unknown' }

export interface Compared {
  /** A member of each dimension of the comparison; none in that of the totals. */
  readonly members: readonly string[]
  readonly first: Sum
  readonly second: Sum
  readonly verdict: Verdict
}

/** Two budgets where they meet. */
export interface Comparison {
  readonly first: Budget
  readonly second: Budget
  readonly by: readonly BudgetDimension[]
  readonly rows: readonly Compared[]
}

const NOTHING: Sum = { amountOre: null, missing: 1 }

/** Compares two sums exactly. What is not known is never taken to be nothing. */
export function compareSums(first: Sum, second: Sum): Verdict {
  const byOre = (first.amountOre ?? 0n) - (second.amountOre ?? 0n)
  const [isFirst, isSecond] = [first, second].map((sum) => sum.missing === 0 && sum.amountOre !== null)
  if (isFirst && isSecond) return byOre === 0n ? { kind: 'equal' } : { kind: 'differs', byOre }
  // Amounts are never negative: what is unknown can only add.
  if (isSecond && byOre > 0n) return { kind: 'differs-at-least', byOre }
  if (isFirst && byOre < 0n) return { kind: 'differs-at-least', byOre }
  return { kind: 'unknown' }
}

/**
 * Every two budgets with any amount, compared where they meet: in total, by each dimension that both know, and by the
 * crossing of these where there are several.
 */
export function reconcile(document: PlanDocument): Comparison[] {
  const budgets = budgetsOf(document).filter(({ isEmpty }) => !isEmpty)
  return budgets.flatMap((first, at) =>
    budgets.slice(at + 1).flatMap((second) => {
      const shared = first.knows.filter((each) => second.knows.includes(each))
      const crossing = shared.filter((each) => each !== 'priority' || !shared.includes('activity'))
      const ways: (readonly BudgetDimension[])[] = [[], ...shared.map((each) => [each])]
      if (crossing.length > 1) ways.push(crossing)
      return ways.map((by) => compare(first, second, by))
    }),
  )
}

function compare(first: Budget, second: Budget, by: readonly BudgetDimension[]): Comparison {
  const [sums, others] = [first.by(by), second.by(by)]
  const groups = new Set([...sums.keys(), ...others.keys()])
  return {
    first,
    second,
    by,
    rows: [...groups].flatMap((group) => {
      const [a, b] = [sums.get(group) ?? NOTHING, others.get(group) ?? NOTHING]
      if (isNotAsked(a) && isNotAsked(b)) return []
      const members = by.length === 0 ? [] : group.split('\n')
      return [{ members, first: a, second: b, verdict: compareSums(a, b) }]
    }),
  }
}

function isNotAsked({ amountOre, missing }: Sum): boolean {
  return amountOre === null && missing === 0
}

/** Comparisons that tell of a difference, with their rows that do. */
export function differencesOf(comparisons: readonly Comparison[]): Comparison[] {
  return comparisons.flatMap((comparison) => {
    const rows = comparison.rows.filter(({ verdict }) => verdict.kind.startsWith('differs'))
    return rows.length === 0 ? [] : [{ ...comparison, rows }]
  })
}
