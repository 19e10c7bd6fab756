import type { PlanDocument } from '../../model.ts'
import type { BudgetDimension, ItemOf } from '../../model-items.ts'
import { type Budget, budgetsOf, groupName, type Sum } from '../../rules/budgets.ts'
import { PlanTree } from '../../rules/tree.ts'
import type { Move } from '../model-money.ts'
import { type Comparison, differencesOf, reconcile } from './reconcile.ts'

export type MoveRefusal =
  | 'budget-gone'
  | 'cell-gone'
  | 'same-cell'
  | 'nothing-to-move'
  /** An amount that is not known cannot be moved from or to. */
  | 'from-unknown'
  | 'to-unknown'
  | 'too-much'

interface SumChange {
  readonly dimension: BudgetDimension
  readonly member: string
  readonly before: Sum
  readonly after: Sum
}

export interface MoveEffect {
  readonly budget: Budget
  readonly fromBefore: bigint
  readonly toBefore: bigint
  readonly total: Sum
  /** Sums of the budget that change, by each dimension that it knows. */
  readonly changes: readonly SumChange[]
  /** Goals that only the activity losing money serves, those that only the one gaining serves, those of both. */
  readonly goals: {
    readonly lose: readonly ItemOf<'goal'>[]
    readonly gain: readonly ItemOf<'goal'>[]
    readonly both: readonly ItemOf<'goal'>[]
  }
  /** Other budgets that agree with this one now and do so no longer after the move. */
  readonly parting: readonly Comparison[]
}

/** What moving money does to sums, goals and other budgets; or why it cannot be moved. */
export function effectOf(
  document: PlanDocument,
  move: Move,
): ({ readonly ok: true } & MoveEffect) | { readonly ok: false; readonly reason: MoveRefusal } {
  const budget = budgetsOf(document).find(({ id }) => id === move.budget)
  if (budget === undefined) return { ok: false, reason: 'budget-gone' }
  const [from, to] = [groupName(move.from), groupName(move.to)]
  const isCell = (key: readonly string[]) =>
    key.length === budget.over.length &&
    budget.over.every((each, at) => budget.places(each).includes(key[at] ?? ''))
  if (!isCell(move.from) || !isCell(move.to)) return { ok: false, reason: 'cell-gone' }
  if (from === to) return { ok: false, reason: 'same-cell' }
  if (move.amountOre <= 0n) return { ok: false, reason: 'nothing-to-move' }
  const [fromBefore, toBefore] = [budget.amounts.get(from), budget.amounts.get(to)]
  if (fromBefore === undefined) return { ok: false, reason: 'from-unknown' }
  if (toBefore === undefined) return { ok: false, reason: 'to-unknown' }
  if (fromBefore < move.amountOre) return { ok: false, reason: 'too-much' }
  const after = withAmounts(document, move, fromBefore - move.amountOre, toBefore + move.amountOre)
  const moved = budgetsOf(after).find(({ id }) => id === move.budget) ?? budget
  const changes = budget.knows.flatMap((dimension) => {
    const [was, is] = [budget.by([dimension]), moved.by([dimension])]
    return [...was].flatMap(([member, before]) => {
      const now = is.get(member) ?? before
      return now.amountOre === before.amountOre ? [] : [{ dimension, member, before, after: now }]
    })
  })
  return {
    ok: true,
    budget,
    fromBefore,
    toBefore,
    total: moved.total,
    changes,
    goals: goalsOf(document, budget, move),
    parting: partingOf(document, after, budget.id),
  }
}

/** The plan with the two cells as they are to be. */
function withAmounts(document: PlanDocument, move: Move, from: bigint, to: bigint): PlanDocument {
  const amounts = new Map([
    [groupName([move.budget, ...move.from]), from],
    [groupName([move.budget, ...move.to]), to],
  ])
  return {
    ...document,
    cells: document.cells.map((cell) => {
      const amountOre = amounts.get(groupName([cell.budget, ...cell.key]))
      return amountOre === undefined ? cell : { ...cell, amountOre }
    }),
  }
}

/** Goals that the two activities serve, with those of the activities they are parts of. */
function goalsOf(document: PlanDocument, budget: Budget, { from, to }: Move): MoveEffect['goals'] {
  const tree = new PlanTree(document)
  const at = budget.over.indexOf('activity')
  const served = (key: readonly string[]) => {
    const activity = tree.of('activity', key[at] ?? '')
    if (activity === null) return new Set<string>()
    const all = [activity, ...tree.above(activity)].flatMap((item) =>
      item.kind === 'activity' ? item.fields.goals : [],
    )
    return new Set(all)
  }
  const [losing, gaining] = [served(from), served(to)]
  const among = (holds: (id: string) => boolean) => tree.all('goal').filter(({ id }) => holds(id))
  return {
    lose: among((id) => losing.has(id) && !gaining.has(id)),
    gain: among((id) => gaining.has(id) && !losing.has(id)),
    both: among((id) => losing.has(id) && gaining.has(id)),
  }
}

function partingOf(before: PlanDocument, after: PlanDocument, budget: string): Comparison[] {
  const nameOf = ({ first, second, by }: Comparison, members: readonly string[]) =>
    [first.id, second.id, by.join(), ...members].join('\n')
  const already = new Set(
    differencesOf(reconcile(before)).flatMap((each) => each.rows.map(({ members }) => nameOf(each, members))),
  )
  return differencesOf(reconcile(after)).flatMap((each) => {
    if (each.first.id !== budget && each.second.id !== budget) return []
    const rows = each.rows.filter(({ members }) => !already.has(nameOf(each, members)))
    return rows.length === 0 ? [] : [{ ...each, rows }]
  })
}
