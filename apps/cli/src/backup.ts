import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { MicroFiles } from '../../web/src/modules/statistics/micro/public.ts'
import { backUp } from '../../web/src/platform/backup/back-up.ts'
import { restore } from '../../web/src/platform/backup/restore.ts'
import { readConfig, StartRefusal } from '../../web/src/platform/config.ts'
import { takeDataFolder } from '../../web/src/platform/data-folder.ts'
import { openDatabase } from '../../web/src/platform/db/open-database.ts'
import { loadSecrets } from '../../web/src/platform/secrets.ts'
import type { Texts } from './messages.ts'
import type { Problems } from './options.ts'

/** `jamvikt backup --region SLUG FILE` and `jamvikt restore FILE`: a whole region in one file, and back. */
export async function runBackup(
  args: readonly string[],
  texts: Texts,
): Promise<{ ok: true; out: string } | Problems> {
  try {
    const [command, ...rest] = args
    const { values, positionals } = parseArgs({
      args: rest,
      options: { region: { type: 'string' }, help: { type: 'boolean' } },
      allowPositionals: true,
    })
    if (values.help) return { ok: true, out: `${texts.text('backupHelp')}\n` }
    const [file, extra] = positionals
    if (file === undefined) return { ok: false, problems: [texts.text('backupFileMissing')] }
    if (extra !== undefined) return { ok: false, problems: [texts.text('tooManyFiles', { name: extra })] }
    const { region } = values
    if (command === 'backup' && !region)
      return { ok: false, problems: [texts.text('regionNeeds', { option: '--region' })] }
    return await withDatabase(async (place) => {
      if (command === 'backup') {
        const { regionName, rows, sha256 } = await backUp({ ...place, slug: region ?? '', target: file })
        return { ok: true, out: `${texts.text('backedUp', { region: regionName, rows, file, sha256 })}\n` }
      }
      const { regionName, rows, sha256 } = await restore({ ...place, file })
      return { ok: true, out: `${texts.text('restored', { region: regionName, rows, sha256 })}\n` }
    })
  } catch (error) {
    const known = error instanceof StartRefusal || (error instanceof TypeError && 'code' in error)
    if (known) return { ok: false, problems: [error.message] }
    throw error
  }
}

interface Place {
  readonly ownerUrl: string
  readonly filesOf: (regionId: string) => string
}

/** One’s own database, or the embedded one while no server uses it. */
async function withDatabase<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  mkdirSync(config.dataDir, { recursive: true })
  const letGo = config.databaseUrl ? () => undefined : takeDataFolder(config.dataDir)
  try {
    const database = await openDatabase(config, loadSecrets(config.dataDir))
    try {
      const files = new MicroFiles(config.dataDir)
      return await work({
        ownerUrl: database.ownerUrl,
        filesOf: (regionId) => files.regionFolder(regionId),
      })
    } finally {
      await database.stop()
    }
  } finally {
    letGo()
  }
}
