import { describe, expect, it } from 'vitest'
import { demoPlans } from '../../demo/plans/demo-plans.ts'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestPlans } from '../../testing/test-plans.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { bringInPlanFile } from '../plan/public.ts'
import { bareWords } from './documents/testing/any-report.ts'
import { readByLibreOffice } from './documents/testing/libre-office.ts'
import { readPdf } from './documents/testing/read-pdf.ts'
import { REPORT_KINDS } from './model-content.ts'
import { DocumentMaker } from './public.ts'
import { addReporting } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, addPages } = openTestPlans(database)
addPages(site.app)
addReporting(site.app, {
  ...doors,
  documents: new DocumentMaker(doors.root),
  findings: { list: async () => [], read: async () => null },
})

const SLUG = 'jamtland-harjedalen-2016-2018'

/** A report of every kind, of a plan with figures, milestones and budgets. */
async function everyKind(language: 'sv' | 'en') {
  const by = await site.visitor('strategist')
  const file = demoPlans().find(({ slug }) => slug === SLUG)
  if (file === undefined) throw new Error('no such plan')
  await doors.inRegion(by.actor, (db) => bringInPlanFile(db, by.actor, SLUG, file))
  const home = `${by.home}/plans/${SLUG}`
  const reports = []
  for (const kind of REPORT_KINDS) {
    if (kind === 'free') continue
    const made = await site.post(
      `${home}/documents`,
      { act: 'make', kind, span: '2016-11-01/2018-12-31', language },
      { by },
    )
    const at = made.headers.get('location') ?? ''
    const bytes = async (form: string) =>
      new Uint8Array(await (await site.get(`${at}/report.${form}`, { by })).arrayBuffer())
    const page = await (await site.get(`${at}/read`, { by })).text()
    reports.push({ kind, page, docx: await bytes('docx'), pdf: readPdf(await bytes('pdf')) })
  }
  return { by, home, reports }
}

/** The cells of the tables of a page, in their order. */
const cellsOf = (page: string) =>
  [...page.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)]
    .map(([, text = '']) =>
      text
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&'),
    )
    .filter((text) => text !== '')
const headingsOf = (page: string) =>
  [...page.matchAll(/<h[1234][^>]*>(.*?)<\/h[1234]>/gs)].map(([, text = '']) => text)

describe.each(['sv', 'en'] as const)('reports of every kind (%s)', (language) => {
  it('say the same as the page in Word, as LibreOffice opens it, and in a PDF that is tagged', {
    timeout: 300_000,
  }, async () => {
    const { reports } = await everyKind(language)
    for (const { kind, page, pdf } of reports) {
      expect({ kind, catalog: pdf.catalog }).toMatchObject({
        catalog: expect.stringContaining(`/Lang (${language === 'sv' ? 'sv-SE' : 'en-GB'})`),
      })
      expect(pdf.catalog).toMatch(/\/MarkInfo <<\s+\/Marked true/)
      expect(pdf.elements('H1').length).toBeGreaterThan(0)
      const told = bareWords(pdf.text)
      const said = [...cellsOf(page), ...headingsOf(page)]
      expect({ kind, missing: said.filter((text) => !told.includes(bareWords(text))) }).toEqual({
        kind,
        missing: [],
      })
    }
    const texts = readByLibreOffice(reports.map(({ docx }) => docx))
    for (const [at, text] of (texts ?? []).entries()) {
      const { kind = '', page = '' } = reports[at] ?? {}
      const told = bareWords(text)
      const missing = [...cellsOf(page), ...headingsOf(page)].filter(
        (each) => !told.includes(bareWords(each)),
      )
      expect({ kind, missing }).toEqual({ kind, missing: [] })
    }
  })
})

it('the figures of a report are those of the plan’s own pages', async () => {
  const { by, home, reports } = await everyKind('sv')
  const bare = (text: string) => text.replaceAll(/[\s\u00a0\u202f]|kr/g, '')
  const money = await (await site.get(`${home}/money`, { by, headers: { 'accept-language': 'sv' } })).text()
  const budgets = [...money.matchAll(/href="([^"]*\/money\/b\/[^"]+)"/g)].map(([, place = '']) => place)
  const pages = await Promise.all(
    [...new Set(budgets.map((place) => place.replaceAll('&amp;', '&')))].map(async (place) =>
      (await site.get(place, { by, headers: { 'accept-language': 'sv' } })).text(),
    ),
  )
  const shown = new Set([money, ...pages].flatMap((page) => cellsOf(page).map(bare)))
  const terms = reports.find(({ kind }) => kind === 'terms')?.page ?? ''
  const amounts = cellsOf(terms).filter((cell) => /^\d[\d\s\u00a0\u202f]*kr$/.test(cell))
  expect(amounts.length).toBeGreaterThan(40)
  expect(amounts.map(bare).filter((amount) => !shown.has(amount))).toEqual([])
  expect(amounts.map(bare)).toContain('5203139')
})
