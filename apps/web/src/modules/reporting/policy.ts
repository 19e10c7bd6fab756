import type { WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { may, type PolicyTable, ROLES } from '../../platform/policy.ts'

export type ReportState = 'draft' | 'adopted'

/** Reports are for every member to read. Strategists write and adopt drafts; what is adopted can only be made again. */
const reportPolicy = {
  'see-report': { roles: ROLES, states: ['draft', 'adopted'] },
  'write-report': { roles: ['administrator', 'strategist'], states: ['draft'] },
  'adopt-report': { roles: ['administrator', 'strategist'], states: ['draft'] },
  'remake-report': { roles: ['administrator', 'strategist'], states: ['adopted'] },
  'change-look': { roles: ['administrator'], states: ['draft'] },
} as const satisfies PolicyTable<
  'see-report' | 'write-report' | 'adopt-report' | 'remake-report' | 'change-look',
  ReportState
>
export type ReportAct = keyof typeof reportPolicy

/** Whether the person who asks may do this to a report in its state. */
export function mayDo(c: WebContext, act: ReportAct, state: ReportState): boolean {
  const actor = c.get('actor')
  return may(reportPolicy, actor, act, { regionId: actor.regionId, state })
}

/** The person who asks, if they may do this; a page that is not there if not. */
export function authorise(c: WebContext, act: ReportAct, state: ReportState) {
  if (!mayDo(c, act, state)) throw new HttpProblem(404)
  return c.get('actor')
}
