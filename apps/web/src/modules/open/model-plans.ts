import type { Locale } from '@jamvikt/i18n'
import type { ComponentChildren } from 'preact'
import type { TenantDb } from '../../platform/db/tenant.ts'
import type { LogEntry } from '../statistics/public.ts'

/** A plan that everybody sees, as it stands in lists and in the catalogue. */
export interface ListedPlan {
  readonly slug: string
  readonly name: string
  readonly lede: string
  readonly startsOn: string
  readonly endsOn: string
  readonly synthetic: boolean
  readonly origin: string
  readonly version: number
  readonly publicationId: string
  readonly publishedAt: Date
  readonly decision: { readonly diary: string; readonly on: string; readonly body: string }
  readonly priorities: readonly string[]
}

/** What the open site is given of plans by whoever keeps them: what has been published, and no way to anything else. */
export interface OpenPlans {
  list(db: TenantDb, now: Date): Promise<readonly ListedPlan[]>
  page(
    db: TenantDb,
    slug: string,
    now: Date,
    at: { readonly locale: Locale; readonly home: string },
  ): Promise<{
    readonly plan: ListedPlan
    readonly summary: string
    readonly content: ComponentChildren
  } | null>
  file(
    db: TenantDb,
    slug: string,
    name: string,
    now: Date,
    at: { readonly locale: Locale; readonly site: { readonly slug: string; readonly name: string } },
  ): Promise<{ readonly type: string; readonly body: string } | null>
  log(db: TenantDb, now: Date): Promise<readonly LogEntry[]>
  /** What the open plans are known by: it changes whenever anything of them that everybody sees does. */
  revision(db: TenantDb, now: Date): Promise<string>
}

/** An open site without plans. */
export const NO_PLANS: OpenPlans = {
  list: async () => [],
  page: async () => null,
  file: async () => null,
  log: async () => [],
  revision: async () => '',
}
