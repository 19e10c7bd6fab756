import { expect, it } from 'vitest'
import { type Actor, may, ROLES } from '../../platform/policy.ts'
import { statisticsPolicy } from './policy.ts'

const actor = (role: Actor['role']): Actor => ({ personId: 'p', personName: 'P', regionId: 'here', role })

it('lets every member see base tables and analysts alone add them', () => {
  for (const role of ROLES) {
    const thing = { regionId: 'here', state: 'kept' as const }
    expect(may(statisticsPolicy, actor(role), 'see-bases', thing)).toBe(true)
    expect(may(statisticsPolicy, actor(role), 'add-base', thing)).toBe(role === 'analyst')
    expect(may(statisticsPolicy, actor(role), 'see-bases', { ...thing, regionId: 'elsewhere' })).toBe(false)
  }
})
