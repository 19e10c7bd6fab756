import type { PlanDocument } from '../../model.ts'
import type { ItemOf } from '../../model-items.ts'
import { addSums, type Budget, budgetsOf, groupName, type Sum } from '../../rules/budgets.ts'
import { PlanTree } from '../../rules/tree.ts'
import { compareSums, type Verdict } from './reconcile.ts'

/** What indirect costs are by their rate, and what has been entered. */
export interface IndirectCheck {
  readonly budget: Budget
  readonly costType: ItemOf<'cost-type'>
  /** `null` in a budget that does not know years: all years together. */
  readonly year: string | null
  /** What the rate is taken of. */
  readonly base: Sum
  readonly computed: Sum
  readonly entered: Sum
  /** Entered less computed. */
  readonly verdict: Verdict
}

/**
 * A rate of an amount, rounded half up to whole kronor or öre.
 * @param ratePercent per cent, two decimals at most
 * @example indirectOf(90_331_200n, 9.8, 'krona') // 8_852_500n
 */
export function indirectOf(baseOre: bigint, ratePercent: number, rounding: 'krona' | 'ore'): bigint {
  const unit = rounding === 'krona' ? 100n : 1n
  const parts = 10_000n * unit
  return ((baseOre * BigInt(Math.round(ratePercent * 100)) * 2n + parts) / (parts * 2n)) * unit
}

/** Indirect costs with a rate and a base, held against what is entered: each year by itself where years are known. */
export function indirectChecks(document: PlanDocument): IndirectCheck[] {
  const indirect = new PlanTree(document)
    .all('cost-type')
    .filter(({ fields }) => fields.counts === 'indirect' && fields.rate !== null && fields.base.length > 0)
  return budgetsOf(document)
    .filter(({ over, isEmpty }) => over.includes('cost-type') && !isEmpty)
    .flatMap((budget) =>
      indirect
        .filter(({ id }) => budget.members('cost-type').includes(id))
        .flatMap((costType) => {
          const years = budget.over.includes('year') ? budget.members('year') : [null]
          return years.map((year) => check(budget, costType, year))
        }),
    )
}

function check(budget: Budget, costType: ItemOf<'cost-type'>, year: string | null): IndirectCheck {
  const sums = budget.by(year === null ? ['cost-type'] : ['cost-type', 'year'])
  const sumOf = (id: string): Sum =>
    sums.get(year === null ? id : groupName([id, year])) ?? { amountOre: null, missing: 1 }
  const { base: of, rate, rounding } = costType.fields
  const base = addSums(of.filter((id) => id !== costType.id).map(sumOf))
  const computed: Sum =
    base.amountOre === null || base.missing > 0
      ? { amountOre: null, missing: 1 }
      : { amountOre: indirectOf(base.amountOre, rate ?? 0, rounding ?? 'ore'), missing: 0 }
  const entered = sumOf(costType.id)
  return { budget, costType, year, base, computed, entered, verdict: compareSums(entered, computed) }
}
