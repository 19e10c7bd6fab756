import type { Db, TenantDb } from '../../../platform/db/tenant.ts'
import type { FileStore } from '../../../platform/files.ts'
import type { JobData, Queue } from '../../../platform/jobs.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { AuditEngine } from './audit-engine.ts'

/** What the use cases of this module need from outside, handed in by the composition root. */
export interface FundingDoors {
  readonly root: string
  readonly db: Db
  readonly files: FileStore
  readonly engine: AuditEngine
  inRegion<T>(actor: Pick<Actor, 'regionId' | 'personId'>, work: (db: TenantDb) => Promise<T>): Promise<T>
  send(queue: Queue, data: JobData): Promise<void>
  /** The region's key for hashing identity numbers, base64url. */
  identityKey(regionId: string): string
}
