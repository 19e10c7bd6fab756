import {
  isFigure,
  openTable,
  parseV1Json,
  readStatTable,
  STATE_SIGNS,
  type StatFormat,
  type StatTable,
  selectCells,
  tableOfV1Json,
} from '@jamvikt/tables'
import JSONstat from 'jsonstat-toolkit'
import { describe, expect, it } from 'vitest'
import { allOf, openTestApi, posted } from '../open-api.test-support.ts'
import { RICH_TABLE } from '../rich-table.test-support.ts'

const api = await openTestApi()
const MARK = 'Syntetiska data'
await api.publish('region;kön;år;value\n2080;kvinnor;2022;60\n2080;män;2022;80\n', {
  slug: 'pahittad',
  name: 'Påhittad',
  synthetic: true,
})

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())
const data = (query: string) => api.v2(`/tables/personer/data?${query}`)
async function readBack(query: string, format: StatFormat): Promise<StatTable> {
  const answer = await data(query)
  expect(answer.status).toBe(200)
  const read = await readStatTable(await bytesOf(answer), { name: 'x', format })
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.table
}

/** Figures and signs of a table by the codes of each cell, whatever the order of its dimensions. */
function byCodes(table: StatTable): Map<string, string> {
  const ids = table.dimensions.map(({ id }) => id).sort()
  const turned = selectCells(table, new Map(), { stub: ids, heading: [] })
  if (!turned.ok) throw new Error(JSON.stringify(turned))
  const { dimensions, values, states } = turned.table
  const found = new Map<string, string>()
  const walk = (d: number, codes: readonly string[], cell: number) => {
    const dimension = dimensions[d]
    if (dimension === undefined) {
      found.set(codes.join('|'), `${isFigure(states[cell] ?? 0) ? values[cell] : 'none'} ${states[cell]}`)
      return
    }
    for (const [at, { code }] of dimension.categories.entries())
      walk(d + 1, [...codes, code], cell * dimension.categories.length + at)
  }
  walk(0, [], 0)
  return found
}

