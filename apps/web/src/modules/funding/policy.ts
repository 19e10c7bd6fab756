import { type PolicyTable, ROLES } from '../../platform/policy.ts'

export type ListState = 'active' | 'withdrawn'
export type FundingAct =
  | 'see-lists'
  | 'see-working'
  | 'import'
  | 'change-list'
  | 'release'
  | 'see-released'
  | 'take-along'
  | 'withdraw-list'

/** True figures and personal data are the analyst's; released figures are for every member. */
export const fundingPolicy = {
  'see-lists': { roles: ROLES, states: ['active', 'withdrawn'] },
  'see-working': { roles: ['analyst'], states: ['active', 'withdrawn'] },
  import: { roles: ['analyst'], states: ['active'] },
  'change-list': { roles: ['analyst'], states: ['active'] },
  release: { roles: ['analyst'], states: ['active'] },
  'see-released': { roles: ROLES, states: ['active', 'withdrawn'] },
  'take-along': { roles: ['analyst'], states: ['active'] },
  'withdraw-list': { roles: ['analyst'], states: ['active'] },
} as const satisfies PolicyTable<FundingAct, ListState>
