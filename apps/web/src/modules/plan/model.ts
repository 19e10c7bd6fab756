import type { PlanItem } from './model-items.ts'

/** An action plan, and the layers above it: a growth programme and a regional development strategy. */
export const PLAN_KINDS = ['action-plan', 'programme', 'strategy'] as const
export type PlanKind = (typeof PLAN_KINDS)[number]

/** What a plan says of itself. */
export interface PlanFacts {
  readonly name: string
  readonly kind: PlanKind
  readonly lede: string
  /** Calendar dates, `YYYY-MM-DD`; both days are part of the plan. */
  readonly startsOn: string
  readonly endsOn: string
  /** Made up, or entered for trying: shown as such wherever it is seen. */
  readonly synthetic: boolean
  /** Where its figures come from, for a plan that is entered from elsewhere. */
  readonly origin: string
}

/**
 * An amount of a budget. `key` names one member of each dimension that the budget is over, in its order: ids of items, a
 * year as `2017`. An amount that is not there is not known; zero is known to be nothing.
 */
export interface BudgetCell {
  readonly budget: string
  readonly key: readonly string[]
  readonly amountOre: bigint
}

/** A plan whole, as it stands at one moment: what versions keep, what is compared, imported and written out. */
export interface PlanDocument {
  readonly facts: PlanFacts
  /** In the order of parents before children, siblings by position. */
  readonly items: readonly PlanItem[]
  readonly cells: readonly BudgetCell[]
}

/** A plan as it is kept. `revision` grows with every change of anything in it. */
export interface Plan {
  readonly id: string
  readonly slug: string
  readonly revision: number
  /** The plan that it serves. */
  readonly above: string | null
  readonly facts: PlanFacts
}

/** Who last changed an item and when; `revision` is the plan’s at that change, and says whether one has seen the latest. */
export interface ItemTrail {
  readonly revision: number
  readonly changedAt: Date
  readonly changedBy: string
}

export interface OpenedPlan {
  readonly plan: Plan
  readonly document: PlanDocument
  readonly trails: ReadonlyMap<string, ItemTrail>
}

/** A version of a plan: sent out for comments, or adopted. It never changes. */
export interface PlanVersion {
  readonly number: number
  readonly state: 'referral' | 'adopted'
  readonly madeAt: Date
  readonly madeBy: string
  readonly hash: string
  /** Of an adopted version: diary number, the day of the decision, and who decided. */
  readonly decision: { readonly diary: string; readonly on: string; readonly body: string } | null
}
