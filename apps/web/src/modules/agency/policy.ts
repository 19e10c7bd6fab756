import { type PolicyTable, ROLES } from '../../platform/policy.ts'

/** Every member of the agency reads what has come; three roles answer reports and divide money. */
export const agencyPolicy = {
  'see-reports': { roles: ROLES, states: ['kept'] },
  'answer-reports': { roles: ['administrator', 'strategist', 'officer'], states: ['kept'] },
  'divide-money': { roles: ['administrator', 'strategist', 'officer'], states: ['kept'] },
} as const satisfies PolicyTable<'see-reports' | 'answer-reports' | 'divide-money', 'kept'>
