import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvTokenizer } from './csv-tokenizer.ts'
import { readFigure } from './flat/read-figure.ts'
import { readFlat } from './flat/read-flat.ts'
import { openTable } from './open-table.ts'
import { readStatTable } from './read-stat-table.ts'
import { arbitraryTable } from './stat/arbitrary-table.test-support.ts'
import { STATE } from './stat/cell-state.ts'
import type { StatTable } from './stat/stat-table.ts'
import type { TableFeature } from './stat/table-features.test-support.ts'
import { lossesOf, type StatLoss } from './stat-losses.ts'
import {
  refusalToWrite,
  STAT_TARGETS,
  type StatTarget,
  type WriteStatOptions,
  writeStatTable,
} from './write-stat-table.ts'

async function written(
  table: StatTable,
  format: StatTarget,
  options: WriteStatOptions = {},
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeStatTable(table, format, options)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function textOf(table: StatTable, format: StatTarget): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await written(table, format))
}

const ENDINGS: Readonly<Record<StatTarget, string>> = {
  px: 'px',
  'json-stat2': 'json',
  'json-stat': 'json',
  csv: 'csv',
  'csv-wide': 'csv',
  'sdmx-csv': 'csv',
  xlsx: 'xlsx',
  parquet: 'parquet',
}

/** Rows are read by a stated shape: a guess by names cannot be right about generated ones. */
async function readBack(table: StatTable, format: StatTarget): Promise<StatTable> {
  const bytes = await written(table, format)
  const name = `table.${ENDINGS[format]}`
  const language = table.languages[0] ?? ''
  const isRows = format === 'csv' || format === 'sdmx-csv'
  const read = isRows
    ? await readRows(bytes, name, format, language)
    : await readStatTable(bytes, { name, language })
  if (!read.ok) throw new Error(`${format}: ${JSON.stringify(read)}`)
  return read.table
}

async function readRows(bytes: Uint8Array, name: string, format: 'csv' | 'sdmx-csv', language: string) {
  const open = await openTable(bytes, { name })
  if (!open.ok) return open
  const isOurs = format === 'csv'
  const [first, last] = isOurs ? [0, open.headers.indexOf('value')] : [3, -2]
  const columns = open.headers.slice(first, last)
  const isLabel = (column: string) => isOurs && column.endsWith(' label')
  const dimensions = columns.flatMap((column, at) => {
    if (isLabel(column)) return []
    const label = columns[at + 1]
    const labelled = label !== undefined && isLabel(label) ? { label } : {}
    return [{ column, role: 'classification' as const, ...labelled }]
  })
  const status = open.headers.includes('status') ? 'status' : null
  const values = [isOurs ? 'value' : 'OBS_VALUE']
  const numbers = { decimal: isOurs ? ',' : '.', thousands: '' } as const
  return readFlat(open, { language, shape: { dimensions, values, across: [], status, numbers } })
}

/** What every format carries: codes and labels in the main language, figures, and kinds of missing. */
function essence({ dimensions, languages, values, states }: StatTable, without: readonly StatLoss[] = []) {
  const [main = ''] = languages
  const plain = [...states].map((state) => (state > STATE.nil ? STATE.unavailable : STATE.value))
  return {
    codes: dimensions.map(({ categories }) => categories.map(({ code }) => code)),
    ...(without.includes('labels')
      ? {}
      : { labels: dimensions.map(({ categories }) => categories.map(({ label }) => label[main])) }),
    values: [...values].map((value) => value + 0),
    states: without.includes('missing-kinds') ? plain : [...states],
  }
}

/** Codes are trimmed where they are read from rows. */
const OF_ROWS: readonly TableFeature[] = ['oddTexts']
/** JSZip, below ExcelJS, tears a character of two units apart at the 16,384th of a part. */
const OF_SHEETS: readonly TableFeature[] = [...OF_ROWS, 'anyScript']
const CARRIED: Readonly<Record<Exclude<StatTarget, 'csv-wide'>, readonly TableFeature[]>> = {
  px: [],
  'json-stat2': [],
  'json-stat': [],
  csv: OF_ROWS,
  'sdmx-csv': OF_ROWS,
  xlsx: OF_SHEETS,
  parquet: [],
}
const TARGETS = STAT_TARGETS.filter((format) => format !== 'csv-wide')
const PAIRS = TARGETS.flatMap((from) => TARGETS.map((to) => [from, to] as const))

