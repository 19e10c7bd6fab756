import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWhenChanged } from '../../../tools/build.mjs'
import {
  type Client,
  freePort,
  type RunningServer,
  signIn,
  spawnServer,
  startServer,
} from './testing/server-process.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt faults å '))
const dataDir = path.join(folder, 'data')
let server: RunningServer

interface Account {
  readonly role: string
  readonly email: string
  readonly password: string
}
function account(role: string): Account {
  const accounts = JSON.parse(readFileSync(path.join(dataDir, 'demo-accounts.json'), 'utf8')) as Account[]
  const found = accounts.find((one) => one.role === role)
  if (!found) throw new Error(`no ${role}`)
  return found
}

beforeAll(async () => {
  await buildWhenChanged()
  chmodSync(folder, 0o755) // so that the database's own user can walk down to it
  mkdirSync(dataDir)
  server = await startServer(dataDir)
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

function refusalOf(
  data: string,
  port: number,
  env: Record<string, string> = {},
): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve) => {
    const child = spawnServer(data, port, env)
    let text = ''
    child.stderr.setEncoding('utf8').on('data', (part: string) => (text += part))
    child.on('exit', (code) => resolve({ code, text }))
  })
}

describe('a start that cannot be', () => {
  it('is refused on a data folder in use', async () => {
    const { code, text } = await refusalOf(dataDir, await freePort())
    expect(code).toBe(1)
    expect(text).toContain('in use by another Jämvikt')
  })

  it('is refused on a port that is taken, and lets its data folder go', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const second = path.join(folder, 'second')
    const { code, text } = await refusalOf(second, port)
    other.close()
    expect(code).toBe(1)
    expect(text).toContain(`Port ${port} is taken`)
  })

  it('is refused when the database cannot be reached, or the address is none', async () => {
    const third = path.join(folder, 'third')
    const away = await refusalOf(third, await freePort(), {
      DATABASE_URL: `postgres://x:secret-word@127.0.0.1:${await freePort()}/x`,
    })
    expect(away.text).toContain('cannot be reached')
    expect(away.text).not.toContain('secret-word')
    expect((await refusalOf(third, await freePort(), { DATABASE_URL: 'mysql://x' })).text).toContain(
      'DATABASE_URL must begin with postgres',
    )
  })

  it('is refused in words on a data folder that cannot be made', async () => {
    const file = path.join(folder, 'a-file')
    writeFileSync(file, 'no folder')
    const { code, text } = await refusalOf(path.join(file, 'data'), await freePort())
    expect(code).toBe(1)
    expect(text).toContain('is not writable')
  })

  it('is refused when a setting is malformed', async () => {
    expect((await refusalOf(path.join(folder, 'fourth'), 99_999)).text).toContain('PORT must be a number')
  })
})

const CUTS = 3
const WRITES = 200

describe('a power cut', () => {
  it(`among ${WRITES} writes, ${CUTS} times: every acknowledged write is there`, async () => {
    const acknowledged: string[] = []
    const session = await signIn(server.address, account('administrator'))
    for (let cut = 0; cut <= CUTS; cut += 1) {
      const administrator = session.at(server.address)
      const until = Math.round(((cut + 1) * WRITES) / (CUTS + 1))
      while (acknowledged.length < until) {
        const email = `person-${cut}-${acknowledged.length}@test.invalid`
        const answer = await administrator.post(`${administrator.home}/people`, {
          name: 'Person Test',
          email,
          role: 'reader',
        })
        expect(answer.status).toBe(200)
        acknowledged.push(email)
      }
      if (cut === CUTS) break
      const inFlight = administrator
        .post(`${administrator.home}/people`, {
          name: 'Person Test',
          email: `cut-${cut}@test.invalid`,
          role: 'reader',
        })
        .catch(() => null)
      await server.killAll()
      await inFlight
      server = await startServer(dataDir)
    }
    const administrator = session.at(server.address)
    const page = await (await administrator.get(`${administrator.home}/people`)).text()
    expect(acknowledged.filter((email) => !page.includes(email))).toEqual([])
    expect(acknowledged).toHaveLength(WRITES)
  })

  it('in mid-import: the list is whole or absent, and the next start goes on by itself', async () => {
    const session = await signIn(server.address, account('analyst'))
    for (let cut = 0; cut < CUTS; cut += 1) {
      const analyst = session.at(server.address)
      const rows = 30_000
      const importPage = await orderImport(analyst, rows, `Avbrott ${cut}`)
      await until(async () =>
        /"share":0\.[1-9]/.test(await (await analyst.get(`${importPage}/status`)).text()),
      )
      await server.killAll()
      server = await startServer(dataDir)
      const again = session.at(server.address)
      const before = await (await again.get(`${importPage}/status`)).json()
      if (before.done === false) {
        const lists = await (await again.get(`${again.home}/money`)).text()
        expect(lists.match(new RegExp(`Avbrott ${cut}[\\s\\S]*?<td[^>]*>(\\d+)<`))?.[1]).toBe('0')
      }
      await until(async () => (await (await again.get(`${importPage}/status`)).json()).done === true)
      const done = await (await again.get(importPage)).text()
      expect(done.replace(/[\s\u00a0\u202f]/g, '')).toContain(`Klart:${rows}raderlästa`)
    }
  })
})

async function until(holds: () => Promise<boolean>) {
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it never came to pass')
}

/** Uploads a list of so many rows, maps it and orders its import; gives the import's page. */
async function orderImport(analyst: Client, rows: number, name: string): Promise<string> {
  const lines = Array.from(
    { length: rows },
    (_, index) => `D-${index};${index % 3 === 0 ? 'K' : 'M'};${index % 2 === 0 ? 'Beviljad' : 'Avslag'};1000`,
  )
  const upload = new FormData()
  upload.set('name', name)
  upload.set('file', new File([`Dnr;Kön;Beslut;Sökt belopp\n${lines.join('\n')}`], 'lista.csv'))
  const uploaded = (await analyst.post(`${analyst.home}/money/uploads`, upload)).headers.get('location') ?? ''
  await until(async () => (await (await analyst.get(`${uploaded}/status`)).json()).done === true)
  const answer = await analyst.post(uploaded, {
    'column.case': 'Dnr',
    'column.sex': 'Kön',
    'column.outcome': 'Beslut',
    'column.appliedAmount': 'Sökt belopp',
    leaderRule: 'CEO',
    'listed.sex.0': '1',
    'value.sex.0': 'K',
    'meaning.sex.0': 'women',
    'listed.sex.1': '1',
    'value.sex.1': 'M',
    'meaning.sex.1': 'men',
    'listed.outcome.0': '1',
    'value.outcome.0': 'Beviljad',
    'meaning.outcome.0': 'granted',
    'listed.outcome.1': '1',
    'value.outcome.1': 'Avslag',
    'meaning.outcome.1': 'refused',
  })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
