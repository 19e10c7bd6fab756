import { describe, expect, it } from 'vitest'
import { openTestApi } from '../open-api.test-support.ts'

const api = await openTestApi()

async function problemOf(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const problem = (await answer.json()) as { status: number; detail: string }
  expect(problem.status).toBe(answer.status)
  return problem
}

const MUST = 'valueCodes[Region]=00&valueCodes[ContentsCode]=A&valueCodes[Tid]=2023'
const data = (query: string) => api.v2(`/tables/personer/data?${query}`)

describe('a selection', () => {
  it.each([
    [`${MUST}`, 400, '__proto__'],
    [`${MUST}&valueCodes[__proto__]=*&valueCodes[Alder]=1`, 400, 'Alder'],
    [`${MUST}&valueCodes[__proto__]=nix`, 400, '__proto__” has no value “nix'],
    [`${MUST}&valueCodes[__proto__]=TOP(x)`, 400, 'TOP(x)'],
    [`${MUST}&valueCodes[__proto__]=${'*'.repeat(500)}`, 400, '__proto__'],
    [`${MUST}&codelist[Region]=agg_nix`, 400, 'agg_nix'],
    [`${MUST}&codelist[Kon]=vs_personer.Region.counties`, 400, 'Kon'],
    [`${MUST}&outputValues[Region]=nix`, 400, 'outputValues'],
    [`${MUST}&valueCode[__proto__]=*`, 400, 'valueCode['],
    [`${MUST}&valueCodes[__proto__]=*&heading=Tid,Tid`, 400, 'Tid'],
    [`${MUST}&valueCodes[__proto__]=*&stub=nix`, 400, 'nix'],
    ['outputFormat=pdf', 400, 'pdf'],
    ['outputFormat=csv&outputFormatParams=UseCodes,UseTexts', 400, 'UseTexts'],
    ['outputFormat=csv&outputFormatParams=Nix', 400, 'Nix'],
  ])('%s is %d and names “%s”', async (query, status, named) => {
    const problem = await problemOf(await data(query))
    expect(problem.status).toBe(status)
    expect(problem.detail).toContain(named)
  })

  it('of too many cells is 403, before anything is counted out', async () => {
    const problem = await problemOf(
      await api.v2('/tables/stor/data?valueCodes[a]=*&valueCodes[b]=*&valueCodes[Tid]=*'),
    )
    expect(problem.detail).toContain('320000')
    expect(
      (await api.v2('/tables/stor/data?valueCodes[a]=*&valueCodes[b]=TOP(187)&valueCodes[Tid]=*')).status,
    ).toBe(200)
  })
})

describe('what is asked wrongly', () => {
  it.each([
    ['/tables/nix', 404],
    ['/tables/__proto__/data', 404],
    ['/tables/%00', 404],
    ['/tables/..%2F..%2Fetc', 404],
    ['/codelists/vs_nix.a.b', 404],
    ['/codelists/vs_personer.Region.nix', 404],
    ['/codelists/constructor', 404],
    ['/savedqueries/nix', 404],
    ['/nix', 404],
    ['/constructor', 404],
    ['/tables?pageNumber=0', 400],
    ['/tables?pageSize=x', 400],
    ['/tables?pastDays=-1', 400],
    ['/tables?includeDiscontinued=kanske', 400],
  ])('%s is %d', async (path, status) => {
    const problem = await problemOf(await api.v2(path))
    expect(problem.status).toBe(status)
  })

  it('a body that is none, is too large, or is not of this table', async () => {
    const send = (body: string) => api.v2('/tables/personer/data', { method: 'POST', body })
    for (const body of ['{', '[]', '{"selection": 1}', '"x"', '\0'])
      expect((await problemOf(await send(body))).status).toBe(400)
    const twice = { selection: [{ variableCode: 'Tid' }, { variableCode: 'Tid' }] }
    expect((await problemOf(await send(JSON.stringify(twice)))).detail).toContain('Tid')
    expect((await problemOf(await send(`{"x": "${'a'.repeat(300_000)}"}`))).status).toBe(413)
    const deep = '['.repeat(50_000)
    expect((await problemOf(await send(deep))).status).toBe(400)
  })

  it('a method that an address does not take', async () => {
    for (const [path, allow] of [
      ['/tables', 'GET, HEAD, OPTIONS'],
      ['/savedqueries', 'POST, OPTIONS'],
    ] as const) {
      const answer = await api.v2(path, { method: 'DELETE' }, { 'content-type': 'application/json' })
      expect((await problemOf(answer)).status).toBe(405)
      expect(answer.headers.get('allow')).toBe(allow)
    }
  })

  it('a site or a version that there is not', async () => {
    for (const path of [
      '/api/ingen/v2/tables',
      `/api/${api.home}/v3/tables`,
      '/api/',
      '/api/%00/v2/tables',
      '/api/%ff/v2/x',
    ])
      expect((await problemOf(await api.call(path))).status).toBe(404)
  })
})
