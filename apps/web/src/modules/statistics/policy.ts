import { type PolicyTable, ROLES } from '../../platform/policy.ts'

/**
 * Base tables and datasets are public elsewhere: members see them, analysts bring them in. Publishing is asked for by an
 * analyst and decided by another person; strategists put pages together; that it is another one is the service's to see to.
 */
export const statisticsPolicy = {
  'see-bases': { roles: ROLES, states: ['kept'] },
  'add-base': { roles: ['analyst'], states: ['kept'] },
  'see-datasets': { roles: ROLES, states: ['kept'] },
  'bring-in': { roles: ['analyst'], states: ['kept'] },
  comment: { roles: ['administrator', 'analyst', 'strategist', 'officer'], states: ['kept'] },
  'propose-publication': { roles: ['analyst'], states: ['kept'] },
  'decide-publication': { roles: ['administrator', 'analyst'], states: ['kept'] },
  'see-pages': { roles: ROLES, states: ['kept'] },
  'compose-pages': { roles: ['analyst', 'strategist'], states: ['kept'] },
  'decide-page': { roles: ['administrator', 'analyst', 'strategist'], states: ['kept'] },
} as const satisfies PolicyTable<
  | 'see-bases'
  | 'add-base'
  | 'see-datasets'
  | 'bring-in'
  | 'propose-publication'
  | 'decide-publication'
  | 'comment'
  | 'see-pages'
  | 'compose-pages'
  | 'decide-page',
  'kept'
>
