import { type PolicyTable, ROLES } from '../../platform/policy.ts'

/** Plans are for every member to read. Strategists write them; officers tell how activities go. */
export const planPolicy = {
  'see-plans': { roles: ROLES, states: ['kept'] },
  'write-plan': { roles: ['administrator', 'strategist'], states: ['kept'] },
  'adopt-plan': { roles: ['administrator', 'strategist'], states: ['kept'] },
  'open-plan': { roles: ['administrator', 'strategist'], states: ['kept'] },
  'tell-progress': { roles: ['administrator', 'strategist', 'officer'], states: ['kept'] },
} as const satisfies PolicyTable<
  'see-plans' | 'write-plan' | 'adopt-plan' | 'open-plan' | 'tell-progress',
  'kept'
>
