import type { Locale } from '@jamvikt/i18n'
import type { Context, Env, Hono } from 'hono'
import type { Config } from '../config.ts'
import type { Membership } from '../db/members.ts'
import { type Db, type Scope, type TenantDb, withTenant } from '../db/tenant.ts'
import type { Actor } from '../policy.ts'
import type { Person, Sessions } from '../session.ts'

interface Variables {
  reference: string
  /** The address that the request comes from, by which calls are counted. */
  peer: string
  locale: Locale
  person: Person | null
  memberships: readonly Membership[]
  actor: Actor
  membership: Membership
}
export interface WebEnv extends Env {
  Variables: Variables
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } }
}
export type Web = Hono<WebEnv>
export type WebContext = Context<WebEnv>

/** What every route may use: the platform, opened once. */
export interface Platform {
  readonly config: Config
  readonly db: Db
  readonly sessions: Sessions
  readonly demo: boolean
}

/** A transaction of the region and the person who signed this request. */
export function inRegion<T>(
  platform: Platform,
  actor: Actor,
  work: (db: TenantDb) => Promise<T>,
): Promise<T> {
  return withTenant(platform.db, scopeOf(actor), work)
}

export function scopeOf(actor: Actor): Scope {
  return { regionId: actor.regionId, personId: actor.personId }
}
