import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { StartRefusal } from '../config.ts'
import { QUEUES } from '../jobs.ts'

const LOCK = 7_421_905 // one migrator at a time in a database

/**
 * Brings the schema forward, as the owner of the database. `appRole` is granted what the migrations say.
 * Refused: a database whose schema is newer than this program.
 */
export async function migrate(ownerUrl: string, folder: string, appRole: string) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists schema_migration (name text primary key, at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string }>('select name from schema_migration')
    const done = new Set(rows.map((row) => row.name))
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .sort()
    const unknown = [...done].filter((name) => !files.includes(name))
    if (unknown.length > 0)
      throw new StartRefusal(
        `The database was made by a newer version of Jämvikt (it holds ${unknown.join(', ')}). Start that version, or restore a back-up.`,
      )
    for (const file of files.filter((name) => !done.has(name))) {
      const text = readFileSync(path.join(folder, file), 'utf8').replaceAll(
        '{{app}}',
        pg.escapeIdentifier(appRole),
      )
      await client.query('begin')
      await client.query(text)
      await client.query('insert into schema_migration (name) values ($1)', [file])
      await client.query('commit')
    }
    await migrateJobs(ownerUrl, client, appRole)
  } finally {
    await client.end()
  }
}

async function migrateJobs(ownerUrl: string, client: pg.Client, appRole: string) {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: 'jobs', supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  for (const [queue, expireInSeconds] of Object.entries(QUEUES))
    await boss.createQueue(queue, { retryLimit: 3, expireInSeconds })
  await boss.stop({ graceful: false })
  const role = pg.escapeIdentifier(appRole)
  await client.query(`grant usage on schema jobs to ${role}`)
  await client.query(`grant select, insert, update, delete on all tables in schema jobs to ${role}`)
  await client.query(`grant execute on all functions in schema jobs to ${role}`)
}

/** Makes sure that the application's role exists, may sign in with `password`, and can do nothing but what is granted. */
export async function ensureAppRole(ownerUrl: string, appRole: string, password: string) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
    const role = pg.escapeIdentifier(appRole)
    const options = `login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${pg.escapeLiteral(password)}`
    await client.query(rows.length === 0 ? `create role ${role} ${options}` : `alter role ${role} ${options}`)
  } finally {
    await client.end()
  }
}
