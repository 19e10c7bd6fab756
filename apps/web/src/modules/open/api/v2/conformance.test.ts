import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestApi } from '../open-api.test-support.ts'
import { type Operation, type Schema, specifiedOperations } from './spec.test-support.ts'

const api = await openTestApi()
const operations = specifiedOperations() ?? []
const SELECTION = {
  selection: [
    { variableCode: 'Region', valueCodes: ['*'] },
    { variableCode: '__proto__', valueCodes: ['65+'] },
    { variableCode: 'ContentsCode', valueCodes: ['A'] },
    { variableCode: 'Tid', valueCodes: ['TOP(2)'] },
  ],
  placement: { heading: ['Tid'], stub: ['Region'] },
}
const SAVED = { selection: SELECTION, language: 'sv', tableId: 'personer', outputFormat: 'json-stat2' }
const posted = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) })
const saved = ((await (await api.v2('/savedqueries', posted(SAVED))).json()) as { id: string }).id

/** What stands for an id, by what it is an id of. */
const IDS: Readonly<Record<string, string>> = {
  tables: 'personer',
  codelists: 'vs_personer.Region.counties',
  savedqueries: saved,
}
/** Values that only somebody who knows the table can give. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  savedQuery: [saved, 'nix'],
  heading: ['Tid', 'nix'],
  stub: ['Region,Kon', ''],
  query: ['personer', '%', ''],
  lang: ['sv', 'en', 'dk', ''],
}
/** The same for parameters that are given by variable. */
const BY_VARIABLE: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  valuecodes: [
    Object.fromEntries(
      SELECTION.selection.map(({ variableCode, valueCodes }) => [variableCode, valueCodes.join()]),
    ),
    { variable_1: '1,2,3' },
    { Tid: 'top(5)' },
  ],
  codelist: [{ Region: 'vs_personer.Region.municipalities' }, { variable_1: 'NUTS_2008' }],
}

/** The query strings that a program which has read the specification may send for one parameter. */
function queriesOf(name: string, schema: Schema): string[] {
  const said = (values: readonly unknown[]) =>
    values.map((value) => String(new URLSearchParams({ [name]: String(value) })))
  if (schema.type === 'object')
    return (BY_VARIABLE[name] ?? []).map((values) =>
      String(new URLSearchParams(Object.entries(values).map(([key, value]) => [`${name}[${key}]`, value]))),
    )
  const known = KNOWN[name]
  const values = z.object({ enum: z.array(z.string()) }).safeParse(schema.items ?? schema)
  if (known !== undefined) return said(known)
  if (values.success) return said(values.data.enum)
  if (schema.type === 'boolean') return said([true, false])
  if (schema.type === 'integer') return said([schema.default ?? schema.minimum ?? 1, 1, 50])
  throw new Error(`nothing is known to send for ${name}`)
}

function requestsOf({ path, method, parameters, takesBody }: Operation): { at: string; init: RequestInit }[] {
  const [, kind = ''] = path.split('/')
  const at = path.replace('{id}', IDS[kind] ?? '')
  const queries = parameters
    .filter((each) => each.in === 'query')
    .flatMap(({ name, schema }) => queriesOf(name, schema))
  const bodies = !takesBody
    ? [{}]
    : kind === 'savedqueries'
      ? [posted(SAVED), posted({})]
      : [posted(SELECTION), posted({})]
  const init = method === 'post' ? bodies : [{}]
  const ids = path.includes('{id}') ? [at, path.replace('{id}', 'nix')] : [at]
  return [
    ...ids.flatMap((address) => init.map((each) => ({ at: address, init: each }))),
    ...queries.flatMap((query) => init.map((each) => ({ at: `${at}?${query}`, init: each }))),
  ]
}

async function check({ answers }: Operation, at: string, init: RequestInit): Promise<number> {
  const answer = await api.v2(at, init)
  const checks = answers.get(answer.status)
  expect({ at, status: answer.status, isDocumented: checks !== undefined }).toMatchObject({
    isDocumented: true,
  })
  const type = answer.headers.get('content-type') ?? ''
  const isProblem = answer.status >= 400
  expect({ at, type: isProblem ? type : '' }).toEqual({
    at,
    type: isProblem ? 'application/problem+json' : '',
  })
  const validate = checks?.get(type)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (type.includes('json') && validate !== undefined && !isText(validate.schema)) {
    const isValid = validate(JSON.parse(new TextDecoder().decode(bytes)))
    expect({ at, isValid, errors: validate.errors?.slice(0, 3) ?? null }).toEqual({
      at,
      isValid: true,
      errors: null,
    })
  }
  return answer.status
}

/** Of figures the specification says that they are a text, whatever their format. */
function isText(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'string'
}

describe('a program made from the specification of PxWebApi 2', () => {
  it.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    '%s gets what is documented, whatever it sends',
    async (_name, operation) => {
      const statuses: number[] = []
      for (const { at, init } of requestsOf(operation)) statuses.push(await check(operation, at, init))
      expect(statuses[0]).toBeLessThan(300)
    },
  )

  it('gets an empty page after the last, with the way back', async () => {
    const answer = (await (await api.v2('/tables?pageNumber=9&pageSize=1')).json()) as {
      tables: unknown[]
      page: { totalPages: number; links: { rel: string; href: string }[] }
    }
    expect(answer.tables).toEqual([])
    expect(answer.page.totalPages).toBe(2)
    const back = answer.page.links.find(({ rel }) => rel === 'prev')?.href ?? ''
    expect(new URL(back).searchParams.get('pageNumber')).toBe('2')
    expect(answer.page.links.map(({ rel }) => rel)).toEqual(['first', 'prev', 'last'])
  })

  it('finds every address of the specification', () => {
    if (operations.length > 0) expect(operations.length).toBe(12)
  })

  it('gets figures that are a dataset as the specification describes one', async () => {
    const validate = operations
      .find(({ path }) => path === '/tables/{id}/metadata')
      ?.answers.get(200)
      ?.get('application/json')
    if (validate === undefined) return
    const answer = await (await api.v2('/tables/personer/data')).json()
    const isValid = validate(answer)
    expect({ isValid, errors: validate.errors }).toEqual({ isValid: true, errors: null })
  })
})
