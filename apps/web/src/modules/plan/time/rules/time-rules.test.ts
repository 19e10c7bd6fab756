import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDocument, testItem } from '../../../../testing/plan-arbitrary.ts'
import { PlanTree } from '../../rules/tree.ts'
import { axisOf } from './axis.ts'
import { waitings } from './broken-after.ts'
import { bulkEdits } from './bulk.ts'
import { type Edit, readEdits } from './edits.ts'
import { readRows } from './paste-rows.ts'
import { carriedOver, editsOf, readSeen, readTyped, seenNow, seenText } from './seen.ts'
import { COLUMNS, type TimeColumn, TimeGrid } from './time-grid.ts'

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
const [P1, P2, A, B, C, PHASE, STONE, LEAD, LEGAL] = Array.from({ length: 9 }, (_, at) => id(at + 1)) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

/** Two priorities; an activity with a phase and a milestone, one that waits for it, one without dates. */
function gridOf(turned = false) {
  return new TimeGrid(
    new PlanTree(
      testDocument([
        testItem('priority', P1, null, { name: 'Leda' }, 0),
        testItem('priority', P2, null, { name: 'Stöd' }, 1),
        testItem(
          'activity',
          A,
          P1,
          { name: 'Kurs', start: '2026-01-31', end: '2026-06-30', responsible: [LEAD] },
          turned ? 2 : 0,
        ),
        testItem(
          'activity',
          B,
          P1,
          { name: 'Verkstad', start: '2026-05-01', end: '2026-12-31', after: [A] },
          1,
        ),
        testItem('activity', C, P2, { name: 'Granskning' }, 0),
        testItem('phase', PHASE, A, { name: 'Upphandling', start: '2026-02-01' }, 0),
        testItem('milestone', STONE, A, { name: 'Avtal', on: '2026-03-01' }, 1),
        testItem('role', LEAD, null, { name: 'Projektledare' }, 5),
        testItem('role', LEGAL, null, { name: 'Jurist, avtal' }, 6),
      ]),
    ),
  )
}
const edit = (row: string, column: TimeColumn, text: string, seen = ''): Edit => ({
  id: row,
  column,
  text,
  seen,
})

describe('the rows', () => {
  it('are numbered as an outline, each with the cells that its kind has', () => {
    const grid = gridOf()
    expect(grid.rows.map(({ number, level, item }) => [number, level, item.fields.name])).toEqual([
      ['1', 1, 'Leda'],
      ['1.1', 2, 'Kurs'],
      ['1.1.1', 3, 'Upphandling'],
      ['1.1.2', 3, 'Avtal'],
      ['1.2', 2, 'Verkstad'],
      ['2', 1, 'Stöd'],
      ['2.1', 2, 'Granskning'],
    ])
    const texts = (row: string) =>
      COLUMNS.map((column) => grid.text(grid.rows.find(({ item }) => item.id === row) ?? fail(), column))
    expect(texts(B)).toEqual(['Verkstad', '2026-05-01', '2026-12-31', '', '', '1.1'])
    expect(texts(STONE)).toEqual(['Avtal', '', '2026-03-01', '', '', ''])
  })

  it('know what begins before what it waits for has ended', () => {
    expect(
      waitings(gridOf()).map(({ row, first, isBroken }) => [row.number, first.number, isBroken]),
    ).toEqual([['1.2', '1.1', true]])
  })

  it('are drawn over whole half-years, and no further than some years beyond the plan', () => {
    const far = new PlanTree(
      testDocument([testItem('priority', P1, null), testItem('activity', A, P1, { end: '2199-01-01' })]),
    )
    const axis = axisOf(new TimeGrid(far), 'quarter')
    expect(axis.line.marks[0]?.day).toBe('2026-01-01')
    expect(axis.line.months).toBeLessThanOrEqual(8.5 * 12)
    expect(axis.ticks[1]).toEqual({ day: '2026-04-01', year: 2026, part: 2 })
  })
})

