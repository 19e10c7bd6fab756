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

/** Runs `work` as a person without a region: sees that person's own memberships and no more. */
export function withPerson<T>(
  db: Db,
  personId: string,
  work: (tenantDb: TenantDb) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await sql`select set_config('jamvikt.person', ${personId}, true)`.execute(transaction)
    return work(transaction as TenantDb)
  })
}
