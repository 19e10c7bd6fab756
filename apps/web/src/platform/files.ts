import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface StoredFile {
  readonly sha256: string
  readonly byteSize: number
}

/** Uploaded files on their way in: kept under the data folder until read, one folder a region. */
export class FileStore {
  readonly #folder: string
  constructor(dataDir: string) {
    this.#folder = path.join(dataDir, 'files')
  }

  path(regionId: string, key: string) {
    return path.join(this.#folder, path.basename(regionId), path.basename(key))
  }

  /** Writes a stream to disk, flushed before it returns: an acknowledged file is there after a crash, and of one that fails nothing is left. */
  async keep(regionId: string, content: Blob, key: string): Promise<StoredFile> {
    const target = this.path(regionId, key)
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    const hash = createHash('sha256')
    const count = new Transform({
      transform(chunk, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    try {
      await pipeline(Readable.from(content.stream()), count, createWriteStream(target, { mode: 0o600 }))
      const handle = await open(target)
      await handle.sync()
      await handle.close()
      return { sha256: hash.digest('hex'), byteSize: (await stat(target)).size }
    } catch (error) {
      await rm(target, { force: true })
      throw error
    }
  }

  async remove(regionId: string, key: string) {
    await rm(this.path(regionId, key), { force: true })
  }

  /** Removes files that nobody fetched within `days`: they hold personal data. */
  async sweep(days: number) {
    const before = Date.now() - days * 86_400_000
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries.filter((one) => one.isFile())) {
      const file = path.join(entry.parentPath, entry.name)
      if ((await stat(file)).mtimeMs < before) await rm(file, { force: true })
    }
  }
}