describe('typed cells', () => {
  it('become fields: days, roles by their names, what comes first by its number', () => {
    const { changes, faults } = readEdits(gridOf(), [
      edit(C, 'start', 'mars 2026'),
      edit(C, 'end', 'mars 2026'),
      edit(C, 'responsible', 'jurist, avtal; PROJEKTLEDARE'),
      edit(C, 'after', '1.1, 1.1.2'),
      edit(STONE, 'end', '1/4 2026', '2026-03-01'),
    ])
    expect(faults).toEqual([])
    expect(changes).toEqual([
      {
        id: C,
        given: { start: '2026-03-01', end: '2026-03-31', responsible: [LEGAL, LEAD], after: [A, STONE] },
        seen: { start: null, end: null, responsible: [], after: [] },
      },
      { id: STONE, given: { on: '2026-04-01' }, seen: { on: '2026-03-01' } },
    ])
  })

  it('are refused with row, column and what is wrong, each of them', () => {
    const { faults } = readEdits(gridOf(), [
      edit(A, 'end', '2025-12-31'),
      edit(B, 'responsible', 'Projektledare; Okänd'),
      edit(B, 'start', '46082'),
      edit(C, 'after', '9.9'),
      edit(A, 'name', ''),
      edit(PHASE, 'unit', 'Enheten'),
      edit(id(99), 'name', 'Borta'),
    ])
    expect(new Set(faults.map(({ id: row, column, reason }) => `${row.at(-1)} ${column} ${reason}`))).toEqual(
      new Set([
        '4 responsible unknown-name',
        '4 start excel-number',
        '5 after no-such-row',
        '6 unit no-place',
        '9 name gone',
        '3 name required',
        '3 end ends-before-start',
      ]),
    )
    expect(faults.find(({ reason }) => reason === 'unknown-name')?.text).toBe('Okänd')
  })

  it('may not make a row wait for itself, over others either', () => {
    const { faults } = readEdits(gridOf(), [edit(C, 'after', '1.2'), edit(A, 'after', '2.1')])
    expect(faults.map(({ id: row, reason }) => [row, reason])).toEqual([
      [C, 'after-itself'],
      [A, 'after-itself'],
    ])
  })

  it('are told the whole ring, and through which part of a row it goes', () => {
    const { faults } = readEdits(gridOf(), [
      edit(B, 'after', '2.1'),
      edit(C, 'after', '1.1.1'),
      edit(A, 'after', '1.2'),
    ])
    expect(faults.find(({ id: row }) => row === A)?.ring).toEqual([
      { id: A, first: B },
      { id: B, first: C },
      { id: C, first: PHASE },
    ])
    const own = readEdits(gridOf(), [edit(A, 'after', '1.1.1')]).faults
    expect(own.map(({ ring }) => ring)).toEqual([[{ id: A, first: PHASE }]])
  })

  it('mean the rows that had the numbers when they were typed, also after rows have changed places', () => {
    const seen = seenNow(gridOf(), 7)
    const edits = editsOf(seen, [{ id: C, column: 'after', text: '1.1' }])
    const turned = gridOf(true)
    expect(turned.numbered('1.1')).toBe(B)
    expect(readTyped(turned, seen, edits).changes[0]?.given).toEqual({ after: [A] })
    const carried = carriedOver(turned, 8, seen, edits, true)
    expect(carried.edits[0]?.text).toBe('1.2')
    expect(readTyped(turned, carried.seen, carried.edits).changes[0]?.given).toEqual({ after: [A] })
  })

  it('are those that differ from what was seen; what is seen comes back from a form as it was', () => {
    const grid = gridOf()
    const seen = seenNow(grid, 3)
    expect(readSeen(JSON.stringify(seen))).toEqual(seen)
    const all = grid.rows.flatMap(({ item }) =>
      COLUMNS.map((column) => ({ id: item.id, column, text: ` ${seenText(seen, item.id, column) ?? ''}` })),
    )
    expect(editsOf(seen, all)).toEqual([])
    for (const text of ['', '[]', '{"revision":1,"rows":{"x":[]}}', '{"revision":-1,"rows":{}}', 'null'])
      expect(readSeen(text)).toBeNull()
  })
})

