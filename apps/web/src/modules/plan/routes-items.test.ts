import { describe, expect, it } from 'vitest'
import { hiddenIn, openPlanSite, textIn, wordsIn } from '../../testing/plan-site.ts'
import { openTestDatabase } from '../../testing/test-database.ts'

const { site, started } = openPlanSite(await openTestDatabase())

describe('an item', () => {
  it('is added under its parent, told what is wrong, with references that are there', async () => {
    const plan = await started()
    const place = `/items/new?kind=activity&under=${plan.lead}`
    const refused = await plan.post(place, {
      name: '',
      what: '<b>Mina ord</b>',
      start: '2026-05-01',
      end: '2026-04-01',
      goals: plan.lead,
    })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('&lt;b>Mina ord')
    expect(wordsIn(html)).toContain('The field “Name” must be filled in.')
    expect(wordsIn(html)).toContain('“Ends”: the end is before the beginning.')
    expect(await textIn(plan.post(place, { name: 'Ny', goals: plan.lead }))).toContain(
      'something chosen is no longer there',
    )
    const made = await plan.post(place, { name: 'Ny aktivitet', goals: plan.goal, flagship: 'on' })
    const page = await textIn(site.get(made.headers.get('location') ?? '', { by: plan.by }))
    for (const words of ['Ny aktivitet', 'Saved.', 'Fler ärenden följer rutinen', 'Flagship Yes'])
      expect(page).toContain(words)
  })

  it('shows both where two have written in the same field, keeps what only one has, and asks which is to apply', async () => {
    const plan = await started()
    const colleague = await site.visitor('administrator', plan.by.actor.regionId)
    const edit = `/items/${plan.course}/edit`
    const seen = await plan.seen(plan.course)
    const fields = { name: 'Webbkurs', start: '2026-02-01', end: '2026-11-30', goals: plan.goal }
    expect(
      (await plan.post(edit, { ...seen, ...fields, what: 'Deras\r\nord', unit: 'Enheten' }, colleague))
        .status,
    ).toBe(303)
    const clash = await plan.post(edit, { ...seen, ...fields, what: 'Mina ord', how: 'På webben' })
    expect(clash.status).toBe(409)
    const html = await clash.text()
    for (const words of [
      'Somebody else has saved meanwhile',
      'Deras\nord',
      'Mina ord',
      'På webben',
      'value="Enheten"',
    ])
      expect(html).toContain(words)
    const again = {
      'seen-revision': hiddenIn(html, 'seen-revision'),
      'seen-fields': hiddenIn(html, 'seen-fields'),
      ...fields,
      what: 'Mina ord',
      how: 'På webben',
      unit: 'Enheten',
      'clash-what': 'on',
    }
    const unchosen = await plan.post(edit, again)
    expect(unchosen.status).toBe(409)
    expect(await textIn(unchosen)).toContain('Choose which is to apply for “What is done”.')
    expect((await plan.post(edit, { ...again, 'choose-what': 'theirs' })).status).toBe(303)
    const page = await textIn(plan.get(`/items/${plan.course}`))
    for (const words of ['Deras ord', 'På webben', 'Enheten']) expect(page).toContain(words)
    const history = await textIn(plan.get(`/items/${plan.course}/history`))
    expect(history).toContain('Written at the same time as somebody else, and not saved')
    expect(history).toContain('Mina ord')
  })

  it('does not take an untouched field for a change, however a browser sends it', async () => {
    const plan = await started()
    const edit = `/items/${plan.course}/edit`
    const fields = { name: 'Webbkurs', start: '2026-02-01', end: '2026-11-30', goals: plan.goal }
    await plan.post(edit, { ...(await plan.seen(plan.course)), ...fields, what: 'Två\nrader' })
    const seen = await plan.seen(plan.course)
    await plan.post(edit, { ...seen, ...fields, what: 'Deras' })
    expect((await plan.post(edit, { ...seen, ...fields, what: ' Två\r\nrader ', how: 'Mitt' })).status).toBe(
      303,
    )
    expect(await textIn(plan.get(`/items/${plan.course}`))).toMatch(/Deras.*Mitt/)
  })

  it('asks where dates that two have set do not go together', async () => {
    const plan = await started()
    const edit = `/items/${plan.course}/edit`
    const seen = await plan.seen(plan.course)
    const fields = { name: 'Webbkurs', goals: plan.goal }
    await plan.post(edit, { ...seen, ...fields, start: '2026-02-01', end: '2026-03-31' })
    const clash = await plan.post(edit, { ...seen, ...fields, start: '2026-06-01', end: '2026-11-30' })
    expect(clash.status).toBe(409)
    expect(await clash.text()).toContain('choose-start')
  })

  it('is moved, removed and brought back by plain forms', async () => {
    const plan = await started()
    const order = async () => (await textIn(plan.get(''))).match(/\d\. (Ledning|Stöd)/g)
    await plan.post(`/items/${plan.lead}`, { act: 'down' })
    expect(await order()).toEqual(['1. Stöd', '2. Ledning'])
    expect(await textIn(plan.get(`/items/${plan.lead}/remove`))).toContain('4 parts under it go with it')
    const removed = await plan.post(`/items/${plan.lead}`, { act: 'remove' })
    expect(await textIn(site.get(removed.headers.get('location') ?? '', { by: plan.by }))).toContain(
      'Removed: Ledning och styrning.',
    )
    expect(await order()).toEqual(['1. Stöd'])
    expect(await textIn(plan.get('/removed'))).toContain('Ledning och styrning')
    expect(await textIn(plan.post(`/items/${plan.goal}`, { act: 'bring-back' }))).toContain(
      'First bring back',
    )
    await plan.post(`/items/${plan.lead}`, { act: 'bring-back' })
    expect(await order()).toHaveLength(2)
    expect(await textIn(plan.get('/removed'))).toContain('Nothing is removed')
  })

  it('gives back what somebody wrote about what is removed meanwhile', async () => {
    const plan = await started()
    const edit = `/items/${plan.course}/edit`
    const written = { ...(await plan.seen(plan.course)), name: 'Webbkurs', what: 'Mina ord' }
    await plan.post(`/items/${plan.lead}`, { act: 'remove' })
    const refused = await plan.post(edit, written)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/Somebody has removed this while you wrote[\s\S]*Mina ord/)
    await plan.post(`/items/${plan.lead}`, { act: 'bring-back' })
    expect((await plan.post(edit, written)).status).toBe(303)
  })

  it('keeps a reference to what is removed meanwhile', async () => {
    const plan = await started()
    await plan.post(`/items/${plan.goal}`, { act: 'remove' })
    const html = await (await plan.get(`/items/${plan.course}/edit`)).text()
    expect(html).toContain(`name="goals" value="${plan.goal}"`)
    const fields = {
      name: 'Webbkurs',
      start: '2026-02-01',
      end: '2026-11-30',
      goals: plan.goal,
      what: 'Nytt',
    }
    expect(
      (await plan.post(`/items/${plan.course}/edit`, { ...(await plan.seen(plan.course)), ...fields }))
        .status,
    ).toBe(303)
    await plan.post(`/items/${plan.goal}`, { act: 'bring-back' })
    expect(await textIn(plan.get('/goals'))).toMatch(/Activities that serve the goal\s+Webbkurs/)
  })
})
