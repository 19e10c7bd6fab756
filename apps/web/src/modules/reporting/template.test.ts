import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { backUp } from '../../platform/backup/back-up.ts'
import { restore } from '../../platform/backup/restore.ts'
import { withTenant } from '../../platform/db/tenant.ts'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestPlans } from '../../testing/test-plans.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { COVER_BODY, makeTemplate, paragraph } from './documents/testing/make-template.ts'
import { readZip, wordsOfXml } from './documents/testing/read-zip.ts'
import { DocumentMaker } from './public.ts'
import { addReporting } from './routes.tsx'
import { holdLook } from './service/look.ts'
import { writtenIn } from './service/template.ts'
import { templateFile, templateOf } from './store/template.ts'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, smallPlan, addPages } = openTestPlans(database)
addPages(site.app)
addReporting(site.app, {
  ...doors,
  documents: new DocumentMaker(doors.root),
  findings: { list: async () => [], read: async () => null },
})
const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-template-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const withHeader = (text: string) => makeTemplate({ header: paragraph(text), body: COVER_BODY })
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Until a change of some region’s template waits for whoever holds it. */
async function waiting() {
  for (;;) {
    const { rows } = await database.owner.query(
      `select 1 from pg_stat_activity where datname = current_database()
        and wait_event_type = 'Lock' and query like '%region_template%'`,
    )
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function room() {
  const by = await site.visitor('administrator')
  const address = `${by.home}/look/template`
  const send = (fields: Record<string, string | File>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return site.request(address, { method: 'POST', body: form }, { by, headers: { 'accept-language': 'sv' } })
  }
  const choose = (bytes: Uint8Array<ArrayBuffer>, revision = '0', name = 'Regionens mall.docx') =>
    send({ act: 'send', revision, file: new File([bytes], name) })
  const page = async (more = '') =>
    (await site.get(`${address}${more}`, { by, headers: { 'accept-language': 'sv' } })).text()
  const history = async () => {
    const { rows } = await database.owner.query(
      `select action, details from history where region_id = $1 and entity = 'template' order by id`,
      [by.actor.regionId],
    )
    return rows
  }
  const files = async () => {
    const { rows } = await database.owner.query<{ hash: string }>(
      'select hash from report_template where region_id = $1 order by added_at',
      [by.actor.regionId],
    )
    return rows.map(({ hash }) => hash)
  }
  return { by, address, send, choose, page, history, files }
}

describe('a region’s own Word template', () => {
  it('is what Word files are written in; what is adopted keeps the one it was adopted with', async () => {
    const { by, send, choose, page, history, files } = await room()
    const plan = await smallPlan(by.actor)
    const [first, second] = [withHeader('Den första mallen'), withHeader('Den andra mallen')]
    expect((await choose(first)).status).toBe(303)
    const told = await page('?done=saved')
    for (const words of [
      'Regionens mall.docx',
      'Mallen är vald',
      '210 × 297 mm',
      '{{titel}}, {{datum}}',
      'Rubrik 1',
    ])
      expect(told).toContain(words)
    const file = await site.get(`${by.home}/look/template/file`, { by })
    expect(hashOf(new Uint8Array(await file.arrayBuffer()))).toBe(hashOf(first))
    expect(file.headers.get('content-disposition')).toContain('Regionens mall.docx')

    const list = `${by.home}/plans/${plan.slug}/documents`
    const make = { act: 'make', kind: 'brief', span: '2026-01-01/2026-12-31', language: 'sv' }
    const draft = (await site.post(list, make, { by })).headers.get('location') ?? ''
    const at = (await site.post(list, make, { by })).headers.get('location') ?? ''
    const header = async (of: string) => {
      const word = await site.get(`${of}/report.docx`, { by })
      expect(word.status).toBe(200)
      const parts = readZip(new Uint8Array(await word.arrayBuffer()))
      expect(wordsOfXml(parts.get('word/document.xml') ?? '')).toContain('Region Exempels rapportserie')
      return wordsOfXml(parts.get('word/header1.xml') ?? '')
    }
    expect(await header(at)).toContain('Den första mallen')
    // Plans made for trying say so on each page, whatever header a template has.
    expect(await header(at)).toContain('Påhittade uppgifter')
    const adopt = await (await site.get(`${at}/adopt`, { by })).text()
    const hash = /name="hash" value="([0-9a-f]{64})"/.exec(adopt)?.[1] ?? ''
    const decision = { revision: '1', hash, diary: '1', on: '2026-01-02', body: 'N', confirm: 'on' }
    expect((await site.post(`${at}/adopt`, decision, { by })).status).toBe(303)

    expect((await choose(withHeader('Mellan dem'), '1')).status).toBe(303)
    expect((await choose(second, '2', 'ny.dotx')).status).toBe(303)
    expect(await header(at)).toContain('Den första mallen')
    expect(await header(draft)).toContain('Den andra mallen')
    // The one between is used by nothing any longer.
    expect(await files()).toEqual([hashOf(first), hashOf(second)])

    expect((await send({ act: 'remove', revision: '3' })).status).toBe(303)
    expect(await page('?done=removed')).toContain('Ångra')
    expect(await header(at)).toContain('Den första mallen')
    expect((await site.get(`${by.home}/look/template/file`, { by })).status).toBe(404)
    const plain = await site.get(`${draft}/report.docx`, { by })
    expect([...readZip(new Uint8Array(await plain.arrayBuffer())).keys()]).not.toContain(
      'word/header-mark.xml',
    )
    expect((await send({ act: 'bring-back', revision: '4' })).status).toBe(303)
    expect(await header(draft)).toContain('Den andra mallen')
    expect((await site.get(`${draft}/report.pdf`, { by })).status).toBe(200)

    const after = { name: 'ny.dotx', hash: hashOf(second) }
    expect((await history()).slice(2)).toEqual([
      {
        action: 'chosen',
        details: { before: { name: 'Regionens mall.docx', hash: expect.any(String) }, after },
      },
      { action: 'removed', details: { before: after, after: null } },
      { action: 'brought-back', details: { before: null, after } },
    ])
  })

  it.each([
    [new File([], ''), 'Välj en fil.'],
    [new File(['Hej'], 'mall.docx'), 'inget Word-dokument'],
    [new File([makeTemplate({ more: { 'word/vbaProject.bin': 'x' } })], 'mall.docm'), 'utan makron'],
    [
      new File([makeTemplate({ body: paragraph('Här: {{rapport}}') })], 'mall.docx'),
      '{{rapport}} ska stå ensamt',
    ],
    [new File([makeTemplate({ body: '<w:p><w:fldSimple w:instr="DDE x"/></w:p>' })], 'm.docx'), 'fältet DDE'],
  ])('that cannot be used is refused in words, and changes nothing (%#)', async (file, words) => {
    const { send, page, history, files } = await room()
    const refused = await send({ act: 'send', revision: '0', file })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(words)
    expect(await page()).toContain('Ingen mall är vald')
    expect([await history(), await files()]).toEqual([[], []])
  })

  it('is not changed by whoever had not seen the one that stands', async () => {
    const { choose, send, page } = await room()
    expect((await choose(withHeader('A'))).status).toBe(303)
    expect((await choose(withHeader('B'))).status).toBe(409)
    const clash = await send({ act: 'remove', revision: '0' })
    expect(clash.status).toBe(409)
    expect(await clash.text()).toContain('har ändrat mallen')
    expect(await page()).toContain('Regionens mall.docx')
  })

  it('is the first of two that are sent at once; the other is told', async () => {
    const { choose, history, files } = await room()
    const both = await Promise.all([
      choose(withHeader('A'), '0', 'a.docx'),
      choose(withHeader('B'), '0', 'b.docx'),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect([await history(), await files()].map((all) => all.length)).toEqual([1, 1])
  })

  it('is changed by one of two that have seen the same', async () => {
    const { choose, history } = await room()
    expect((await choose(withHeader('A'))).status).toBe(303)
    const both = await Promise.all([choose(withHeader('B'), '1'), choose(withHeader('C'), '1')])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await history()).toHaveLength(2)
  })

  it('stays with its file while it is read, and while a report is adopted with it', async () => {
    const { by, choose } = await room()
    expect((await choose(withHeader('A'))).status).toBe(303)
    const steps: string[] = []
    let other: Promise<unknown> = Promise.resolve()
    await withTenant(database.db, by.actor, async (db) => {
      const look = await holdLook(db)
      other = choose(withHeader('B'), '1').then(() => steps.push('changed'))
      // The other has been read, and waits to be written.
      await waiting()
      const { template } = await writtenIn(db, look)
      steps.push(template === null ? 'gone' : hashOf(template) === hashOf(withHeader('A')) ? 'read' : 'other')
    })
    await other
    expect(steps).toEqual(['read', 'changed'])
  })

  it('can be replaced and removed though what was told of it cannot be read', async () => {
    const { by, choose, send, page } = await room()
    expect((await choose(withHeader('A'))).status).toBe(303)
    await database.owner.query(`update report_template set facts = '{"unknown": 1}' where region_id = $1`, [
      by.actor.regionId,
    ])
    expect(await page()).toContain('Regionens mall.docx')
    expect((await send({ act: 'remove', revision: '1' })).status).toBe(303)
    expect((await send({ act: 'bring-back', revision: '2' })).status).toBe(303)
    expect((await site.get(`${by.home}/look/template/file`, { by })).status).toBe(200)
    expect((await choose(withHeader('B'), '3')).status).toBe(303)
    expect(await page()).toContain('210 × 297 mm')
  })

  it('is the administrator’s to see and change, and of no other region', async () => {
    const { by, address, choose } = await room()
    const bytes = withHeader('Vår')
    expect((await choose(bytes)).status).toBe(303)
    for (const role of ['strategist', 'reader', 'analyst', 'officer'] as const) {
      const other = await site.visitor(role, by.actor.regionId)
      expect((await site.get(address, { by: other })).status).toBe(404)
      expect((await site.get(`${address}/file`, { by: other })).status).toBe(404)
      expect((await site.post(address, { act: 'remove', revision: '1' }, { by: other })).status).toBe(404)
    }
    const stranger = await site.visitor('administrator')
    expect((await site.get(address, { by: stranger })).status).toBe(404)
    const seen = await withTenant(database.db, stranger.actor, async (db) => [
      await templateOf(db),
      await templateFile(db, hashOf(bytes)),
    ])
    expect(seen).toEqual([null, null])
  })

  it('is kept as it is: the application cannot change a file, nor drop one that is used', async () => {
    const { by, choose } = await room()
    const bytes = withHeader('Vår')
    expect((await choose(bytes)).status).toBe(303)
    const run = (work: Parameters<typeof withTenant>[2]) => withTenant(database.db, by.actor, work)
    await expect(
      run((db) =>
        db
          .withTables<{ report_template: { facts: string } }>()
          .updateTable('report_template')
          .set({ facts: '{}' })
          .execute(),
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(
      run((db) =>
        db.withTables<{ report_template: { facts: string } }>().deleteFrom('report_template').execute(),
      ),
    ).rejects.toThrow(/foreign key/)
    const kept = await run((db) => templateFile(db, hashOf(bytes)))
    expect(kept).toEqual(bytes)
  })

  it('is carried by the back-up', async () => {
    const { by, choose } = await room()
    const bytes = withHeader('Vår')
    expect((await choose(bytes)).status).toBe(303)
    const elsewhere = await openTestDatabase()
    const urlOf = (of: typeof database) =>
      (of.owner as unknown as { options: { connectionString: string } }).options.connectionString
    const file = path.join(folder, 'region.jamvikt')
    const filesOf = (region: string) => path.join(folder, 'none', region)
    await backUp({
      ownerUrl: urlOf(database),
      slug: `r-${by.actor.regionId.slice(0, 8)}`,
      target: file,
      filesOf,
    })
    await restore({ ownerUrl: urlOf(elsewhere), file, filesOf })
    const back = await withTenant(elsewhere.db, by.actor, async (db) => ({
      chosen: await templateOf(db),
      bytes: await templateFile(db, hashOf(bytes)),
    }))
    expect(back.chosen).toMatchObject({ name: 'Regionens mall.docx', isUsed: true, revision: 1 })
    expect(back.bytes).toEqual(bytes)
  })
})
