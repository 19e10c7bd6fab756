import { describe, expect, it } from 'vitest'
import { STATE } from '../stat/cell-state.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { pxFile } from './px-file.test-support.ts'
import { readPx } from './read-px.ts'

async function tableOf(...file: Parameters<typeof pxFile>): Promise<StatTable> {
  const read = await readPx(pxFile(...file))
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.table
}

describe('the cells', () => {
  it('lie row by row, whatever parts them', async () => {
    expect([...(await tableOf({}, '1 2\n3 4;')).values]).toEqual([1, 2, 3, 4])
    expect([...(await tableOf({}, '1,2;3\t4;')).values]).toEqual([1, 2, 3, 4])
    expect([...(await tableOf({}, '-1.50 +2 1e3 .25;')).values]).toEqual([-1.5, 2, 1000, 0.25])
  })

  it('may be missing in six ways, or nil, in quotes or not', async () => {
    const { states, values } = await tableOf(
      { 'VALUES("år")': '"a","b","c","d"' },
      '"." ".." "..." "...." ..... ...... "-" -;',
    )
    expect([...states]).toEqual([2, 3, 4, 5, 6, 7, STATE.nil, STATE.nil])
    expect([...values]).toEqual([...new Array<number>(6).fill(Number.NaN), 0, 0])
    expect([...(await tableOf({}, '"......." 1 2 3;')).states]).toEqual([STATE.unavailable, 0, 0, 0])
  })

  it('are the nearest doubles to what is written', async () => {
    const texts = ['0.1', '123456789012345.6', '0.30000000000000004', '9007199254740993']
    const { values } = await tableOf({}, `${texts.join(' ')};`)
    expect([...values]).toEqual(texts.map(Number))
  })

  it('have no minus zero', async () => {
    const { values } = await tableOf({}, '-0 -0.0 -0e0 0;')
    expect([...values].every((value) => Object.is(value, 0))).toBe(true)
  })

  it('that rows with keys leave out are 0', async () => {
    const keys = { 'KEYS("kön")': 'CODES' }
    const { values, states } = await tableOf(keys, '"2",3 "..";')
    expect([...values]).toEqual([0, 0, 3, Number.NaN])
    expect([...states]).toEqual([0, 0, 0, STATE.unavailable])
    expect([...(await tableOf({ 'KEYS("kön")': 'VALUES' }, '"män", 3 4\n"kvinnor", 1 2;')).values]).toEqual([
      1, 2, 3, 4,
    ])
  })
})

describe('the dimensions', () => {
  it('take time values for codes where there are none, and for labels', async () => {
    const listed = await tableOf({ 'TIMEVAL("år")': 'TLIST(Q1),"20231","20232"' })
    expect(listed.dimensions[1]).toMatchObject({
      role: 'time',
      timeUnit: 'quarter',
      categories: [{ code: '20231', label: { sv: '2023' } }, { code: '20232' }],
    })
    const ranged = await tableOf({
      'VALUES("år")': undefined,
      'TIMEVAL("år")': 'TLIST(M1,"202312"-"202401")',
    })
    expect(ranged.dimensions[1]?.categories).toEqual([
      { code: '202312', label: { sv: '2023M12' } },
      { code: '202401', label: { sv: '2024M01' } },
    ])
  })

  it('have parts, a total, a map, a domain and a way to be shown', async () => {
    const { dimensions } = await tableOf(
      {
        'VALUES("kön")': '"alla","kvinnor","män"',
        'CODES("kön")': '"T","__proto__","constructor"',
        'HIERARCHIES("kön")': '"T","T":"__proto__",\n"T":"constructor"',
        'ELIMINATION("kön")': '"alla"',
        'ELIMINATION("år")': 'YES',
        'MAP("kön")': '"Sverige"',
        'DOMAIN("kön")': '"Kön"',
        'PRESTEXT("kön")': '2',
        'VARIABLECODE("kön")': '"Kon"',
      },
      '1 2 3 4 5 6;',
    )
    expect(dimensions[0]).toMatchObject({
      id: 'Kon',
      label: { sv: 'kön' },
      role: 'geo',
      elimination: { total: 'T' },
      map: { sv: 'Sverige' },
      domain: { sv: 'Kön' },
      show: 'code-label',
    })
    expect(Object.entries(dimensions[0]?.children ?? {})).toEqual([['T', ['__proto__', 'constructor']]])
    expect(dimensions[1]?.elimination).toEqual({ total: null })
  })

  it('give the contents their measures', async () => {
    const table = await tableOf({
      CONTVARIABLE: '"kön"',
      DECIMALS: '3',
      SHOWDECIMALS: '1',
      'PRECISION("kön","män")': '2',
      'UNITS("kvinnor")': '"kr"',
      'STOCKFA("kvinnor")': '"A"',
      'CFPRICES("kvinnor")': '"F"',
      'SEASADJ("kvinnor")': 'YES',
      'DAYADJ("kvinnor")': 'NO',
      'BASEPERIOD("kvinnor")': '"2020"',
      'REFPERIOD("kvinnor")': '"året"',
      'CONTACT("kvinnor")': '"Ada#Tel 1"',
      'LAST-UPDATED("kvinnor")': '"20240229 16:28"',
    })
    expect(table.measure).toBeUndefined()
    expect(table.dimensions[0]?.categories.map(({ measure }) => measure)).toEqual([
      {
        unit: { sv: 'kr' },
        decimals: 1,
        kind: 'average',
        prices: 'fixed',
        adjusted: { calendar: false, season: true },
        basePeriod: { sv: '2020' },
        referencePeriod: { sv: 'året' },
        contact: { sv: 'Ada\nTel 1' },
        updated: '2024-02-29T16:28',
      },
      { unit: { sv: 'antal' }, decimals: 2 },
    ])
    expect(table.other?.px?.map(({ keyword }) => keyword)).toEqual(['DECIMALS', 'UNITS'])
  })
})

