import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../platform/policy.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestPlans } from '../../../testing/test-plans.ts'
import { openTestSite, type Visitor } from '../../../testing/test-site.ts'
import { addMoney } from './routes.tsx'

const database = await openTestDatabase()
const { doors, add, smallPlan } = openTestPlans(database)
const site = openTestSite(database)
addMoney(site.app, doors)

interface By extends Visitor {
  readonly actor: Actor
  readonly home: string
}

async function made() {
  const by: By = await site.visitor('strategist')
  const plan = await smallPlan(by.actor)
  const at = `${by.home}/plans/plan/money`
  const staff = await add(by.actor, plan.planId, 'cost-type', null, { name: 'Personal <b>', counts: 'cost' })
  const budget = await add(by.actor, plan.planId, 'budget', null, { name: 'Aktiviteter', over: ['activity'] })
  return { by, plan, at, staff, budget, edit: `${at}/b/${budget}/edit` }
}

const page = async (answer: Response) => ({
  status: answer.status,
  text: (await answer.text()).replace(/\u00a0/g, ' '),
})

describe('budgets on pages', () => {
  it('are made, filled in, refused with what was typed, and undone', async () => {
    const { by, plan, at, edit } = await made()
    const empty = await page(await site.post(`${at}/new`, { name: 'X' }, { by }))
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Tick at least one thing')
    const over = new URLSearchParams([
      ['name', 'Kostnader'],
      ['over', 'cost-type'],
      ['over', 'year'],
      ['years', '2026'],
      ['unit', 'tkr'],
      ['financiers', ''],
    ])
    const done = await site.request(`${at}/new`, { method: 'POST', body: over }, { by })
    expect(done.headers.get('location')).toMatch(/\/money\/b\/[0-9a-f-]{36}\/edit$/)
    const [course, workshop] = [`c:${plan.course}`, `c:${plan.workshop}`]
    const wrong = await page(
      await site.post(
        edit,
        { act: 'save', seen: '{}', [course]: '1 234,50', [workshop]: 'tolv <i>' },
        { by },
      ),
    )
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="1 234,50"')
    expect(wrong.text).toContain('value="tolv &lt;i>"')
    expect(wrong.text).toContain('Verkstäder: That is not an amount')
    const right = await site.post(
      edit,
      { act: 'save', seen: '{}', [course]: '1 234,50', [workshop]: '–' },
      { by },
    )
    expect(right.status).toBe(303)
    const overview = await page(await site.get(at, { by }))
    expect(overview.text).toContain('at least 1,234.50')
    const budgetPage = await page(await site.get(edit.replace('/edit', ''), { by }))
    const change = /name="change" value="(\d+)"/.exec(budgetPage.text)?.[1] ?? ''
    await site.post(edit.replace('/edit', '/undo'), { change }, { by })
    expect((await page(await site.get(at, { by }))).text).not.toContain('1,234.50')
  })

  it('show a clash per cell and keep what was typed', async () => {
    const { by, plan, edit } = await made()
    const field = `c:${plan.course}`
    await site.post(edit, { act: 'save', seen: '{}', [field]: '100' }, { by })
    const clash = await page(await site.post(edit, { act: 'save', seen: '{}', [field]: '200' }, { by }))
    expect(clash.status).toBe(409)
    expect(clash.text).toContain('Webbkurs: it now holds 100, you wrote 200')
    expect(clash.text).toContain('value="200"')
    const seen = /name="seen" value="([^"]*)"/.exec(clash.text)?.[1]?.replaceAll('&quot;', '"') ?? ''
    expect((await site.post(edit, { act: 'save', seen, [field]: '200' }, { by })).status).toBe(303)
  })

  it('take a block from a spreadsheet after a look at what changes', async () => {
    const { by, edit } = await made()
    const block = 'Webbkurs\t1 000\nVerkstäder\ttvå\nOkänd\t3'
    const preview = await page(await site.post(edit, { act: 'paste', block }, { by }))
    expect(preview.status).toBe(422)
    expect(preview.text).toContain('Row 2, column 2: “två”.')
    expect(preview.text).toContain('Row 3, column 2: “3”.')
    expect(preview.text).toContain('One amount changes.')
  })

  it('are downloaded with the figures of the page', async () => {
    const { by, plan, edit } = await made()
    await site.post(
      edit,
      { act: 'save', seen: '{}', [`c:${plan.course}`]: '1 234,50', [`c:${plan.review}`]: '0' },
      { by },
    )
    const file = await site.get(edit.replace('/edit', '/download.xlsx'), { by })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await file.arrayBuffer())
    const rows = workbook.worksheets[0]
      ?.getSheetValues()
      .slice(2)
      .map((row) => (Array.isArray(row) ? row.slice(1) : []))
    expect(rows).toEqual([['Webbkurs', 1234.5], ['Verkstäder'], ['Genomlysning av stöd', 0]])
    expect(workbook.worksheets[1]?.getRow(5).values).toEqual([undefined, 'Sum', 1234.5, 1])
    const csv = await (await site.get(edit.replace('/edit', '/download.csv'), { by })).text()
    expect(csv).toContain('Webbkurs;1234,5\r\nVerkstäder;\r\nGenomlysning av stöd;0\r\n')
    expect((await site.get(edit.replace(/b\/.*$/, 'comparison.xlsx'), { by })).status).toBe(200)
  })
})

