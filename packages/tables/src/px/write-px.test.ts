import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryTable } from '../stat/arbitrary-table.test-support.ts'
import { STATE } from '../stat/cell-state.ts'
import { checkStatTable } from '../stat/check-table.ts'
import type { Category, Note, StatDimension, StatTable } from '../stat/stat-table.ts'
import { readPx } from './read-px.ts'
import { type WritePxOptions, writePx } from './write-px.ts'

const category = (code: string, label = code, rest: Partial<Category> = {}): Category => ({
  code,
  label: { sv: label },
  ...rest,
})
const dimension = (id: string, categories: readonly Category[], rest: Partial<StatDimension> = {}) =>
  ({ id, label: { sv: id }, role: 'classification', categories, ...rest }) satisfies StatDimension
const table = (
  dimensions: readonly StatDimension[],
  values: readonly number[],
  rest: Partial<StatTable> = {},
) =>
  ({
    id: 'T1',
    languages: ['sv'],
    title: { sv: 'Ansökningar' },
    dimensions,
    stub: 1,
    measure: { decimals: 0 },
    values: Float64Array.from(values),
    states: new Uint8Array(values.length),
    ...rest,
  }) satisfies StatTable

const bytesOf = (each: StatTable, options?: WritePxOptions) => Buffer.concat([...writePx(each, options)])
const textOf = (each: StatTable) => bytesOf(each).toString('latin1')
const sex = dimension('kön', [category('1', 'kvinnor'), category('2', 'män')])

async function roundTrip(each: StatTable, options?: WritePxOptions): Promise<StatTable> {
  const read = await readPx(bytesOf(each, options))
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.table
}

describe('any table', () => {
  const tables = arbitraryTable({ without: ['hashInNotes', 'licence', 'sharedLabels'] })

  it('is the same when written and read back', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom('utf-8', 'windows-1252'), async (each, charset) => {
        expect(checkStatTable(each)).toBeNull()
        expect(await roundTrip(each, { charset })).toEqual(each)
      }),
      { seed: 1, numRuns: 400 },
    )
  })

  it('keeps codes, labels and cells also where values share labels', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable({ languages: ['sv'] }), async (each) => {
        const again = await roundTrip(each)
        expect(again.values).toEqual(each.values)
        expect(again.states).toEqual(each.states)
        const values = ({ dimensions }: StatTable) =>
          dimensions.map(({ categories }) => categories.map(({ code, label }) => [code, label.sv]))
        expect(values(again)).toEqual(values(each))
      }),
      { seed: 1, numRuns: 150 },
    )
  })

  it('is written the same way twice', () => {
    fc.assert(
      fc.property(tables, (each) => {
        expect(bytesOf(each).equals(bytesOf(each))).toBe(true)
      }),
      { seed: 1, numRuns: 30 },
    )
  })

  it('keeps every line of its texts within 256 characters, lists of long values excepted', () => {
    fc.assert(
      fc.property(arbitraryTable({ without: ['oddTexts', 'lineBreaks'] }), (each) => {
        const [head = ''] = bytesOf(each, { charset: 'utf-8' }).toString('utf8').split('DATA=')
        const lines = head.split('\r\n').filter((line) => /^"/.test(line))
        expect(Math.max(0, ...lines.map((line) => line.length))).toBeLessThanOrEqual(256)
      }),
      { seed: 1, numRuns: 50 },
    )
  })
})

