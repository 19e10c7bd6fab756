import { describe, expect, it } from 'vitest'
import { hiddenIn, wordsIn } from '../../../testing/plan-site.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestPlans } from '../../../testing/test-plans.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { addItemPages } from '../routes-items.tsx'
import { addItemForms } from '../routes-items-edit.tsx'
import { itemHistory } from '../service/item-history.ts'
import { addTimePlan } from './routes.ts'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, smallPlan, add, open } = openTestPlans(database)
addItemForms(site.app, doors)
addItemPages(site.app, doors)
addTimePlan(site.app, doors)

async function begun() {
  const by = await site.visitor('strategist')
  const plan = await smallPlan(by.actor)
  await add(by.actor, plan.planId, 'role', null, { name: 'Projektledare' })
  const time = `${by.home}/plans/${plan.slug}/time`
  const html = async (who = by) => (await site.get(time, { by: who })).text()
  const seen = async () => hiddenIn(await html(), 'seen')
  const post = async (form: Record<string, string>, who = by) => {
    const answer = await site.post(time, form, { by: who })
    return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
  }
  const fields = async (id: string) => {
    const opened = await open(by.actor, plan.slug)
    return opened?.document.items.find((item) => item.id === id)?.fields
  }
  const revision = async () => (await open(by.actor, plan.slug))?.plan.revision ?? 0
  return { by, ...plan, time, html, seen, post, fields, revision }
}

describe('the time plan', () => {
  it('is read by every member, without fields for readers, and by nobody of another region', async () => {
    const plan = await begun()
    const reader = await site.visitor('reader', plan.by.actor.regionId)
    const page = await plan.html(reader)
    expect(wordsIn(page)).toContain('Webbkurs')
    expect(page).not.toContain(`name="end.${plan.course}"`)
    expect((await plan.post({ act: 'save', seen: await plan.seen() }, reader)).status).toBe(404)
    const stranger = await site.visitor('strategist')
    for (const rest of ['', '.ics', '.xlsx'])
      expect((await site.get(plan.time + rest, { by: stranger })).status).toBe(404)
  })

  it('saves cells of several rows as one revision, with one entry in the history of each', async () => {
    const plan = await begun()
    const before = await plan.revision()
    const saved = await plan.post({
      act: 'save',
      seen: await plan.seen(),
      [`end.${plan.course}`]: 'dec 2026',
      [`responsible.${plan.course}`]: 'projektledare',
      [`after.${plan.workshop}`]: '1.1',
      [`name.${plan.workshop}`]: 'Verkstäder',
    })
    expect([saved.status, saved.to]).toEqual([303, `${plan.time}?saved=2`])
    expect(await plan.fields(plan.course)).toMatchObject({ name: 'Webbkurs', end: '2026-12-31' })
    expect(await plan.fields(plan.workshop)).toMatchObject({ after: [plan.course], start: '2026-09-01' })
    expect(await plan.revision()).toBe(before + 1)
    const { actor } = plan.by
    const history = await doors.inRegion(actor, (db) =>
      itemHistory(db, actor.regionId, plan.planId, 'activity', plan.workshop),
    )
    expect(history.map(({ action, fields }) => [action, fields.map(({ field }) => field)])).toEqual([
      ['item-changed', ['after']],
      ['item-added', []],
    ])
  })

  it('writes nothing where one row ends before it starts, and keeps all that was typed', async () => {
    const plan = await begun()
    const before = await plan.revision()
    const refused = await plan.post({
      act: 'save',
      seen: await plan.seen(),
      [`end.${plan.course}`]: '2025-12-31',
      [`unit.${plan.workshop}`]: '<Enheten>',
    })
    expect(refused.status).toBe(422)
    expect(wordsIn(refused.html)).toContain('1.1 Webbkurs, End: the end (2025-12-31) is before the start.')
    expect(refused.html).toContain('value="2025-12-31"')
    expect(refused.html).toContain('value="&lt;Enheten>"')
    expect([await plan.revision(), (await plan.fields(plan.workshop)) as object]).toMatchObject([
      before,
      { unit: '' },
    ])
  })

  it('shows both where somebody else has changed a cell meanwhile, keeps what only they have, and takes mine when it is sent again', async () => {
    const plan = await begun()
    const seen = await plan.seen()
    const colleague = await site.visitor('administrator', plan.by.actor.regionId)
    await plan.post(
      { act: 'save', seen, [`end.${plan.course}`]: '2026-10-31', [`unit.${plan.course}`]: 'Deras enhet' },
      colleague,
    )
    const mine = { [`end.${plan.course}`]: '2026-09-30', [`start.${plan.workshop}`]: '2026-10-01' }
    const clash = await plan.post({ act: 'save', seen, ...mine })
    expect(clash.status).toBe(409)
    expect(wordsIn(clash.html)).toMatch(/1\.1 Webbkurs, End: .* has written “2026-10-31”, you “2026-09-30”/)
    expect(await plan.fields(plan.workshop)).toMatchObject({ start: '2026-09-01' })
    expect(clash.html).toContain('value="2026-09-30"')
    const again = await plan.post({ act: 'save', seen: hiddenIn(clash.html, 'seen'), ...mine })
    expect(again.to).toContain('saved=2')
    expect(await plan.fields(plan.course)).toMatchObject({ end: '2026-09-30', unit: 'Deras enhet' })
  })

  it('refuses rows that two have made wait for each other', async () => {
    const plan = await begun()
    const seen = await plan.seen()
    await plan.post({ act: 'save', seen, [`after.${plan.workshop}`]: '1.1' })
    const refused = await plan.post({ act: 'save', seen, [`after.${plan.course}`]: '1.2' })
    expect(refused.status).toBe(422)
    expect(wordsIn(refused.html)).toContain(
      '1.1 Webbkurs, After: the row would wait for itself: 1.1 waits for 1.2, 1.2 waits for 1.1.',
    )
    expect(await plan.fields(plan.course)).toMatchObject({ after: [] })
  })

  it('tells what was written about a row that is removed meanwhile', async () => {
    const plan = await begun()
    const seen = await plan.seen()
    await site.post(
      `${plan.time.replace('/time', '/items')}/${plan.course}`,
      { act: 'remove' },
      { by: plan.by },
    )
    const gone = await plan.post({ act: 'save', seen, [`unit.${plan.course}`]: 'Mina ord' })
    expect(gone.status).toBe(422)
    expect(wordsIn(gone.html)).toContain('You wrote “Mina ord”')
  })
})

