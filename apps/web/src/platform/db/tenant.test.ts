import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { membershipsOf } from './members.ts'
import { withTenant } from './tenant.ts'

const { owner, appUrl, db, actor } = await openTestDatabase()

// Tables that belong to no region, each with its reason. Anything else must be walled in.
const GLOBAL = new Set([
  'identity.user', // a person may work in several regions
  'identity.session',
  'identity.account',
  'identity.verification',
  'identity.rateLimit',
  'public.schema_migration', // not granted to the application
])

// Tables that the application writes and never reads, each with its reason.
const UNREAD = new Set([
  'public.release_certificate', // holds hidden figures
])

// Tables whose rows anybody may read, each with its reason. Nobody writes another region's.
const OPEN = new Set([
  'public.agency', // which tenant reports go to
  'public.open_site', // which regions have an open site, under which address
  'public.micro_region', // which regions hold microdata: files that nobody owns are swept region by region
  'public.mailing_region', // which regions have letters: the clock goes through them
  'public.fetching_region', // which regions have fetched tables: the clock goes through them
  'public.reminding_region', // which regions are reminded by the clock
])

interface TableRow {
  name: string
  secured: boolean
  forced: boolean
  hasRegion: boolean
}

async function tables(): Promise<TableRow[]> {
  const { rows } =
    await owner.query<TableRow>(`select n.nspname || '.' || c.relname as name, c.relrowsecurity as secured,
      c.relforcerowsecurity as forced,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'region_id' and not a.attisdropped) as "hasRegion"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'identity') order by 1`)
  return rows
}

interface ColumnRow {
  name: string
  type: string
}

/** Any value of a column's type. */
function valueFor({ name, type }: ColumnRow, regionId: string): unknown {
  if (name === 'region_id') return regionId
  if (type === 'uuid') return randomUUID()
  if (type === 'bool') return false
  if (type === 'jsonb' || type === '_text') return '{}'
  if (type === 'timestamptz' || type === 'date') return '2024-01-01'
  return /^(int|float|numeric)/.test(type) ? 1 : 'words'
}

/** What rows must be among themselves is tested elsewhere; here any row will do. */
async function withoutChecks(table: string) {
  const { rows } = await owner.query<{ name: string }>(
    "select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'",
    [table],
  )
  for (const { name } of rows) await owner.query(`alter table ${table} drop constraint "${name}"`)
}

describe('every table of the database', () => {
  it('is walled in by region, or is declared global with a reason', async () => {
    const loose = (await tables()).filter(
      (table) =>
        !GLOBAL.has(table.name) &&
        !(table.secured && table.forced && (table.hasRegion || table.name === 'public.region')),
    )
    expect(loose).toEqual([])
  })

  it('shows a region nothing of another, nor lets it write, change or delete there', async () => {
    const mine = await actor()
    const theirs = await actor()
    const walled = (await tables()).filter((table) => !GLOBAL.has(table.name) && table.hasRegion)
    expect(walled.length).toBeGreaterThan(10)
    for (const { name } of walled) {
      const { rows: columns } = await owner.query<ColumnRow>(
        `select a.attname as name, t.typname as type from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = $1::regclass and a.attnum > 0 and a.attnotnull and not a.attisdropped
          and a.attidentity = '' and a.attgenerated = ''`,
        [name],
      )
      await withoutChecks(name)
      const client = await owner.connect()
      await client.query("set session_replication_role = 'replica'") // rows without their parents
      await client
        .query(
          `insert into ${name} (${columns.map((column) => column.name).join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
          columns.map((column) => valueFor(column, theirs.regionId)),
        )
        .finally(async () => {
          await client.query("set session_replication_role = 'origin'")
          client.release()
        })
      const app = new pg.Client({ connectionString: appUrl })
      await app.connect()
      const asMine = async (text: string) => {
        await app.query('begin')
        await app.query(
          "select set_config('jamvikt.region', $1, true), set_config('jamvikt.person', $2, true)",
          [mine.regionId, mine.personId],
        )
        const answer = await app.query(text).then(
          (result) => result.rowCount ?? 0,
          () => 'refused' as const,
        )
        await app.query('rollback')
        return answer
      }
      expect(
        await asMine(`select 1 from ${name} where region_id = '${theirs.regionId}'`),
        `select ${name}`,
      ).toBe(UNREAD.has(name) ? 'refused' : OPEN.has(name) ? 1 : 0)
      for (const text of [
        `update ${name} set region_id = '${mine.regionId}' where region_id = '${theirs.regionId}'`,
        `delete from ${name} where region_id = '${theirs.regionId}'`,
      ])
        expect([0, 'refused'], text).toContain(await asMine(text))
      const outside = UNREAD.has(name) ? null : await app.query(`select 1 from ${name}`)
      expect(outside?.rowCount ?? 0, `outside a region: ${name}`).toBe(OPEN.has(name) ? 1 : 0)
      await app.end()
    }
  })

  it('cannot be reached by a row put into another region', async () => {
    const mine = await actor()
    const theirs = await actor()
    await expect(
      withTenant(db, mine, (tenantDb) =>
        tenantDb
          .insertInto('funding_mapping')
          .values({ region_id: theirs.regionId, name: 'smuggled', mapping: '{}', created_by: mine.personId })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('what a person belongs to', () => {
  it('is that person’s own, and leaves nothing bound on the connection', async () => {
    const [mine, theirs] = [await actor('strategist'), await actor()]
    expect(await membershipsOf(db, mine.personId)).toMatchObject([
      { regionId: mine.regionId, kind: 'region', role: 'strategist' },
    ])
    expect(await membershipsOf(db, randomUUID())).toEqual([])
    const app = new pg.Client({ connectionString: appUrl })
    await app.connect()
    await app.query('select * from memberships_of($1)', [theirs.personId])
    expect((await app.query('select * from member')).rows).toEqual([])
    await app.query('begin')
    await app.query("select set_config('jamvikt.person', $1, true)", [mine.personId])
    await app.query('select * from memberships_of($1)', [theirs.personId])
    const { rows } = await app.query('select user_id from member')
    expect(rows).toEqual([{ user_id: mine.personId }])
    await app.end()
  })
})

describe('the application’s role', () => {
  it('owns nothing and bypasses nothing', async () => {
    const app = new pg.Client({ connectionString: appUrl })
    await app.connect()
    const { rows } = await app.query(
      'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user',
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }])
    const owned = await app.query(
      'select 1 from pg_class where relowner = (select oid from pg_roles where rolname = current_user)',
    )
    expect(owned.rowCount).toBe(0)
    await app.end()
  })

  it('may add to the history and never change it', async () => {
    const me = await actor()
    const app = new pg.Client({ connectionString: appUrl })
    await app.connect()
    await app.query(`set jamvikt.region = '${me.regionId}'`)
    await expect(app.query("update history set action = 'nothing'")).rejects.toThrow(/permission denied/)
    await expect(app.query('delete from history')).rejects.toThrow(/permission denied/)
    await app.end()
  })
})