describe('the texts', () => {
  it('are joined over lines, with doubled quotes for one', async () => {
    expect((await tableOf({ TITLE: '"Ett "\n  "långt ""namn"""' })).title).toEqual({ sv: 'Ett långt "namn"' })
  })

  it('are read in all languages, also where variables and values have other names', async () => {
    const table = await tableOf({
      LANGUAGES: '"sv","en"',
      'TITLE[en]': '"Applications"',
      'STUB[en]': '"sex"',
      'HEADING[en]': '"year"',
      'VALUES[en]("sex")': '"women","men"',
      'CODES[en]("sex")': '"1","2"',
      'VALUENOTE("kön","män")': '"en#not"',
      'VALUENOTE[en]("sex","men")': '"a#note"',
      'CELLNOTEX("män","*")': '"cell"',
      'CELLNOTEX[en]("men","*")': '"cell en"',
      'DATANOTECELL("1","2024")': '"a"',
    })
    expect(table.languages).toEqual(['sv', 'en'])
    expect(table.title).toEqual({ sv: 'Ansökningar', en: 'Applications' })
    expect(table.dimensions[0]?.label).toEqual({ sv: 'kön', en: 'sex' })
    expect(table.dimensions[0]?.categories[1]).toEqual({
      code: '2',
      label: { sv: 'män', en: 'men' },
      notes: [{ text: { sv: 'en\nnot', en: 'a\nnote' }, mandatory: false }],
    })
    expect(table.cellNotes).toEqual([
      { at: [1, null], note: { text: { sv: 'cell', en: 'cell en' }, mandatory: true } },
    ])
    expect(table.cellMarks).toEqual([{ at: [0, 1], mark: { sv: 'a' } }])
  })

  it('say what stands for missing figures, and when the table was made', async () => {
    const table = await tableOf({
      DATASYMBOL3: '"sekretess"',
      DATASYMBOLNIL: '"inga"',
      'CREATION-DATE': '"20240102 03:04"',
      'NEXT-UPDATE': '"2025-01-02"',
      'LAST-UPDATED': '"snart"',
      COPYRIGHT: 'YES',
      'OFFICIAL-STATISTICS': 'NO',
    })
    expect(table).toMatchObject({
      stateTexts: { withheld: { sv: 'sekretess' }, nil: { sv: 'inga' } },
      created: '2024-01-02T03:04',
      nextUpdate: '2025-01-02',
      copyright: true,
      officialStatistics: false,
    })
    expect(table.updated).toBeUndefined()
    expect(table.other?.px).toEqual([
      { keyword: 'LAST-UPDATED', language: null, keys: [], values: [{ text: 'snart', quoted: true }] },
    ])
  })

  it('without a language are undetermined', async () => {
    expect((await tableOf({ LANGUAGE: undefined })).title).toEqual({ und: 'Ansökningar' })
  })

  it('that have no place in a table are kept', async () => {
    const { other } = await tableOf({
      INFOFILE: '"BE"',
      'PARTITIONED("kön")': '"kommun",1,4',
      'AXIS-VERSION': '"2010"',
    })
    expect(other?.px).toEqual([
      { keyword: 'AXIS-VERSION', language: null, keys: [], values: [{ text: '2010', quoted: true }] },
      {
        keyword: 'PARTITIONED',
        language: null,
        keys: ['kön'],
        values: [
          { text: 'kommun', quoted: true },
          { text: '1', quoted: false },
          { text: '4', quoted: false },
        ],
      },
      { keyword: 'INFOFILE', language: null, keys: [], values: [{ text: 'BE', quoted: true }] },
    ])
  })
})

