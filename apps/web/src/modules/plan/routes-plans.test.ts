import { describe, expect, it } from 'vitest'
import { hiddenIn, openPlanSite, textIn, wordsIn } from '../../testing/plan-site.ts'
import { openTestDatabase } from '../../testing/test-database.ts'

const { site, started } = openPlanSite(await openTestDatabase())

describe('plans', () => {
  it('are made by a form that keeps what was typed, listed, and placed under one another', async () => {
    const by = await site.visitor('strategist')
    const make = (form: Record<string, string>) =>
      site.post(
        `${by.home}/plans/new`,
        { kind: 'strategy', startsOn: '2024-01-01', endsOn: '2030-12-31', lede: 'Mina ord', ...form },
        { by },
      )
    const refused = await make({ name: 'x', endsOn: '2020-01-01' })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    for (const words of ['Mina ord', 'Write a name of 2 to 300', 'The last day is before the first'])
      expect(html).toContain(words)
    const made = await make({ name: 'Strategi 2030' })
    expect(made.headers.get('location')).toBe(`${by.home}/plans/strategi-2030?saved=1`)
    expect((await make({ name: 'Strategi 2030' })).status).toBe(422)
    const above = /option value="([0-9a-f-]{36})"/.exec(
      await (await site.get(`${by.home}/plans/new`, { by })).text(),
    )?.[1]
    await make({ name: 'Plan 2026', kind: 'action-plan', above: above ?? '' })
    const list = await textIn(site.get(`${by.home}/plans`, { by }))
    for (const words of ['Plan 2026', 'Action plan', 'Draft', 'Strategi 2030']) expect(list).toContain(words)
    const facts = (form: Record<string, string>) =>
      site.post(
        `${by.home}/plans/strategi-2030/facts`,
        {
          seen: JSON.stringify({
            name: 'Strategi 2030',
            lede: 'Mina ord',
            startsOn: '2024-01-01',
            endsOn: '2030-12-31',
            above: '',
          }),
          name: 'Strategi 2030',
          startsOn: '2024-01-01',
          endsOn: '2030-12-31',
          lede: 'Mina ord',
          ...form,
        },
        { by },
      )
    const plan = /option value="([0-9a-f-]{36})"/.exec(
      await (await site.get(`${by.home}/plans/strategi-2030/facts`, { by })).text(),
    )?.[1]
    expect(await textIn(facts({ above: plan ?? '' }))).toContain('cannot serve itself')
    expect((await facts({ lede: 'Deras ord' })).status).toBe(303)
    const clash = await facts({ lede: 'Mina nya ord', name: 'Strategi för 2030' })
    expect(clash.status).toBe(409)
    expect(await clash.text()).toMatch(/Theirs: Deras ord[\s\S]*Mina nya ord/)
  })

  it('show activities by priority with state, time and a drawing; what is not known is a dash', async () => {
    const { get } = await started()
    const html = await (await get('')).text()
    for (const words of [
      '1. Ledning och styrning',
      'Webbkurs',
      '2026-02-01 – 2026-11-30',
      'No dates',
      'amount unknown',
    ])
      expect(wordsIn(html)).toContain(words)
    expect(html.match(/<svg class="timeline"/g)?.length).toBe(5)
    expect(html).not.toContain(' style=')
  })

  it('are read by all, written by strategists', async () => {
    const plan = await started()
    const reader = await site.visitor('reader', plan.by.actor.regionId)
    for (const rest of [
      '',
      '/goals',
      '/thread',
      '/versions',
      '/items',
      `/items/${plan.course}`,
      `/items/${plan.course}/history`,
      `/items/${plan.indicator}/figures`,
      '/removed',
      '/compare',
    ]) {
      const answer = await plan.get(rest, reader)
      expect([rest, answer.status]).toEqual([rest, 200])
      expect(await answer.text()).not.toMatch(/<form method="post"(?! action="\/sign-out)/)
    }
    for (const rest of [
      '/facts',
      '/items/new?kind=priority',
      `/items/${plan.course}/edit`,
      `/items/${plan.course}/remove`,
    ])
      expect([rest, (await plan.get(rest, reader)).status]).toEqual([rest, 404])
    for (const rest of [
      '/facts',
      '/items/new?kind=priority',
      `/items/${plan.course}`,
      `/items/${plan.course}/edit`,
      `/items/${plan.indicator}/figures`,
      '/versions',
    ])
      expect([rest, (await plan.post(rest, {}, reader)).status]).toEqual([rest, 404])
  })

  it('give nothing for addresses that lead nowhere', async () => {
    const plan = await started()
    for (const rest of [
      '/items/x',
      '/items/x/edit',
      `/items/${plan.planId}`,
      `/items/${plan.course}/figures`,
      '/items/new?kind=goal',
      '/items/new?kind=__proto__',
      '/items/new?kind=budget',
      `/items/new?kind=goal&under=${plan.planId}`,
      '/versions/1',
      '/versions/0x1',
      '/compare?from=9',
    ])
      expect([rest, (await plan.get(rest)).status]).toEqual([rest, 404])
    expect((await plan.post(`/items/${plan.course}`, { act: 'boom' })).status).toBe(400)
    expect((await plan.post(`/items/${plan.planId}`, { act: 'remove' })).status).toBe(404)
    expect((await plan.post(`/items/${plan.course}/edit`, { name: 'x' })).status).toBe(400)
    const forged = { 'seen-revision': '1', 'seen-fields': '{"__proto__":{"name":"x"},"boom":1}', name: 'x' }
    expect((await plan.post(`/items/${plan.course}/edit`, forged)).status).toBe(400)
  })
})

describe('figures', () => {
  it('are entered in one table, held together by sex, and missing in their own ways', async () => {
    const plan = await started()
    const rest = `/items/${plan.indicator}/figures`
    const mark = async () => hiddenIn(await (await plan.get(rest)).text(), 'seen')
    const line = {
      lines: '2',
      'what-0': 'actual',
      'year-0': '2026',
      'value-women-0': '7',
      'value-men-0': '5',
    }
    const refused = await plan.post(rest, { ...line, seen: await mark(), 'value-all-0': 'tolv' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/Line 1, All: write a number[\s\S]*value="tolv"/)
    const first = await mark()
    expect((await plan.post(rest, { ...line, seen: first, 'value-all-0': '13' })).status).toBe(303)
    expect(await textIn(plan.get('/goals'))).toContain('Does not agree: the sexes make 12')
    const clash = await plan.post(rest, { ...line, seen: first, 'value-all-0': '12' })
    expect(clash.status).toBe(409)
    expect(
      (await plan.post(rest, { ...line, seen: hiddenIn(await clash.text(), 'seen'), 'value-all-0': '12' }))
        .status,
    ).toBe(303)
    expect(await textIn(plan.get('/goals'))).toMatch(/Actual 2026 7 5 12 ✓ Agrees/)
    const withheld = {
      lines: '1',
      'what-0': 'actual',
      'year-0': '2026',
      'missing-women-0': 'withheld',
      'value-men-0': '5',
    }
    await plan.post(rest, { ...withheld, seen: await mark() })
    expect(await textIn(plan.get('/goals'))).toMatch(/Actual 2026 Withheld 5 – \? Incomplete/)
  })
})

describe('the red thread', () => {
  it('is read both ways and filtered, and tells where it breaks', async () => {
    const plan = await started()
    await plan.post(`/items/new?kind=national&under=${plan.lead}`, {
      code: 'goal-power',
      reason: 'Beslut är makt',
    })
    expect(await textIn(plan.get('/thread'))).toMatch(
      /Power and influence .*Ledning och styrning Beslut är makt .*Fler ärenden följer rutinen .*Webbkurs.*Priorities without a national goal .*Stöd på lika villkor/,
    )
    expect(await textIn(plan.get('/thread?way=up&entry=goal-power'))).toMatch(
      /Activity Webbkurs Goal Fler ärenden .*National goal Power and influence/,
    )
    expect(await textIn(plan.get('/thread?entry=goal-care'))).toContain('There is no thread yet')
    const broken = await textIn(plan.get('/thread'))
    for (const words of [
      'Priorities without goals (1)',
      'Activities without dates (1)',
      'Activities without anybody responsible (3)',
      'National goals that no priority serves (5)',
    ])
      expect(broken).toContain(words)
  })
})

describe('versions', () => {
  const DECISION = { act: 'adopt', diary: 'RUN 1', on: '2026-01-15', body: 'Nämnden', confirm: 'on' }

  it('are adopted by a decision, read as they stood, and compared', async () => {
    const plan = await started()
    const revision = async () => hiddenIn(await (await plan.get('/versions')).text(), 'revision')
    const faulty = await plan.post('/versions', {
      act: 'adopt',
      diary: 'RUN 1',
      on: '2999-01-01',
      revision: await revision(),
    })
    expect(faulty.status).toBe(422)
    expect(await faulty.text()).toMatch(
      /may not be in the future[\s\S]*Write who has decided[\s\S]*value="RUN 1"/,
    )
    expect(await textIn(plan.post('/versions', { ...DECISION, revision: '1' }))).toContain(
      'Somebody has changed the plan',
    )
    const adopted = await plan.post('/versions', { ...DECISION, revision: await revision() })
    expect(adopted.headers.get('location')).toMatch(/versions\?done=adopted-1$/)
    expect(await textIn(plan.get(''))).toContain('Adopted, version 1')
    await plan.post(`/items/${plan.review}/edit`, {
      ...(await plan.seen(plan.review)),
      name: 'Genomlysning av stöden',
    })
    expect(await textIn(plan.get('/versions'))).toContain('The draft differs from version 1: 1 change.')
    const difference = await textIn(plan.get('/compare?from=1'))
    expect(difference).toMatch(/Changed: 1\..*Genomlysning av stöd Genomlysning av stöden/)
    expect(await textIn(plan.get('/compare?from=1&to=1'))).toContain('Nothing differs')
    const version = await textIn(plan.get('/versions/1'))
    expect(version).toMatch(/Nämnden, 15 Jan 2026, no\. RUN 1/)
    expect(version).toContain('Genomlysning av stöd ')
    expect(version).not.toContain('Genomlysning av stöden')
  })
})
