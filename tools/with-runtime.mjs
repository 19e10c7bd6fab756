// node tools/with-runtime.mjs SCRIPT [ARGUMENTS …]: runs SCRIPT on Node 24 with the dependencies in place.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensureRuntime, root } from './runtime.mjs'

const [script, ...args] = process.argv.slice(2)
const nodePath = ensureRuntime()
const env = { ...process.env, PATH: `${path.dirname(nodePath)}${path.delimiter}${process.env.PATH ?? ''}` }
const child = spawn(nodePath, [path.resolve(root, script), ...args], { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
