import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestSite, PASSWORD } from '../../testing/test-site.ts'

const site = openTestSite(await openTestDatabase())
const WRONG = 'a wrong sentence'

describe('sign-in', () => {
  it('after 8 wrong passwords refuses even the right one, for that account from that address', async () => {
    const [one, other] = [await site.visitor('reader'), await site.visitor('reader')]
    const from = '10.1.0.1'
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const answer = await site.signIn(attempt % 2 ? one.email.toUpperCase() : one.email, WRONG, { from })
      expect(await answer.text()).toContain('Wrong e-mail address or password')
    }
    const refused = await site.signIn(one.email, PASSWORD, { from })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Too many attempts')
    expect(refused.headers.getSetCookie()).toEqual([])
    expect((await site.signIn(other.email, PASSWORD, { from })).status).toBe(303)
    expect((await site.signIn(one.email, PASSWORD, { from: '10.1.0.2' })).status).toBe(303)
  })

  it('does not count right passwords', async () => {
    const person = await site.visitor('reader')
    const from = '10.2.0.1'
    for (let attempt = 0; attempt < 7; attempt += 1) await site.signIn(person.email, WRONG, { from })
    for (let attempt = 0; attempt < 12; attempt += 1)
      expect((await site.signIn(person.email, PASSWORD, { from })).status).toBe(303)
  })

  it('says the same of an unknown address as of a wrong password', async () => {
    const person = await site.visitor('reader')
    const texts = await Promise.all(
      [person.email, 'nobody@test.invalid'].map(async (email) => {
        const answer = await site.signIn(email, WRONG, { from: '10.3.0.1' })
        return [answer.status, (await answer.text()).replaceAll(email, '')]
      }),
    )
    expect(texts[0]).toEqual(texts[1])
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
  ])('leads to this site, not to %j', async (back) => {
    const person = await site.visitor('reader')
    const places = [
      await site.signIn(person.email, PASSWORD, { from: '10.4.0.1', back }),
      await site.get(`/language?to=sv&back=${encodeURIComponent(back)}`),
    ]
    for (const answer of places) {
      const location = answer.headers.get('location') ?? ''
      expect(location).toMatch(/^\/(?![/\\])/)
      expect(new URL(location, 'http://site.example').origin).toBe('http://site.example')
    }
    const page = await (await site.get(`/sign-in?back=${encodeURIComponent(back)}`)).text()
    expect(/name="back" value="([^"]*)"/.exec(page)?.[1]).toMatch(/^\/(?![/\\])/)
  })

  it('leads back to where one was going', async () => {
    const person = await site.visitor('reader')
    const answer = await site.signIn(person.email, PASSWORD, { from: '10.5.0.1', back: '/account' })
    expect(answer.headers.get('location')).toBe('/account')
  })
})
