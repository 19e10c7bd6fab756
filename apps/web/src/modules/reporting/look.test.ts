import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestPlans } from '../../testing/test-plans.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { readZip, wordsOfXml } from './documents/testing/read-zip.ts'
import { DocumentMaker } from './public.ts'
import { addReporting } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, smallPlan, addPages } = openTestPlans(database)
addPages(site.app)
addReporting(site.app, {
  ...doors,
  documents: new DocumentMaker(doors.root),
  findings: { list: async () => [], read: async () => null },
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const LOOK = {
  accent: '#5b2a86',
  wordHeadingFont: 'Calibri Light',
  wordBodyFont: 'Calibri',
  pdfHeadings: 'serif',
  foot: 'Region Test, org.nr 000000-0000',
  alt: 'Region Test',
}

async function room() {
  const by = await site.visitor('administrator')
  const address = `${by.home}/look`
  const send = (change: Record<string, string | File>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...LOOK, revision: '0', ...change })) form.set(name, value)
    return site.request(address, { method: 'POST', body: form }, { by, headers: { 'accept-language': 'sv' } })
  }
  return { by, address, send }
}

describe('the look of a region’s documents', () => {
  it('is that of its Word files and PDF, logo and foot among it', async () => {
    const { by, send } = await room()
    const plan = await smallPlan(by.actor)
    const logo = new File([PNG], 'logo.png', { type: 'image/png' })
    expect((await send({ logo })).status).toBe(303)
    const list = `${by.home}/plans/${plan.slug}/documents`
    const made = await site.post(
      list,
      { act: 'make', kind: 'brief', span: '2026-01-01/2026-12-31', language: 'sv' },
      { by },
    )
    const at = made.headers.get('location') ?? ''
    const word = async () =>
      readZip(new Uint8Array(await (await site.get(`${at}/report.docx`, { by })).arrayBuffer()))
    const files = await word()
    expect(files.get('word/styles.xml')).toContain('5b2a86')
    expect(files.get('word/styles.xml')).toContain('Calibri Light')
    expect(wordsOfXml(files.get('word/footer1.xml') ?? '')).toContain(LOOK.foot)
    expect([...files.keys()].some((name) => /\.png$/.test(name))).toBe(true)
    expect((await site.get(`${at}/report.pdf`, { by })).status).toBe(200)

    const page = await (await site.get(`${at}/adopt`, { by })).text()
    const adopted = await site.post(
      `${at}/adopt`,
      {
        revision: '1',
        hash: /name="hash" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '',
        diary: '1',
        on: '2026-01-02',
        body: 'N',
        confirm: 'on',
      },
      { by },
    )
    expect(adopted.status).toBe(303)
    expect((await send({ accent: '#0b4f4a', revision: '1' })).status).toBe(303)
    // What is adopted keeps the look that it was adopted with.
    expect((await word()).get('word/styles.xml')).toContain('5b2a86')
  })

  it.each([
    [{ accent: '#ffcc00' }, '1,5:1'],
    [{ accent: 'red' }, '#rrggbb'],
    [{ wordBodyFont: 'Arial; } body {' }, 'typsnittets namn'],
    [{ foot: 'x'.repeat(201) }, '200 tecken'],
    [{ logo: new File(['<svg onload="x"/>'], 'logo.png', { type: 'image/png' }) }, 'ingen PNG-bild'],
    [{ logo: new File([PNG.with(45, 0)], 'logo.png') }, 'Bilden är skadad'],
    [{ logo: new File([Buffer.alloc(400_000)], 'logo.png') }, '300 kB'],
    [{ logo: new File([PNG], 'logo.png'), alt: '' }, 'vad logotypen visar'],
  ])('refuses what cannot be used, and keeps what was typed (%j)', async (change, told) => {
    const { send } = await room()
    const refused = await send(change as Record<string, string | File>)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain(told)
    if (!('foot' in change)) expect(page).toContain(LOOK.foot)
  })

  it('is not written over by whoever had not seen it', async () => {
    const { by, send } = await room()
    expect((await send({})).status).toBe(303)
    const clash = await send({ accent: '#003366' })
    expect(clash.status).toBe(409)
    expect(await clash.text()).toContain('har ändrat utseendet')
    expect((await send({ accent: '#003366', revision: '1' })).status).toBe(303)
    const { rows } = await database.owner.query(
      `select details from history where region_id = $1 and entity = 'look' order by id`,
      [by.actor.regionId],
    )
    expect(rows.at(-1).details).toMatchObject({
      before: { accent: LOOK.accent },
      after: { accent: '#003366' },
    })
  })

  it('is the administrator’s to change', async () => {
    const { by } = await room()
    for (const role of ['strategist', 'reader', 'analyst', 'officer'] as const) {
      const other = await site.visitor(role, by.actor.regionId)
      expect((await site.get(`${by.home}/look`, { by: other })).status).toBe(404)
      expect((await site.post(`${by.home}/look`, LOOK, { by: other })).status).toBe(404)
    }
  })
})
