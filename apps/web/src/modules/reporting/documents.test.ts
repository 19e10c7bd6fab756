import { describe, expect, it } from 'vitest'
import { openPlanById } from '../plan/public.ts'
import { openTestReports } from './test-reports.test-support.ts'

const { database, site, doors, add, read, begun } = await openTestReports()

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

describe('words that do not fit', () => {
  it('are refused whole, with how much fits, and nothing is saved of them', async () => {
    const { at, post, blocks, by } = await begun()
    const [first = ''] = await blocks()
    const refused = await post(`/blocks/${first}`, {
      revision: '1',
      heading: 'H',
      text: `${'x'.repeat(20_000)}SLUT`,
    })
    expect(refused.status).toBe(422)
    const page = (await refused.text()).replace(/[\u00a0\u202f]/g, ' ')
    expect(page).toContain('Texten har 20 004 tecken. Högst 20 000 får plats.')
    expect(page).toContain('xSLUT</textarea>')
    expect(await read(at, by)).not.toContain('xxx')
    const heading = await post(`/blocks/${first}`, { revision: '1', heading: 'h'.repeat(301), text: '' })
    expect(heading.status).toBe(422)
    expect(await heading.text()).toContain(`value="${'h'.repeat(301)}"`)
    expect((await post(`/blocks/${first}/preview`, { text: 'x'.repeat(30_000) })).status).toBe(200)
  })

  it('are counted with each break of line once', async () => {
    const { at, post, blocks, by } = await begun()
    const [first = ''] = await blocks()
    const text = `${'x'.repeat(9999)}\r\n${'y'.repeat(9996)}\r\nEND`
    expect((await post(`/blocks/${first}`, { revision: '1', heading: 'H', text })).status).toBe(303)
    expect(await read(at, by)).toContain('END')
  })
})

describe('a brief', () => {
  it('is finished by somebody on a day, without diary number and body; other kinds need both', async () => {
    const seen = async ({ at, by }: Awaited<ReturnType<typeof begun>>) => {
      const page = await read(`${at}/adopt`, by)
      return {
        revision: /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '',
        hash: /name="hash" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '',
        diary: '',
        body: '',
        on: '2026-01-02',
        confirm: 'on',
      }
    }
    const brief = await begun('brief')
    expect((await brief.post('/adopt', await seen(brief))).status).toBe(303)
    const page = await read(brief.at, brief.by)
    expect(page).toContain('Färdigställd av ')
    expect(page).not.toContain('dnr ')
    const free = await begun('free')
    const refused = await free.post('/adopt', await seen(free))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Skriv diarienumret.')
    await expect(
      database.owner.query(
        `insert into plan_report_adopted (region_id, report_id, report, hash, origins, style, diary, decided_on, body, adopted_by, adopted_name)
         values ($1, $2, '{}', repeat('a', 64), '[]', '{}', '', '2026-01-02', '', 'x', 'x')`,
        [free.by.actor.regionId, free.at.split('/').at(-1)],
      ),
    ).rejects.toThrow(/diary number/)
  })
})

it('cites the adopted version of the plan while the working copy is the same', async () => {
  const { by, plan, at } = await begun('free')
  const versions = `${by.home}/plans/${plan.slug}/versions`
  const { actor } = by
  const opened = await doors.inRegion(actor, (db) => openPlanById(db, plan.planId))
  const adopted = await site.post(
    versions,
    {
      act: 'adopt',
      revision: String(opened?.plan.revision),
      diary: 'RUN 9/2026',
      on: '2026-01-02',
      body: 'Nämnden',
      confirm: 'on',
    },
    { by },
  )
  expect(adopted.status).toBe(303)
  expect(await read(`${at}/read`, by)).toContain(
    'Handlingsplan 2026–2028, version 1, dnr RUN 9/2026, beslutad 2 jan. 2026, ',
  )
  await add(actor, plan.planId, 'risk', null, { name: 'Ny risk', measure: 'Inget' })
  expect(await read(`${at}/read`, by)).toMatch(/2028, arbetsutkast, ändring \d+, efter version 1/)
})
