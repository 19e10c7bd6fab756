import { expect } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestPlans } from '../../testing/test-plans.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { openTestStatistics } from '../../testing/test-statistics.ts'
import { readZip, wordsOfXml } from './documents/testing/read-zip.ts'
import { DocumentMaker } from './public.ts'
import { addReporting } from './routes.tsx'

export const RELEASE = '11111111-1111-4111-8111-111111111111'
const BY_SWEDE = { headers: { 'accept-language': 'sv' } }
export type Visitor = Awaited<ReturnType<ReturnType<typeof openTestSite>['visitor']>>

/** Reports of small plans on a test site, made by the forms that people use. */
export async function openTestReports() {
  const database = await openTestDatabase()
  const site = openTestSite(database)
  const statistics = openTestStatistics(database)
  const { doors, smallPlan, add, addPages } = openTestPlans(database)
  const audit = { isReleased: true }
  addPages(site.app)
  statistics.addPages(site.app)
  addReporting(site.app, {
    ...doors,
    documents: new DocumentMaker(doors.root),
    findings: {
      list: async () => [{ id: RELEASE, name: 'Företagsstöd' }],
      read: async (_, __, id) =>
        id === RELEASE && audit.isReleased
          ? {
              list: 'Företagsstöd',
              periods: '2024',
              releasedAt: new Date('2026-01-02T10:00:00Z'),
              synthetic: true,
              headline: 'Tre av tio företag',
              sentences: ['Kvinnor fick 14,8 %.'],
              caution: 'Siffrorna säger var, inte varför.',
            }
          : null,
    },
  })

  /** A page in Swedish; spaces that do not break are as others. */
  async function read(address: string, by: Visitor): Promise<string> {
    const answer = await site.get(address, { by, headers: { 'accept-language': 'sv' } })
    return (await answer.text()).replace(/[\u00a0\u202f]/g, ' ')
  }

  async function begun(kind = 'brief') {
    const by = await site.visitor('strategist')
    const plan = await smallPlan(by.actor)
    const list = `${by.home}/plans/${plan.slug}/documents`
    const made = await site.post(
      list,
      { act: 'make', kind, span: '2026-01-01/2026-12-31', language: 'sv' },
      { by },
    )
    expect(made.status).toBe(303)
    const at = made.headers.get('location') ?? ''
    const post = (place: string, form: Record<string, string>, as = by) =>
      site.post(`${at}${place}`, form, { by: as, ...BY_SWEDE })
    /** The ids of blocks that the editor shows, in their order. */
    const blocks = async () =>
      [...(await read(at, by)).matchAll(/id="b-([0-9a-f-]{36})"/g)].map(([, id = '']) => id)
    const revision = async () => /name="revision" value="(\d+)"/.exec(await read(at, by))?.[1] ?? ''
    const adopt = async () => {
      const page = await read(`${at}/adopt`, by)
      return post('/adopt', {
        revision: /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '',
        hash: /name="hash" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '',
        diary: 'RUN 12/2026',
        on: '2026-01-02',
        body: 'Regionala utvecklingsnämnden',
        confirm: 'on',
      })
    }
    return { by, plan, list, at, post, blocks, revision, adopt }
  }

  /** The words of a report’s files: without what tells when they were made. */
  async function words(at: string, by: Visitor): Promise<string> {
    const bytes = new Uint8Array(await (await site.get(`${at}/report.docx`, { by })).arrayBuffer())
    return wordsOfXml(readZip(bytes).get('word/document.xml') ?? '')
  }

  return { database, site, statistics, doors, add, audit, read, begun, words }
}
