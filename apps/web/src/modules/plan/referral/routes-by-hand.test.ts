import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestReferrals } from './asked.test-support.ts'

const database = await openTestDatabase()
const { site, sent, asked } = openTestReferrals(database, { canMail: false })

const linksIn = (html: string) => [
  ...new Set(html.match(/http:\/\/localhost:4000\/referral\/[\w.-]+/g) ?? []),
]
const pathOf = (link: string | undefined) => new URL(link ?? '').pathname

describe('without a mail server', () => {
  it('whoever asks gets the links once, to send by hand; the letters wait with the same', async () => {
    const { strategist, at, invited, link } = await asked()
    expect(invited.status).toBe(200)
    expect(invited.headers.get('cache-control')).toBe('no-store')
    const html = await invited.text()
    expect(html).toContain('Shown only now.')
    expect(html).toContain('The letters wait, with the same links')
    expect(html).not.toContain('letters are sent')
    const links = linksIn(html)
    expect(links.map(pathOf)).toEqual([await link('falun@test.invalid'), await link('lan@test.invalid')])
    expect((await site.get(pathOf(links[0]))).status).toBe(200)
    expect(linksIn(await (await site.get(at, { by: strategist })).text())).toEqual([])
    const again = await site.post(
      at,
      { act: 'invite', invited: 'Falu kommun; falun@test.invalid' },
      { by: strategist },
    )
    expect(again.headers.get('location')).toContain('letters=0&known=1')
  })

  it('a lost link is replaced by a new one, and the letter with the old is not sent', async () => {
    const { strategist, officer, at, link, answerId } = await asked()
    const first = await link('falun@test.invalid')
    const id = await answerId('Falu kommun')
    expect((await site.post(at, { act: 'link', answer: id }, { by: officer })).status).toBe(404)
    sent.length = 0
    const made = await site.post(at, { act: 'link', answer: id }, { by: strategist })
    const html = await made.text()
    expect(html).toContain('The earlier link opens nothing any more.')
    expect(html).not.toContain('The letters wait')
    const [second] = linksIn(html)
    expect([(await site.get(first)).status, (await site.get(pathOf(second))).status]).toEqual([410, 200])
    expect(sent).toEqual([])
    expect(await link('falun@test.invalid')).toBe('')
    const { rows } = await database.owner.query<{ row: string }>(
      `select row_to_json(e)::text as row from history e where region_id = $1
       union all select row_to_json(a)::text from plan_referral_answer a where region_id = $1`,
      [strategist.actor.regionId],
    )
    expect(rows.length).toBeGreaterThan(3)
    expect(JSON.stringify(rows)).not.toContain(second?.split('.').at(-1))
  })
})
