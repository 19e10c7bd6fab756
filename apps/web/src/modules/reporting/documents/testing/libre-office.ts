import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const PROGRAM = '/usr/bin/soffice'

/** LibreOffice is large: the deep suite alone fetches it, where it may. */
function hasLibreOffice(): boolean {
  if (existsSync(PROGRAM)) return true
  if (process.env.JAMVIKT_DEEP !== '1' || process.getuid?.() !== 0) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-writer-nogui'],
  ])
    spawnSync('apt-get', args, { stdio: 'ignore', env })
  return existsSync(PROGRAM)
}

/** The words of Word files as LibreOffice reads them, in their order; `null`, said aloud, where it is not here. */
export function readByLibreOffice(files: readonly Uint8Array[]): string[] | null {
  if (!hasLibreOffice()) {
    console.warn(
      'LibreOffice is not here: Word files are not opened by it. Install “libreoffice-writer-nogui”.',
    )
    return null
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-word-'))
  try {
    const names = files.map((bytes, at) => {
      writeFileSync(path.join(folder, `${at}.docx`), bytes)
      return path.join(folder, `${at}.docx`)
    })
    const args = [
      '--headless',
      `-env:UserInstallation=file://${folder}/home`,
      '--convert-to',
      'txt:Text (encoded):UTF8',
    ]
    const done = spawnSync(PROGRAM, [...args, '--outdir', folder, ...names], {
      encoding: 'utf8',
      timeout: 300_000,
    })
    if (done.stderr?.includes('Error')) throw new Error(done.stderr)
    return files.map((_, at) => readFileSync(path.join(folder, `${at}.txt`), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
