import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDocument, testItem } from '../../../../testing/plan-arbitrary.ts'
import {
  type AmountStyle,
  amountStyle,
  readAmount,
  sheetAmount,
  writeAmount,
} from '../../rules/amount-text.ts'
import { budgetsOf } from '../../rules/budgets.ts'
import { PlanTree } from '../../rules/tree.ts'
import { keyAt, layOut } from './grid.ts'
import { mergeCells } from './merge-cells.ts'
import { readBlock } from './paste-block.ts'

const ore = fc.bigInt(0n, 9n * 10n ** 15n)

describe('amounts', () => {
  it('are read as people write them', () => {
    const read = (text: string, unit: 'kr' | 'tkr' = 'kr') => {
      const found = readAmount(text, unit)
      return found.ok ? found.amountOre : found.reason
    }
    expect(read('1 234,50')).toBe(123_450n)
    expect(read('1.234,50')).toBe(123_450n)
    expect(read('1,234.50')).toBe(123_450n)
    expect(read('1234.5')).toBe(123_450n)
    expect(read('0')).toBe(0n)
    expect(['', '–', '-', 'okänt', ' ? '].map((text) => read(text))).toEqual([null, null, null, null, null])
    expect(read('12,1', 'tkr')).toBe(1_210_000n)
    expect(read('-5')).toBe('amount-negative')
    expect(read('tolv')).toBe('amount-not-a-number')
    expect(read('1,234')).toBe('amount-too-precise')
    expect(read('99999999999999999999')).toBe('amount-too-large')
  })

  it('alone are refused where a point could be both, and read by their column where it tells', () => {
    const of = (text: string, unit: 'kr' | 'tkr', style?: AmountStyle) => {
      const found = readAmount(text, unit, style)
      return found.ok ? found.amountOre : found.reason
    }
    expect(of('1.234', 'tkr')).toBe('amount-ambiguous')
    expect(of('1234', 'tkr')).toBe(123_400_000n)
    expect(of('1,234', 'tkr')).toBe(123_400n)
    expect(of('1.234', 'kr')).toBe(123_400n)
    expect(of('1.5', 'tkr')).toBe(150_000n)
    expect(of('1.234', 'tkr', amountStyle(['1.234', '1.5']))).toBe(123_400n)
    expect(of('1.234', 'tkr', amountStyle(['1.234', '2,5']))).toBe(123_400_000n)
    expect(of('1,234', 'kr', amountStyle(['1,234', '1.5']))).toBe(123_400n)
    const mixed = amountStyle(['1,5', '1.5'])
    expect([of('1,5', 'kr', mixed), of('7', 'kr', mixed)]).toEqual(['number-style-mixed', 700n])
  })

  it('stand in a spreadsheet as numbers as far as it can hold their digits', () => {
    expect([sheetAmount(123_450n, 'kr'), sheetAmount(-123_450n, 'tkr')]).toEqual([1234.5, -1.2345])
    expect(sheetAmount(9_000_000_000_000_001n, 'kr')).toBe('90000000000000,01')
    expect(sheetAmount(9_000_000_000_000_001n, 'tkr')).toBe('90000000000,00001')
  })

  it('that are written are read as they were', () => {
    fc.assert(
      fc.property(ore, fc.constantFrom('kr' as const, 'tkr' as const), (amountOre, unit) => {
        expect(readAmount(writeAmount(amountOre, unit), unit)).toEqual({ ok: true, amountOre })
      }),
      { seed: 1 },
    )
    expect(writeAmount(-123_405n)).toBe('−1\u00a0234,05')
    expect(writeAmount(null)).toBe('–')
  })
})

