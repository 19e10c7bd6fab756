import type { WebContext } from '../../../platform/http/context.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { may, type PolicyTable, ROLES } from '../../../platform/policy.ts'

/**
 * Members explore what is approved; analysts bring lists in and propose; deciding is another person's act, which the
 * service sees to. Nobody sees rows: there is no act for it.
 */
export const microPolicy = {
  explore: { roles: ROLES, states: ['kept'] },
  'bring-in': { roles: ['analyst'], states: ['kept'] },
  decide: { roles: ['administrator', 'analyst'], states: ['kept'] },
  delete: { roles: ['administrator', 'analyst'], states: ['kept'] },
} as const satisfies PolicyTable<'explore' | 'bring-in' | 'decide' | 'delete', 'kept'>

export function mayDo(c: WebContext, act: keyof typeof microPolicy): boolean {
  const actor = c.get('actor')
  return may(microPolicy, actor, act, { regionId: actor.regionId, state: 'kept' })
}

/** The person who asks, if they may do this; a page that is not there if not. */
export function authorise(c: WebContext, act: keyof typeof microPolicy) {
  if (!mayDo(c, act)) throw new HttpProblem(404)
  return c.get('actor')
}
