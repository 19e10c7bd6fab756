import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { cookieOf, openTestSite, PASSWORD } from '../../testing/test-site.ts'

const database = await openTestDatabase()
const site = openTestSite(database)

async function rolesOf(personId: string) {
  const { rows } = await database.owner.query<{ region_id: string; role: string }>(
    'select region_id, role from member where user_id = $1',
    [personId],
  )
  return rows.map((row) => [row.region_id, row.role])
}

async function left(personId: string) {
  const { rows } = await database.owner.query(
    `select (select count(*)::int from identity.account where "userId" = $1) as passwords,
      (select count(*)::int from identity.verification where value = $1) as links,
      (select count(*)::int from identity.session where "userId" = $1) as sessions`,
    [personId],
  )
  return rows[0]
}

const linkIn = (page: string) => /\/reset\/([\w-]+)/.exec(page)?.[1] ?? 'none'
const setPassword = (token: string, password: string, from: string) =>
  site.post(`/reset/${token}`, { password, repeat: password }, { from })

describe('adding a person', () => {
  it('of another region is refused: no member, no link, and the password stays', async () => {
    const admin = await site.visitor('administrator')
    const other = await site.visitor('analyst')
    const form = { name: 'Other Person', email: other.email.toUpperCase(), role: 'administrator' }
    const answer = await site.post(`${admin.home}/people`, form, { by: admin })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('The address belongs to somebody in another region')
    expect(linkIn(page)).toBe('none')
    expect(await rolesOf(other.actor.personId)).toEqual([[other.actor.regionId, 'analyst']])
    expect((await site.signIn(other.email, PASSWORD, { from: '10.1.0.1' })).status).toBe(303)
  })

  it('who is oneself does not change one’s role', async () => {
    const admin = await site.visitor('administrator')
    const form = { name: 'Myself', email: admin.email, role: 'reader' }
    const answer = await site.post(`${admin.home}/people`, form, { by: admin })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('The person is here already')
    expect(await rolesOf(admin.actor.personId)).toEqual([[admin.actor.regionId, 'administrator']])
    expect((await site.get(`${admin.home}/people`, { by: admin })).status).toBe(200)
  })

  it('is for administrators of that region: others find no such page', async () => {
    const admin = await site.visitor('administrator')
    const reader = await site.visitor('reader', admin.actor.regionId)
    const stranger = await site.visitor('administrator')
    const form = { name: 'New Person', email: 'sneaked@test.invalid', role: 'administrator' }
    for (const by of [reader, stranger]) {
      expect((await site.get(`${admin.home}/people`, { by })).status).toBe(404)
      expect((await site.post(`${admin.home}/people`, form, { by })).status).toBe(404)
    }
    const { rows } = await database.owner.query('select 1 from identity."user" where email = $1', [
      form.email,
    ])
    expect(rows).toEqual([])
  })
})

describe('a person who is removed', () => {
  it('has no password, no open link and no session left', async () => {
    const admin = await site.visitor('administrator')
    const people = `${admin.home}/people`
    const form = { name: 'New Person', email: 'new@test.invalid', role: 'reader' }
    const added = await site.post(people, form, { by: admin })
    expect((await setPassword(linkIn(await added.text()), PASSWORD, '10.2.0.1')).status).toBe(303)
    const entered = await site.signIn(form.email, PASSWORD, { from: '10.2.0.1' })
    const person = { cookie: cookieOf(entered) }
    expect((await site.get('/account', { by: person })).status).toBe(200)
    const { rows } = await database.owner.query('select id from identity."user" where email = $1', [
      form.email,
    ])
    const personId: string = rows[0]?.id
    const link = linkIn(await (await site.post(`${people}/${personId}/link`, {}, { by: admin })).text())
    expect(await left(personId)).toEqual({ passwords: 1, links: 1, sessions: 1 })

    expect((await site.post(`${people}/${personId}/remove`, {}, { by: admin })).status).toBe(303)
    expect(await rolesOf(personId)).toEqual([])
    expect(await left(personId)).toEqual({ passwords: 0, links: 0, sessions: 0 })
    expect((await site.signIn(form.email, PASSWORD, { from: '10.2.0.2' })).status).toBe(422)
    expect((await setPassword(link, 'another long sentence', '10.2.0.3')).status).toBe(422)
    expect((await site.get('/account', { by: person })).headers.get('location')).toMatch(/^\/sign-in/)
  })

  it('and added in another region sets a password of their own', async () => {
    const [first, second] = [await site.visitor('administrator'), await site.visitor('administrator')]
    const form = { name: 'Moving Person', email: 'moving@test.invalid', role: 'analyst' }
    const old = linkIn(await (await site.post(`${first.home}/people`, form, { by: first })).text())
    const { rows } = await database.owner.query('select id from identity."user" where email = $1', [
      form.email,
    ])
    await site.post(`${first.home}/people/${rows[0]?.id}/remove`, {}, { by: first })
    const fresh = linkIn(await (await site.post(`${second.home}/people`, form, { by: second })).text())
    expect((await setPassword(old, 'the first region’s sentence', '10.3.0.1')).status).toBe(422)
    expect((await setPassword(fresh, PASSWORD, '10.3.0.2')).status).toBe(303)
    expect((await site.post(`${first.home}/people/${rows[0]?.id}/link`, {}, { by: first })).status).toBe(404)
    expect(await rolesOf(rows[0]?.id)).toEqual([[second.actor.regionId, 'analyst']])
  })

  it('is never the last administrator', async () => {
    const admin = await site.visitor('administrator')
    const place = `${admin.home}/people/${admin.actor.personId}/remove`
    expect((await site.post(place, {}, { by: admin })).status).toBe(422)
    expect(await rolesOf(admin.actor.personId)).toEqual([[admin.actor.regionId, 'administrator']])
  })
})
