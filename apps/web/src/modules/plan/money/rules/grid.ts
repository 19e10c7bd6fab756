import type { BudgetDimension } from '../../model-items.ts'
import type { Budget } from '../../rules/budgets.ts'
import type { PlanTree } from '../../rules/tree.ts'

/** How a budget lies on a page: one dimension down, one across, one member chosen of each of the others. */
export interface Layout {
  readonly down: BudgetDimension
  readonly across: BudgetDimension | null
  /** The chosen member of each further dimension; `null` for all together, where the page only shows. */
  readonly chosen: readonly { readonly dimension: BudgetDimension; readonly member: string | null }[]
  /** Where activities are many they stand a priority a page. */
  readonly priority: string | null
  readonly priorities: readonly string[]
  readonly rows: readonly string[]
  readonly columns: readonly string[]
}

const DOWN: readonly BudgetDimension[] = ['activity', 'priority', 'cost-type', 'financier', 'year']
const ACROSS: readonly BudgetDimension[] = ['cost-type', 'financier', 'year', 'priority']
/** With more rows than this, activities stand a priority a page. */
const MOST_ROWS = 60

/**
 * Lays a budget out.
 * @param asked members by dimension as an address names them; what is not a member is passed over
 * @param use `enter` offers every place and chooses one member of each further dimension; `show` those that are counted
 */
export function layOut(
  tree: PlanTree,
  budget: Budget,
  asked: ReadonlyMap<string, string>,
  use: 'enter' | 'show',
): Layout {
  const { over } = budget
  const down = DOWN.find((each) => over.includes(each)) ?? 'year'
  const others = over.filter((each) => each !== down)
  const across =
    others.length === 1 ? (others[0] ?? null) : (ACROSS.find((each) => others.includes(each)) ?? null)
  const membersOf = (each: BudgetDimension) => (use === 'enter' ? budget.places(each) : budget.members(each))
  const chosen = others
    .filter((each) => each !== across)
    .map((dimension) => {
      const wanted = asked.get(dimension) ?? ''
      const members = membersOf(dimension)
      const first = use === 'enter' ? (members[0] ?? null) : null
      return { dimension, member: members.includes(wanted) ? wanted : first }
    })
  const all = membersOf(down)
  const priorities = down === 'activity' && all.length > MOST_ROWS ? prioritiesOf(tree, all) : []
  const wanted = asked.get('priority') ?? ''
  const priority = priorities.includes(wanted) ? wanted : (priorities[0] ?? null)
  const rows = priority === null ? all : all.filter((id) => priorityOf(tree, id) === priority)
  return {
    down,
    across,
    chosen,
    priority,
    priorities,
    rows,
    columns: across === null ? [] : membersOf(across),
  }
}

function priorityOf(tree: PlanTree, id: string): string | null {
  const item = tree.item(id)
  return item === null ? null : (tree.priorityOf(item)?.id ?? null)
}

function prioritiesOf(tree: PlanTree, activities: readonly string[]): string[] {
  const used = new Set(activities.map((id) => priorityOf(tree, id)))
  return tree.all('priority').flatMap(({ id }) => (used.has(id) ? [id] : []))
}

/** The key of the cell in a row and a column; `null` where the page shows several together. */
export function keyAt(budget: Budget, layout: Layout, row: string, column: string | null): string[] | null {
  const key: string[] = []
  for (const each of budget.over) {
    const member =
      each === layout.down
        ? row
        : each === layout.across
          ? column
          : (layout.chosen.find(({ dimension }) => dimension === each)?.member ?? null)
    if (member === null) return null
    key.push(member)
  }
  return key
}