describe('a bulk change', () => {
  it('moves the dates that are there and sets what it says, where a row has a place for it', () => {
    const grid = gridOf()
    const textAt = (row: string, column: TimeColumn) => seenText(seenNow(grid, 1), row, column) ?? ''
    const bulk = { shift: { by: 1, unit: 'months' as const }, set: { unit: 'Enheten' } }
    expect(bulkEdits(grid, new Set([A, PHASE, STONE]), bulk, textAt)).toEqual([
      { id: A, column: 'start', text: '2026-02-28' },
      { id: A, column: 'end', text: '2026-07-31' },
      { id: A, column: 'unit', text: 'Enheten' },
      { id: PHASE, column: 'start', text: '2026-03-01' },
      { id: STONE, column: 'end', text: '2026-04-01' },
    ])
  })
})

const names = {
  columns: {
    name: ['namn'],
    start: ['start'],
    end: ['slut'],
    unit: ['enhet'],
    responsible: ['ansvarig'],
    after: ['efter'],
  },
  number: ['nr'],
}

describe('a pasted block', () => {
  const at = { id: A, column: 'start' as const }

  it('goes where it lies, empty cells passed over and a dash emptying', () => {
    const read = readRows(gridOf(), '2026-02-01\t2026-07-01\n\t–\n', at, names)
    expect(read.faults).toEqual([])
    expect(read.edits).toEqual([
      { id: A, column: 'start', text: '2026-02-01' },
      { id: A, column: 'end', text: '2026-07-01' },
      { id: PHASE, column: 'end', text: '' },
    ])
  })

  it('follows its headings and row numbers, in any order, other columns passed over', () => {
    const read = readRows(
      gridOf(),
      'Läge\tSlut\tNr\nI fas\t2026-11-30\t2.1\nKlar\t2026-08-31\t1.1\n',
      at,
      names,
    )
    expect(read.byRowNames).toBe(true)
    expect(read.edits).toEqual([
      { id: C, column: 'end', text: '2026-11-30' },
      { id: A, column: 'end', text: '2026-08-31' },
    ])
  })

  it('finds rows by their names where it has no numbers', () => {
    const read = readRows(gridOf(), 'Namn\tStart\nverkstad\t2026-07-01\nOkänd\t2026-01-01', at, names)
    expect(read.edits).toEqual([{ id: B, column: 'start', text: '2026-07-01' }])
    expect(read.faults).toEqual([{ row: 3, column: 2, text: '2026-01-01', reason: 'no-such-row' }])
  })

  it('is told cell by cell where it cannot be taken', () => {
    const from = { id: STONE, column: 'start' as const }
    const read = readRows(gridOf(), '2026-01-01\n'.repeat(5), from, names)
    expect(read.faults.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'no-place'],
      [3, 'no-place'],
      [5, 'outside'],
    ])
  })

  it('is read whatever it holds: each edit has its place, and is a cell that is there', () => {
    const grid = gridOf()
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('Nr', 'Namn', 'Start', '1.1', 'kurs', '2026-01-01', '–', '', '__proto__', '\u0000'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), fc.nat(8), (block, row) => {
        const text = block.map((cells) => cells.join('\t')).join('\n')
        const from = { id: grid.rows[row]?.item.id ?? 'x', column: 'name' as const }
        const read = readRows(grid, text, from, names)
        for (const { id: of, column } of read.edits)
          expect([grid.row(of) !== null, read.places.has(`${column}.${of}`)]).toEqual([true, true])
        readEdits(
          grid,
          read.edits.map((each) => ({ ...each, seen: '' })),
        )
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

function fail(): never {
  throw new Error('no such row')
}