describe('figures in every format', () => {
  it.each([
    ['px', 'px'],
    ['json-stat2', 'json-stat'],
    ['xlsx', 'xlsx'],
    ['parquet', 'parquet'],
  ] as const)('%s is read back with every figure and sign', async (format, reader) => {
    const table = await readBack(allOf(RICH_TABLE, { outputFormat: format }), reader)
    expect(byCodes(table)).toEqual(byCodes(RICH_TABLE))
    const notes = table.notes?.map(({ text }) => text.sv)
    expect(notes).toContain('Påhittade personer.')
    expect(notes).toContain('... skyddas')
    expect(notes).toContain('.. uppgift saknas')
    expect(table.dimensions.find(({ id }) => id === 'Region')?.categories[2]?.notes?.[0]?.text.sv).toBe(
      'Ny gräns 2023.',
    )
  })

  it('json-px has every figure and sign, and its notes where a program looks for them', async () => {
    const answer = await data(allOf(RICH_TABLE, { outputFormat: 'json-px' }))
    const parsed = parseV1Json(await answer.text())
    const read = parsed.ok ? tableOfV1Json(parsed.answer, { language: 'sv' }) : parsed
    if (!parsed.ok || !read.ok) throw new Error(JSON.stringify(read))
    expect([...byCodes(read.table).values()].sort()).toEqual([...byCodes(RICH_TABLE).values()].sort())
    expect(parsed.answer.comments).toEqual([{ variable: 'Region', value: '2080', comment: 'Ny gräns 2023.' }])
    expect(parsed.answer.columns.find(({ code }) => code === 'A')?.comment).toContain('Påhittade personer.')
  })

  it('csv has every figure and sign in its rows, as other programs read them', async () => {
    const answer = await data(allOf(RICH_TABLE, { outputFormat: 'csv', outputFormatParams: 'UseCodes' }))
    const bytes = await bytesOf(answer)
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = new TextDecoder()
      .decode(bytes)
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(','))
    expect(rows[0]).toEqual([
      'Region',
      'Kon',
      '__proto__',
      'A 2021',
      'A 2022',
      'A 2023',
      'B 2021',
      'B 2022',
      'B 2023',
    ])
    expect(rows.length).toBe(1 + 4 * 3 * 2)
    const found = rows.slice(1).flatMap((row) => row.slice(3))
    const wanted = [...RICH_TABLE.values].map((value, at) => {
      const state = RICH_TABLE.states[at] ?? 0
      const [nil, unavailable, withheld] = [STATE_SIGNS.nil, STATE_SIGNS.unavailable, STATE_SIGNS.withheld]
      return [String(value), nil, '', unavailable, withheld][state]
    })
    expect(found).toEqual(wanted)
  })

  it.each([
    ['SeparatorSemicolon', 'region;kön;"ålder; ""grupp""";'],
    ['SeparatorTab', 'region\tkön\t"ålder; ""grupp"""\t'],
    ['SeparatorSpace', 'region kön "ålder; ""grupp""" "Antal 2021" '],
    ['IncludeTitle', '"Personer efter region, kön och ålder"\r\n\r\nregion,'],
    ['UseCodesAndTexts', 'region,kön,"ålder; ""grupp""",A Antal 2021 2021,'],
  ])('csv with %s begins %j', async (param, start) => {
    const answer = await data(allOf(RICH_TABLE, { outputFormat: 'csv', outputFormatParams: param }))
    expect((await answer.text()).replace(/^\uFEFF/, '').slice(0, start.length)).toBe(start)
  })

  it('labels that a spreadsheet would run, or a browser, are only shown', async () => {
    const csv = await (await data(allOf(RICH_TABLE, { outputFormat: 'csv' }))).text()
    expect(csv).toContain(",'=SUM(A1:A9),")
    expect(csv).not.toMatch(/(^|,|\n)=SUM/)
    const html = await (await data(allOf(RICH_TABLE, { outputFormat: 'html', lang: 'en' }))).text()
    expect(html).toContain('<caption>Persons by region, sex and age</caption>')
    expect(html).toContain('age, &quot;group&quot;')
    expect(html).toContain('Legal sex.')
    expect(html).toContain('... withheld')
  })

  it('a reader of JSON-stat that is not ours finds the same figures', async () => {
    const dataset = JSONstat(await (await data(allOf(RICH_TABLE))).json())
    expect(dataset.class).toBe('dataset')
    expect(dataset.n).toBe(RICH_TABLE.values.length)
    for (let cell = 0; cell < dataset.n; cell++) {
      const wanted = RICH_TABLE.values[cell] ?? Number.NaN
      expect(dataset.Data(cell).value).toEqual(Number.isNaN(wanted) ? null : wanted)
    }
    expect(dataset.Data(13).status).toBe('..')
    expect(dataset.Data(14).status).toBe('...')
  })

  it('invented data say so in every format', async () => {
    for (const outputFormat of ['json-stat2', 'px', 'csv', 'html', 'json-px', 'parquet', 'xlsx']) {
      const answer = await api.v2(`/tables/pahittad/data?outputFormat=${outputFormat}`)
      const bytes = await bytesOf(answer)
      if (outputFormat === 'xlsx' || outputFormat === 'parquet') {
        const read = await readStatTable(bytes, { name: 'x', format: outputFormat })
        if (!read.ok) throw new Error(read.reason)
        expect(Object.values(read.table.title)[0]).toContain(MARK)
        expect(read.table.notes?.[0]).toMatchObject({ text: { sv: MARK }, mandatory: true })
      } else expect(new TextDecoder(outputFormat === 'px' ? 'latin1' : 'utf-8').decode(bytes)).toContain(MARK)
    }
    const plain = await api.v2('/tables/pahittad/data?outputFormat=xlsx&outputFormatParams=UseCodes')
    const sheet = await openTable(await bytesOf(plain), { name: 'x.xlsx' })
    expect(sheet.ok && sheet.headers.at(-1)).toBe('Noter')
    const csv = await (await api.v2('/tables/pahittad/data?outputFormat=csv')).text()
    const rows = csv.trimEnd().split('\r\n').slice(1)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => row.endsWith(`,${MARK}`))).toBe(true)
    const list = (await (await api.v2('/tables?query=pahittad')).json()) as { tables: { label: string }[] }
    expect(list.tables.every(({ label }) => label.includes(MARK))).toBe(true)
  })
})

