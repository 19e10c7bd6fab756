import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openTestApi, posted } from '../open-api.test-support.ts'
import { readSavedQuery, savedQueryId } from './saved-query.ts'

const api = await openTestApi()
const QUERY = {
  tableId: 'personer',
  language: 'en',
  selection: {
    selection: [
      { variableCode: 'Region', valueCodes: ['20*'] },
      { variableCode: '__proto__', valueCodes: ['65+'] },
      { variableCode: 'ContentsCode', valueCodes: ['A'] },
      { variableCode: 'Tid', valueCodes: ['TOP(1)'] },
    ],
  },
  outputFormat: 'csv',
  outputFormatParams: ['UseCodes', 'SeparatorSemicolon'],
}

async function save(
  query: unknown,
): Promise<{ id: string; savedQuery: unknown; links: { rel: string; href: string }[] }> {
  const answer = await api.v2('/savedqueries', posted(query))
  expect(answer.status).toBe(201)
  return (await answer.json()) as { id: string; savedQuery: unknown; links: { rel: string; href: string }[] }
}

describe('a saved query', () => {
  it('is told, resolved and run by its id, in its own language and format', async () => {
    const { id, savedQuery, links } = await save(QUERY)
    expect(savedQuery).toEqual({ ...QUERY, id })
    expect(id).toMatch(/^[A-Za-z0-9_-]{1,2048}$/)
    const told = (await (await api.v2(`/savedqueries/${id}`)).json()) as { savedQuery: unknown }
    expect(told.savedQuery).toEqual({ ...QUERY, id })
    const resolved = (await (await api.v2(`/savedqueries/${id}/selection`)).json()) as {
      language: string
      selection: { variableCode: string; valueCodes: string[] }[]
    }
    expect(resolved.language).toBe('en')
    expect(resolved.selection.map(({ variableCode, valueCodes }) => [variableCode, valueCodes])).toEqual([
      ['Region', ['20', '2080', '2081']],
      ['Kon', []],
      ['__proto__', ['65+']],
      ['ContentsCode', ['A']],
      ['Tid', ['2023']],
    ])
    const file = links.find(({ rel }) => rel === 'data')?.href.replace('http://localhost:4000', '') ?? ''
    const csv = await (await api.call(file)).text()
    expect(csv.split('\r\n').slice(0, 2)).toEqual(['Region;__proto__;A 2023', '20;65+;68'])
    const metadata = await api.v2(`/tables/personer/metadata?savedQuery=${id}`)
    expect(((await metadata.json()) as { size: number[] }).size).toEqual([3, 1, 1, 1])
  })

  it('is given in another format or language where that is asked for', async () => {
    const { id } = await save(QUERY)
    const answer = await api.v2(`/savedqueries/${id}/data?outputFormat=json-stat2&lang=sv`)
    expect(((await answer.json()) as { label: string }).label).toBe('Personer efter region, kön och ålder')
  })

  it('has the same id each time, and needs nothing to be kept', async () => {
    const { id } = await save(QUERY)
    expect((await save({ ...QUERY, id: 'whatever' })).id).toBe(id)
    const other = savedQueryId({ ...QUERY, selection: { selection: [] } })
    expect(other).toMatchObject({ ok: true })
    if (other.ok) expect((await api.v2(`/savedqueries/${other.id}/data`)).status).toBe(200)
  })

  it.each([
    [{ ...QUERY, tableId: 'nix' }, 'nix'],
    [{ ...QUERY, outputFormat: 'nix' }, 'nix'],
    [{ ...QUERY, selection: { selection: [{ variableCode: 'Nix' }] } }, 'Nix'],
    [{ ...QUERY, selection: {} }, 'selection.selection'],
    [{}, 'selection'],
  ])('that cannot be answered is not saved: %#', async (query, named) => {
    const answer = await api.v2('/savedqueries', posted(query))
    expect(answer.status).toBe(400)
    expect(((await answer.json()) as { detail: string }).detail).toContain(named)
  })

  it('too long for an address is refused in words', () => {
    const valueCodes = Array.from({ length: 5000 }, (_, at) => `${(at * 7919) % 99_991}x${at}`)
    const query = { ...QUERY, selection: { selection: [{ variableCode: 'Region', valueCodes }] } }
    expect(savedQueryId(query)).toMatchObject({ ok: false, status: 400 })
  })

  it('is nothing for an id that unfolds to very much, or to something else', () => {
    const bomb = deflateRawSync('a'.repeat(10_000_000)).toString('base64url').slice(0, 2048)
    for (const id of [
      bomb,
      deflateRawSync('a'.repeat(100_000)).toString('base64url'),
      deflateRawSync('{}').toString('base64url'),
    ])
      expect(readSavedQuery(id)).toMatchObject({ ok: false, status: 404 })
  })

  it('is read back as it was, and any other text is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, code) => {
        const query = {
          tableId: text,
          language: 'sv',
          selection: { selection: [{ variableCode: code, valueCodes: [text] }] },
        }
        const packed = savedQueryId(query)
        if (!packed.ok) throw new Error('refused')
        expect(readSavedQuery(packed.id)).toEqual({ ok: true, query: JSON.parse(JSON.stringify(query)) })
        const other = readSavedQuery(text)
        if (!other.ok) expect(other.status).toBe(404)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})
