import { localeOf } from '@jamvikt/i18n'
import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestPlans, removeItem, saveCells } from '../../testing/test-plans.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { DocumentMaker } from './public.ts'
import { addReporting } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, smallPlan, add, addPages } = openTestPlans(database)
addPages(site.app)
addReporting(site.app, {
  ...doors,
  documents: new DocumentMaker(doors.root),
  findings: { list: async () => [], read: async () => null },
})

/** A plan with one activity told of as late, and another with what stands in no report: the people reached. */
async function told() {
  const strategist = await site.visitor('strategist')
  const plan = await smallPlan(strategist.actor)
  await add(strategist.actor, plan.planId, 'figure', plan.indicator, {
    what: 'target',
    year: 2028,
    sex: 'women',
    value: 1234.5,
  })
  await add(strategist.actor, plan.planId, 'figure', plan.indicator, {
    what: 'target',
    year: 2028,
    sex: 'men',
    missing: 'declined',
  })
  await add(strategist.actor, plan.planId, 'risk', null, { name: 'Få deltar', measure: 'Bjud in igen' })
  const home = `${strategist.home}/plans/${plan.slug}`
  await site.post(`${home}/follow`, { act: 'half-years' }, { by: strategist })
  const [, period = ''] =
    /<option value="([^"]+)"/.exec(await (await site.get(`${home}/follow`, { by: strategist })).text()) ?? []
  await site.post(
    `${home}/follow/${period}/${plan.course}`,
    {
      status: 'late',
      done: 'Två <kurser>',
      cause: 'Sjukdom',
      measure: 'Nya dagar',
      women: '777',
      men: '',
      seen: '',
    },
    { by: strategist },
  )
  return { strategist, plan, period, report: `${home}/reports/${period}` }
}

/** Books an amount on an activity on a day, in a ledger that tells up to another day. */
async function book(
  { strategist, plan }: Awaited<ReturnType<typeof told>>,
  entry: { readonly activity: string; readonly on: string; readonly ore: number; readonly coversTo: string },
) {
  const { regionId } = strategist.actor
  const { rows } = await database.owner.query(
    `insert into plan_ledger_import (region_id, plan_id, file_name, hash, state, mapping, covers_to, imported_at, made_by, made_name)
     values ($1, $2, 'huvudbok.csv', encode(sha256($4::text::bytea), 'hex'), 'imported', '{}', $3, now(), 'x', 'x') returning id`,
    [regionId, plan.planId, entry.coversTo, `${entry.on}${entry.ore}`],
  )
  await database.owner.query(
    `insert into plan_entry (region_id, plan_id, import_id, fingerprint, row, kind, on_date, amount_ore, activity_id)
     values ($1, $2, $3, encode(sha256($6::text::bytea), 'hex'), 2, 'outcome', $4, $5, $7)`,
    [regionId, plan.planId, rows[0].id, entry.on, entry.ore, `${entry.on}${entry.ore}`, entry.activity],
  )
}

/** A page in Swedish; spaces that do not break are as others. */
async function read(address: string, by: { readonly cookie: string }): Promise<string> {
  const answer = await site.get(address, { by, headers: { 'accept-language': 'sv' } })
  return (await answer.text()).replace(/[\u00a0\u202f]/g, ' ')
}

