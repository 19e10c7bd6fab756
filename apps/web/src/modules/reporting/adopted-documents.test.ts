import { describe, expect, it } from 'vitest'
import { openTestReports, RELEASE } from './test-reports.test-support.ts'

const { database, site, statistics, doors, add, audit, read, begun, words } = await openTestReports()

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
    audit.isReleased = false
    try {
      expect(await read(at, by)).toContain('Granskningen är inte frisläppt längre')
      expect((await adopt()).status).toBe(422)
    } finally {
      audit.isReleased = true
    }
    await adopt()
    audit.isReleased = false
    try {
      expect(await read(at, by)).toContain('Kvinnor fick 14,8 %.')
    } finally {
      audit.isReleased = true
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