describe('the code page', () => {
  const swedish = { sv: 'Ansökningar' }

  it('is the one named, or Windows-1252 for ANSI, or 850 where nothing is said', async () => {
    expect((await tableOf()).title).toEqual(swedish)
    expect((await tableOf({ CODEPAGE: '"utf-8"' }, '1 2 3 4;', 'utf8')).title).toEqual(swedish)
    expect((await tableOf({ CODEPAGE: '"65001"' }, '1 2 3 4;', 'utf8')).title).toEqual(swedish)
    expect((await tableOf({ CODEPAGE: '"iso-8859-15"', TITLE: '"\xa4"' })).title).toEqual({ sv: '€' })
    const dos = pxFile({
      CHARSET: undefined,
      TITLE: '"Ans\x94kningar"',
      STUB: '"k"',
      'VALUES("kön")': undefined,
    })
    const text = dos.toString('latin1').replace('CODES("kön")', 'VALUES("k")').replace('Stöd', 'S')
    const read = await readPx(Buffer.from(text, 'latin1'))
    expect(read.ok && read.table.title).toEqual(swedish)
  })

  it('is UTF-8 where the file begins with its mark', async () => {
    const read = await readPx(Buffer.concat([Buffer.from('\uFEFF'), pxFile({}, '1 2 3 4;', 'utf8')]))
    expect(read.ok && read.table.title).toEqual(swedish)
  })

  it('unknown is refused by name, and bytes that it does not have by line', async () => {
    expect(await readPx(pxFile({ CODEPAGE: '"ebcdic-x"' }))).toMatchObject({
      reason: 'unknown-encoding',
      keyword: 'CODEPAGE',
      detail: 'ebcdic-x',
    })
    expect(await readPx(pxFile({ CODEPAGE: '"utf-16"' }))).toMatchObject({ reason: 'unknown-encoding' })
    expect(await readPx(pxFile({ CODEPAGE: '"utf-8"' }))).toMatchObject({ reason: 'encoding-mixed', line: 5 })
    expect(await readPx(pxFile({ TITLE: '"\x81"' }))).toMatchObject({ reason: 'encoding-mixed', line: 7 })
  })
})

describe('reading', () => {
  it('tells how far it has come, from a path, bytes or a stream', async () => {
    const bytes = pxFile()
    const told: number[] = []
    async function* stream() {
      for (const byte of bytes) yield Uint8Array.of(byte)
    }
    const read = await readPx(stream(), { onProgress: ({ bytesRead }) => told.push(bytesRead) })
    expect(read.ok).toBe(true)
    expect(told.at(-1)).toBe(bytes.length)
  })

  it('is the same whatever chunks the bytes come in', async () => {
    const bytes = pxFile({ 'KEYS("kön")': 'VALUES' }, '"män",-12.50 "..."\n"kvinnor",1e2 "-";')
    const chunksOf = (size: number) => ({
      size: bytes.length,
      read: async (start: number, length: number) => bytes.subarray(start, start + length),
      async *chunks(start = 0, end = bytes.length) {
        for (let at = start; at < end; at += size) yield bytes.subarray(at, Math.min(end, at + size))
      },
    })
    const whole = await readPx(bytes)
    expect(whole.ok && [...whole.table.values]).toEqual([100, 0, -12.5, Number.NaN])
    for (const size of [1, 2, 3, 5, 7, 11]) expect(await readPx(chunksOf(size))).toEqual(whole)
  })
})
