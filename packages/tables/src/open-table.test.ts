import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type OpenOptions, openTable, readTable } from './open-table.ts'

const TEXT = 'Kön;Belopp\nKvinna;1 000,50\nMän;"två\nrader"\n'
const HEADERS = ['Kön', 'Belopp']

async function read(content: string | Uint8Array, name = 'lista.csv', options: Partial<OpenOptions> = {}) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const table = await openTable(bytes, { name, ...options })
  if (!table.ok) return table
  const all = await readTable(table)
  return all.ok ? { ...table, rows: all.rows } : all
}

describe('text', () => {
  it.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\uFEFF${TEXT}`)],
    ['utf-16le', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['windows-1252', Buffer.from(TEXT, 'latin1')],
  ])('is read in %s', async (encoding, bytes) => {
    expect(await read(bytes)).toMatchObject({
      encoding,
      delimiter: ';',
      headers: HEADERS,
      rows: [
        { row: 2, cells: ['Kvinna', '1 000,50'] },
        { row: 3, cells: ['Män', 'två\nrader'] },
      ],
    })
  })

  it.each([';', ',', '\t', '|'])(
    'finds the delimiter %j in spite of others inside cells',
    async (delimiter) => {
      const text = `a${delimiter}b${delimiter}c\n"1,5;x|y"${delimiter}2${delimiter}3\n`
      expect(await read(text)).toMatchObject({ delimiter, rows: [{ cells: ['1,5;x|y', '2', '3'] }] })
    },
  )

  it('takes the delimiter that a first line states, and counts that line', async () => {
    expect(await read('sep=,\na,b;c\n1,2\n')).toMatchObject({ headers: ['a', 'b;c'], rows: [{ row: 3 }] })
  })

  it('passes over empty lines and empty nameless columns, keeping row numbers', async () => {
    expect(await read('\na;;b;\n\n1;;2;\n')).toMatchObject({
      headers: ['a', 'b'],
      rows: [{ row: 4, cells: ['1', '2'] }],
    })
  })

  it('names a column that has content but no header by its place', async () => {
    expect(await read('"",a,,b\n1,x,,5\n2,y,,6\n')).toMatchObject({
      headers: ['kolumn 1', 'a', 'b'],
      rows: [{ cells: ['1', 'x', '5'] }, { cells: ['2', 'y', '6'] }],
    })
    expect(await read('a;\n1;\n2;sent\n')).toMatchObject({ headers: ['a', 'kolumn 2'] })
    expect(await read(';kolumn 1\n1;2\n')).toMatchObject({ reason: 'duplicate-header', column: 'kolumn 1' })
  })

  it('marks rows that do not fit the header', async () => {
    expect(await read('a;b\n1\n1;2;\n1;2;3\n')).toMatchObject({
      rows: [{ refused: 'row-too-short' }, { cells: ['1', '2'] }, { refused: 'row-too-long' }],
    })
  })

  it.each([
    ['', 'empty-file'],
    ['\n \n', 'no-header'],
    ['a;a\n1;2\n', 'duplicate-header'],
    ['a;b\n1;\u0000\n', 'nul-byte'],
    ['a;b\n1;\u0001\n', 'not-a-table'],
    ['%PDF-1.7 binary', 'not-a-table'],
    ['<html><table><tr><td>a</td></tr></table>', 'html-file'],
    [`a;b\n1;${'x'.repeat(32_001)}\n`, 'cell-too-long'],
    [Array.from({ length: 10_000 }, (_, i) => `k${i}`).join(';'), 'too-many-columns'],
    [Buffer.from('Kön;Ålder\nÄnka;5\n').subarray(0, 13), 'encoding-mixed'],
    [Buffer.from([0x61, 0x3b, 0x62, 0x0a, 0x81, 0x3b, 0x32]), 'encoding-unknown'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'xls-file'],
  ])('is refused when broken: %#', async (content, reason) => {
    expect(await read(content)).toMatchObject({ ok: false, reason })
  })

  it('is refused beyond the limits of rows and of a gathered stream', async () => {
    expect(await read('a;b\n1;2\n3;4\n', 'x.csv', { limits: { rows: 1 } })).toMatchObject({
      reason: 'too-many-rows',
      row: 3,
    })
    const stream = (async function* () {
      yield Buffer.alloc(100, 'a')
    })()
    expect(await openTable(stream, { name: 'x.csv', limits: { streamBytes: 99 } })).toMatchObject({
      reason: 'too-large',
    })
  })

  it('never shows a personal number that stands in a header', async () => {
    expect(JSON.stringify(await read('850101-1234;850101-1234\n1;2\n'))).not.toContain('850101')
  })
})

describe('JSON', () => {
  it.each([(rows: unknown) => rows, (rows: unknown) => ({ rows }), (rows: unknown) => ({ data: rows })])(
    'is read as a list, bare or wrapped: %#',
    async (wrap) => {
      const rows = [
        { id: '1', belopp: 5 },
        { id: '2', belopp: null, klart: true, mer: [1] },
      ]
      expect(await read(JSON.stringify(wrap(rows)), 'lista.json')).toMatchObject({
        headers: ['id', 'belopp', 'klart', 'mer'],
        rows: [
          { row: 1, cells: ['1', 5, null, null] },
          { row: 2, cells: ['2', null, true, { refused: 'nested-value' }] },
        ],
      })
    },
  )

  it.each([
    ['[{"a":1', 'json-invalid'],
    ['{"a":1}', 'json-not-rows'],
    ['[1,2]', 'json-not-rows'],
    ['[]', 'no-header'],
    ['['.repeat(200_000), 'json-invalid'],
  ])('is refused when it is no list of objects: %#', async (content, reason) => {
    expect(await read(content, 'lista.json')).toMatchObject({ ok: false, reason })
  })
})

it('reads a path, the same rows each time, and tells how far it has come', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jamvikt-'))
  try {
    const path = join(folder, 'lista.csv')
    writeFileSync(path, TEXT)
    const seen: number[] = []
    const table = await openTable(path, {
      name: 'lista.csv',
      onProgress: (p) => seen.push(p.bytesRead / p.bytesTotal),
    })
    if (!table.ok) throw new Error(table.reason)
    expect(await readTable(table)).toEqual(await readTable(table))
    expect(seen.at(-1)).toBe(1)
    expect(await openTable(join(folder, 'borta.csv'), { name: 'borta.csv' })).toMatchObject({
      reason: 'cannot-read-file',
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
