// `npm start`: runtime, dependencies, build, then the server. Everything is skipped that stands already.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureRuntime, root } from './runtime.mjs'

const nodePath = ensureRuntime()
const { buildWhenChanged, SERVER_FLAGS } = await import(
  pathToFileURL(path.join(root, 'tools', 'build.mjs')).href
)
await buildWhenChanged(nodePath)
const env = {
  ...process.env,
  NODE_ENV: process.env.NODE_ENV ?? 'production',
  JAMVIKT_ROOT: root,
  PATH: `${path.dirname(nodePath)}${path.delimiter}${process.env.PATH ?? ''}`,
}
const main = path.join(root, 'apps', 'web', 'dist', 'server', 'main.js')
const child = spawn(nodePath, [...SERVER_FLAGS, main], { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
