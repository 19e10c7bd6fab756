import { parseV1Json, parseV1Metadata, parseV1Nodes, readStatTable, tableOfV1Json } from '@jamvikt/tables'
import JSONstat from 'jsonstat-toolkit'
import { describe, expect, it } from 'vitest'
import { openTestApi, posted } from '../open-api.test-support.ts'

const api = await openTestApi()
const root = `/api/${api.home}/v1/sv`
const table = '/sv/open/power/personer'

const item = (code: string, ...values: string[]) => ({ code, selection: { filter: 'item', values } })
const ask = (query: readonly unknown[], format: string) =>
  api.v1(table, posted({ query, response: { format } }))
const errorOf = async (answer: Response) => ((await answer.json()) as { error: string }).error

describe('a program of the first version', () => {
  it('finds the root where the limits are, and not above it', async () => {
    const parts = `${root}/open/power/personer`.split('/')
    const found: string[] = []
    for (let to = 1; to <= parts.length; to++) {
      const path = `${parts.slice(0, to).join('/')}/?config`
      const answer = await api.call(path)
      if (answer.status === 200 && (answer.headers.get('content-type') ?? '').includes('json'))
        found.push(path)
    }
    expect(found[0]).toBe(`${root}/?config`)
    expect(await (await api.call(found[0] ?? '')).json()).toEqual({
      maxValues: 150_000,
      maxCells: 150_000,
      maxCalls: 30,
      timeWindow: 10,
      CORS: true,
    })
  })

  it('walks from the database to a table, and asks for what it describes', async () => {
    const databases = (await (await api.v1('/sv/')).json()) as { dbid: string }[]
    let path = `/sv/${databases[0]?.dbid}`
    for (let level = 0; level < 5; level++) {
      const answer = await api.v1(`${path}/`)
      const nodes = parseV1Nodes(await answer.text())
      if (!nodes.ok) break
      path = `${path}/${nodes.answer[0]?.id}`
    }
    expect(path).toBe(table)
    const metadata = parseV1Metadata(await (await api.v1(path)).text())
    if (!metadata.ok) throw new Error(metadata.reason)
    expect(metadata.answer.variables.map(({ code, elimination, time }) => [code, elimination, time])).toEqual(
      [
        ['Region', false, false],
        ['Kon', true, false],
        ['__proto__', false, false],
        ['ContentsCode', false, false],
        ['Tid', false, true],
      ],
    )
    const query = metadata.answer.variables.map(({ code, values }) => item(code, ...values))
    const answer = parseV1Json(await (await ask(query, 'json')).text())
    if (!answer.ok) throw new Error(answer.reason)
    expect(answer.answer.columns.map(({ code, type }) => [code, type])).toEqual([
      ['Region', 'd'],
      ['Kon', 'd'],
      ['__proto__', 'd'],
      ['Tid', 't'],
      ['A', 'c'],
      ['B', 'c'],
    ])
    expect(answer.answer.data.length).toBe(4 * 3 * 2 * 3)
    expect(answer.answer.data.find(({ key }) => key.join() === '2080,K,65+,2023')?.values).toEqual([
      '80',
      '83.5',
    ])
    const columns = new Set(answer.answer.columns.map(({ code }) => code))
    for (const { variable, value } of answer.answer.comments) {
      expect(columns.has(variable)).toBe(true)
      expect(answer.answer.data.some(({ key }) => key.includes(value))).toBe(true)
    }
    const read = tableOfV1Json(answer.answer, { language: 'sv', metadata: metadata.answer })
    expect(read.ok).toBe(true)
  })

  it('finds tables by words', async () => {
    const found = await (await api.v1('/sv/open?query=personer+kön')).json()
    expect(found).toMatchObject([{ id: 'personer', path: '/power' }])
    expect(await (await api.v1('/sv/open?query=ingenting')).json()).toEqual([])
  })

  it('gets totals for what it leaves out, and all of what has none', async () => {
    const answer = await ask(
      [item('Region', '00'), item('ContentsCode', 'A'), item('Tid', '2023')],
      'json-stat2',
    )
    const dataset = JSONstat(await answer.json())
    expect(dataset.id).toEqual(['Region', '__proto__', 'ContentsCode', 'Tid'])
    expect([dataset.Data(0).value, dataset.Data(1).value]).toEqual([26, 32])
  })

  it.each([
    [{ filter: 'all', values: ['20*'] }, ['20', '2080', '2081']],
    [{ filter: 'top', values: ['2'] }, ['00', '20']],
    [{ filter: 'vs:personer.Region.municipalities', values: ['2081'] }, ['2081']],
    [{ filter: 'vs:vs_personer.Region.counties', values: ['*'] }, ['20']],
  ])('selects places by %j', async (selection, codes) => {
    const rest = [item('ContentsCode', 'A'), { code: 'Tid', selection: { filter: 'top', values: ['1'] } }]
    const answer = await ask([{ code: 'Region', selection }, item('__proto__', '65+'), ...rest], 'json')
    const parsed = parseV1Json(await answer.text())
    if (!parsed.ok) throw new Error(parsed.reason)
    expect(parsed.answer.data.map(({ key }) => key)).toEqual(codes.map((code) => [code, '65+', '2023']))
  })

  it('gets rows of cells with texts or codes', async () => {
    const query = [
      item('Region', '2080'),
      item('__proto__', '65+'),
      item('Kon', 'K', 'M'),
      item('Tid', '2023'),
    ]
    expect((await (await ask(query, 'csv2')).text()).split('\r\n')).toEqual([
      'region,kön,"ålder; ""grupp""",år,Antal,Andel',
      'Falun,kvinnor,"65 år, och äldre",2023,80,83.5',
      'Falun,män,"65 år, och äldre",2023,92,95.5',
      '',
    ])
    expect((await (await ask(query, 'csv3')).text()).split('\r\n').slice(0, 2)).toEqual([
      'Region,Kon,__proto__,Tid,A,B',
      '2080,K,65+,2023,80,83.5',
    ])
    expect((await (await ask(query, 'csv')).text()).split('\r\n')[0]).toBe(
      'region,kön,"ålder; ""grupp""",Antal 2023,Andel 2023',
    )
  })

  it.each([
    ['px', 'px'],
    ['xlsx', 'xlsx'],
    ['json-stat', 'json-stat'],
    ['json-stat2', 'json-stat'],
  ] as const)('gets %s with the same figures', async (format, reader) => {
    const query = [item('Region', '2080'), item('__proto__', '65+'), item('ContentsCode', 'B')]
    const bytes = new Uint8Array(await (await ask(query, format)).arrayBuffer())
    const read = await readStatTable(bytes, { name: 'x', format: reader })
    if (!read.ok) throw new Error(JSON.stringify(read))
    expect([...read.table.values]).toEqual([105.5, 106.5, 107.5])
  })

  it.each([
    [[item('Nix', '1')], 'json', 400, 'Nix'],
    [[item('Region', 'nix')], 'json', 400, 'nix'],
    [[item('Region', '00'), item('Region', '20')], 'json', 400, 'twice'],
    [[{ code: 'Region', selection: { filter: 'nix', values: ['1'] } }], 'json', 400, 'nix'],
    [[{ code: 'Region', selection: { filter: 'agg:nix', values: ['1'] } }], 'json', 400, 'agg:nix'],
    [[], 'sdmx', 400, 'sdmx'],
  ])('%j as %s is %d and names “%s”', async (query, format, status, named) => {
    const answer = await ask(query, format)
    expect(answer.status).toBe(status)
    expect(await errorOf(answer)).toContain(named)
  })

  it('is told what there is not, and what is too much', async () => {
    for (const path of [
      '/de/open',
      '/sv/nix',
      '/sv/open/nix',
      '/sv/open/power/nix',
      `${table}/more`,
      '/sv/open/__proto__',
    ])
      expect((await api.v1(path)).status).toBe(404)
    expect((await api.v1('/sv/open/economy/stor', posted({ query: [] }))).status).toBe(403)
    expect((await api.v1('/sv/open/power', posted({ query: [] }))).status).toBe(405)
    expect((await api.v1(table, { method: 'POST', body: '{' })).status).toBe(400)
  })

  it('speaks English where the address does', async () => {
    const metadata = parseV1Metadata(await (await api.v1('/en/open/power/personer')).text())
    expect(metadata.ok && metadata.answer.variables.map(({ text }) => text)).toEqual([
      'region',
      'sex',
      'age, "group"',
      'contents',
      'year',
    ])
  })
})
