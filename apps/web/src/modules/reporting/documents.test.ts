import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestPlans } from '../../testing/test-plans.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { openTestStatistics } from '../../testing/test-statistics.ts'
import { readZip, wordsOfXml } from './documents/testing/read-zip.ts'
import { DocumentMaker } from './public.ts'
import { addReporting } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const statistics = openTestStatistics(database)
const { doors, smallPlan, add, addPages } = openTestPlans(database)
const RELEASE = '11111111-1111-4111-8111-111111111111'
let isReleased = true
addPages(site.app)
statistics.addPages(site.app)
addReporting(site.app, {
  ...doors,
  documents: new DocumentMaker(doors.root),
  findings: {
    list: async () => [{ id: RELEASE, name: 'Företagsstöd' }],
    read: async (_, __, id) =>
      id === RELEASE && isReleased
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

type Visitor = Awaited<ReturnType<typeof site.visitor>>

/** A page in Swedish; spaces that do not break are as others. */
async function read(address: string, by: Visitor): Promise<string> {
  const answer = await site.get(address, { by, headers: { 'accept-language': 'sv' } })
  return (await answer.text()).replace(/[\u00a0\u202f]/g, ' ')
}

const BY_SWEDE = { headers: { 'accept-language': 'sv' } }

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

describe('a report that is kept', () => {
  it.each(['half-year', 'terms', 'accounts', 'brief', 'final', 'free'])(
    'begins from the template of %s, and is read and taken along',
    async (kind) => {
      const { by, at, list } = await begun(kind)
      expect(await read(list, by)).toContain(`href="${at}"`)
      expect((await site.get(`${at}/read`, { by })).status).toBe(200)
      for (const form of ['docx', 'pdf', 'xlsx', 'html'])
        expect((await site.get(`${at}/report.${form}`, { by })).status).toBe(200)
    },
  )

  it('is written block by block: added, moved, removed and brought back', async () => {
    const { by, at, post, blocks, revision } = await begun()
    const [first = '', second = ''] = await blocks()
    await post('', { act: 'down', block: first, revision: await revision() })
    expect((await blocks()).slice(0, 2)).toEqual([second, first])
    const added = await post('', { act: 'add', what: 'words', after: second, revision: '2' })
    const id = added.headers.get('location')?.split('/').at(-1) ?? ''
    expect((await blocks())[1]).toBe(id)
    await post(`/blocks/${id}`, { revision: '3', heading: 'Nytt', text: '**Fet** <b>text</b>' })
    expect(await read(at, by)).toContain('<strong>Fet</strong> &lt;b>text&lt;/b>')
    await post('', { act: 'remove', block: id, revision: '4' })
    expect(await blocks()).not.toContain(id)
    await post('', { act: 'bring-back', block: id, revision: '5' })
    expect((await blocks())[1]).toBe(id)
  })

  it('shows a block as it will be read while it is written, and saves nothing by it', async () => {
    const { by, at, post, blocks } = await begun()
    const [first = ''] = await blocks()
    const shown = await post(`/blocks/${first}/preview`, { heading: 'Till beslut', text: '- ett\n- två' })
    expect(shown.status).toBe(200)
    const html = await shown.text()
    expect(html).toContain('<li>ett</li>')
    expect(html).not.toContain('<html')
    expect(await read(at, by)).not.toContain('<li>ett</li>')
  })

  it('shows both words where two have written in the same block, and loses neither', async () => {
    const { by, at, post, blocks } = await begun()
    const other = await site.visitor('strategist', by.actor.regionId)
    const [first = ''] = await blocks()
    const mine = await post(`/blocks/${first}`, { revision: '1', heading: 'H', text: 'Mina ord' })
    expect(mine.status).toBe(303)
    const theirs = await post(`/blocks/${first}`, { revision: '1', heading: 'H', text: 'Andras ord' }, other)
    expect(theirs.status).toBe(409)
    const page = await theirs.text()
    expect(page).toContain('Mina ord')
    expect(page).toContain('Andras ord')
    expect(await read(at, by)).toContain('Mina ord')
    const { rows } = await database.owner.query(
      `select details from history where region_id = $1 and entity = 'report' and action = 'clashed'`,
      [by.actor.regionId],
    )
    expect(JSON.stringify(rows)).toContain('Andras ord')
    const again = await post(
      `/blocks/${first}`,
      { revision: '2', heading: 'H', text: 'Mina ord och andras' },
      other,
    )
    expect(again.status).toBe(303)
    expect(await read(at, by)).toContain('Mina ord och andras')
  })

  it('keeps what each change was before and after in the history', async () => {
    const { by, post, blocks } = await begun()
    const [first = ''] = await blocks()
    await post(`/blocks/${first}`, { revision: '1', heading: 'H', text: 'Först' })
    await post(`/blocks/${first}`, { revision: '2', heading: 'H', text: 'Sedan' })
    const { rows } = await database.owner.query(
      `select details from history where region_id = $1 and entity = 'report' and action = 'write' order by id desc limit 1`,
      [by.actor.regionId],
    )
    expect(rows[0].details).toMatchObject({ before: { text: 'Först' }, after: { block: { text: 'Sedan' } } })
  })

  it('is removed as a draft, and brought back whole', async () => {
    const { by, at, list, post } = await begun()
    const gone = await post('', { act: 'delete' })
    expect(gone.headers.get('location')).toContain('removed=')
    expect((await site.get(at, { by })).status).toBe(404)
    expect(await read(gone.headers.get('location') ?? '', by)).toContain('Utkastet är borttaget.')
    await site.post(list, { act: 'bring-back', report: at.split('/').at(-1) ?? '' }, { by })
    expect((await site.get(at, { by })).status).toBe(200)
  })
})

describe('an adopted report', () => {
  it('never changes when data do, nor its files; and is written no more', async () => {
    const { by, plan, at, post, blocks, adopt } = await begun('half-year')
    const [first = ''] = await blocks()
    await add(by.actor, plan.planId, 'risk', null, { name: 'Få deltar', measure: 'Bjud in igen' })
    expect((await adopt()).status).toBe(303)
    const [page, file] = [await read(at, by), await words(at, by)]
    expect(page).toContain('Få deltar')
    expect(file).toContain('Få deltar')
    await add(by.actor, plan.planId, 'risk', null, { name: 'Ny risk', measure: 'Inget' })
    await site.post(`${by.home}/plans/${plan.slug}/items/${plan.course}/edit`, {}, { by })
    expect(await read(at, by)).toBe(page)
    expect(await words(at, by)).toBe(file)
    for (const form of [
      { act: 'remove', block: first, revision: '1' },
      { act: 'delete' },
      { act: 'add', what: 'words', after: '', revision: '1' },
    ])
      expect((await post('', form)).status).toBe(404)
    expect((await post(`/blocks/${first}`, { revision: '1', heading: 'x', text: 'x' })).status).toBe(404)
    expect((await adopt()).status).toBe(404)
  })

  it('is known by the hash of its text, and no other text is shown in its place', async () => {
    const { by, at, adopt } = await begun()
    await adopt()
    const id = at.split('/').at(-1)
    const { rows } = await database.owner.query(
      `select encode(sha256(convert_to(report, 'UTF8')), 'hex') as own, hash from plan_report_adopted where report_id = $1`,
      [id],
    )
    expect(rows[0].own).toBe(rows[0].hash)
    expect(await read(at, by)).toContain(rows[0].hash)
    await database.owner.query(
      `update plan_report_adopted set report = replace(report, 'styrgruppen', 'nämnden') where report_id = $1`,
      [id],
    )
    expect((await site.get(at, { by })).status).toBe(500)
  })

  it('cannot be changed by the application at all', async () => {
    const { by, adopt } = await begun()
    await adopt()
    await expect(
      doors.inRegion(by.actor, (db) => db.updateTable('plan_report_adopted').set({ body: 'x' }).execute()),
    ).rejects.toThrow(/permission denied/)
    await expect(
      doors.inRegion(by.actor, (db) =>
        db.updateTable('plan_report_revision').set({ made_name: 'x' }).execute(),
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(
      doors.inRegion(by.actor, (db) => db.deleteFrom('plan_report_adopted').execute()),
    ).rejects.toThrow(/permission denied/)
  })

  it('is what was read: words or figures that have changed since are read again first', async () => {
    const { by, plan, at, post } = await begun()
    const page = await read(`${at}/adopt`, by)
    const decision = {
      revision: /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '',
      hash: /name="hash" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '',
      diary: 'RUN 1',
      on: '2026-01-02',
      body: 'Nämnden',
      confirm: 'on',
    }
    await add(by.actor, plan.planId, 'milestone', null, { name: 'Halvvägs', on: '2026-06-30' })
    const refused = await post('/adopt', decision)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('har ändrats sedan du läste den')
    expect((await post('/adopt', { ...decision, confirm: '', diary: '' })).status).toBe(422)
    expect((await post('/adopt', { ...decision, on: '2999-01-01' })).status).toBe(422)
  })

  it('waits for the answers that it asks for', async () => {
    const { by, at, adopt } = await begun('terms')
    const page = await read(`${at}/adopt`, by)
    expect(page).toContain('Rapporten kan inte antas ännu')
    expect(page).not.toContain('name="hash"')
    expect((await adopt()).status).toBe(422)
  })

  it('is made again as a draft, and what has changed is shown cell by cell', async () => {
    const { by, plan, at, adopt, post } = await begun('half-year')
    await add(by.actor, plan.planId, 'figure', plan.indicator, {
      what: 'target',
      year: 2028,
      sex: 'women',
      value: 10,
    })
    await adopt()
    const adopted = await read(at, by)
    await add(by.actor, plan.planId, 'figure', plan.indicator, {
      what: 'target',
      year: 2028,
      sex: 'men',
      value: 12,
    })
    const remade = await post('', { act: 'remake' })
    const changes = await read(remade.headers.get('location') ?? '', by)
    expect(changes).toContain('En del skiljer sig.')
    const cells = [...changes.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, text = '']) => text)
    expect(cells).toEqual(['okänt', '12'])
    expect(await read(at, by)).toBe(adopted)
    const draft = (remade.headers.get('location') ?? '').replace(/\/changes$/, '')
    expect(await read(draft, by)).toContain('Se vad som har ändrats')
  })
})

describe('what a report takes from elsewhere', () => {
  it('is a published table, as a drawing or as its figures, with version and date', async () => {
    const { by, at, post } = await begun('free')
    const analyst = await site.visitor('analyst', by.actor.regionId)
    const decider = await site.visitor('administrator', by.actor.regionId)
    const dataset = await statistics.bring(analyst.actor)
    expect(await read(at, by)).not.toContain(dataset.slug)
    await statistics.publish(dataset, { proposer: analyst.actor, decider: decider.actor })
    expect(await read(at, by)).toContain(`figure:${dataset.slug}`)
    const added = await post('', { act: 'add', what: `figure:${dataset.slug}`, after: '', revision: '1' })
    const block = added.headers.get('location') ?? ''
    expect(await read(block, by)).toContain('name="rows"')
    await site.post(
      block,
      { revision: '2', heading: '', rows: 'region', columns: 'kön', chart: 'bars' },
      { by },
    )
    expect(await read(at, by)).toContain('data:image/svg+xml')
    await site.post(
      block,
      { revision: '3', heading: '', rows: 'region', chart: 'table', columns: 'kön', 'in.år': '2023' },
      { by },
    )
    const page = await read(at, by)
    expect(page).toMatch(/Borlänge.*?41/s)
    expect(page).toMatch(/Källa: .*?version 1/s)
    expect(await words(at, by)).toContain('Borlänge')
  })

  it('is the latest figures of an open indicator that the plan follows, by sex, with their version', async () => {
    const { by, plan, at, post } = await begun('free')
    const analyst = await site.visitor('analyst', by.actor.regionId)
    const decider = await site.visitor('administrator', by.actor.regionId)
    const dataset = await statistics.bring(analyst.actor)
    await statistics.publish(dataset, { proposer: analyst.actor, decider: decider.actor })
    const home = `${analyst.home}/statistics`
    await site.post(
      `${home}/${dataset.slug}/indicators`,
      {
        name: 'Löner i Falun',
        direction: 'parity',
        owner: 'x',
        view: 'rows=år&gap=ratio&in.region=2080 Falun',
      },
      { by: analyst },
    )
    const list = await (await site.get(`${home}/indicators`, { by: analyst })).text()
    const id = /name="id" value="([^"]+)"/.exec(list)?.[1] ?? ''
    await add(by.actor, plan.planId, 'indicator', plan.goal, { name: 'Lön', catalogue: [id] })
    await post('', { act: 'add', what: 'live:goals', after: '', revision: '1' })
    expect(await read(at, by)).toContain('Inga mått har värden ännu.')
    await site.post(`${home}/indicators`, { id, act: 'ask' }, { by: analyst })
    await site.post(`${home}/indicators`, { id, act: 'open' }, { by: decider })
    const page = await read(at, by)
    const row = /<tr>(?:(?!<\/tr>).)*Löner i Falun.*?<\/tr>/s.exec(page)?.[0] ?? ''
    const cells = [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, text = '']) => text)
    expect(cells.slice(1)).toEqual(['Utfall', '2023', '65', '82', 'okänt'])
    expect(page).toMatch(/Löner efter kommun och kön: .*?version 1, /)
  })

  it('is the sentences of a released audit, and says when it is taken back', async () => {
    const { by, at, post, adopt } = await begun('free')
    await post('', { act: 'add', what: `finding:${RELEASE}`, after: '', revision: '1' })
    expect(await read(at, by)).toContain('Kvinnor fick 14,8 %.')
    isReleased = false
    try {
      expect(await read(at, by)).toContain('Granskningen är inte frisläppt längre')
      expect((await adopt()).status).toBe(422)
    } finally {
      isReleased = true
    }
    await adopt()
    isReleased = false
    try {
      expect(await read(at, by)).toContain('Kvinnor fick 14,8 %.')
    } finally {
      isReleased = true
    }
  })
})

