import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { PLAIN_STYLE } from '../model-style.ts'
import { writeDocx } from '../worker/write-docx.ts'
import { layOut } from './lay-out.ts'
import { bareWords } from './testing/any-report.ts'
import { sampleReport } from './testing/sample-report.ts'

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

it('Word files are opened by LibreOffice with all their words and figures', {
  timeout: 600_000,
}, async () => {
  if (!hasLibreOffice()) {
    console.warn(
      'LibreOffice is not here: Word files are not opened by it. Install “libreoffice-writer-nogui”.',
    )
    return
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-word-'))
  try {
    const report = layOut(sampleReport('sv'))
    writeFileSync(
      path.join(folder, 'report.docx'),
      await writeDocx(report, PLAIN_STYLE, () => Promise.resolve()),
    )
    const args = [
      '--headless',
      `-env:UserInstallation=file://${folder}/home`,
      '--convert-to',
      'txt:Text (encoded):UTF8',
    ]
    const done = spawnSync(PROGRAM, [...args, '--outdir', folder, path.join(folder, 'report.docx')], {
      encoding: 'utf8',
      timeout: 300_000,
    })
    expect(done.stderr ?? '').not.toContain('Error')
    const told = bareWords(readFileSync(path.join(folder, 'report.txt'), 'utf8'))
    const texts = report.blocks.flatMap((block) => {
      if (block.kind === 'heading') return [block.text]
      return block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : []
    })
    expect(texts.filter((text) => !told.includes(bareWords(text)))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
