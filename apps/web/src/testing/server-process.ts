import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { SERVER_FLAGS } from '../../../../tools/build.mjs'

export interface RunningServer {
  readonly address: string
  readonly process: ChildProcess
  /** Ends server and database at once, as a power cut would. */
  killAll(): Promise<void>
  stop(): Promise<void>
  output(): string
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const MAIN = path.resolve('apps/web/dist/server/main.js')

export function spawnServer(dataDir: string, port: number, env: Record<string, string> = {}) {
  return spawn(process.execPath, [...SERVER_FLAGS, MAIN], {
    env: {
      PATH: process.env.PATH ?? '',
      JAMVIKT_ROOT: path.resolve('.'),
      JAMVIKT_DATA_DIR: dataDir,
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The built server on a data folder, ready to answer. */
export async function startServer(dataDir: string, env: Record<string, string> = {}): Promise<RunningServer> {
  const port = await freePort()
  const child = spawnServer(dataDir, port, env)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const address = `http://localhost:${port}`
  for (let attempt = 0; ; attempt += 1) {
    if (child.exitCode !== null || attempt > 600) throw new Error(`the server did not start: ${said}`)
    const ready = await fetch(`${address}/ready`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return {
    address,
    process: child,
    output: () => said,
    async killAll() {
      const database = Number(
        readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
      )
      child.kill('SIGKILL')
      process.kill(database, 'SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

type Body = FormData | Record<string, string>

function send(address: string, cookie: string, place: string, body: Body) {
  const form = body instanceof FormData
  return fetch(`${address}${place}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: address,
      cookie,
      ...(form ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: form ? body : new URLSearchParams(body),
  })
}

export interface Client {
  readonly home: string
  get(place: string): Promise<Response>
  post(place: string, body: Body): Promise<Response>
  /** The same session at another address, as after a restart. */
  at(address: string): Client
}

function clientOf(address: string, cookie: string, home: string): Client {
  return {
    home,
    get: (place) =>
      fetch(`${address}${place}`, { redirect: 'manual', headers: { cookie, accept: 'text/html' } }),
    post: (place, body) => send(address, cookie, place, body),
    at: (other) => clientOf(other, cookie, home),
  }
}

/** A signed-in person as a program sees the site: a cookie and forms. */
export async function signIn(address: string, account: { email: string; password: string }): Promise<Client> {
  const answer = await send(address, '', '/sign-in', { email: account.email, password: account.password })
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const home = (await clientOf(address, cookie, '').get('/')).headers.get('location') ?? ''
  return clientOf(address, cookie, home)
}