describe('a change of many rows', () => {
  it('is shown before it is saved, saved together, and undone as one', async () => {
    const plan = await begun()
    const shown = await plan.post({
      act: 'bulk',
      seen: await plan.seen(),
      pick: plan.lead,
      'bulk-by': '-1',
      'bulk-of': 'months',
      'bulk-unit': 'Enheten',
    })
    expect(shown.status).toBe(200)
    expect(wordsIn(shown.html)).toContain('1.2 Verkstäder Start 2026-09-01 2026-08-01')
    expect(await plan.fields(plan.workshop)).toMatchObject({ start: '2026-09-01' })
    const cells = Object.fromEntries(
      [...shown.html.matchAll(/name="(\w+\.[0-9a-f-]{36})" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    const saved = await plan.post({ act: 'save', seen: hiddenIn(shown.html, 'seen'), ...cells })
    expect(saved.to).toContain('saved=2')
    expect(await plan.fields(plan.workshop)).toMatchObject({
      start: '2026-08-01',
      end: '2028-09-30',
      unit: 'Enheten',
    })
    const latest = await plan.html()
    expect(latest).toContain('>Undo</button>')
    const batch = hiddenIn(latest, 'batch')
    expect((await plan.post({ act: 'undo', batch })).to).toContain('undone=2')
    expect(await plan.fields(plan.workshop)).toMatchObject({
      start: '2026-09-01',
      end: '2028-10-31',
      unit: '',
    })
    expect((await plan.post({ act: 'undo', batch })).status).toBe(409)
    const undone = await plan.html()
    expect(wordsIn(undone)).toContain('The latest change of the time plan is undone: 2 rows')
    expect(undone).toContain('>Redo</button>')
    expect(undone).not.toContain('>Undo</button>')
    const again = await plan.post({ act: 'undo', batch: hiddenIn(undone, 'batch') })
    expect(again.to).toContain('redone=2')
    expect(await plan.fields(plan.workshop)).toMatchObject({ start: '2026-08-01' })
    const redone = await plan.html()
    expect(redone).toContain('>Undo</button>')
    const back = await plan.post({ act: 'undo', batch: hiddenIn(redone, 'batch') })
    expect(back.to).toContain('undone=2')
    expect(await plan.fields(plan.workshop)).toMatchObject({ start: '2026-09-01' })
  })

  it('is not undone, none of it, when a row has been changed since', async () => {
    const plan = await begun()
    const cells = { [`unit.${plan.course}`]: 'A', [`unit.${plan.workshop}`]: 'A' }
    await plan.post({ act: 'save', seen: await plan.seen(), ...cells })
    const batch = hiddenIn(await plan.html(), 'batch')
    const edit = `${plan.time.replace('/time', '/items')}/${plan.course}/edit`
    const form = await (await site.get(edit, { by: plan.by })).text()
    await site.post(
      edit,
      {
        'seen-revision': hiddenIn(form, 'seen-revision'),
        'seen-fields': hiddenIn(form, 'seen-fields'),
        name: 'Webbkurs',
        unit: 'B',
      },
      { by: plan.by },
    )
    const refused = await plan.post({ act: 'undo', batch })
    expect(refused.status).toBe(409)
    expect(wordsIn(refused.html)).toContain('These rows have been changed since: Webbkurs.')
    expect(await plan.fields(plan.workshop)).toMatchObject({ unit: 'A' })
  })

  it('asks for rows and for something to do', async () => {
    const plan = await begun()
    const seen = await plan.seen()
    const unsaid = await plan.post({
      act: 'bulk',
      seen,
      'bulk-by': 'två',
      [`unit.${plan.course}`]: 'Mina ord',
    })
    expect(unsaid.status).toBe(422)
    expect(wordsIn(unsaid.html)).toContain('Choose at least one row')
    expect(unsaid.html).toContain('value="två"')
    expect(unsaid.html).toContain('value="Mina ord"')
  })
})

describe('a block from Excel', () => {
  it('is shown as it would be saved, together with what is typed', async () => {
    const plan = await begun()
    const block = 'No.\tStart\tEnd\tResponsible\n1.1\t1/3 2026\tdec 2026\tProjektledare\n1.2\t2026-09-01\t\t'
    const shown = await plan.post({
      act: 'paste',
      seen: await plan.seen(),
      block,
      'from-row': plan.course,
      'from-column': 'start',
      [`unit.${plan.review}`]: 'Mitt',
    })
    expect(shown.status).toBe(200)
    const words = wordsIn(shown.html)
    expect(words).toContain('4 cells change. One says so already.')
    expect(words).toContain('1.1 Webbkurs Start 2026-02-01 2026-03-01')
    expect(words).toContain('2.1 Genomlysning av stöd Unit – Mitt')
    const back = await plan.post({
      act: 'back',
      seen: hiddenIn(shown.html, 'seen'),
      [`end.${plan.course}`]: 'dec 2026',
    })
    expect(back.html).toContain('value="dec 2026"')
  })

  it('is refused cell by cell, with row and column', async () => {
    const plan = await begun()
    const refused = await plan.post({
      act: 'paste',
      seen: await plan.seen(),
      block: '46082\t2026-12-31\tEnheten\tNils Nilsson',
      'from-row': plan.course,
      'from-column': 'start',
    })
    expect(refused.status).toBe(422)
    const words = wordsIn(refused.html)
    expect(words).toContain('Row 1, column 1: 1.1 Webbkurs, Start: “46082” is Excel’s number of a day.')
    expect(words).toContain(
      'Row 1, column 4: 1.1 Webbkurs, Responsible: no role of the plan is called “Nils Nilsson”.',
    )
    expect(words).not.toContain('Save all')
  })
})

describe('hostile forms', () => {
  it('change nothing', async () => {
    const plan = await begun()
    const before = await plan.revision()
    for (const seen of ['', '{', '{"revision":1,"rows":{"x":[]}}'])
      expect((await plan.post({ act: 'save', seen })).status).toBe(400)
    expect((await plan.post({ act: 'wish', seen: await plan.seen() })).status).toBe(400)
    const odd = await plan.post({
      act: 'save',
      seen: await plan.seen(),
      [`__proto__.${plan.course}`]: 'x',
      'end.not-an-id': 'x',
      [`end.${plan.goal}`]: '2026-01-01',
    })
    expect(odd.to).toContain('saved=0')
    expect(await plan.revision()).toBe(before)
  })
})
