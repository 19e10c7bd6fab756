import type { TenantDb } from '../../platform/db/tenant.ts'
import type { FileStore } from '../../platform/files.ts'
import type { JobData, Queue } from '../../platform/jobs.ts'
import type { Actor } from '../../platform/policy.ts'

/** What the room of plans is given of the house. */
export interface PlanDoors {
  /** The repository’s folder, for the scripts that read foreign files. */
  readonly root: string
  readonly files: FileStore
  /** The address that people use, for links in letters. */
  readonly baseUrl: string
  /** Whether there is a server that sends letters; without it they wait. */
  readonly canMail: boolean
  readonly send: (queue: Queue, data: JobData) => Promise<void>
  readonly inRegion: <T>(
    actor: Pick<Actor, 'regionId' | 'personId'>,
    work: (db: TenantDb) => Promise<T>,
  ) => Promise<T>
}
