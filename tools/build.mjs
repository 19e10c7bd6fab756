// Builds the islands and the server into apps/web/dist, when a source has changed since the last build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fail, root } from './runtime.mjs'

/** How the server is run: a heap that is collected before it grows large, and room for a page to be made and die young. */
export const SERVER_FLAGS = [
  '--enable-source-maps',
  '--max-old-space-size=512',
  '--min-semi-space-size=32',
  '--max-semi-space-size=32',
]

const SOURCES = ['apps/web', 'packages', 'package-lock.json']
const KINDS = /\.(ts|tsx|css|json|mjs)$/

function* filesBelow(place) {
  const full = path.join(root, place)
  if (KINDS.test(place)) yield full
  else
    for (const entry of readdirSync(full, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !KINDS.test(entry.name)) continue
      const file = path.join(entry.parentPath, entry.name)
      if (!/[\\/](node_modules|dist)[\\/]/.test(file)) yield file
    }
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of [...filesBelow(source)].sort())
      hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

export async function buildWhenChanged(nodePath = process.execPath) {
  const dist = path.join(root, 'apps', 'web', 'dist')
  const stamp = path.join(dist, 'built-from')
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stdout.write('Building …\n')
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  for (const part of ['client', 'server']) {
    const done = spawnSync(nodePath, [vite, 'build', '--mode', part, '--logLevel', 'warn'], {
      cwd: path.join(root, 'apps', 'web'),
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    })
    if (done.status !== 0) {
      process.stderr.write(`${done.stdout}${done.stderr}`)
      fail(`the build of the ${part} failed.`)
    }
  }
  mkdirSync(dist, { recursive: true })
  writeFileSync(stamp, wanted)
}

if (process.argv[1] === import.meta.filename) await buildWhenChanged()
