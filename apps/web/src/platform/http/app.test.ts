import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { NOBODY, openTestSite, PASSWORD } from '../../testing/test-site.ts'

const database = await openTestDatabase()
const site = openTestSite(database)
const MEGABYTE = 1024 * 1024
for (const [name, code] of Object.entries({ disk: 'ENOSPC', database: '53100', other: 'EIO' }))
  site.app.get(`/fault/${name}`, () => {
    throw Object.assign(new Error('secret'), { code })
  })

function streamed(bytes: number) {
  const chunk = new Uint8Array(64 * 1024).fill(97)
  let left = bytes
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left <= 0) return controller.close()
      controller.enqueue(chunk)
      left -= chunk.length
    },
  })
}

describe('a body', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }

  it('over a megabyte is refused with a problem', async () => {
    const body = `email=${'a'.repeat(MEGABYTE)}`
    const headers = { ...form, 'content-length': String(body.length) }
    const answer = await site.request('/sign-in', { method: 'POST', body }, { headers })
    expect(answer.status).toBe(413)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ type: 'about:blank', status: 413 })
  })

  it('over a megabyte that does not state its length is refused as well', async () => {
    const init = { method: 'POST', body: streamed(3 * MEGABYTE), duplex: 'half' } as const
    const answer = await site.request('/sign-in', init, { headers: form })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ status: 413 })
  })

  it('over a megabyte is refused at the addresses of a region, from anybody', async () => {
    const admin = await site.visitor('administrator')
    const body = `name=${'a'.repeat(MEGABYTE)}`
    const headers = { ...form, 'content-length': String(body.length) }
    for (const by of [admin, NOBODY]) {
      const answer = await site.request(`${admin.home}/people`, { method: 'POST', body }, { by, headers })
      expect(answer.status).toBe(413)
    }
  })

  it('of JSON, or that is no form at all, is refused by a form’s address', async () => {
    const admin = await site.visitor('administrator')
    const places = ['/sign-in', '/reset/token', `${admin.home}/people`]
    const bodies: [string, string][] = [
      ['application/json', JSON.stringify({ email: admin.email, password: PASSWORD })],
      ['multipart/form-data', 'no boundary'],
      ['multipart/form-data; boundary=x', '--y broken'],
      ['text/plain', 'plain'],
      ['', ''],
    ]
    for (const place of places)
      for (const [type, body] of bodies) {
        const headers: Record<string, string> = type ? { 'content-type': type } : {}
        const answer = await site.request(place, { method: 'POST', body }, { by: admin, headers })
        expect(answer.status, `${place} ${type}`).toBeGreaterThanOrEqual(400)
        expect(answer.status, `${place} ${type}`).toBeLessThan(500)
        expect(answer.headers.getSetCookie()).toEqual([])
      }
  })

  it('sent from another site is refused', async () => {
    const admin = await site.visitor('administrator')
    const headers = { origin: 'https://evil.example' }
    const answer = await site.post('/account/sign-out-everywhere', {}, { by: admin, headers })
    expect(answer.status).toBe(403)
    expect((await site.get('/account', { by: admin })).status).toBe(200)
  })
})

describe('an address with a zero byte', () => {
  it('is refused or unknown, never a failure', async () => {
    const admin = await site.visitor('administrator')
    const inPath = ['/%00', '/r/%00', '/r/x%00/people', `${admin.home}/%00`, '/assets/%00']
    const inQuery = ['/sign-in?back=%00', '/language?to=%00&back=/%00', `${admin.home}/people?x=%00`]
    for (const by of [admin, NOBODY]) {
      for (const place of [...inPath, `${admin.home}/people/%00/remove`]) {
        expect((await site.get(place, { by })).status, `GET ${place}`).toBe(404)
        expect((await site.post(place, {}, { by })).status, `POST ${place}`).toBe(404)
      }
      for (const place of inQuery) expect((await site.get(place, { by })).status, `GET ${place}`).toBe(400)
      expect((await site.post('/reset/%00', { password: PASSWORD, repeat: PASSWORD }, { by })).status).toBe(
        422,
      )
    }
  })

  it('or such a byte in a form’s field is refused, never a failure', async () => {
    const admin = await site.visitor('administrator')
    const form = { name: 'A\0B', email: 'a\0b@test.invalid', role: 'reader' }
    for (const answer of [
      await site.post(`${admin.home}/people`, form, { by: admin }),
      await site.post('/sign-in', { email: 'a\0b@test.invalid', password: 'x\0y' }, { from: '10.9.0.1' }),
      await site.post('/reset/token', { password: 'a\0sentence to keep', repeat: 'a\0sentence to keep' }),
    ]) {
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
    }
  })
})

describe('a disk without room', () => {
  it('is told in words, of the server as of the database; any other fault tells no more than that', async () => {
    for (const [name, status] of [
      ['disk', 507],
      ['database', 507],
      ['other', 500],
    ] as const) {
      const answer = await site.get(`/fault/${name}`, { headers: { accept: 'text/html' } })
      expect(answer.status, name).toBe(status)
      const page = await answer.text()
      expect(page).not.toContain('secret')
      expect(page.includes('The disk is full')).toBe(status === 507)
    }
  })
})

it('keeps of a mistyped address nothing that opens a door', async () => {
  const reader = await site.visitor('reader')
  for (const kind of ['update', 'referral', 'reset'])
    expect((await site.get(`/${kind}/a.secret-key/`, { by: reader })).status).toBe(404)
  const { rows } = await database.owner.query<{ entity_id: string }>(
    "select entity_id from history where region_id = $1 and kind = 'refusal'",
    [reader.actor.regionId],
  )
  expect(rows.map((row) => row.entity_id)).toEqual(['/update/…', '/referral/…', '/reset/…'])
})
