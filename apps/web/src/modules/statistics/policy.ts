import type { PolicyTable } from '../../platform/policy.ts'

/**
 * Base tables and datasets are public elsewhere: members see them, analysts bring them in. Publishing is asked for by an
 * analyst and decided by another person; that it is another one is the service's to see to.
 */
export const statisticsPolicy = {
  'see-bases': { roles: ['administrator', 'analyst', 'reader'], states: ['kept'] },
  'add-base': { roles: ['analyst'], states: ['kept'] },
  'see-datasets': { roles: ['administrator', 'analyst', 'reader'], states: ['kept'] },
  'bring-in': { roles: ['analyst'], states: ['kept'] },
  comment: { roles: ['administrator', 'analyst'], states: ['kept'] },
  'propose-publication': { roles: ['analyst'], states: ['kept'] },
  'decide-publication': { roles: ['administrator', 'analyst'], states: ['kept'] },
  'see-pages': { roles: ['administrator', 'analyst', 'reader'], states: ['kept'] },
  'compose-pages': { roles: ['analyst'], states: ['kept'] },
  'decide-page': { roles: ['administrator', 'analyst'], states: ['kept'] },
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
