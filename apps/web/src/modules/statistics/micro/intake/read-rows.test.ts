import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Cell } from '@jamvikt/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDuck } from '../duck.ts'
import { declared, rowSource, temporaryFolder } from '../micro.test-support.ts'
import { openList } from './open-list.ts'
import { holdsPersonalNumber } from './personal-numbers.ts'
import { readRows } from './read-rows.ts'
import { IntakeRefusedError } from './refused.ts'
import { suggestColumns } from './suggest-columns.ts'

const HEADERS = ['id', 'sex', 'pay']

async function refusalOf(rows: readonly (readonly Cell[])[], headers: readonly string[] = HEADERS) {
  try {
    const read = await readRows(rowSource(headers, rows), declared(headers, ['pay'], 'weight'))
    return { ok: true as const, read }
  } catch (error) {
    if (error instanceof IntakeRefusedError) return error.refusal
    throw error
  }
}

describe('a list of persons', () => {
  it('is refused with row and column', async () => {
    const good = ['a', 'K', '1 000,50']
    for (const [rows, refusal] of [
      [[good, ['', 'K', '1']], { reason: 'id-empty', row: 3, column: 'id' }],
      [[good, [null, 'K', '1']], { reason: 'id-empty', row: 3, column: 'id' }],
      [[good, ['b', 'K', '-5']], { reason: 'amount-unreadable', row: 3, column: 'pay' }],
      [[good, ['b', 'K', 'mycket']], { reason: 'amount-unreadable', row: 3, column: 'pay' }],
      [
        [good, ['b', 'K', { refused: 'formula-error' }]],
        { reason: 'cell-unreadable', row: 3, column: 'pay' },
      ],
      [[good, ['b', 'K 19811218-9876', '1']], { reason: 'personal-number', row: 3, column: 'sex' }],
      [[good, ['b', 8112189876, '1']], { reason: 'personal-number', row: 3, column: 'sex' }],
      [[good, ['b', 'K', 8112189876]], { reason: 'personal-number', row: 3, column: 'pay' }],
      [[good, ['b', 'x'.repeat(201), '1']], { reason: 'code-too-long', row: 3, column: 'sex' }],
      [[], { reason: 'no-rows' }],
    ] as const)
      expect(await refusalOf(rows)).toEqual({ ok: false, ...refusal })
  })

  it('is refused for what is declared of it', async () => {
    for (const [headers, refusal] of [
      [['sex', 'pay'], { reason: 'id-missing' }],
      [['id', 'pay'], { reason: 'no-dimension' }],
      [['id', 'a', '811218-9876'], { reason: 'personal-number', row: 1, column: '••••••-••••' }],
      [['id', ...Array.from({ length: 21 }, (_, i) => `d${i}`)], { reason: 'too-many-dimensions' }],
    ] as const)
      expect(await refusalOf([], headers)).toEqual({ ok: false, ...refusal })
  })

  it('is refused for free text, where every row has its own', async () => {
    const rows = Array.from({ length: 5001 }, (_, i) => [`p${i}`, `text ${i}`, '1'])
    expect(await refusalOf(rows)).toEqual({ ok: false, reason: 'too-many-codes', row: 5002, column: 'sex' })
  })

  it('keeps words that only look like missing, and kinds of missing apart from them', async () => {
    const rows = [
      ['a', 'declined', '1'],
      ['b', 'vill ej', 'vill ej'],
      ['c', null, null],
    ]
    const found = await refusalOf(rows)
    if (!found.ok) throw new Error(found.reason)
    expect(found.read.contents.dimensions[0]?.categories.map(({ code, missing }) => [code, missing])).toEqual(
      [
        ['declined', null],
        ['noAnswer', 'noAnswer'],
        ['declined_', 'declined'],
      ],
    )
    expect(found.read.contents.counts).toEqual([
      {
        column: 'sex',
        filled: 1,
        missing: [
          { kind: 'declined', rows: 1 },
          { kind: 'noAnswer', rows: 1 },
        ],
      },
      {
        column: 'pay',
        filled: 1,
        missing: [
          { kind: 'declined', rows: 1 },
          { kind: 'noAnswer', rows: 1 },
        ],
      },
    ])
    expect([...(found.read.amounts[0] ?? [])]).toEqual([100, Number.NaN, Number.NaN])
  })

  it('of whatever cells is read or refused, and never breaks', async () => {
    const anyCell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom<Cell>({ refused: 'nested-value' }, { date: '2024-02-29' }, '__proto__', '12,5', 'K'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyCell, anyCell, anyCell), { maxLength: 20 }), async (rows) => {
        const found = await refusalOf(rows)
        if (found.ok) expect(found.read.ids.length).toBe(rows.length)
        else expect(found.reason).not.toBe('')
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('columns', () => {
  it('are proposed from names and values, for somebody to decide', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => [
      `p${i}`,
      i % 2 ? 'K' : 'M',
      `${i * 977}`,
      '19811218-9876',
      `${(i % 9) + 1}`,
    ])
    const table = rowSource(['löpnr', 'kön', 'inkomst', 'förälder', 'vikt'], rows)
    expect((await suggestColumns(table)).map(({ role }) => role)).toEqual([
      'id',
      'dimension',
      'amount',
      'drop',
      'weight',
    ])
  })
})

describe('personal numbers', () => {
  it('are told from figures that only have as many digits', () => {
    for (const figure of ['1234567', '501011234', '12 345 678', '100000'])
      expect(holdsPersonalNumber(figure, 'amount')).toBe(false)
    for (const role of ['dimension', 'drop', 'weight', 'amount'] as const)
      for (const person of ['811218-9876', '19811218-9876', '198112189876', '8112189876'])
        expect([role, person, holdsPersonalNumber(person, role)]).toEqual([role, person, true])
    expect(holdsPersonalNumber('811218-9876', 'id')).toBe(false)
  })
})

describe('a Parquet file', () => {
  it('is read as text by row, and a broken one refused', async () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'x.parquet')
    const duck = await openDuck(folder, 256)
    await duck.run(
      `COPY (SELECT * FROM (VALUES ('a', 'K', 12.5::DOUBLE), ('b', NULL, 7)) t(id, sex, pay)) TO '${file}' (FORMAT parquet)`,
    )
    duck.closeSync()
    const table = await openList(file, 'x.parquet')
    if (!table.ok) throw new Error(table.reason)
    const read = await readRows(table, declared(table.headers, ['pay']))
    expect([...(read.amounts[0] ?? [])]).toEqual([1250, 700])
    expect(read.contents.dimensions[0]?.categories.map(({ code }) => code)).toEqual(['K', 'noAnswer'])
    const short = await openList(file, 'x.parquet', 1)
    if (!short.ok) throw new Error(short.reason)
    await expect(readRows(short, declared(short.headers, ['pay']))).rejects.toThrow('too-many-rows')
    writeFileSync(file, readFileSync(file).subarray(0, -9))
    expect(await openList(file, 'x.parquet')).toEqual({ ok: false, reason: 'not-a-table' })
  })
})
