import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generatedTable } from '../json-stat/generated-table.test-support.ts'
import { STATE } from '../stat/cell-state.ts'
import type { CodeList } from '../stat/stat-table.ts'
import {
  parseV1Config,
  parseV1Databases,
  parseV1Json,
  parseV1Metadata,
  parseV1Nodes,
  parseV1Query,
} from './v1-answers.ts'
import { tableOfV1Json } from './v1-json.ts'
import { v1MetadataOf } from './v1-metadata.ts'
import {
  codeListOf,
  parseV2CodeList,
  parseV2SavedQuery,
  parseV2SavedQueryAnswer,
  parseV2Selection,
  parseV2Table,
  parseV2Tables,
  parseV2VariablesSelection,
  v2CodeListOf,
} from './v2-answers.ts'
import { readV2Metadata, v2MetadataOf } from './v2-metadata.ts'
import { v1JsonOf } from './write-v1-json.ts'

const variable = { code: 'Kon', text: 'kön', values: ['1', '2'], valueTexts: ['män', 'kvinnor'] }

describe('answers of PxWebApi 1', () => {
  it('metadata, with elimination and time where they are said', () => {
    const answer = {
      title: 'Antal',
      variables: [
        { ...variable, elimination: true },
        { ...variable, code: 'Tid', time: true },
      ],
    }
    expect(parseV1Metadata(JSON.stringify(answer))).toMatchObject({
      ok: true,
      answer: {
        title: 'Antal',
        variables: [
          { code: 'Kon', elimination: true, time: false },
          { code: 'Tid', elimination: false, time: true },
        ],
      },
    })
  })

  it.each([
    [
      { title: 'x', variables: [{ ...variable, valueTexts: ['män'] }] },
      { reason: 'values-do-not-match', keyword: 'variables[0].valueTexts' },
    ],
    [
      { title: 'x', variables: [{ ...variable, text: undefined }] },
      { reason: 'member-missing', keyword: 'variables[0].text' },
    ],
    [
      { title: 'x', variables: [{ ...variable, values: ['1', 2] }] },
      { reason: 'member-wrong-type', keyword: 'variables[0].values[1]', detail: '2' },
    ],
    [{ error: 'Parameter error' }, { reason: 'server-refused', detail: 'Parameter error' }],
  ])('metadata %j are refused', (answer, refusal) => {
    expect(parseV1Metadata(JSON.stringify(answer))).toMatchObject({ ok: false, ...refusal })
  })

  it('tree, databases, question and limits', () => {
    const nodes = [
      { id: 'BE', type: 'l', text: 'Befolkning' },
      { id: 'T1', type: 't', text: 'Tabell', updated: '2026-01-02T08:00:00' },
    ]
    expect(parseV1Nodes(nodes)).toEqual({ ok: true, answer: nodes })
    expect(parseV1Nodes([{ id: 'x', type: 'q', text: '' }])).toMatchObject({
      keyword: '[0].type',
      detail: 'q',
    })
    expect(parseV1Databases([{ dbid: 'ssd', text: 'SSD' }])).toMatchObject({ ok: true })
    const query = {
      query: [{ code: 'Tid', selection: { filter: 'top', values: ['1'] } }],
      response: { format: 'json-stat2' },
    }
    expect(parseV1Query(query)).toEqual({ ok: true, answer: query })
    const config = { maxValues: 110_000, maxCells: 150_000, maxCalls: 30, timeWindow: 10, CORS: true }
    expect(parseV1Config(config)).toEqual({ ok: true, answer: config })
  })

  const json = {
    columns: [
      { code: 'Kon', text: 'kön', type: 'd' },
      { code: 'Tid', text: 'år', type: 't' },
      { code: 'A', text: 'Antal', type: 'c', unit: 'personer' },
      { code: 'B', text: 'Andel', type: 'c' },
    ],
    comments: [{ variable: 'Kon', value: '2', comment: 'Juridiskt kön' }],
    data: [
      { key: ['1', '2024'], values: ['12', '40.5'] },
      { key: ['2', '2024'], values: ['..', '-'] },
      { key: ['2', '2025'], values: ['0', '...'] },
    ],
  }

  it('figures of the format json: signs, units, comments, and keys that do not come', () => {
    const parsed = parseV1Json(json)
    if (!parsed.ok) throw new Error(parsed.reason)
    const metadata = { title: 'Titel', variables: [{ ...variable, elimination: false, time: false }] }
    const read = tableOfV1Json(parsed.answer, { language: 'sv', metadata })
    if (!read.ok) throw new Error(JSON.stringify(read))
    const { table } = read
    expect(table.dimensions.map(({ id, role }) => [id, role])).toEqual([
      ['Kon', 'classification'],
      ['Tid', 'time'],
      ['ContentsCode', 'metric'],
    ])
    expect(table.dimensions[0]?.categories[1]).toEqual({
      code: '2',
      label: { sv: 'kvinnor' },
      notes: [{ text: { sv: 'Juridiskt kön' }, mandatory: false }],
    })
    expect(table.dimensions[2]?.categories[0]?.measure).toEqual({ unit: { sv: 'personer' }, decimals: 1 })
    expect([...table.values]).toEqual([12, 40.5, Number.NaN, Number.NaN, Number.NaN, 0, 0, Number.NaN])
    expect([...table.states].slice(2)).toEqual([
      ...[STATE.unavailable, STATE.unavailable],
      ...[STATE.unavailable, STATE.nil, STATE.value, STATE.withheld],
    ])
  })

  it.each([
    [
      { key: ['1'], values: ['1', '1'] },
      { reason: 'too-few-values', keyword: 'data[3].key' },
    ],
    [
      { key: ['1', '2025'], values: ['1', '1', '1'] },
      { reason: 'too-many-values', keyword: 'data[3].values' },
    ],
    [
      { key: ['1', '2024'], values: ['1', '1'] },
      { reason: 'duplicate-key', keyword: 'data[3]' },
    ],
    [
      { key: ['1', '2025'], values: ['1', 'x'] },
      { reason: 'value-unreadable', keyword: 'data[3].values[1]' },
    ],
  ])('a row %j is refused', (row, refusal) => {
    const parsed = parseV1Json({ ...json, data: [...json.data, row] })
    if (!parsed.ok) throw new Error(parsed.reason)
    expect(tableOfV1Json(parsed.answer, { language: 'sv' })).toMatchObject({ ok: false, ...refusal })
  })

  it('written here, are read here', () => {
    fc.assert(
      fc.property(generatedTable, (table) => {
        const metadata = parseV1Metadata(JSON.stringify(v1MetadataOf(table, 'sv')))
        const json = parseV1Json(JSON.stringify(v1JsonOf(table, 'sv')))
        if (!metadata.ok || !json.ok) throw new Error('refused')
        expect(metadata.answer.variables.map(({ code, values }) => [code, values])).toEqual(
          table.dimensions.map(({ id, categories }) => [id, categories.map(({ code }) => code)]),
        )
        const read = tableOfV1Json(json.answer, { language: 'sv', metadata: metadata.answer })
        const [only] = table.dimensions
        if (table.dimensions.length === 1 && only?.role === 'metric') return
        if (!read.ok) throw new Error(JSON.stringify(read))
        expect([...read.table.values].map(String).sort()).toEqual(
          [...table.values].map((v) => String(v + 0)).sort(),
        )
        expect([...read.table.states].sort()).toEqual([...table.states].sort())
      }),
      { seed: 1, numRuns: 200 },
    )
  })
})

