import { expect, inject, it, vi } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { csvOf, openTestFunding } from '../../testing/test-funding.ts'
import { TWO_YEARS } from '../../testing/test-releases.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { addFunding } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { bring, doors } = openTestFunding(database, 0)
addFunding(site.app, site.platform, doors)

const WAITING = 'The tables are being protected'
const FORM = 'name="confirm"'

/** An analyst with a list, and how the pages about its release are answered. */
async function openList() {
  const by = await site.visitor('analyst')
  const { list } = await bring(by.actor, csvOf(TWO_YEARS))
  const here = `${by.home}/money/lists/${list.id}`
  const status = async () => (await site.get(`${here}/release/status`, { by })).json()
  return {
    here,
    status,
    done: () => vi.waitFor(async () => expect(await status()).toEqual({ done: true, share: 1 }), 30_000),
    get: (place = '') => site.get(`${here}${place}`, { by }),
    post: (place: string, form: Record<string, string>) => site.post(`${here}${place}`, form, { by }),
    page: async () => {
      const answer = await site.get(`${here}/release`, { by })
      expect(answer.status).toBe(200)
      return answer.text()
    },
  }
}

/** Keeps the protection, and it alone, from going on while `during` runs. */
async function heldBack(during: () => Promise<void>) {
  const client = await database.owner.connect()
  try {
    await client.query('begin; lock table funding_released_period in access exclusive mode')
    await during()
  } finally {
    await client.query('rollback')
    client.release()
  }
}

it('the release page shows progress until the tables are protected, and other pages are answered meanwhile', async () => {
  const list = await openList()
  await heldBack(async () => {
    const waiting = await list.page()
    expect(waiting).toContain(WAITING)
    expect(waiting).toContain(`data-progress="${list.here}/release/status"`)
    expect(waiting).toContain('http-equiv="refresh"')
    expect(waiting).toContain(`href="${list.here}/settings"`)
    expect(waiting).not.toContain(FORM)
    expect(await list.status()).toEqual({ done: false, share: 0 })
    const preview = await list.get('/release/preview?period=2023')
    expect([preview.status, preview.headers.get('location')]).toEqual([302, `${list.here}/release`])
    expect(await (await list.get()).text()).toContain('id="groups"')
    expect(await list.page()).toContain(WAITING)
  })
  await list.done()
  expect(await list.page()).toContain(FORM)
  expect((await list.get('/release/preview?period=2023')).status).toBe(200)
})

it('a protection that is called off leads back to the list, and starts anew when asked for again', async () => {
  const list = await openList()
  await heldBack(async () => {
    expect(await list.page()).toContain(WAITING)
    const answer = await list.post('/release/protection', {})
    expect([answer.status, answer.headers.get('location')]).toEqual([303, list.here])
    await list.done()
    expect(await list.page()).toContain(WAITING)
    expect(await list.status()).toEqual({ done: false, share: 0 })
  })
  await list.done()
  expect(await list.page()).toContain(FORM)
})

it('a protection that failed says so until it is tried again', async () => {
  const list = await openList()
  await database.owner.query(`revoke select on funding_released_period from ${inject('appRole')}`)
  expect(await list.page()).toContain(WAITING)
  await list.done()
  for (const failed of [await list.page(), await list.page()]) {
    expect(failed).toContain('could not be protected')
    expect(failed).not.toContain('http-equiv="refresh"')
    expect(failed).not.toContain(FORM)
  }
  await database.owner.query(`grant select on funding_released_period to ${inject('appRole')}`)
  const answer = await list.post('/release/protection', { again: '1' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${list.here}/release`])
  expect(await list.page()).toContain(WAITING)
  await list.done()
  expect(await list.page()).toContain(FORM)
})

it('a form that is sent is answered with the tables, however long they take', async () => {
  const list = await openList()
  const answer = await list.post('/release', { period: '2023' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(FORM)
})

it('a form with nothing chosen and nothing confirmed is told both at once', async () => {
  const list = await openList()
  const answer = await list.post('/release', {})
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Nothing is chosen. Tick at least one period.')
  expect(page).toContain('Confirm that you release the figures.')
})
