import type { ComponentChildren } from 'preact'
import type { TenantDb } from '../../platform/db/tenant.ts'
import type { FileStore } from '../../platform/files.ts'
import type { WebContext } from '../../platform/http/context.ts'
import type { JobData, Queue } from '../../platform/jobs.ts'
import type { Actor } from '../../platform/policy.ts'
import type { Period } from './follow/model-follow.ts'
import type { OpenedPlan } from './model.ts'
import type { WordReport } from './model-word-report.ts'

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
  /** What other rooms say of a plan on its first page: that a report has been sent back. */
  readonly aboutPlan?: (c: WebContext, opened: OpenedPlan) => Promise<ComponentChildren>
  /** What other rooms say of a period on the page where it is followed up: whether it has been reported. */
  readonly aboutPeriod?: (c: WebContext, opened: OpenedPlan, period: Period) => Promise<ComponentChildren>
  /** Writes a document as a Word file to keep; where there is no writer of them, nothing is offered. */
  readonly asWord?: (c: WebContext, report: WordReport) => Promise<Response>
}
