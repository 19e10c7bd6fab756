import type { WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { may } from '../../platform/policy.ts'
import { planPolicy } from './policy.ts'

export type PlanAct = keyof typeof planPolicy

/** Whether the person who asks may do this. */
export function mayDo(c: WebContext, act: PlanAct): boolean {
  const actor = c.get('actor')
  return may(planPolicy, actor, act, { regionId: actor.regionId, state: 'kept' })
}

/** The person who asks, if they may do this; a page that is not there if not. */
export function authorise(c: WebContext, act: PlanAct) {
  if (!mayDo(c, act)) throw new HttpProblem(404)
  return c.get('actor')
}