describe('a pasted block', () => {
  const grid = { rows: ['Webbkurs', 'Verkstäder', 'Resor'], columns: ['2026', '2027'], unit: 'kr' as const }

  it('goes where it lies, from a cell on; empty cells change nothing', () => {
    const read = readBlock('1 000\t–\r\n\t0\r\n', grid, { row: 1, column: 0 })
    expect(read).toMatchObject({ faults: [], byRowNames: false, byColumnNames: false })
    expect(read.amounts).toEqual([
      { row: 1, column: 0, amountOre: 100_000n },
      { row: 1, column: 1, amountOre: null },
      { row: 2, column: 1, amountOre: 0n },
    ])
  })

  it('goes by its names where it has them, in any order', () => {
    const read = readBlock('\t2027\t2026\nRESOR\t7\t5\nWebbkurs\t1\t2', grid, { row: 2, column: 1 })
    expect(read).toMatchObject({ faults: [], byRowNames: true, byColumnNames: true })
    expect(read.amounts).toEqual([
      { row: 2, column: 1, amountOre: 700n },
      { row: 2, column: 0, amountOre: 500n },
      { row: 0, column: 1, amountOre: 100n },
      { row: 0, column: 0, amountOre: 200n },
    ])
  })

  it('is read in one style, that of the whole block', () => {
    const tkr = { ...grid, unit: 'tkr' as const }
    const at = { row: 0, column: 0 }
    expect(readBlock('1.234\t2.5', tkr, at).amounts.map(({ amountOre }) => amountOre)).toEqual([
      123_400n,
      250_000n,
    ])
    expect(readBlock('1.234\t2,5', tkr, at).amounts[0]?.amountOre).toBe(123_400_000n)
    expect(readBlock('1.234\t2.345', tkr, at).faults.map(({ reason }) => reason)).toEqual([
      'amount-ambiguous',
      'amount-ambiguous',
    ])
    expect(readBlock('1,5\t2.5\n3', tkr, at)).toMatchObject({
      amounts: [{ row: 1, column: 0, amountOre: 300_000n }],
      faults: [{ reason: 'number-style-mixed' }, { reason: 'number-style-mixed' }],
    })
  })

  it('has a first line of names only where no amount stands in it', () => {
    const at = { row: 0, column: 0 }
    expect(readBlock('2026\t300', grid, at)).toMatchObject({
      byColumnNames: false,
      amounts: [{ amountOre: 202_600n }, { amountOre: 30_000n }],
    })
    expect(readBlock('2026\t300\n1\t2', grid, at)).toMatchObject({ byColumnNames: false, faults: [] })
    expect(readBlock('2026\t2027', grid, at).amounts).toHaveLength(2)
    expect(readBlock('Aktivitet\t2026\tSumma\nResor\t1\t1', grid, at)).toMatchObject({
      byColumnNames: true,
      amounts: [{ row: 2, column: 0, amountOre: 100n }],
      faults: [{ reason: 'outside', text: '1' }],
    })
    expect(readBlock('Resor', grid, at)).toMatchObject({ amounts: [], faults: [{ text: 'Resor' }] })
  })

  it('tells of each cell that it cannot take, with its place', () => {
    const read = readBlock('1\ttolv\t3\n-2\t4', grid, { row: 2, column: 0 })
    expect(read.amounts).toEqual([{ row: 2, column: 0, amountOre: 100n }])
    expect(read.faults.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [1, 2, 'amount-not-a-number'],
      [1, 3, 'outside'],
      [2, 1, 'outside'],
      [2, 2, 'outside'],
    ])
    expect(readBlock('Okänd\t5\nResor\t6', grid, { row: 0, column: 0 }).faults).toHaveLength(1)
  })

  it('loses no cell, whatever stands in it', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '1', '–', 'Resor', '__proto__', '2026', '1 000,5'))
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        (lines, row) => {
          const text = lines
            .map((cells) => cells.map((each) => each.replace(/[\t\r\n]/g, ' ')).join('\t'))
            .join('\n')
          const read = readBlock(text, grid, { row, column: 0 })
          const cells = text
            .replace(/\n+$/, '')
            .split('\n')
            .flatMap((line, at) => {
              if (read.byColumnNames && at === 0) return []
              return line.split('\t').slice(read.byRowNames ? 1 : 0)
            })
          const filled = cells.filter((each) => each.trim() !== '').length
          expect(read.amounts.length + read.faults.length).toBe(filled)
          for (const { row: down, column } of read.amounts) {
            expect(grid.rows[down]).toBeDefined()
            expect(grid.columns[column]).toBeDefined()
          }
        },
      ),
      { seed: 1 },
    )
  })
})

it('what two write at once: nobody’s amount is lost', () => {
  const amount = fc.option(fc.bigInt(0n, 3n))
  fc.assert(
    fc.property(amount, amount, amount, (seen, theirs, mine) => {
      const latest = new Map(theirs === null ? [] : [['a', theirs] as const])
      const { changes, clashes } = mergeCells([{ key: ['a'], seen, wanted: mine }], latest)
      const after = changes.length > 0 ? (changes[0]?.after ?? null) : theirs
      if (clashes.length > 0)
        expect([theirs !== seen, mine !== seen, theirs !== mine]).toEqual([true, true, true])
      else expect(after).toBe(mine === seen ? theirs : mine)
    }),
    { seed: 1 },
  )
})

describe('a grid', () => {
  const activities = Array.from({ length: 90 }, (_, at) =>
    testItem('activity', `a${at}`, at < 45 ? 'p' : 'q', {}, at),
  )
  const document = testDocument([
    testItem('priority', 'p', null, {}, 0),
    testItem('priority', 'q', null, {}, 1),
    ...activities,
    testItem('cost-type', 'c', null, {}, 2),
    testItem('cost-type', 'd', null, {}, 3),
    testItem('budget', 'x', null, { over: ['year', 'cost-type', 'activity'] }, 4),
  ])
  const [budget] = budgetsOf(document)
  if (budget === undefined) throw new Error('no budget')
  const tree = new PlanTree(document)

  it('of many activities stands a priority and a year a page, and reaches every cell once', () => {
    const seen = new Set<string>()
    for (const priority of ['p', 'q'])
      for (const year of ['2026', '2027', '2028']) {
        const layout = layOut(
          tree,
          budget,
          new Map([
            ['priority', priority],
            ['year', year],
          ]),
          'enter',
        )
        expect([layout.down, layout.across, layout.rows.length]).toEqual(['activity', 'cost-type', 45])
        for (const row of layout.rows)
          for (const column of layout.columns) {
            const key = keyAt(budget, layout, row, column)
            expect(key?.[0]).toBe(year)
            seen.add(key?.join() ?? '')
          }
      }
    expect(seen.size).toBe(90 * 2 * 3)
  })

  it('takes an unknown address for its first page', () => {
    const layout = layOut(
      tree,
      budget,
      new Map([
        ['priority', '__proto__'],
        ['year', '1999'],
      ]),
      'enter',
    )
    expect([layout.priority, layout.chosen]).toEqual(['p', [{ dimension: 'year', member: '2026' }]])
  })
})
