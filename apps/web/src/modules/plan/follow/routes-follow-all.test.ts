import { describe, expect, it } from 'vitest'
import { hiddenIn, wordsIn } from '../../../testing/plan-site.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestPlans } from '../../../testing/test-plans.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { removeItem } from '../service/change-plan.ts'
import { addFollowUp } from './routes-follow.tsx'
import { addFollowAll } from './routes-follow-all.tsx'
import { followed } from './service/follow.ts'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, smallPlan } = openTestPlans(database)
addFollowAll(site.app, doors)
addFollowUp(site.app, doors)

async function begun() {
  const strategist = await site.visitor('strategist')
  const officer = await site.visitor('officer', strategist.actor.regionId)
  const plan = await smallPlan(strategist.actor)
  const follow = `${strategist.home}/plans/${plan.slug}/follow`
  await site.post(follow, { act: 'half-years' }, { by: strategist })
  const of = () => doors.inRegion(strategist.actor, (db) => followed(db, plan.planId))
  const { periods } = await of()
  const [first, second] = periods.map(({ id }) => `${follow}/${id}/all`)
  const all = first ?? ''
  const html = async (address = all) => (await site.get(address, { by: officer })).text()
  /** The form as it stands, with what is typed in it. */
  const post = async (typed: Record<string, string>, { by = officer, from = '', at = all } = {}) => {
    const page = from === '' ? await html(at) : from
    const rows = [...page.matchAll(/name="seen\.([0-9a-f-]{36})"/g)].map(([, id = '']) => id)
    const form = Object.fromEntries(
      rows.flatMap((id) => [
        [`seen.${id}`, hiddenIn(page, `seen.${id}`)],
        [
          `status.${id}`,
          /value="([a-z-]+)" selected/.exec(
            page.split(`name="status.${id}"`)[1]?.split('</select>')[0] ?? '',
          )?.[1] ?? '',
        ],
        ...['done', 'cause', 'measure'].map((field) => [`${field}.${id}`, '']),
      ]),
    ) as Record<string, string>
    const answer = await site.post(at, { ...form, ...typed }, { by })
    return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
  }
  const updates = async () =>
    new Map((await of()).updates.map(({ activityId, ...update }) => [activityId, update] as const))
  return { strategist, officer, plan, follow, all, second: second ?? '', html, post, updates }
}

describe('telling of several activities at once', () => {
  it('saves those that have been given a status, and leaves the others', async () => {
    const { plan, post, updates } = await begun()
    const saved = await post({
      [`status.${plan.course}`]: 'late',
      [`cause.${plan.course}`]: 'Överklagad',
      [`measure.${plan.course}`]: 'Ny upphandling',
    })
    expect(saved.to).toMatch(/all\?saved=1$/)
    const told = await updates()
    expect([...told.keys()]).toEqual([plan.course])
    expect(told.get(plan.course)).toMatchObject({
      status: 'late',
      cause: 'Överklagad',
      measure: 'Ny upphandling',
    })
  })

  it('saves none where one lacks its cause, and keeps every word', async () => {
    const { plan, post, updates } = await begun()
    const refused = await post({
      [`status.${plan.course}`]: 'stopped',
      [`status.${plan.review}`]: 'on-track',
      [`done.${plan.review}`]: 'Två <möten>',
    })
    expect(refused.status).toBe(422)
    expect(wordsIn(refused.html)).toContain('Webbkurs: Cause: fill in')
    expect(refused.html).toContain('Två &lt;möten>')
    expect((await updates()).size).toBe(0)
    const unsaid = await post({ [`done.${plan.review}`]: 'Bara ord' })
    expect(wordsIn(unsaid.html)).toContain('Genomlysning av stöd: Choose')
    expect((await post({})).status).toBe(422)
  })

  it('keeps counts of people that the page does not ask about', async () => {
    const { plan, follow, all, post, updates, officer } = await begun()
    const single = all.replace('/all', `/${plan.course}`)
    await site.post(single, { status: 'on-track', women: '12', done: 'En kurs', seen: '' }, { by: officer })
    await post({ [`status.${plan.course}`]: 'done', [`done.${plan.course}`]: 'Klart' })
    expect((await updates()).get(plan.course)).toMatchObject({
      status: 'done',
      done: 'Klart',
      reached: { women: 12 },
    })
    expect(follow).toContain('/follow')
  })

  it('shows both where a colleague told of one meanwhile, and saves the others', async () => {
    const { plan, html, post, updates, strategist } = await begun()
    const from = await html()
    await post(
      { [`status.${plan.course}`]: 'done', [`done.${plan.course}`]: 'Deras ord' },
      { by: strategist },
    )
    const mine = {
      [`status.${plan.course}`]: 'on-track',
      [`done.${plan.course}`]: 'Mina ord',
      [`status.${plan.review}`]: 'done',
    }
    const clash = await post(mine, { from })
    expect(clash.status).toBe(409)
    for (const words of ['Deras ord', 'Mina ord', 'One activity has been updated by somebody else'])
      expect(clash.html).toContain(words)
    expect((await updates()).get(plan.review)?.status).toBe('done')
    expect((await updates()).get(plan.course)?.done).toBe('Deras ord')
    await post(
      {
        [`status.${plan.course}`]: 'on-track',
        [`done.${plan.course}`]: 'Mina ord',
        [`status.${plan.review}`]: 'done',
      },
      { from: clash.html },
    )
    expect((await updates()).get(plan.course)?.done).toBe('Mina ord')
  })

  it('can begin with the statuses of the period before', async () => {
    const { plan, post, html, second } = await begun()
    await post({ [`status.${plan.course}`]: 'on-track' })
    expect(await html(second)).not.toMatch(/value="on-track" selected/)
    expect(await html(`${second}?fill=before`)).toMatch(/value="on-track" selected/)
  })

  it('is for those who follow up, in periods that are there and open', async () => {
    const { strategist, follow, all, html, post, updates, plan } = await begun()
    const reader = await site.visitor('reader', strategist.actor.regionId)
    const stranger = await site.visitor('strategist')
    for (const by of [reader, stranger]) expect((await site.get(all, { by })).status).toBe(404)
    expect((await site.get(`${follow}/x/all`, { by: strategist })).status).toBe(404)
    const from = await html()
    const period = all.split('/').at(-2) ?? ''
    await site.post(follow, { act: 'close', period }, { by: strategist })
    const late = await post(
      { [`status.${plan.course}`]: 'on-track', [`done.${plan.course}`]: 'För sent' },
      { from },
    )
    expect(late.status).toBe(409)
    expect(late.html).toContain('För sent')
    expect((await updates()).size).toBe(0)
  })

  it('gives back words about an activity that is removed meanwhile, and saves nothing past them', async () => {
    const { strategist, plan, html, post, updates } = await begun()
    const from = await html()
    await doors.inRegion(strategist.actor, (db) => removeItem(db, strategist.actor, plan.planId, plan.course))
    const answer = await post(
      {
        [`status.${plan.course}`]: 'on-track',
        [`done.${plan.course}`]: 'TRE KURSER',
        [`status.${plan.review}`]: 'done',
      },
      { from },
    )
    expect(answer.status).toBe(409)
    expect(answer.html).toContain('TRE KURSER')
    expect(answer.html).toContain('What you wrote: Webbkurs')
    expect((await updates()).size).toBe(0)
  })
})
