import pg from 'pg'

/** A table that holds rows of regions. */
export interface RegionTable {
  /** As SQL names it. */
  readonly name: string
  /** Columns of the primary key, as SQL names them. */
  readonly key: readonly string[]
}

const KEYED = `
  select cls.oid::regclass::text as name,
    coalesce((select array_agg(quote_ident(att.attname) order by array_position(idx.indkey::int[], att.attnum::int))
      from pg_index idx join pg_attribute att on att.attrelid = idx.indrelid and att.attnum = any (idx.indkey)
      where idx.indrelid = cls.oid and idx.indisprimary), '{}') as key,
    array(select con.confrelid::regclass::text from pg_constraint con
      where con.conrelid = cls.oid and con.contype = 'f' and con.confrelid <> cls.oid) as refers
  from pg_class cls
  where cls.relkind = 'r' and cls.relnamespace = 'public'::regnamespace
    and exists (select 1 from pg_attribute att
      where att.attrelid = cls.oid and att.attname = 'region_id' and not att.attisdropped)
  order by 1`

/** All tables with rows of regions, each after those that it refers to. */
export async function regionTables(client: pg.ClientBase): Promise<RegionTable[]> {
  const { rows } = await client.query<{ name: string; key: string[]; refers: string[] }>(KEYED)
  const waiting = new Map(rows.map((row) => [row.name, row]))
  const ordered: RegionTable[] = []
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ refers }) => !refers.some((name) => waiting.has(name)))
    if (free.length === 0) throw new Error(`tables refer to each other in a ring: ${[...waiting.keys()]}`)
    for (const { name, key } of free) {
      ordered.push({ name, key })
      waiting.delete(name)
    }
  }
  return ordered
}

/** The migrations that a database has had, in order. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from schema_migration order by name')
  return rows.map(({ name }) => name)
}

/** Binds the transaction to a region, so that row-level security shows its rows, and to one way of writing values. */
export async function bindTo(client: pg.ClientBase, regionId: string) {
  await client.query("select set_config('jamvikt.region', $1, true), set_config('timezone', 'UTC', true)", [
    regionId,
  ])
}

const AT_ONCE = 20

/** The rows that a query gives, each as the text of its JSON: numbers and times keep every digit. */
export async function* rowTexts(
  client: pg.ClientBase,
  sql: string,
  regionId: string,
): AsyncGenerator<string> {
  await client.query(`declare rows no scroll cursor for ${sql}`.replaceAll('$1', pg.escapeLiteral(regionId)))
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${AT_ONCE} from rows`)
    for (const { row } of rows) yield row
    if (rows.length < AT_ONCE) break
  }
  await client.query('close rows')
}

/**
 * A region by its slug; `null` where there is none. Row-level security hides regions from the tables' owner as well: it is
 * lifted for the owner inside a transaction that is taken back.
 */
export async function regionBySlug(
  client: pg.ClientBase,
  slug: string,
): Promise<{ readonly id: string; readonly slug: string; readonly name: string } | null> {
  await client.query('begin')
  try {
    await client.query("set local lock_timeout = '10s'")
    await client.query('alter table region no force row level security')
    const { rows } = await client.query<{ id: string; slug: string; name: string }>(
      'select id, slug, name from region where slug = $1',
      [slug],
    )
    return rows[0] ?? null
  } finally {
    await client.query('rollback')
  }
}