describe('a status report', () => {
  it('is filled in from what is told, says what is not, and keeps people who were reached out', async () => {
    const { strategist, report } = await told()
    const page = await read(report, strategist)
    expect(page).toContain('Av 2 aktiviteter i perioden är en försenad, en inte uppdaterad.')
    expect(page).toContain('Dessa aktiviteter har ingen uppdatering för perioden: Genomlysning av stöd.')
    expect(page).toContain('Två &lt;kurser>')
    expect(page).toContain('Sjukdom')
    expect(page).toContain('1 234,5')
    expect(page).toContain(localeOf('sv').text('half.money.none'))
    expect(page).toContain('Få deltar')
    expect(page).not.toContain('777')
  })

  it('tells apart a figure that was declined from one that nobody has entered', async () => {
    const { strategist, report } = await told()
    const page = await read(report, strategist)
    const row = /<tr>(?:(?!<\/tr>).)*1 234,5.*?<\/tr>/s.exec(page)?.[0] ?? ''
    const cells = [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, text = '']) =>
      text.replace(/<[^>]+>/g, '').trim(),
    )
    expect(cells.slice(3)).toEqual(['1 234,5', 'ville inte svara', 'okänt'])
  })

  it('says what has been booked, of the whole and of each activity', async () => {
    const { strategist, plan, report } = await told()
    const { regionId } = strategist.actor
    const { rows } = await database.owner.query(
      `insert into plan_ledger_import (region_id, plan_id, file_name, hash, state, mapping, covers_to, imported_at, made_by, made_name)
       values ($1, $2, 'huvudbok.csv', repeat('a', 64), 'imported', '{}', '2020-05-31', now(), 'x', 'x') returning id`,
      [regionId, plan.planId],
    )
    await database.owner.query(
      `insert into plan_entry (region_id, plan_id, import_id, fingerprint, row, kind, on_date, amount_ore, activity_id)
       values ($1, $2, $3, repeat('b', 64), 2, 'outcome', '2020-05-01', 123450, $4)`,
      [regionId, plan.planId, rows[0].id, plan.course],
    )
    const page = await read(report, strategist)
    expect(page).toContain('Bokfört sedan planen började, till och med 31 maj 2020: 1 234,50 kr.')
    expect(/Webbkurs.*?<\/tr>/s.exec(page)?.[0]).toContain('1 234,50 kr')
  })

  it.each(['docx', 'pdf', 'xlsx', 'html'])('is taken along as %s, by those who may see it', async (kind) => {
    const { strategist, report } = await told()
    const file = await site.get(`${report}/report.${kind}`, { by: strategist })
    expect(file.status).toBe(200)
    expect(file.headers.get('content-disposition')).toContain(`.${kind}`)
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1000)
    const stranger = await site.visitor('strategist')
    expect((await site.get(`${report}/report.${kind}`, { by: stranger })).status).toBe(404)
  })

  it('is of a period that is there, in a form that is there', async () => {
    const { strategist, report } = await told()
    for (const address of [`${report}x`, `${report}/report.exe`, report.replace(/[^/]+$/, 'x')])
      expect((await site.get(address, { by: strategist })).status, address).toBe(404)
  })

  it('of a closed period stands, whatever is changed in the plan and booked after that; of one opened again it follows', async () => {
    const at = await told()
    const { strategist, plan, period, report } = at
    const { actor } = strategist
    const budget = await add(actor, plan.planId, 'budget', null, {
      name: 'Per aktivitet',
      over: ['activity'],
    })
    const save = (ore: bigint, seen: bigint | null) =>
      doors.inRegion(actor, (db) =>
        saveCells(db, actor, plan.planId, budget, [{ key: [plan.course], seen, wanted: ore }]),
      )
    await save(100_000_00n, null)
    await book(at, { activity: plan.course, on: '2026-03-01', ore: 1_000_00, coversTo: '2026-03-31' })
    const follow = report.replace(/reports\/.*/, 'follow')
    await site.post(follow, { act: 'close', period }, { by: strategist })
    const list = `${follow}?period=${period}`
    // The menus are of the plan as it stands; what is told is not.
    const whole = async (address: string) => (await read(address, strategist)).split('<h1')[1] ?? ''
    const before = [await whole(report), (await whole(list)).split('<h2')[1]]
    expect(before[0]).toContain('1 000 kr')
    expect(before[0]).toContain('fryst vid stängning')

    await save(5n, 100_000_00n)
    await book(at, { activity: plan.review, on: '2026-04-01', ore: 40_00, coversTo: '2026-12-31' })
    await add(actor, plan.planId, 'figure', plan.indicator, {
      what: 'actual',
      year: 2026,
      sex: 'women',
      value: 3,
    })
    await add(actor, plan.planId, 'activity', plan.money, { name: 'Helt ny' })
    await doors.inRegion(actor, (db) => removeItem(db, actor, plan.planId, plan.course))
    expect([await whole(report), (await whole(list)).split('<h2')[1]]).toEqual(before)

    await site.post(follow, { act: 'reopen', period, reason: 'Fel siffra' }, { by: strategist })
    const opened = await read(report, strategist)
    expect(opened).toContain('Helt ny')
    expect(opened).not.toContain('Sjukdom')
    expect(opened).not.toContain('fryst')
  })

  it('tells of no money that is booked after the period, closed or not', async () => {
    const at = await told()
    await book(at, { activity: at.plan.course, on: '2026-06-30', ore: 70_00, coversTo: '2026-12-31' })
    await book(at, { activity: at.plan.course, on: '2026-07-01', ore: 9_00, coversTo: '2026-12-31' })
    expect(await read(at.report, at.strategist)).toContain('70 kr')
  })

  it('counts others and few as they are entered', async () => {
    const { strategist, plan, report } = await told()
    expect(await read(report, strategist)).not.toContain('Annat kön')
    for (const [sex, value] of [
      ['women', 10],
      ['men', 5],
      ['other', 3],
      ['all', 18],
    ] as const)
      await add(strategist.actor, plan.planId, 'figure', plan.indicator, {
        what: 'actual',
        year: 2026,
        sex,
        value,
      })
    await add(strategist.actor, plan.planId, 'figure', plan.indicator, {
      what: 'baseline',
      year: 2025,
      sex: 'all',
      value: 0.004,
    })
    const page = await read(report, strategist)
    const row = /<tr>(?:(?!<\/tr>).)*>18<.*?<\/tr>/s.exec(page)?.[0] ?? ''
    const cells = [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, text = '']) =>
      text.replace(/<[^>]+>/g, '').trim(),
    )
    expect(cells.slice(3)).toEqual(['10', '5', '3', '18'])
    expect(page).toContain('0,004')
  })

  it('tells what is booked on a part of an activity, and that it is within the amounts of the whole', async () => {
    const at = await told()
    const part = await add(at.strategist.actor, at.plan.planId, 'activity', at.plan.course, {
      name: 'Kursstart',
    })
    await book(at, { activity: part, on: '2026-03-01', ore: 10_00, coversTo: '2026-03-31' })
    await book(at, { activity: at.plan.course, on: '2026-03-02', ore: 5_00, coversTo: '2026-03-31' })
    const page = await read(at.report, at.strategist)
    expect(/Webbkurs<.*?<\/tr>/s.exec(page)?.[0]).toContain('15 kr')
    expect(/Kursstart \(del av Webbkurs, ingår i dess belopp\).*?<\/tr>/s.exec(page)?.[0]).toContain('10 kr')
  })

  it('adds up: what is common to all priorities has its row, and rows and sum are of one budget', async () => {
    const { strategist, plan, report } = await told()
    const { actor } = strategist
    const save = async (
      name: string,
      fields: { readonly over: readonly string[]; readonly counted: boolean },
      cells: readonly (readonly [string, bigint])[],
    ) => {
      const id = await add(actor, plan.planId, 'budget', null, { name, ...fields })
      await doors.inRegion(actor, (db) =>
        saveCells(
          db,
          actor,
          plan.planId,
          id,
          cells.map(([key, wanted]) => ({ key: [key], seen: null, wanted })),
        ),
      )
    }
    const type = await add(actor, plan.planId, 'cost-type', null, { name: 'Personal' })
    await save('Per kostnad', { over: ['cost-type'], counted: false }, [[type, 999_00n]])
    // Not all of it is known, while another knows all: it is told from because it is said to count.
    await save('Per prioritering', { over: ['priority'], counted: true }, [
      [plan.lead, 100_00n],
      ['common', 30_00n],
    ])
    const page = await read(report, strategist)
    const table = page.split('Enligt budgeten Per prioritering')[0]?.split('<table').at(-1) ?? ''
    expect(/Gemensamt för alla prioriteringar.*?<\/tr>/s.exec(table)?.[0]).toContain('30 kr')
    expect(/Stöd på lika villkor.*?<\/tr>/s.exec(table)?.[0]).toContain('okänt')
    expect(/Summa.*?<\/tr>/s.exec(table)?.[0]).toContain('minst 130 kr')
  })
})
