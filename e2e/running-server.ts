// Starts one built server on fresh data for all journeys, signs its demo people in, and stops it at the end.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { discardData } from '../apps/web/src/testing/discard-data.ts'
import { SERVER_FLAGS } from '../tools/build.mjs'

export type DemoRole =
  | 'analyst'
  | 'administrator'
  | 'strategist'
  | 'officer'
  | 'reader'
  | 'agency'
  | 'agency-staff'

export interface Account {
  readonly role: DemoRole
  readonly email: string
  readonly password: string
}

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    dataDir: string
    accounts: readonly Account[]
    /** The session cookie of each role as name and value: signing in by form is limited to a few times a minute. */
    sessions: Record<DemoRole, { readonly name: string; readonly value: string }>
    /** The demo region's part of the address. */
    slug: string
    /** The demo agency's. */
    agencySlug: string
  }
}

const ROOT = path.resolve(import.meta.dirname, '..')
const OUTPUT = path.join(import.meta.dirname, '.output')
const START_TIMEOUT_MS = 120_000

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

export interface RunningServer {
  readonly address: string
  readonly dataDir: string
  readonly pid: number
  readonly startedInMs: number
  stop(): Promise<void>
}

/** Starts the built server and resolves when it is ready; `dataDir` is kept, so that a second start can be made. */
export async function startServer(dataDir: string): Promise<RunningServer> {
  const port = await freePort()
  const began = performance.now()
  const main = path.join(ROOT, 'apps', 'web', 'dist', 'server', 'main.js')
  const child = spawn(process.execPath, [...SERVER_FLAGS, main], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      JAMVIKT_ROOT: ROOT,
      JAMVIKT_DATA_DIR: dataDir,
      JAMVIKT_BASE_URL: '',
      DATABASE_URL: '',
    },
  })
  let said = ''
  mkdirSync(OUTPUT, { recursive: true })
  const log = createWriteStream(path.join(OUTPUT, 'server.log'))
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => {
      said = (said + piece.toString()).slice(-20_000)
      log.write(piece)
    })
  const address = `http://localhost:${port}`
  for (;;) {
    const ready = await fetch(`${address}/ready`).catch(() => null)
    if (ready?.ok) break
    if (child.exitCode !== null || performance.now() - began > START_TIMEOUT_MS)
      throw new Error(`the server did not start:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    address,
    dataDir,
    pid: child.pid ?? 0,
    startedInMs: performance.now() - began,
    stop: async () => {
      if (child.exitCode !== null) throw new Error(`the server ended by itself:\n${said}`)
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Builds the application where a source has changed. */
export function build() {
  const built = spawnSync(process.execPath, [path.join(ROOT, 'tools', 'build.mjs')], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}${built.stderr}`)
}

/** Signs in by the form and returns the session cookie. */
export async function signInByForm(address: string, account: Account) {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ email: account.email, password: account.password, back: '/' }),
  })
  const cookie = answer.headers.getSetCookie().find((one) => one.includes('session_token='))
  const [pair = ''] = cookie?.split(';') ?? []
  const at = pair.indexOf('=')
  if (at < 1) throw new Error(`${account.role} was not signed in: ${answer.status}`)
  return { name: pair.slice(0, at), value: pair.slice(at + 1) }
}

export function demoAccounts(dataDir: string): Account[] {
  return JSON.parse(readFileSync(path.join(dataDir, 'demo-accounts.json'), 'utf8')) as Account[]
}

export function accountOf(accounts: readonly Account[], role: DemoRole): Account {
  const account = accounts.find((one) => one.role === role)
  if (!account) throw new Error(`no demo account is ${role}`)
  return account
}

export default async function setup(project: TestProject) {
  build()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jamvikt-journeys-'))
  const server = await startServer(dataDir)
  const accounts = demoAccounts(dataDir)
  const session = (role: DemoRole) => signInByForm(server.address, accountOf(accounts, role))
  const sessions = {
    analyst: await session('analyst'),
    administrator: await session('administrator'),
    strategist: await session('strategist'),
    officer: await session('officer'),
    reader: await session('reader'),
    agency: await session('agency'),
    'agency-staff': await session('agency-staff'),
  }
  const slugOf = async ({ name, value }: { readonly name: string; readonly value: string }) => {
    const home = await fetch(server.address, { redirect: 'manual', headers: { cookie: `${name}=${value}` } })
    return (home.headers.get('location') ?? '').replace('/r/', '')
  }
  project.provide('address', server.address)
  project.provide('dataDir', dataDir)
  project.provide('accounts', accounts)
  project.provide('sessions', sessions)
  project.provide('slug', await slugOf(sessions.reader))
  project.provide('agencySlug', await slugOf(sessions.agency))
  return async () => {
    await server.stop()
    discardData(dataDir)
  }
}
