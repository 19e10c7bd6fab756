import { expect, it } from 'vitest'
import { type Actor, may, ROLES } from '../../platform/policy.ts'
import { type FundingAct, fundingPolicy, type ListState } from './policy.ts'

const STATES: readonly ListState[] = ['active', 'withdrawn']
const actor = (role: Actor['role']): Actor => ({ personId: 'p', personName: 'P', regionId: 'here', role })

/** What each role may do to a list of its own region, by state: written out, so that a change of the table shows. */
const ALLOWED: Record<string, readonly FundingAct[]> = {
  'administrator active': ['see-lists', 'see-released'],
  'administrator withdrawn': ['see-lists', 'see-released'],
  'analyst active': [
    'see-lists',
    'see-working',
    'import',
    'change-list',
    'release',
    'see-released',
    'take-along',
    'withdraw-list',
  ],
  'analyst withdrawn': ['see-lists', 'see-working', 'see-released'],
  'strategist active': ['see-lists', 'see-released'],
  'strategist withdrawn': ['see-lists', 'see-released'],
  'officer active': ['see-lists', 'see-released'],
  'officer withdrawn': ['see-lists', 'see-released'],
  'reader active': ['see-lists', 'see-released'],
  'reader withdrawn': ['see-lists', 'see-released'],
}

it('lets each role do in each state what is written here, and nothing in another region', () => {
  for (const role of ROLES)
    for (const state of STATES)
      for (const act of Object.keys(fundingPolicy) as FundingAct[]) {
        const wanted = ALLOWED[`${role} ${state}`]?.includes(act) ?? false
        expect(
          may(fundingPolicy, actor(role), act, { regionId: 'here', state }),
          `${role} ${state} ${act}`,
        ).toBe(wanted)
        expect(may(fundingPolicy, actor(role), act, { regionId: 'elsewhere', state })).toBe(false)
      }
})
