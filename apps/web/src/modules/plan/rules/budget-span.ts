import type { BudgetDimension, ItemOf } from '../model-items.ts'
import type { PlanTree } from './tree.ts'

/** In a budget over priorities: what is common to all of them. */
export const COMMON = 'common'

const YEAR = /^\d{4}$/

export function yearsBetween(from: string, to: string): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at))
}

/**
 * What a budget spans of a dimension: the members that its sums count, and those that an amount can be entered for.
 * @param used members that have amounts
 */
export function spanOf(
  tree: PlanTree,
  { fields }: ItemOf<'budget'>,
  dimension: BudgetDimension,
  used: ReadonlySet<string>,
): { readonly members: readonly string[]; readonly places: readonly string[] } {
  switch (dimension) {
    case 'year': {
      const { startsOn, endsOn } = tree.document.facts
      const own = fields.years.length > 0 ? fields.years : yearsBetween(startsOn, endsOn)
      const all = new Set([...own, ...[...used].filter((each) => YEAR.test(each))])
      return both([...all].filter((each) => YEAR.test(each)).toSorted())
    }
    case 'cost-type':
    case 'financier':
      return both(
        tree
          .all(dimension)
          .map(({ id }) => id)
          .filter((id) => used.has(id) || !fields.without.includes(id)),
      )
    case 'priority': {
      const own = tree.all('priority').map(({ id }) => id)
      return { members: used.has(COMMON) ? [...own, COMMON] : own, places: [...own, COMMON] }
    }
    case 'activity': {
      const members = tree
        .all('activity')
        .filter(({ parent }) => tree.of('activity', parent ?? '') === null)
        .flatMap((activity) => rowsOf(tree, activity, used))
      return { members, places: tree.all('activity').map(({ id }) => id) }
    }
  }
}

function both(members: readonly string[]) {
  return { members, places: members }
}

/**
 * The activities that amounts are expected for: where parts of one have amounts and it has none itself, all its parts;
 * where it has one itself, it and those of its parts that have.
 */
function rowsOf(tree: PlanTree, activity: ItemOf<'activity'>, used: ReadonlySet<string>): string[] {
  const parts = tree.all('activity', activity.id).map((part) => rowsOf(tree, part, used))
  const told = parts.filter((rows) => rows.some((id) => used.has(id)))
  if (used.has(activity.id)) return [activity.id, ...told.flat()]
  return told.length === 0 ? [activity.id] : parts.flat()
}

/** An activity belongs to a priority: over both, an amount would have two. */
export function isOverBoth(over: readonly string[]): boolean {
  return over.includes('activity') && over.includes('priority')
}
