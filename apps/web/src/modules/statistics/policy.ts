import type { PolicyTable } from '../../platform/policy.ts'

/** A base table is public elsewhere: members see it, analysts bring it in. */
export const statisticsPolicy = {
  'see-bases': { roles: ['administrator', 'analyst', 'reader'], states: ['kept'] },
  'add-base': { roles: ['analyst'], states: ['kept'] },
} as const satisfies PolicyTable<'see-bases' | 'add-base', 'kept'>