describe('a table', () => {
  it.each(PAIRS)('written as %s, read and written as %s, keeps what both can carry', async (from, to) => {
    const without = [...CARRIED[from], ...CARRIED[to]]
    await fc.assert(
      fc.asyncProperty(arbitraryTable({ without, mostDimensions: 4 }), async (table) => {
        const again = await readBack(await readBack(table, from), to)
        const losses = [from, to].includes('sdmx-csv') ? (['labels', 'missing-kinds'] as const) : []
        expect(essence(again, losses)).toEqual(essence(table, losses))
      }),
      { seed: 1, numRuns: 20 },
    )
  })

  it.each(['px', 'json-stat2', 'json-stat', 'xlsx', 'parquet'] as const)(
    'is the same when %s is said to lose nothing of it',
    async (format) => {
      let whole = 0
      const tables = fc
        .constantFrom<readonly TableFeature[]>(['licence', 'hashInNotes', 'cellMarks'], ['cellMarks'], [])
        .chain((without) =>
          arbitraryTable({
            without: ['sharedLabels', ...OF_SHEETS, ...without],
            languages: ['sv', 'en'],
          }),
        )
      await fc.assert(
        fc.asyncProperty(tables, async (table) => {
          if (lossesOf(table, format).length > 0) return
          whole++
          expect(comparable(await readBack(table, format))).toEqual(comparable(table))
        }),
        { seed: 1, numRuns: 200, endOnFailure: true },
      )
      expect(whole).toBeGreaterThan(20)
    },
  )

  it('is in csv-wide cell by cell, with signs where there is no figure', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable({ without: OF_ROWS }), async (table) => {
        const tokenizer = new CsvTokenizer(';', 100_000)
        const text = await textOf(table, 'csv-wide')
        const [, ...rows] = [...tokenizer.push(text), ...tokenizer.end()]
        const figures = rows.flatMap((row) => row.slice(table.stub)).map((cell) => readFigure(cell))
        expect(figures.map((figure) => (figure?.value ?? 0) + 0)).toEqual([...table.values])
        expect(figures.map((figure) => figure?.state)).toEqual([...table.states])
      }),
      { seed: 1, numRuns: 100 },
    )
  })
})

/** A unit of time that codes tell is found where it was not said; marks stand cell by cell after JSON-stat. */
function comparable({ dimensions, cellMarks: _, ...table }: StatTable) {
  return {
    ...table,
    values: [...table.values].map((value) => value + 0),
    dimensions: dimensions.map(({ timeUnit: __, ...dimension }) => dimension),
  }
}

const small: StatTable = {
  id: 'T1',
  languages: ['sv', 'en'],
  title: { sv: 'Företag', en: 'Firms' },
  licence: 'CC0-1.0',
  updated: '2026-02-03T08:00:00Z',
  notes: [{ text: { sv: 'Nr #1' }, mandatory: true }],
  dimensions: [
    {
      id: 'kön',
      label: { sv: 'kön' },
      role: 'classification',
      categories: [
        { code: '1', label: { sv: 'kvinnor', en: 'women' } },
        { code: '2', label: { sv: 'män', en: 'men' } },
      ],
    },
  ],
  stub: 1,
  measure: { decimals: 1 },
  values: Float64Array.of(0, Number.NaN),
  states: Uint8Array.of(STATE.nil, STATE.declined),
  cellMarks: [{ at: [1], mark: { sv: 'p' } }],
}

describe('what a format has no place for', () => {
  it.each([
    ['px', ['licence', 'note-signs', 'date-precision']],
    ['json-stat2', ['languages', 'marks']],
    ['json-stat', ['languages', 'marks']],
    ['csv', ['languages', 'table-texts', 'measures', 'notes', 'marks']],
    ['csv-wide', ['languages', 'codes', 'table-texts', 'measures', 'notes', 'marks']],
    [
      'sdmx-csv',
      [
        ...['languages', 'labels', 'dimension-names', 'table-texts', 'measures', 'notes', 'marks'],
        ...['missing-kinds', 'nil'],
      ],
    ],
    ['xlsx', []],
    ['parquet', []],
  ] as const)('is named for %s', (format, losses) => {
    expect(lossesOf(small, format)).toEqual(losses)
  })

  it('is only what is there to lose', () => {
    const { licence: _, updated: __, notes: ___, cellMarks: ____, ...plain } = small
    expect(lossesOf({ ...plain, languages: ['sv'] }, 'px')).toEqual([])
    expect(lossesOf({ ...plain, languages: ['sv'] }, 'json-stat2')).toEqual([])
  })
})

describe('the files', () => {
  it('of rows are as a Swedish spreadsheet reads them, and of SDMX as its field guide says', async () => {
    expect(await textOf(small, 'csv')).toBe(
      '\uFEFFkön;kön label;value;status\r\n1;kvinnor;0;-\r\n2;män;;.....\r\n',
    )
    expect(await textOf(small, 'sdmx-csv')).toBe(
      'STRUCTURE,STRUCTURE_ID,ACTION,kon,OBS_VALUE,OBS_STATUS\r\n' +
        'dataflow,JAMVIKT:T1(1.0.0),I,1,0,A\r\ndataflow,JAMVIKT:T1(1.0.0),I,2,,L\r\n',
    )
  })

  it('hold the language asked for', async () => {
    expect((await written(small, 'csv', { language: 'en' })).toString('utf8')).toContain('women')
  })

  it('are refused where a sheet has too few rows', () => {
    const cells = 1_048_576
    const large = { ...small, values: new Float64Array(cells), states: new Uint8Array(cells) }
    expect(refusalToWrite(large, 'xlsx')).toEqual({
      ok: false,
      reason: 'too-many-cells',
      keyword: 'xlsx',
      detail: '1048576 > 1048575',
    })
    expect(refusalToWrite(large, 'parquet')).toBeNull()
    expect(refusalToWrite(small, 'xlsx')).toBeNull()
  })
})