describe('the statements of a file', () => {
  it('say all that the specification demands, in its order', () => {
    const text = textOf(
      table([sex, dimension('år', [category('2023')], { role: 'time', timeUnit: 'year' })], [1, 2]),
    )
    const keywords = [...text.matchAll(/^([A-Z-]+)/gm)].map(([, keyword]) => keyword)
    expect(keywords).toEqual([
      'CHARSET',
      'AXIS-VERSION',
      'CODEPAGE',
      'LANGUAGE',
      'DECIMALS',
      'SHOWDECIMALS',
      'MATRIX',
      'SUBJECT-CODE',
      'SUBJECT-AREA',
      'TITLE',
      'CONTENTS',
      'UNITS',
      'STUB',
      'HEADING',
      'VALUES',
      'VALUES',
      'TIMEVAL',
      'CODES',
      'CODES',
      'DATA',
    ])
    expect(text).toContain('TIMEVAL("år")=TLIST(A1),"2023";')
    expect(text).not.toMatch(/\[sv\]/)
  })

  it('double a quote within a text', async () => {
    const each = table([sex], [1, 2], { title: { sv: 'De "stora" bidragen' } })
    expect(textOf(each)).toContain('TITLE="De ""stora"" bidragen";')
    expect((await roundTrip(each)).title).toEqual({ sv: 'De "stora" bidragen' })
  })

  it('name their encoding, and are UTF-8 where a character does not fit', () => {
    expect(textOf(table([sex], [1, 2]))).toContain('CODEPAGE="windows-1252";')
    expect(textOf(table([sex], [1, 2], { title: { sv: '10 € – “ja”' } }))).toContain(
      '="10 \x80 \x96 \x93ja\x94";',
    )
    const arabic = bytesOf(table([sex], [1, 2], { title: { sv: 'سكان' } })).toString('utf8')
    expect(arabic).toContain('CODEPAGE="utf-8";')
    expect(arabic).toContain('TITLE="سكان";')
  })

  it('split a long note over lines, without tearing a character of two units apart', async () => {
    const text = `${'x'.repeat(249)}😀${'y'.repeat(500)}`
    const notes: Note[] = [{ text: { sv: text }, mandatory: true }]
    const written = bytesOf(table([sex], [1, 2], { notes })).toString('utf8')
    expect(written).toMatch(/NOTEX="x{249}"\r\n"😀y{248}"\r\n"y{250}"\r\n"yy";/)
    expect((await roundTrip(table([sex], [1, 2], { notes }))).notes).toEqual(notes)
  })

  it('index what is said of each of the contents', () => {
    const contents = dimension(
      'uppgift',
      [
        category('A', 'antal', { measure: { unit: { sv: 'st' }, decimals: 0, kind: 'flow' } }),
        category('B', 'andel', { measure: { decimals: 2, updated: '2024-05-06T07:08' } }),
      ],
      { role: 'metric' },
    )
    const text = textOf(table([sex, contents], [1, 0.5, 2, 0.25]))
    expect(text).toContain('CONTVARIABLE="uppgift";')
    expect(text).toContain('UNITS="st";')
    expect(text).toContain('PRECISION("uppgift","andel")=2;')
    expect(text).toContain('UNITS("antal")="st";')
    expect(text).toContain('UNITS("andel")="";')
    expect(text).toContain('STOCKFA("antal")="F";')
    expect(text).toContain('LAST-UPDATED("andel")="20240506 07:08";')
    expect(text).toContain('DATA=\r\n1 0.50 \r\n2 0.25;')
  })

  it('tell variables of the same label apart by their ids', async () => {
    const each = table(
      [{ ...sex, label: { sv: 'X' } }, dimension('b', [category('1')], { label: { sv: 'X' } })],
      [1, 2],
    )
    const { dimensions } = await roundTrip(each)
    expect(dimensions.map(({ id, label }) => [id, label.sv])).toEqual([
      ['kön', 'X'],
      ['b', 'X (b)'],
    ])
  })

  it('point to values of the same label by their codes', async () => {
    const notes: Note[] = [{ text: { sv: 'den andra' }, mandatory: false }]
    const places = dimension('ort', [category('01', 'Berg'), category('02', 'Berg', { notes })])
    expect(textOf(table([places], [1, 2]))).toContain('VALUENOTE("ort","02")="den andra";')
    expect((await roundTrip(table([places], [1, 2]))).dimensions[0]?.categories[1]?.notes).toEqual(notes)
  })
})

describe('the cells of a file', () => {
  it('are written with the decimals shown, or with as many more as keep them', () => {
    const written = (decimals: number, ...values: number[]) => {
      const cells = dimension(
        'a',
        values.map((_, at) => category(`${at}`)),
      )
      return /DECIMALS=(\d+).*DATA=\r\n(.*);/s
        .exec(textOf(table([cells], values, { stub: 0, measure: { decimals } })))
        ?.slice(1)
    }
    expect(written(0, 1, -2, 300)).toEqual(['0', '1 -2 300'])
    expect(written(1, 1, 2.5, 0.125)).toEqual(['3', '1.0 2.5 0.125'])
    expect(written(2, 1.005, 1e21, 5e-324)).toEqual(['15', '1.005 1e+21 5e-324'])
  })

  it('are signs in quotes where there is no figure', () => {
    const kinds = [
      'nil',
      'notApplicable',
      'unavailable',
      'withheld',
      'noAnswer',
      'declined',
      'notAsked',
    ] as const
    const cells = dimension(
      'a',
      kinds.map((kind) => category(kind)),
    )
    const each = table(
      [cells],
      kinds.map((kind) => (kind === 'nil' ? 0 : Number.NaN)),
      {
        states: Uint8Array.from(kinds, (kind) => STATE[kind]),
        stub: 0,
      },
    )
    expect(textOf(each)).toContain('"-" "." ".." "..." "...." "....." "......";')
  })

  it('come in chunks, however many they are', () => {
    const many = Array.from({ length: 300 }, (_, at) => category(`${at}`))
    const each = table([dimension('a', many), dimension('b', many)], new Array<number>(90_000).fill(12_345))
    const chunks = [...writePx(each)]
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(100_000)
    expect(chunks.length).toBeGreaterThan(5)
  })
})

describe('what was read with a table', () => {
  const px = [
    { keyword: 'INFOFILE', language: null, keys: [], values: [{ text: 'BE', quoted: true }] },
    { keyword: 'DOUBLECOLUMN', language: null, keys: ['kön'], values: [{ text: 'YES', quoted: false }] },
    { keyword: 'DOUBLECOLUMN', language: null, keys: ['ålder'], values: [{ text: 'YES', quoted: false }] },
  ]

  it('is written back where it is still about the table', () => {
    const text = textOf(table([sex], [1, 2], { other: { px } }))
    expect(text).toContain('INFOFILE="BE";')
    expect(text).toContain('DOUBLECOLUMN("kön")=YES;')
    expect(text).not.toContain('ålder')
  })

  it('gives way to what the table says now', () => {
    const old = {
      keyword: 'CREATION-DATE',
      language: null,
      keys: [],
      values: [{ text: 'igår', quoted: true }],
    }
    const text = textOf(table([sex], [1, 2], { created: '2024-01-02', other: { px: [old] } }))
    expect(text).toContain('CREATION-DATE="20240102";')
    expect(text).not.toContain('igår')
  })
})