describe('who may do what', () => {
  it('readers read and officers do not write', async () => {
    const { by, at, list, post, blocks } = await begun()
    const [first = ''] = await blocks()
    for (const role of ['reader', 'officer', 'analyst'] as const) {
      const other = await site.visitor(role, by.actor.regionId)
      const page = await read(at, other)
      expect(page).toContain('Underlag till styrgruppen')
      expect(page).not.toContain('name="act"')
      expect((await post('', { act: 'delete' }, other)).status).toBe(404)
      expect((await post(`/blocks/${first}`, { revision: '1', text: 'x' }, other)).status).toBe(404)
      expect((await post(`/blocks/${first}/preview`, { text: 'x' }, other)).status).toBe(404)
      expect((await site.get(`${at}/adopt`, { by: other })).status).toBe(404)
      expect(
        (
          await site.post(
            list,
            { act: 'make', kind: 'free', span: '2026-01-01/2026-12-31', language: 'sv' },
            { by: other },
          )
        ).status,
      ).toBe(404)
      expect((await site.get(`${other.home}/look`, { by: other })).status).toBe(404)
    }
  })

  it('nobody of another region learns that there is one', async () => {
    const { at } = await begun()
    const stranger = await begun()
    const id = at.split('/').at(-1)
    expect((await site.get(`${stranger.list}/${id}`, { by: stranger.by })).status).toBe(404)
    expect((await site.get(at, { by: stranger.by })).status).toBe(404)
    for (const place of ['x', '%00', "'or 1=1", '__proto__'])
      expect([400, 404]).toContain((await site.get(`${stranger.list}/${place}`, { by: stranger.by })).status)
  })
})
