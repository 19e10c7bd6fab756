import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { StartRefusal } from '../config.ts'
import { LineDigest, peopleLines, regionLines } from './region-lines.ts'
import { bindTo, migrationsOf, regionBySlug } from './region-tables.ts'
import { soundBackup } from './sound-backup.ts'

export interface BackedUp {
  readonly regionName: string
  /** Rows of the region, and a checksum of them and of its files: equal regions have equal ones. */
  readonly rows: number
  readonly sha256: string
}

/** The last line of a back-up: the checksum of all lines between, and that of the region without its people. */
export interface BackupEnd {
  readonly rows: number
  readonly sha256: string
  readonly regionSha256: string
}

/** The first line of a back-up. */
export interface BackupHead {
  readonly format: 'jamvikt-backup'
  readonly version: 1
  readonly madeAt: string
  readonly region: { readonly id: string; readonly slug: string; readonly name: string }
  readonly migrations: readonly string[]
}

/**
 * Writes a whole region into one file, as it is at one moment: the file is there whole, seen by reading it again, or not
 * at all.
 * @param filesOf where the region's own files are
 * @throws StartRefusal where there is no such region, or the file cannot be written
 */
export async function backUp(order: {
  readonly ownerUrl: string
  readonly slug: string
  readonly target: string
  readonly filesOf: (regionId: string) => string
}): Promise<BackedUp> {
  const client = new pg.Client({ connectionString: order.ownerUrl })
  await client.connect()
  const part = `${order.target}.part`
  try {
    const region = await regionBySlug(client, order.slug)
    if (region === null) throw new StartRefusal(`There is no region with the slug “${order.slug}”.`)
    await client.query('begin isolation level repeatable read read only')
    await bindTo(client, region.id)
    const head: BackupHead = {
      format: 'jamvikt-backup',
      version: 1,
      madeAt: new Date().toISOString(),
      region,
      migrations: await migrationsOf(client),
    }
    const whole = new LineDigest()
    const own = new LineDigest()
    const squeezed = createGzip()
    const file = createWriteStream(part, { mode: 0o600 })
    const written = finished(squeezed.pipe(file))
    written.catch(() => undefined)
    const write = async (line: string) => {
      if (!squeezed.write(`${line}\n`)) await Promise.race([once(squeezed, 'drain'), written])
    }
    await write(JSON.stringify(head))
    for await (const line of peopleLines(client, region.id)) {
      whole.add(line)
      await write(line)
    }
    for await (const line of regionLines(client, region.id, order.filesOf(region.id))) {
      whole.add(line)
      own.add(line)
      await write(line)
    }
    const end: BackupEnd = { rows: own.rows, sha256: whole.hex(), regionSha256: own.hex() }
    await write(`E${JSON.stringify(end)}`)
    squeezed.end()
    await written
    await client.query('commit')
    const handle = await open(part)
    await handle.sync()
    await handle.close()
    await soundBackup(part)
    await rename(part, order.target)
    return { regionName: region.name, rows: end.rows, sha256: end.regionSha256 }
  } catch (error) {
    await rm(part, { force: true })
    if (
      error instanceof Error &&
      'code' in error &&
      /^(ENOENT|EACCES|EISDIR|ENOSPC|EROFS)$/.test(String(error.code))
    )
      throw new StartRefusal(
        `“${path.resolve(order.target)}” cannot be written (${String(error.code)}): choose another place, or make room.`,
        { cause: error },
      )
    throw error
  } finally {
    await client.end()
  }
}
