import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, inject, it } from 'vitest'
import type { Config } from '../config.ts'
import { loadSecrets } from '../secrets.ts'
import { openSessions } from '../session.ts'
import { openRegion } from './open-region.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-own-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A database of one's own, as an operator would give it. */
async function ownDatabase(name: string): Promise<Config> {
  const client = new pg.Client({ connectionString: inject('ownerUrl') })
  await client.connect()
  const database = `${inject('template').replace('template', 'test')}_${name}`
  await client.query(`create database ${database}`)
  await client.end()
  const url = new URL(inject('ownerUrl'))
  url.pathname = `/${database}`
  const root = path.resolve('.')
  return {
    root,
    port: 4000,
    host: '0.0.0.0',
    dataDir: path.join(folder, name),
    databaseUrl: url.href,
    baseUrl: 'http://localhost:4000',
    boundaries: [],
    mail: null,
    proxies: 0,
  }
}

const order = {
  slug: 'norr',
  name: 'Region Norr',
  adminEmail: 'Admin@Test.invalid',
  adminName: 'Person Test',
}

it('opens a region whose administrator sets a password by the link, once', async () => {
  const config = await ownDatabase('open')
  const address = await openRegion(config, order)
  expect(address).toMatch(/^http:\/\/localhost:4000\/reset\/\S{10,}$/)
  const appUrl = new URL(config.databaseUrl ?? '')
  const secrets = loadSecrets(config.dataDir)
  appUrl.username = `${appUrl.pathname.slice(1)}_app`.slice(0, 63)
  appUrl.password = secrets.database
  const sessions = openSessions({ appUrl: appUrl.href, secret: secrets.session, baseUrl: config.baseUrl })
  const token = address.split('/').at(-1) ?? ''
  const headers = new Headers()
  expect(await sessions.resetPassword(token, 'a sentence to remember', '127.0.0.1')).toBe('ok')
  expect(await sessions.resetPassword(token, 'another sentence', '127.0.0.1')).toBe('stale')
  expect(
    await sessions.signIn('admin@test.invalid', 'a sentence to remember', headers, '127.0.0.1'),
  ).toMatchObject({ ok: true })
  expect(await sessions.signIn('admin@test.invalid', 'another sentence', headers, '127.0.0.1')).toEqual({
    ok: false,
    reason: 'wrong',
  })
  const attempts = []
  for (let attempt = 0; attempt < 20; attempt += 1)
    attempts.push(await sessions.signIn('admin@test.invalid', 'wrong again and again', headers, '127.0.0.2'))
  expect(attempts.at(-1)).toEqual({ ok: false, reason: 'too-many' })
  await sessions.close()
})

it('refuses a taken or malformed slug, somebody of another region, and the demo’s database', async () => {
  const config = await ownDatabase('refuse')
  await openRegion(config, order)
  const other = { ...order, adminEmail: 'other@test.invalid' }
  await expect(openRegion(config, other)).rejects.toThrow('slug “norr” already')
  await expect(openRegion(config, { ...order, slug: 'soder' })).rejects.toThrow(
    'belongs to Region Norr already',
  )
  await expect(openRegion(config, { ...order, slug: 'Region Å' })).rejects.toThrow('must be 2–39 characters')
  await expect(openRegion({ ...config, databaseUrl: null }, order)).rejects.toThrow('Set DATABASE_URL')
})
