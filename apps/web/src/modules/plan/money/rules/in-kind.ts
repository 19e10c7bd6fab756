import type { PlanDocument } from '../../model.ts'
import type { ItemKind } from '../../model-items.ts'
import { addSums, type Budget, budgetsOf, groupName, type Sum } from '../../rules/budgets.ts'
import { PlanTree } from '../../rules/tree.ts'
import { compareSums, type Verdict } from './reconcile.ts'

/** What is given in kind: as cost in one budget and as financing in another (or the same). */
export interface InKindCheck {
  readonly costs: Budget
  readonly financing: Budget
  /** `null` where not both know years. */
  readonly year: string | null
  readonly cost: Sum
  readonly financed: Sum
  readonly verdict: Verdict
}

/** What is given in kind costs what it finances; here each pair of budgets that say so. */
export function inKindChecks(document: PlanDocument): InKindCheck[] {
  const tree = new PlanTree(document)
  const budgets = budgetsOf(document).filter(({ isEmpty }) => !isEmpty)
  const typesOf = (kind: 'cost-type' | 'financier') =>
    new Set(
      tree
        .all<'cost-type' | 'financier'>(kind)
        .flatMap(({ id, fields }) => (fields.counts === 'in-kind' ? [id] : [])),
    )
  const [costTypes, financiers] = [typesOf('cost-type'), typesOf('financier')]
  const holding = (kind: Extract<ItemKind, 'cost-type' | 'financier'>, ids: ReadonlySet<string>) =>
    budgets.filter((budget) => budget.over.includes(kind) && budget.members(kind).some((id) => ids.has(id)))
  return holding('cost-type', costTypes).flatMap((costs) =>
    holding('financier', financiers).flatMap((financing) => {
      const hasYears = costs.over.includes('year') && financing.over.includes('year')
      const years = hasYears
        ? [...new Set([...costs.members('year'), ...financing.members('year')])].toSorted()
        : [null]
      return years.map((year) => {
        const cost = sumOver(costs, 'cost-type', costTypes, year)
        const financed = sumOver(financing, 'financier', financiers, year)
        return { costs, financing, year, cost, financed, verdict: compareSums(cost, financed) }
      })
    }),
  )
}

function sumOver(
  budget: Budget,
  dimension: 'cost-type' | 'financier',
  ids: ReadonlySet<string>,
  year: string | null,
): Sum {
  const sums = budget.by(year === null ? [dimension] : [dimension, 'year'])
  return addSums(
    budget
      .members(dimension)
      .filter((id) => ids.has(id))
      .map((id) => sums.get(year === null ? id : groupName([id, year])) ?? { amountOre: null, missing: 1 }),
  )
}
