import type { TenantDb } from '../../platform/db/tenant.ts'
import type { Actor } from '../../platform/policy.ts'

/** What the room of plans is given of the house. */
export interface PlanDoors {
  readonly inRegion: <T>(
    actor: Pick<Actor, 'regionId' | 'personId'>,
    work: (db: TenantDb) => Promise<T>,
  ) => Promise<T>
}
