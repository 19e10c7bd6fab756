import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

declare const tenant: unique symbol
/** A transaction that sees one region's rows only. `withTenant` alone gives it. */
export type TenantDb = Transaction<Tables> & { readonly [tenant]: true }
export type Db = Kysely<Tables>

/** Dates stay calendar dates, and 64-bit integers stay exact. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') => {
    if (id === pg.types.builtins.DATE) return (text: string) => text
    if (id === pg.types.builtins.INT8) return (text: string) => BigInt(text)
    return pg.types.getTypeParser(id, format)
  },
}

export function openDb(connectionString: string, connections = 10): Db {
  const pool = new pg.Pool({ connectionString, max: connections, types, idleTimeoutMillis: 30_000 })
  pool.on('error', () => undefined) // a broken idle connection is replaced at its next use
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

export interface Scope {
  readonly regionId: string
  readonly personId: string | null
}

/** Runs `work` in one transaction bound to a region (and person); row-level security does the rest. */
export function withTenant<T>(db: Db, scope: Scope, work: (tenantDb: TenantDb) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await sql`select set_config('jamvikt.region', ${scope.regionId}, true),
      set_config('jamvikt.person', ${scope.personId ?? ''}, true)`.execute(transaction)
    return work(transaction as TenantDb)
  })
}

export interface OpenSite {
  readonly regionId: string
  readonly slug: string
  readonly name: string
  readonly demo: boolean
}

/**
 * Runs `work` as nobody, reading only, in the region whose open site has this address.
 * @returns `null` where no region has
 */
export function withOpenSite<T>(
  db: Db,
  slug: string,
  work: (tenantDb: TenantDb, site: OpenSite) => Promise<T>,
): Promise<T | null> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const row = await transaction
        .selectFrom('open_site')
        .select(['region_id', 'slug', 'name', 'demo'])
        .where('slug', '=', slug)
        .executeTakeFirst()
      if (row === undefined) return null
      await sql`select set_config('jamvikt.region', ${row.region_id}, true)`.execute(transaction)
      const { region_id, ...site } = row
      return work(transaction as TenantDb, { ...site, regionId: region_id })
    })
}

/** All open sites, by name. */
export async function openSites(db: Db): Promise<OpenSite[]> {
  const rows = await db.selectFrom('open_site').selectAll().orderBy('name').execute()
  return rows.map(({ region_id, slug, name, demo }) => ({ regionId: region_id, slug, name, demo }))
}

/** Opens the region's site, if it is not open already. */
export async function openSite(db: TenantDb, regionId: string) {
  const region = await db
    .selectFrom('region')
    .select(['slug', 'name', 'demo'])
    .where('id', '=', regionId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('open_site')
    .values({ region_id: regionId, ...region })
    .onConflict((conflict) => conflict.column('region_id').doNothing())
    .execute()
}
