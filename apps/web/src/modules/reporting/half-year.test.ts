import { localeOf } from '@jamvikt/i18n'
import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestPlans } from '../../testing/test-plans.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { DocumentMaker } from './public.ts'
import { addReporting } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, smallPlan, add, addPages } = openTestPlans(database)
addPages(site.app)
addReporting(site.app, site.platform, { ...doors, documents: new DocumentMaker(doors.root) })

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
    expect(page).toContain('Bokfört till och med 31 maj 2020: 1 234,50 kr.')
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
})
