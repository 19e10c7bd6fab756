import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const BINARIES = '/usr/lib/postgresql/15/bin'
const PORT = 54_915

/** Debian's PostgreSQL 15 on a cluster of its own, for the deep suite; as root it is installed when it is not there. */
export function startSecondPostgres(): { readonly url: string; stop(): void } {
  const root = process.getuid?.() === 0
  if (!existsSync(path.join(BINARIES, 'initdb')) && root) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'postgresql-15'],
    ])
      spawnSync('apt-get', args, { stdio: 'ignore', env })
  }
  if (!existsSync(path.join(BINARIES, 'initdb')))
    throw new Error('the deep suite needs PostgreSQL 15: install Debian’s package “postgresql-15”')
  const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-second-'))
  const person = root ? { uid: numberOf('-u'), gid: numberOf('-g') } : {}
  if (person.uid !== undefined) chownSync(folder, person.uid, person.gid)
  chmodSync(folder, 0o700)
  const cluster = path.join(folder, 'cluster')
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(path.join(BINARIES, program), args, { ...person, cwd: folder, stdio: 'ignore' })
  run('initdb', '-D', cluster, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync')
  run(
    'pg_ctl',
    '-D',
    cluster,
    '-w',
    '-l',
    path.join(folder, 'log'),
    '-o',
    `-p ${PORT} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100`,
    'start',
  )
  return {
    url: `postgres://owner@127.0.0.1:${PORT}/postgres`,
    stop() {
      run('pg_ctl', '-D', cluster, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function numberOf(flag: string) {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
}
