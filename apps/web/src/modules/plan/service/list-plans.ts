import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Plan, PlanVersion } from '../model.ts'
import { allPlans, itemCounts } from '../store/plans.ts'
import { latestVersions } from '../store/versions.ts'

/** A plan as it stands in a list. */
export interface ListedPlan {
  readonly plan: Plan
  readonly priorities: number
  readonly activities: number
  readonly latest: PlanVersion | null
  /** The plan that it serves. */
  readonly above: Plan | null
}

/** The region’s plans with what they hold and how far they have come. */
export async function listedPlans(db: TenantDb): Promise<ListedPlan[]> {
  const plans = await allPlans(db)
  const byId = new Map(plans.map((plan) => [plan.id, plan]))
  const latest = await latestVersions(db)
  const counts = await itemCounts(db, ['priority', 'activity'])
  const countOf = (id: string, kind: string) =>
    counts.find((each) => each.planId === id && each.kind === kind)?.count ?? 0
  return plans.map((plan) => ({
    plan,
    priorities: countOf(plan.id, 'priority'),
    activities: countOf(plan.id, 'activity'),
    latest: latest.get(plan.id) ?? null,
    above: byId.get(plan.above ?? '') ?? null,
  }))
}