describe('the ledger and moves on pages', () => {
  it('are brought in through a mapping that is seen first, warn, and lead to a move that another approves', async () => {
    const { by, plan, at, edit } = await made()
    await site.post(
      edit,
      { act: 'save', seen: '{}', [`c:${plan.course}`]: '1000', [`c:${plan.workshop}`]: '500' },
      { by },
    )
    const form = new FormData()
    form.set(
      'file',
      new File(['Datum;Aktivitet;Belopp\n2026-03-01;Webbkurs;50\n2026-99-01;Webbkurs;1'], 'bok.csv'),
    )
    const sent = await site.request(`${at}/ledger`, { method: 'POST', body: form }, { by })
    const file = sent.headers.get('location') ?? ''
    const mapping = await page(await site.get(file, { by }))
    expect(mapping.text).toContain('How the activities are understood')
    const fields = {
      kind: 'outcome',
      date: '0',
      activity: '1',
      amount: '2',
      unit: 'kr',
      'm:activity': 'Aktivitet',
      'm:activity:0': plan.course,
      coversTo: '2026-09-30',
    }
    expect((await page(await site.post(file, { ...fields, act: 'keep' }, { by }))).status).toBe(200)
    const preview = await page(await site.post(file, { ...fields, act: 'read' }, { by }))
    expect(preview.text).toContain('That is not a date')
    expect(preview.text).toContain('<td>2026-99-01</td>')
    expect(preview.text).toContain('action="#preview"')
    expect(preview.text).toContain('id="preview"')
    const previewed = /name="previewed" value="([^"]+)"/.exec(preview.text)?.[1] ?? ''
    expect((await site.post(file, { ...fields, previewed, act: 'keep' }, { by })).status).toBe(303)
    const before = new FormData()
    before.set('file', new File(['Datum;Aktivitet;Belopp\n2024-12-01;Webbkurs;7'], 'fore.csv'))
    const early2024 = await site.request(`${at}/ledger`, { method: 'POST', body: before }, { by })
    const outside = await site.post(
      early2024.headers.get('location') ?? '',
      { ...fields, act: 'read' },
      { by },
    )
    expect(await outside.text()).toContain('One row is dated outside the plan’s time.')
    const twice = new FormData()
    const rows = 'Datum;Aktivitet;Belopp\n2026-03-01;Kursen;50\n2026-03-01;Kursen;50,50\n2026-12-31;Kursen;1'
    twice.set('file', new File([rows], 'igen.csv'))
    const later = await site.request(`${at}/ledger`, { method: 'POST', body: twice }, { by })
    const again = later.headers.get('location') ?? ''
    const doubted = await page(await site.post(again, { ...fields, act: 'read' }, { by }))
    expect(doubted.text).toContain('2 rows are new among days that have been read in already')
    expect(doubted.text).toContain('One row lies after the day')
    const mark = /name="previewed" value="([^"]+)"/.exec(doubted.text)?.[1] ?? ''
    const unsure = await page(await site.post(again, { ...fields, previewed: mark, act: 'keep' }, { by }))
    expect([unsure.status, unsure.text.includes('Confirm that the rows are new')]).toEqual([422, true])
    const early = { ...fields, previewed: mark, act: 'keep', confirm: 'on', coversTo: '2026-01-01' }
    expect((await page(await site.post(again, early, { by }))).text).toContain(
      'The day lies before every row',
    )
    const sure = { ...fields, previewed: mark, act: 'keep', confirm: 'on' }
    expect((await site.post(again, sure, { by })).status).toBe(303)
    const exact = await page(await site.get(`${at}/forecast`, { by }))
    expect(exact.text).toContain('150.50 kr')
    await site.post(`${again}/withdraw`, {}, { by })
    const forecast = await page(await site.get(`${at}/forecast`, { by }))
    expect(forecast.text).toContain('May go unused')
    expect(forecast.text).toMatch(/5 % used, 20 % of the time left/)

    expect(forecast.text).toMatch(/[\d,]+–[\d,]+\skr is left over at this pace/)
    const blank = await page(await site.get(`${at}/moves/new?from=${plan.course}`, { by }))
    expect(blank.text).toMatch(/id="to"[^>]*><option value selected>/)
    const nowhere = { from: plan.course, to: '', amount: '400', act: 'preview' }
    const unsaid = await page(await site.post(`${at}/moves/new`, nowhere, { by }))
    expect([unsaid.status, unsaid.text.includes('Choose the activity that the money goes to')]).toEqual([
      422,
      true,
    ])

    const move = { from: plan.course, to: plan.workshop, amount: '400', reason: 'Hinner inte' }
    const seen = await page(await site.post(`${at}/moves/new`, { ...move, act: 'preview' }, { by }))
    expect(seen.text).toContain('Fler ärenden följer rutinen')
    const proposed = await site.post(`${at}/moves/new`, { ...move, act: 'propose' }, { by })
    const proposal = proposed.headers.get('location') ?? ''
    const own = await page(await site.post(proposal, { act: 'approve' }, { by }))
    expect([own.status, own.text.includes('Whoever proposes does not decide')]).toEqual([409, true])
    const other = await site.visitor('administrator', by.actor.regionId)
    expect((await site.post(proposal, { act: 'approve', diary: 'RUN 1' }, { by: other })).status).toBe(303)
    expect((await page(await site.get(at, { by }))).text).toMatch(/Webbkurs<\/th><td class="n strong">600</)
    const budget = await page(await site.get(edit.replace(/\/edit$/, ''), { by }))
    expect(budget.text).toContain('Propose a move back')
    expect(budget.text).not.toContain('/undo"')
  })

  it('are for members who may; addresses of nothing are no pages', async () => {
    const { by, at, edit, budget } = await made()
    const reader = await site.visitor('reader', by.actor.regionId)
    const stranger = await site.visitor('strategist')
    const nothing = '00000000-0000-4000-8000-000000000000'
    for (const place of [
      '',
      `/b/${budget}`,
      '/ledger',
      '/forecast',
      '/forecast?year=%3Cb%3E',
      '/moves',
      `/b/${budget}?year=__proto__`,
    ]) {
      expect((await site.get(at + place, { by: reader })).status, place).toBe(200)
      expect((await site.get(at + place, { by: stranger })).status, place).toBe(404)
    }
    for (const place of [edit, `${at}/new`, `${at}/moves/new`])
      expect((await site.get(place, { by: reader })).status, place).toBe(404)
    for (const place of [
      '/b/x',
      `/b/${nothing}`,
      `/b/${nothing}/download.csv`,
      '/ledger/x',
      `/ledger/${nothing}`,
      '/moves/x',
      `/moves/${nothing}`,
    ])
      expect((await site.get(at + place, { by })).status, place).toBe(404)
    expect((await site.post(edit, { act: 'save' }, { by: reader })).status).toBe(404)
  })
})

