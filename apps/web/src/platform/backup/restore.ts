import { chmod, mkdir, open, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { StartRefusal } from '../config.ts'
import type { BackedUp } from './back-up.ts'
import { LineDigest, regionLines } from './region-lines.ts'
import { bindTo, migrationsOf, regionBySlug, regionTables } from './region-tables.ts'
import { linesOf, notSound, soundBackup } from './sound-backup.ts'

const FILE_NAME = /^[\w-]+(\.[\w-]+){1,3}$/

/**
 * Puts a region back from its file: whole, and seen to be equal to what was backed up, or not at all.
 * @param filesOf where the region's own files are to be
 * @throws StartRefusal for a file that is not whole, one of another version of the program, or a region that is there
 */
export async function restore(order: {
  readonly ownerUrl: string
  readonly file: string
  readonly filesOf: (regionId: string) => string
}): Promise<BackedUp> {
  const { head, end } = await soundBackup(order.file)
  const client = new pg.Client({ connectionString: order.ownerUrl })
  await client.connect()
  const folder = order.filesOf(head.region.id)
  let isMine = false
  try {
    const here = await migrationsOf(client)
    if (JSON.stringify(here) !== JSON.stringify(head.migrations))
      throw new StartRefusal(
        `The back-up is of another version of Jämvikt (its schema ends with ${head.migrations.at(-1)}, this one with ${here.at(-1)}). Restore it with the version that made it, then bring that forward.`,
      )
    if ((await regionBySlug(client, head.region.slug)) !== null)
      throw new StartRefusal(`There is a region with the slug “${head.region.slug}” already.`)
    if ((await readdir(folder).catch(() => [])).length > 0)
      throw new StartRefusal(`There are files of the region in ${folder} already.`)
    isMine = true
    await client.query('begin')
    await bindTo(client, head.region.id)
    await client.query("select set_config('jamvikt.person', '', true)")
    await putBack(client, order.file, folder)
    const digest = new LineDigest()
    for await (const line of regionLines(client, head.region.id, folder)) digest.add(line)
    if (digest.hex() !== end.regionSha256)
      throw new StartRefusal('What was put back is not equal to the back-up. Nothing has been changed.')
    await client.query('commit')
    return { regionName: head.region.name, rows: end.rows, sha256: end.regionSha256 }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    if (isMine) await rm(folder, { recursive: true, force: true })
    if (error instanceof Error && 'code' in error && error.code === '23505')
      throw new StartRefusal(
        'A person of the back-up has an e-mail address that belongs to somebody else here. Nothing has been changed.',
        { cause: error },
      )
    throw error
  } finally {
    await client.end()
  }
}

const AT_ONCE = 200
const MOST_CHARACTERS = 8_000_000

/** Puts rows and files in. Rows of a table come to stand at once, since some refer to others of the same table. */
async function putBack(client: pg.Client, file: string, folder: string) {
  const known = new Set(['region', 'identity."user"', 'identity.account'])
  for (const { name } of await regionTables(client)) known.add(name)
  await client.query('create temporary table put_back (content json not null) on commit drop')
  let table: string | null = null
  let waiting: string[] = []
  let characters = 0
  let target: Awaited<ReturnType<typeof open>> | null = null
  const flush = async () => {
    if (waiting.length === 0) return
    await client.query('insert into put_back select unnest($1::json[])', [waiting])
    waiting = []
    characters = 0
  }
  const finish = async () => {
    await flush()
    if (table !== null) await stand(client, table)
    table = null
    await target?.sync()
    await target?.close()
    target = null
  }
  let isHead = true
  for await (const line of linesOf(file)) {
    const text = line.slice(1)
    if (isHead) isHead = false
    else if (line.startsWith('R')) {
      waiting.push(text)
      characters += text.length
      if (waiting.length >= AT_ONCE || characters > MOST_CHARACTERS) await flush()
    } else if (line.startsWith('B')) await target?.write(Buffer.from(text, 'base64'))
    else {
      await finish()
      if (line.startsWith('T')) {
        if (!known.has(text)) throw notSound(file, `a table “${text}” that is not known`)
        table = text
      } else if (line.startsWith('F')) {
        if (!FILE_NAME.test(text)) throw notSound(file, 'a file with an odd name')
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await chmod(folder, 0o700)
        target = await open(path.join(folder, text), 'wx', 0o600)
      }
    }
  }
  await finish()
}

/** People may be there already, of another region: they stay as they are. */
async function stand(client: pg.Client, table: string) {
  const { rows } = await client.query<{ columns: string; values: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns,
       string_agg('made.' || quote_ident(attname), ', ' order by attnum) as values
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  const [{ columns, values } = { columns: '', values: '' }] = rows
  const isIdentity = table.startsWith('identity.')
  await client.query(
    `insert into ${table} (${columns}) overriding system value
     select ${values} from put_back, json_populate_record(null::${table}, put_back.content) as made
     ${isIdentity ? 'on conflict (id) do nothing' : ''}`,
  )
  await client.query('truncate put_back')
  await countOn(client, table)
}

/** Numbers that the database draws go on after those that were put back. */
async function countOn(client: pg.Client, table: string) {
  const { rows } = await client.query<{ column: string; sequence: string }>(
    `select quote_ident(attname) as column, pg_get_serial_sequence($1, attname) as sequence
     from pg_attribute where attrelid = $1::regclass and attidentity <> ''`,
    [table],
  )
  for (const { column, sequence } of rows)
    await client.query(
      `select setval($1, greatest((select coalesce(max(${column}), 1) from ${table}), nextval($1)))`,
      [sequence],
    )
}
