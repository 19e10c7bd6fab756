import { describe, expect, it } from 'vitest'
import { openTestApi, posted } from './open-api.test-support.ts'

let now = new Date('2030-01-01T00:00:00Z')
const api = await openTestApi(() => now)
const PATH = '/tables/personer/data?outputFormat=csv'

describe('an answer', () => {
  it.each([
    PATH,
    '/tables/personer/metadata',
    '/tables',
    '/config',
    '/tables/personer/data?outputFormat=xlsx',
  ])('%s is known again by its tag', async (path) => {
    const first = await api.v2(path)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"[0-9a-f]{32}"$/)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    for (const header of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
      const again = await api.v2(path, {}, { 'if-none-match': header })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    }
    expect((await api.v2(path, {}, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('has another tag for another question, and for another release', async () => {
    const tag = async (path: string) => (await api.v2(path)).headers.get('etag')
    const paths = [
      PATH,
      `${PATH}&lang=en`,
      `${PATH}&outputFormatParams=UseCodes`,
      '/tables/stor/data?outputFormat=csv',
    ]
    const tags = await Promise.all(paths.map(tag))
    expect(new Set(tags).size).toBe(paths.length)
    const content = (value: number) => `region;kön;år;value\n2080;kvinnor;2022;${value}\n2080;män;2022;80\n`
    const dataset = await api.publish(content(1), { slug: 'ny', name: 'Ny' })
    const before = await api.v2('/tables/ny/data')
    await api.statistics.renew(api.proposer, dataset, content(2))
    await api.statistics.publish(
      dataset,
      { proposer: api.proposer, decider: api.decider },
      { notice: 'Rättat.' },
    )
    const after = await api.v2('/tables/ny/data', {}, { 'if-none-match': before.headers.get('etag') ?? '' })
    expect(after.status).toBe(200)
    const sent = (await after.json()) as { value: number[]; note: string[] }
    expect(sent.value).toContain(2)
    expect(sent.note[0]).toBe('Rättat.')
  })

  it('to a POST is not kept', async () => {
    const answer = await api.v2('/tables/personer/data', posted({ selection: [] }))
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
      200,
      'no-store',
      null,
    ])
  })

  it('may be read from any site, and any site may ask', async () => {
    const headers = { origin: 'https://elsewhere.invalid' }
    expect((await api.v2(PATH, {}, headers)).headers.get('access-control-allow-origin')).toBe('*')
    expect((await api.v2('/nix', {}, headers)).headers.get('access-control-allow-origin')).toBe('*')
    const asked = await api.v2('/tables/personer/data', { method: 'OPTIONS' }, headers)
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST')
    expect(asked.headers.get('access-control-allow-headers')).toContain('Content-Type')
    expect((await api.v2('/tables/personer/data', posted({ selection: [] }), headers)).status).toBe(200)
  })

  it('to HEAD has the headers and no body', async () => {
    const [head, get] = await Promise.all([api.v2(PATH, { method: 'HEAD' }), api.v2(PATH)])
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
  })

  it('names the table’s file and where it is described', async () => {
    const answer = await api.v2(PATH)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="personer.csv"')
    expect(answer.headers.get('link')).toMatch(
      /\/v2\/tables\/personer\/metadata\?lang=sv>; rel="describedby"$/,
    )
  })

  it('to one caller is given thirty times in ten seconds', async () => {
    const ask = () =>
      api.site.app.request(
        `http://localhost:4000/api/${api.home}/v2/config`,
        {},
        { incoming: { socket: { remoteAddress: '198.51.100.7' } } },
      )
    for (let at = 0; at < 30; at++) expect((await ask()).status).toBe(200)
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('10')
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    now = new Date(now.getTime() + 10_000)
    expect((await ask()).status).toBe(200)
  })

  it('holds nothing that has not been published, or not yet', async () => {
    await api.statistics.bring(api.proposer, undefined, { slug: 'utkast', name: 'Utkast' })
    const later = await api.statistics.bring(api.proposer, undefined, { slug: 'senare', name: 'Senare' })
    const openFrom = new Date(now.getTime() + 3_600_000)
    await api.statistics.publish(later, { proposer: api.proposer, decider: api.decider }, { openFrom })
    const names = async () =>
      ((await (await api.v2('/tables')).json()) as { tables: { id: string }[] }).tables.map(({ id }) => id)
    for (const slug of ['utkast', 'senare']) {
      expect((await api.v2(`/tables/${slug}/data`)).status).toBe(404)
      expect(await names()).not.toContain(slug)
    }
    now = new Date(now.getTime() + 3_600_000)
    expect((await api.v2('/tables/senare/data')).status).toBe(200)
    expect(await names()).toContain('senare')
  })
})
