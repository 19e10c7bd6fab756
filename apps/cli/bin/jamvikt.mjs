#!/usr/bin/env node
// Runs the command line on Node 24, which is fetched when this Node is older.
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = path.dirname(realpathSync(fileURLToPath(import.meta.url)))

async function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const runtime = path.resolve(here, '../../../tools/runtime.mjs')
  const { ensureRuntime } = await import(pathToFileURL(runtime).href)
  return ensureRuntime()
}

const main = path.resolve(here, '../src/main.ts')
const child = spawn(await node24(), ['--no-warnings', main, ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  process.stderr.write(`jamvikt: ${error.message}\n`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
