import type { WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { may } from '../../platform/policy.ts'
import { agencyPolicy } from './policy.ts'

export type AgencyAct = keyof typeof agencyPolicy

/** Whether the person who asks may do this for the agency. */
export function mayDo(c: WebContext, act: AgencyAct): boolean {
  const actor = c.get('actor')
  return (
    c.get('membership').kind === 'agency' &&
    may(agencyPolicy, actor, act, { regionId: actor.regionId, state: 'kept' })
  )
}

/** The member of the agency who asks, if they may do this; a page that is not there if not. */
export function authorise(c: WebContext, act: AgencyAct) {
  if (!mayDo(c, act)) throw new HttpProblem(404)
  return c.get('actor')
}