describe('answers of PxWebApi 2', () => {
  const table = {
    id: 'T',
    label: 'Tabell',
    updated: null,
    firstPeriod: '2020',
    lastPeriod: '2024',
    variableNames: ['kön'],
    discontinued: null,
    links: [],
  }

  it('tables and one table', () => {
    const page = { pageNumber: 1, pageSize: 20, totalElements: 1, totalPages: 1 }
    expect(parseV2Tables({ language: 'sv', tables: [table], page })).toMatchObject({
      ok: true,
      answer: { tables: [table] },
    })
    expect(parseV2Table({ ...table, language: 'sv' })).toMatchObject({ ok: true })
    expect(parseV2Tables({ language: 'sv', tables: [{ ...table, id: 7 }], page })).toMatchObject({
      reason: 'member-wrong-type',
      keyword: 'tables[0].id',
      detail: '7',
    })
    expect(parseV2Tables({ language: 'sv', tables: [] })).toMatchObject({
      reason: 'member-missing',
      keyword: 'page',
    })
  })

  it('a problem is a refusal of the server', () => {
    const problem = { type: 'Parameter error', title: 'Not Found', status: 404, detail: 'Node x' }
    expect(parseV2Tables(problem)).toMatchObject({
      reason: 'server-refused',
      keyword: 'detail',
      detail: 'Node x',
    })
  })

  it('selections and saved queries', () => {
    const selection = { selection: [{ variableCode: 'Tid', valueCodes: ['TOP(1)'], codelist: null }] }
    const query = { selection, language: 'sv', tableId: 'T', outputFormat: 'json-stat2' }
    expect(parseV2VariablesSelection(selection)).toEqual({ ok: true, answer: selection })
    expect(parseV2Selection({ ...selection, language: 'sv', links: [] })).toMatchObject({ ok: true })
    expect(parseV2SavedQuery(query)).toEqual({ ok: true, answer: query })
    expect(parseV2SavedQueryAnswer({ id: '1', language: 'sv', savedQuery: query, links: [] })).toMatchObject({
      ok: true,
    })
    expect(parseV2SavedQuery({ ...query, selection: {} })).toMatchObject({ keyword: 'selection.selection' })
  })

  it('a code list is read as it is written', () => {
    const list: CodeList = {
      id: 'agg_x',
      label: { sv: 'Grupper' },
      kind: 'aggregation',
      values: [{ code: 'g', label: { sv: 'grupp' }, members: ['1', '__proto__'] }],
    }
    const read = parseV2CodeList(JSON.stringify(v2CodeListOf(list, 'sv')))
    expect(read.ok && codeListOf(read.answer)).toEqual(list)
  })

  it('metadata written here, are read here', () => {
    const list = { id: 'vs_x', label: 'x', type: 'Valueset' as const, links: [] }
    fc.assert(
      fc.property(generatedTable, (made) => {
        const { values: _, states: __, cellNotes: ___, ...frame } = made
        const lists = new Map(frame.dimensions.slice(0, 1).map(({ id }) => [id, [list]]))
        const read = readV2Metadata(JSON.stringify(v2MetadataOf(frame, 'sv', lists)))
        if (!read.ok) throw new Error(JSON.stringify(read))
        expect(read.codeLists).toEqual(lists)
        expect(read.frame.dimensions.map(({ timeUnit: ____, ...rest }) => rest)).toEqual(
          frame.dimensions.map(({ timeUnit: ____, ...rest }) => rest),
        )
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  it('metadata that are something else are refused', () => {
    expect(readV2Metadata('{"a": 1}')).toMatchObject({ ok: false, reason: 'not-this-format' })
    expect(readV2Metadata('<html>')).toMatchObject({ ok: false, reason: 'html-file' })
    const twice = {
      class: 'dataset',
      id: ['a'],
      size: [2],
      dimension: { a: { category: { index: ['x', 'x'] } } },
    }
    expect(readV2Metadata(twice)).toMatchObject({ ok: false, reason: 'duplicate-code', keyword: 'a' })
  })
})
