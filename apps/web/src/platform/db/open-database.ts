import path from 'node:path'
import pg from 'pg'
import { type Config, StartRefusal } from '../config.ts'
import type { Secrets } from '../secrets.ts'
import { startEmbedded } from './embedded.ts'
import { ensureAppRole, migrate } from './migrate.ts'

export interface Database {
  /** Address as the application's role: row-level security applies. */
  readonly appUrl: string
  /** Address as the owner of the schema: for back-ups, never for answering. */
  readonly ownerUrl: string
  readonly embedded: boolean
  stop(): Promise<void>
}

/** Starts or reaches the database, brings its schema forward and gives the application's address. */
export async function openDatabase(config: Config, secrets: Secrets): Promise<Database> {
  const embedded = config.databaseUrl ? null : await startEmbedded(config.dataDir, secrets.database)
  try {
    const ownerUrl = config.databaseUrl ?? embedded?.ownerUrl ?? ''
    const name = await databaseName(ownerUrl)
    const appRole = `${name}_app`.slice(0, 63)
    await ensureAppRole(ownerUrl, appRole, secrets.database)
    await migrate(ownerUrl, path.join(config.root, 'db', 'migrations'), appRole)
    const appUrl = new URL(ownerUrl)
    appUrl.username = encodeURIComponent(appRole)
    appUrl.password = encodeURIComponent(secrets.database)
    return { appUrl: appUrl.href, ownerUrl, embedded: embedded !== null, stop: async () => embedded?.stop() }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

async function databaseName(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string; version: number }>(
      "select current_database() as name, current_setting('server_version_num')::int as version",
    )
    const row = rows[0]
    if (!row || row.version < 150_000) throw new StartRefusal('PostgreSQL 15 or newer is needed.')
    return row.name
  } catch (error) {
    if (error instanceof StartRefusal) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
    throw new StartRefusal(
      `The database of DATABASE_URL cannot be reached or refuses the sign-in (${code}).`,
      { cause: error },
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}