describe('the budget that counts', () => {
  async function withTwo() {
    const { by, plan, at, edit, budget, staff } = await made()
    await site.post(edit, { act: 'save', seen: '{}', [`c:${plan.course}`]: '100' }, { by })
    const costs = await add(by.actor, plan.planId, 'budget', null, {
      name: 'Kostnader',
      over: ['cost-type'],
    })
    await site.post(`${at}/b/${costs}/edit`, { act: 'save', seen: '{}', [`c:${staff}`]: '750' }, { by })
    const seen = async () => (await page(await site.get(at, { by }))).text
    return { by, plan, at, budget, costs, seen }
  }

  it('is chosen by whoever writes, one at a time, and can be no one again', async () => {
    const { by, at, budget, costs, seen } = await withTwo()
    expect(await seen()).toContain('None is chosen.')
    expect(await seen()).toContain('according to “Kostnader”')
    const choose = (id: string) => site.post(`${at}/counted`, { budget: id }, { by })
    expect((await choose(budget)).headers.get('location')).toBe(`${at}?saved=counted`)
    expect(await seen()).toContain('according to “Aktiviteter”')
    await choose(costs)
    expect(await seen()).toContain('“Kostnader” counts in reports')
    expect(await seen()).not.toContain('Several are chosen')
    await choose('')
    expect(await seen()).toContain('None is chosen.')
    const gone = await choose('00000000-0000-4000-8000-000000000000')
    expect((await page(await site.get(gone.headers.get('location') ?? '', { by }))).text).toContain(
      'no longer there',
    )
    const { rows } = await database.owner.query(
      `select count(*)::int as changes from history where region_id = $1 and action = 'item-changed'
       and details->'after' ? 'counted'`,
      [by.actor.regionId],
    )
    expect(rows).toEqual([{ changes: 4 }])
  })

  it('is shown to readers, who do not choose', async () => {
    const { by, at, budget } = await withTwo()
    await site.post(`${at}/counted`, { budget }, { by })
    const reader = await site.visitor('reader', by.actor.regionId)
    const { text } = await page(await site.get(at, { by: reader }))
    expect(text).toContain('“Aktiviteter” counts in reports')
    expect(text).not.toContain('type="radio"')
    expect((await site.post(`${at}/counted`, { budget: '' }, { by: reader })).status).toBe(404)
  })

  it('points out amounts for years when an activity does not run, and asks for none', async () => {
    const { by, plan, at } = await made()
    const yearly = await add(by.actor, plan.planId, 'budget', null, {
      name: 'Per år',
      over: ['activity', 'year'],
      years: ['2026', '2027'],
    })
    const cell = (activity: string, year: string) => `c:${activity}:${year}`
    const edit = await page(await site.get(`${at}/b/${yearly}/edit`, { by }))
    const fields = [...edit.text.matchAll(/name="(c:[^"]+)"/g)].map(([, name]) => name ?? '')
    const of = (activity: string, year: string) =>
      fields.find((name) => name.includes(activity) && name.includes(year)) ?? cell(activity, year)
    await site.post(
      `${at}/b/${yearly}/edit`,
      { act: 'save', seen: '{}', zero: 'on', ...Object.fromEntries(fields.map((name) => [name, ''])) },
      { by },
    )
    const zeros = await page(await site.get(`${at}/b/${yearly}`, { by }))
    expect(zeros.text).not.toContain('when the activity does not run. They')
    expect(zeros.text).toContain('Empty cell: the activity does not run that year')
    expect(zeros.text).not.toContain('unknown')
    await site.post(
      `${at}/b/${yearly}/edit`,
      { act: 'save', seen: '{}', [of(plan.course, '2027')]: '40' },
      { by },
    )
    const told = await page(await site.get(`${at}/b/${yearly}`, { by }))
    expect(told.text).toContain('Amounts stand in years when the activity does not run.')
    expect(told.text).toMatch(/Webbkurs, 2027: 40(\.00)? kr/)
    const csv = await (await site.get(`${at}/b/${yearly}/download.csv`, { by })).text()
    expect(csv).toContain('Webbkurs;2027;40')
    await site.post(
      `${at}/b/${yearly}/edit`,
      {
        act: 'save',
        seen: JSON.stringify({ [of(plan.course, '2027')]: '4000' }),
        [of(plan.course, '2027')]: '',
      },
      { by },
    )
    expect(await (await site.get(`${at}/b/${yearly}/download.csv`, { by })).text()).not.toContain(
      'Webbkurs;2027',
    )
  })
})
