import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { regionTables, rowTexts } from './region-tables.ts'

/** The people who are members of the region, with their passwords; those who have been, by name alone. */
const PEOPLE = [
  [
    'identity."user"',
    'select row_to_json(t)::text as row from identity."user" t where id in (select user_id from member where region_id = $1 union select actor_id from history where region_id = $1) order by id',
  ],
  [
    'identity.account',
    'select row_to_json(t)::text as row from identity.account t where "userId" in (select user_id from member where region_id = $1) order by id',
  ],
] as const

async function* rowLines(client: pg.ClientBase, sql: string, regionId: string): AsyncGenerator<string> {
  for await (const row of rowTexts(client, sql, regionId)) yield `R${row}`
}

const CHUNK = 3 * 256 * 1024

/** Those who are or have been members of a region as people, a line a row; they may be members of other regions too. */
export async function* peopleLines(client: pg.ClientBase, regionId: string): AsyncGenerator<string> {
  for (const [name, sql] of PEOPLE) {
    yield `T${name}`
    yield* rowLines(client, sql, regionId)
  }
}

/**
 * Everything that a region is, a line a row: `T` and a table's name, then `R` and a row of it; `F` and a file's name, then
 * `B` and a piece of it in base64. The order is always the same, so that equal regions have equal lines.
 * @param files the folder of the region's own files
 */
export async function* regionLines(
  client: pg.ClientBase,
  regionId: string,
  files: string,
): AsyncGenerator<string> {
  yield 'Tregion'
  yield* rowLines(client, 'select row_to_json(t)::text as row from region t where id = $1', regionId)
  for (const { name, key } of await regionTables(client)) {
    yield `T${name}`
    const order = key.length > 0 ? key.join(', ') : 'row_to_json(t)::text'
    const sql = `select row_to_json(t)::text as row from ${name} t where region_id = $1 order by ${order}`
    yield* rowLines(client, sql, regionId)
  }
  const names = (await readdir(files).catch(() => [])).filter((name) => !name.endsWith('.part')).sort()
  for (const name of names) {
    yield `F${name}`
    for await (const piece of createReadStream(path.join(files, name), { highWaterMark: CHUNK }))
      yield `B${(piece as Buffer).toString('base64')}`
  }
}

/** SHA-256 of lines, each with its end. */
export class LineDigest {
  readonly #hash = createHash('sha256')
  rows = 0

  add(line: string) {
    this.#hash.update(line).update('\n')
    if (line.startsWith('R')) this.rows += 1
  }

  hex(): string {
    return this.#hash.digest('hex')
  }
}
