import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { localeOf } from '@jamvikt/i18n'
import { writeForm } from '@jamvikt/tables'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { afterAll, describe, expect, it } from 'vitest'
import { demoPlans } from '../../../demo/plans/demo-plans.ts'
import { FileStore } from '../../../platform/files.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestPlans } from '../../../testing/test-plans.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { addPlans } from '../routes.tsx'
import { wholeOf } from '../rules/budgets.ts'
import { planMoney } from '../rules/money-of.ts'
import { bringInPlanFile } from './public.ts'
import { readPlanJson } from './rules/read-json.ts'
import { planSheets } from './rules/write-workbook.ts'

const database = await openTestDatabase()
const site = openTestSite(database)
const plans = openTestPlans(database)
const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-plans-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const doors = { ...plans.doors, root: path.resolve('.'), files: new FileStore(folder) }
addPlans(site.app, doors)

type Person = Awaited<ReturnType<typeof site.visitor>>
const handIn = (by: Person, name: string, body: Uint8Array | string) => {
  const form = new FormData()
  form.append('file', new File([typeof body === 'string' ? body : new Uint8Array(body)], name))
  return site.request(`${by.home}/plans/import`, { method: 'POST', body: form }, { by })
}
const drafted = async (by: Person, name: string, body: Uint8Array | string) => {
  const answer = await handIn(by, name, body)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
const jamtland = demoPlans().find(({ slug }) => slug.startsWith('jamtland'))?.text ?? ''
const plansOf = async (by: Person) => {
  const { rows } = await database.owner.query('select slug from plan where region_id = $1', [
    by.actor.regionId,
  ])
  return rows.map(({ slug }) => slug)
}
/** A plan’s file with ids told by their order. */
const withoutIds = (text: string) => {
  const ids = [...text.matchAll(/^\{"id":("(?:[^"\\]|\\.)*")/gm)].map(([, id = '']) => id)
  return ids.reduce((all, id, at) => all.replaceAll(id, `"#${at}"`), text)
}

describe('a plan from a file', () => {
  it('is read from every sheet of a workbook that is the plan’s, however many others there are', async () => {
    const by = await site.visitor('strategist')
    const other = (at: number) => ({
      name: `Eget ${at}`,
      columns: [{ header: `Rubrik ${at}`, width: 8, as: 'text' as const }],
      rows: [],
      roomFor: 0,
    })
    const { document } = readPlanJson(jamtland)
    const others = (count: number) => Array.from({ length: count }, (_, at) => other(at))
    const few = await writeForm([...others(70), ...planSheets('sv', document)])
    const page = await (await site.get(await drafted(by, 'plan.xlsx', few), { by })).text()
    expect(page).toContain('5,203,139\u00a0kr')
    expect(page).toContain('Eget 69')
    const many = await writeForm([...others(200), ...planSheets('sv', document)])
    const refused = await (await site.get(await drafted(by, 'plan.xlsx', many), { by })).text()
    expect(refused).toContain('more than 200 sheets')
  })

  it('is shown before it is kept, made when that is confirmed, and comes out as it went in', async () => {
    const by = await site.visitor('strategist')
    const draft = await drafted(by, 'plan.json', jamtland)
    const page = await (await site.get(draft, { by })).text()
    expect(page).toContain('5,203,139\u00a0kr')
    expect(await plansOf(by)).toEqual([])
    const kept = await site.post(draft, { act: 'keep', address: 'jamtland' }, { by })
    expect(kept.headers.get('location')).toBe(`${by.home}/plans/jamtland`)
    expect((await site.get(draft, { by })).headers.get('location')).toBe(kept.headers.get('location'))
    const first = await (await site.get(`${by.home}/plans/jamtland/export.json`, { by })).text()
    const again = await site.post(
      await drafted(by, 'again.json', first),
      { act: 'keep', address: 'again' },
      { by },
    )
    expect(again.status).toBe(303)
    const second = await (await site.get(`${by.home}/plans/again/export.json`, { by })).text()
    expect(withoutIds(second)).toBe(withoutIds(first))
    expect(second).not.toBe(first)
    const { rows } = await database.owner.query(
      "select details from history where action = 'brought-in' and region_id = $1 order by at limit 1",
      [by.actor.regionId],
    )
    expect(rows[0].details).toMatchObject({ file: 'plan.json', amounts: 37 })
  })

  it('comes back the same from the workbook that it is saved as', async () => {
    const by = await site.visitor('strategist')
    await site.post(await drafted(by, 'plan.json', jamtland), { act: 'keep', address: 'first' }, { by })
    const xlsx = new Uint8Array(
      await (await site.get(`${by.home}/plans/first/export.xlsx`, { by })).arrayBuffer(),
    )
    const kept = await site.post(
      await drafted(by, 'plan.xlsx', xlsx),
      { act: 'keep', address: 'second' },
      { by },
    )
    expect(kept.status).toBe(303)
    const [first, second] = await Promise.all(
      ['first', 'second'].map(async (slug) =>
        (await site.get(`${by.home}/plans/${slug}/export.json`, { by })).text(),
      ),
    )
    expect(withoutIds(second ?? '')).toBe(withoutIds(first ?? ''))
  })

  it('with a fault says where, and nothing is made', async () => {
    const by = await site.visitor('strategist')
    const { document } = readPlanJson(jamtland)
    const ends = ({ columns }: { columns: readonly { readonly header: string }[] }) =>
      columns.findIndex(({ header }) => header === 'Ends')
    const sheets = planSheets('en', document).map((sheet) =>
      sheet.name === 'Activities'
        ? {
            ...sheet,
            rows: sheet.rows.map((row, at) =>
              at === 2 ? row.with(ends(sheet), { date: '2016-10-31' }) : row,
            ),
          }
        : sheet,
    )
    const draft = await drafted(by, 'plan.xlsx', await writeForm(sheets))
    const page = await (await site.get(draft, { by })).text()
    expect(page).toContain('Activities, row 4, Ends')
    expect(page).toContain('The end lies before the start.')
    expect((await site.post(draft, { act: 'keep', address: 'x' }, { by })).status).toBe(200)
    expect(await plansOf(by)).toEqual([])
  })

  it.each([
    ['not-a-plan-file', 'hej.txt', 'hej'],
    ['not-a-plan-file', 'a.pdf', '%PDF-1.7'],
    ['json-invalid', 'a.json', '{"format":'],
    ['cannot-read', 'a.xlsx', 'PK\u0003\u0004 and nothing more'],
  ])('that is none is refused: %s', async (reason, name, body) => {
    const by = await site.visitor('strategist')
    const page = await (await site.get(await drafted(by, name, body), { by })).text()
    const text = localeOf('en').dynamic(`plan.x.find.${reason}`, '?')
    expect(page.replaceAll('&quot;', '"')).toContain(text)
  })

  it('asks for an address that no other plan has, and for what is worth a look to be read', async () => {
    const by = await site.visitor('strategist')
    const draft = await drafted(by, 'plan.json', jamtland.replace('"2018-11-07"', '"2019-11-07"'))
    expect((await site.post(draft, { act: 'keep', address: 'a' }, { by })).status).toBe(422)
    for (const address of ['import', 'new', 'Å', '', '-a'])
      expect((await site.post(draft, { act: 'keep', address, seen: 'on' }, { by })).status, address).toBe(422)
    expect((await site.post(draft, { act: 'keep', address: 'a', seen: 'on' }, { by })).status).toBe(303)
    const other = await drafted(by, 'plan.json', jamtland)
    const taken = await site.post(other, { act: 'keep', address: 'a' }, { by })
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('Another plan has that address.')
    expect((await site.post(other, { act: 'discard' }, { by })).status).toBe(303)
    expect((await site.get(other, { by })).status).toBe(404)
  })

  it('is its bringer’s alone, for an hour', async () => {
    const by = await site.visitor('strategist')
    const draft = await drafted(by, 'plan.json', jamtland)
    const colleague = await site.visitor('strategist', by.actor.regionId)
    const stranger = await site.visitor('strategist')
    expect((await site.get(draft, { by: colleague })).status).toBe(404)
    expect((await site.get(draft, { by: stranger })).status).toBe(404)
    const seen = await plans.doors.inRegion(stranger.actor, (db) =>
      db.selectFrom('plan_import_draft').selectAll().execute(),
    )
    expect(seen).toEqual([])
    await database.owner.query("update plan_import_draft set created_at = now() - interval '61 minutes'")
    expect((await site.get(draft, { by })).status).toBe(404)
    expect((await site.post(draft, { act: 'keep', address: 'late' }, { by })).status).toBe(404)
    await drafted(by, 'plan.json', jamtland)
    const { rows } = await database.owner.query('select id from plan_import_draft where region_id = $1', [
      by.actor.regionId,
    ])
    expect(rows).toHaveLength(1)
  })

  it('is for those who write plans; whoever reads them may save them', async () => {
    const strategist = await site.visitor('strategist')
    const reader = await site.visitor('reader', strategist.actor.regionId)
    await plans.doors.inRegion(strategist.actor, (db) =>
      bringInPlanFile(db, strategist.actor, 'plan', { name: 'plan.json', text: jamtland }),
    )
    expect((await site.get(`${reader.home}/plans/import`, { by: reader })).status).toBe(404)
    expect((await handIn(reader, 'plan.json', jamtland)).status).toBe(404)
    for (const file of ['export.json', 'export.xlsx', 'export.iati.xml'])
      expect((await site.get(`${reader.home}/plans/plan/${file}`, { by: reader })).status, file).toBe(200)
    for (const place of [
      'plans/none/export.json',
      'plans/import/none',
      'plans/import/none/table',
      'plans/%E2%98%83/export.xlsx',
    ])
      expect((await site.get(`${strategist.home}/${place}`, { by: strategist })).status, place).toBe(404)
  })
})

describe('activities from a Word document', () => {
  const docx = async (end: string) => {
    const rows = [
      ['Aktivitet', 'Start', 'Slut', 'Belopp', 'Egna noteringar'],
      ['Webbkurs', '161101', '170831', '127 492', 'Prioritering 1'],
      ['Uppdragsutbildning', '2016-11-01', end, '100', 'Prioritering 2'],
      ['Summa', '', '', '127 592', ''],
    ]
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
    const table = new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) })
    return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [table] }] })))
  }
  const mapping = {
    table: '0',
    header: '0',
    column0: 'name',
    column1: 'start',
    column2: 'end',
    column3: 'amount',
    column4: 'priority',
  }
  const made = { into: '', name: 'Ur Word', startsOn: '2016-01-01', endsOn: '2018-12-31' }

  it('are mapped, shown, and become a new plan', async () => {
    const by = await site.visitor('strategist')
    const draft = await drafted(by, 'plan.docx', await docx('2018-10-31'))
    expect((await site.get(draft, { by })).headers.get('location')).toBe(`${draft}/table`)
    const page = await (await site.get(`${draft}/table`, { by })).text()
    expect(page).toMatch(/<option value="priority" selected[^>]*>/)
    expect((await site.post(`${draft}/table`, { ...mapping, ...made, startsOn: 'x' }, { by })).status).toBe(
      422,
    )
    expect((await site.post(`${draft}/table`, { ...mapping, ...made, column1: 'end' }, { by })).status).toBe(
      422,
    )
    const chosen = await site.post(`${draft}/table`, { ...mapping, ...made }, { by })
    expect(chosen.headers.get('location')).toBe(draft)
    const kept = await site.post(draft, { act: 'keep', address: 'ur-word', seen: 'on' }, { by })
    expect(kept.status).toBe(303)
    const opened = await plans.open(by.actor, 'ur-word')
    const money = opened === null ? null : planMoney(opened.document)
    expect(money && wholeOf(money.sum)).toBe(127_592_00n)
  })

  it('that end before they begin are refused with their place', async () => {
    const by = await site.visitor('strategist')
    const draft = await drafted(by, 'plan.docx', await docx('2016-10-31'))
    await site.post(`${draft}/table`, { ...mapping, ...made }, { by })
    const page = await (await site.get(draft, { by })).text()
    expect(page).toContain('Table 1, row 3, Slut')
    expect(page).toContain('The end lies before the start.')
    await site.post(draft, { act: 'keep', address: 'slip', seen: 'on' }, { by })
    expect(await plansOf(by)).toEqual([])
  })

  it('are added to a plan that stands, under its priorities and in its budget', async () => {
    const by = await site.visitor('strategist')
    const small = await plans.smallPlan(by.actor)
    const draft = await drafted(by, 'plan.docx', await docx('2018-10-31'))
    await site.post(`${draft}/table`, { ...mapping, ...made, into: small.planId }, { by })
    const kept = await site.post(draft, { act: 'keep', seen: 'on' }, { by })
    expect(kept.headers.get('location')).toBe(`${by.home}/plans/${small.slug}`)
    const opened = await plans.open(by.actor, small.slug)
    const course = opened?.document.items.find(
      ({ fields }) => 'name' in fields && fields.name === 'Uppdragsutbildning',
    )
    expect(course?.parent).toBe(small.money)
    expect(opened?.document.items.filter(({ kind }) => kind === 'activity')).toHaveLength(5)
    expect(opened?.document.cells).toHaveLength(2)
    for (const again of [
      await site.post(draft, { act: 'keep', seen: 'on' }, { by }),
      await site.get(draft, { by }),
    ])
      expect(again.headers.get('location')).toBe(`${by.home}/plans/${small.slug}`)
    const other = await site.visitor('strategist', by.actor.regionId)
    expect((await site.get(draft, { by: other })).status).toBe(404)
  })

  it('are added once where the button is pressed twice at once', async () => {
    const by = await site.visitor('strategist')
    const small = await plans.smallPlan(by.actor)
    const draft = await drafted(by, 'plan.docx', await docx('2018-10-31'))
    await site.post(`${draft}/table`, { ...mapping, ...made, into: small.planId }, { by })
    const press = () => site.post(draft, { act: 'keep', seen: 'on' }, { by })
    for (const { headers } of await Promise.all([press(), press(), press()]))
      expect(headers.get('location')).toBe(`${by.home}/plans/${small.slug}`)
    const opened = await plans.open(by.actor, small.slug)
    expect(opened?.document.items.filter(({ kind }) => kind === 'activity')).toHaveLength(5)
    expect(opened?.document.cells).toHaveLength(2)
  })

  it('are not added to another region’s plan', async () => {
    const by = await site.visitor('strategist')
    const other = await plans.smallPlan((await site.visitor('strategist')).actor)
    const draft = await drafted(by, 'plan.docx', await docx('2018-10-31'))
    for (const into of [other.planId, 'x'])
      expect((await site.post(`${draft}/table`, { ...mapping, ...made, into }, { by })).status).toBe(422)
  })
})
