import { membersOf } from '../../../platform/db/members.ts'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import { regionIndicators } from '../../statistics/public.ts'
import type { Plan, PlanDocument } from '../model.ts'
import type { ItemKind } from '../model-items.ts'
import { openPlanById } from './open-plan.ts'

/** What items of a plan can refer to outside it. */
export interface Outside {
  /** The plan that it serves. */
  readonly above: PlanDocument | null
  readonly indicators: readonly { readonly id: string; readonly name: string }[]
  readonly members: readonly { readonly id: string; readonly name: string }[]
}

export const NOTHING_OUTSIDE: Outside = { above: null, indicators: [], members: [] }

/** Whether items of a kind refer to anything outside their plan. */
export function refersOutside(plan: Plan, kind: ItemKind): boolean {
  return kind === 'indicator' || kind === 'role' || (serves(kind) && plan.above !== null)
}

function serves(kind: ItemKind): boolean {
  return kind === 'priority' || kind === 'goal'
}

/** Of what lies outside a plan: that which items of a kind refer to. */
export async function outsideOf(db: TenantDb, actor: Actor, plan: Plan, kind: ItemKind): Promise<Outside> {
  const above = serves(kind) && plan.above !== null ? await openPlanById(db, plan.above) : null
  const indicators = kind === 'indicator' ? await regionIndicators(db) : []
  const members = kind === 'role' ? await membersOf(db, actor.regionId) : []
  return {
    above: above?.document ?? null,
    indicators: indicators.map(({ id, name }) => ({ id, name })),
    members: members.map(({ personId, name }) => ({ id: personId, name })),
  }
}
