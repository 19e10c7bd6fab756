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

/** Of what lies outside a plan: that which items of a kind refer to. */
export async function outsideOf(db: TenantDb, actor: Actor, plan: Plan, kind: ItemKind): Promise<Outside> {
  const serves = kind === 'priority' || kind === 'goal'
  const above = serves && plan.above !== null ? await openPlanById(db, plan.above) : null
  const indicators = kind === 'indicator' ? await regionIndicators(db) : []
  const members = kind === 'role' ? await membersOf(db, actor.regionId) : []
  return {
    above: above?.document ?? null,
    indicators: indicators.map(({ id, name }) => ({ id, name })),
    members: members.map(({ personId, name }) => ({ id: personId, name })),
  }
}
