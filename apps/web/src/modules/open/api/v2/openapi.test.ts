import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestApi, posted } from '../open-api.test-support.ts'

const api = await openTestApi()
const described = z.object({
  openapi: z.literal('3.1.0'),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ responses: z.record(z.string(), z.object({ content: z.unknown() })) })),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
})
const description = described.parse(await (await api.v2('/openapi.json')).json())

const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
ajv.addSchema({ $id: 'own', components: description.components })

describe('the description of the API', () => {
  const QUERY = { tableId: 'personer', language: 'sv', selection: { selection: [] } }

  it.each([
    ['/config', 'Config'],
    ['/tables', 'Tables'],
    ['/tables/personer', 'Table'],
    ['/tables/stor?lang=en', 'Table'],
    ['/tables/personer/metadata', 'Dataset'],
    ['/tables/personer/data', 'Dataset'],
    ['/tables/personer/defaultselection', 'Selection'],
    ['/codelists/vs_personer.Region.counties', 'CodeList'],
    ['/tables/nix', 'Problem'],
  ])('%s is a %s', async (path, name) => {
    const validate = ajv.compile({ $ref: `own#/components/schemas/${name}` })
    const isValid = validate(await (await api.v2(path)).json())
    expect({ isValid, errors: validate.errors }).toEqual({ isValid: true, errors: null })
  })

  it('a saved query is what it says', async () => {
    const validate = ajv.compile({ $ref: 'own#/components/schemas/SavedQueryAnswer' })
    const isValid = validate(await (await api.v2('/savedqueries', posted(QUERY))).json())
    expect({ isValid, errors: validate.errors }).toEqual({ isValid: true, errors: null })
  })

  it('names addresses that are there, and none that is not', async () => {
    const names: Readonly<Record<string, string>> = {
      tables: 'personer',
      codelists: 'vs_personer.Region.counties',
    }
    expect(description.servers[0]?.url).toBe(`http://localhost:4000/api/${api.home}/v2`)
    for (const [path, methods] of Object.entries(description.paths)) {
      if (path.startsWith('/savedqueries')) continue
      const at = path.replace('{id}', names[path.split('/')[1] ?? ''] ?? '')
      for (const method of Object.keys(methods)) {
        const answer = await api.v2(at, method === 'post' ? posted({ selection: [] }) : {})
        expect({ at, method, status: answer.status }).toEqual({ at, method, status: 200 })
      }
    }
  })

  it('refers only to what it holds', () => {
    const text = JSON.stringify(description)
    const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) expect(description.components.schemas).toHaveProperty(name)
  })
})
