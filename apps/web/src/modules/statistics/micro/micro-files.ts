import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** The files of microdata: a folder a region, readable by the server alone; names are made here and never sent in. */
export class MicroFiles {
  readonly folder: string

  constructor(dataDir: string) {
    this.folder = path.join(dataDir, 'micro')
  }

  /** The rows of a list. */
  rows(regionId: string, fileId: string): string {
    return path.join(this.regionFolder(regionId), `${path.basename(fileId)}.parquet`)
  }

  /** The sums of a list's rows by all its dimensions. */
  cells(regionId: string, fileId: string): string {
    return path.join(this.regionFolder(regionId), `${path.basename(fileId)}.cells.parquet`)
  }

  regionFolder(regionId: string): string {
    return path.join(this.folder, path.basename(regionId))
  }

  async makeFolder(regionId: string) {
    await mkdir(this.regionFolder(regionId), { recursive: true, mode: 0o700 })
    await chmod(this.regionFolder(regionId), 0o700)
  }

  async remove(regionId: string, fileId: string) {
    for (const file of [this.rows(regionId, fileId), this.cells(regionId, fileId)])
      await rm(file, { force: true })
  }

  /** Removes what no list of the region owns: files of an intake that broke off, or that a newer version replaced. */
  async sweep(regionId: string, owned: ReadonlySet<string>, olderThanMs: number) {
    const folder = this.regionFolder(regionId)
    const before = Date.now() - olderThanMs
    for (const name of await readdir(folder).catch(() => [])) {
      const file = path.join(folder, name)
      const isOwned = owned.has(name.split('.')[0] ?? '')
      if ((!isOwned || name.endsWith('.part')) && (await stat(file)).mtimeMs <= before)
        await rm(file, { force: true })
    }
  }
}