describe('a selection', () => {
  const codesOf = async (query: string) => {
    const table = await readBack(query, 'json-stat')
    return Object.fromEntries(
      table.dimensions.map(({ id, categories }) => [id, categories.map(({ code }) => code)]),
    )
  }
  const MUST = 'valueCodes[Region]=00&valueCodes[ContentsCode]=A&valueCodes[Tid]=2023'

  it.each([
    ['valueCodes[Region]=20*&valueCodes[Tid]=TOP(1)', { Region: ['20', '2080', '2081'], Tid: ['2023'] }],
    ['valuecodes[Region]=??&valuecodes[Tid]=BOTTOM(1)', { Region: ['00', '20'], Tid: ['2021'] }],
    ['valueCodes[Region]=00&valueCodes[Tid]=FROM(2022)', { Region: ['00'], Tid: ['2022', '2023'] }],
    ['valueCodes[Region]=00&valueCodes[Tid]=[RANGE(2021,2022)]', { Region: ['00'], Tid: ['2021', '2022'] }],
    [
      'valueCodes[Region]=00&valueCodes[Region]=2081&valueCodes[Tid]=TO(2021)',
      { Region: ['00', '2081'], Tid: ['2021'] },
    ],
    ['codelist[Region]=vs_personer.Region.counties&valueCodes[Tid]=2021', { Region: ['20'], Tid: ['2021'] }],
    [
      'codelist[Region]=vs_personer.Region.municipalities&valueCodes[Region]=*&valueCodes[Tid]=2021',
      { Region: ['2080', '2081'], Tid: ['2021'] },
    ],
  ])('%s', async (query, codes) => {
    const found = await codesOf(`${query}&valueCodes[ContentsCode]=A&valueCodes[__proto__]=constructor`)
    expect(found).toMatchObject(codes)
    expect(found).not.toHaveProperty('Kon')
  })

  it('leaves out what a total stands for, with the total’s figures', async () => {
    const table = await readBack(`${MUST}&valueCodes[__proto__]=65%2B`, 'json-stat')
    expect([...table.values]).toEqual([32])
    expect(table.notes?.map(({ text }) => text.sv)).toContain('Juridiskt kön.')
  })

  it('in the body of a POST is as it is in an address', async () => {
    const selection = [
      { variableCode: 'Region', valueCodes: ['00'] },
      { variableCode: 'Kon', valueCodes: ['K', 'M'] },
      { variableCode: '__proto__', valueCodes: ['65+'] },
      { variableCode: 'ContentsCode', valueCodes: ['A'] },
      { variableCode: 'Tid', valueCodes: ['TOP(1)'] },
    ]
    const placement = { stub: ['Tid'], heading: ['Kon'] }
    const answer = await api.v2('/tables/personer/data', posted({ selection, placement }))
    const sent = (await answer.json()) as { value: number[]; id: string[] }
    expect(sent.id).toEqual(['Tid', 'Region', '__proto__', 'ContentsCode', 'Kon'])
    expect(sent.value).toEqual([8, 20])
    const got = await data(`${MUST}&valueCodes[__proto__]=65%2B&valueCodes[Kon]=K,M&stub=Tid&heading=Kon`)
    expect(await got.json()).toEqual(sent)
  })

  it('by default shows women and men of the latest period', async () => {
    const found = await codesOf('')
    expect(found).toMatchObject({ Kon: ['K', 'M', 'T'], Tid: ['2023'] })
    const selection = (await (await api.v2('/tables/personer/defaultselection')).json()) as {
      selection: { variableCode: string; valueCodes: string[] }[]
    }
    expect(Object.fromEntries(selection.selection.map((one) => [one.variableCode, one.valueCodes]))).toEqual(
      found,
    )
  })

  it('of metadata tells what the figures would have', async () => {
    const read = async (query: string) => {
      const answer = (await (await api.v2(`/tables/personer/metadata?${query}`)).json()) as {
        id: string[]
        size: number[]
      }
      return answer.size
    }
    expect(await read('')).toEqual([4, 3, 2, 2, 3])
    expect(await read('defaultSelection=true')).toEqual([4, 3, 1, 2, 1])
    expect(await read('codelist[Region]=vs_personer.Region.municipalities')).toEqual([2, 3, 2, 2, 3])
  })
})
