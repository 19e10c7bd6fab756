import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { testDocument, testItem } from '../../../../testing/plan-arbitrary.ts'
import { PlanTree } from '../../rules/tree.ts'
import { readEdits } from '../rules/edits.ts'
import { readRows } from '../rules/paste-rows.ts'
import { COLUMNS, TimeGrid } from '../rules/time-grid.ts'
import { NAMES_OF_COLUMNS, NAMES_OF_NUMBER } from '../time-form.ts'
import { timeWorkbook, type WorkbookWords } from './time-workbook.ts'

const words: WorkbookWords = {
  sheet: 'Tidplan',
  drawing: 'Gantt',
  number: 'Nr',
  kind: 'Sort',
  columns: {
    name: 'Namn',
    start: 'Start',
    end: 'Slut',
    unit: 'Enhet',
    responsible: 'Ansvarig',
    after: 'Efter',
  },
  state: 'Läge',
  kindName: ({ kind }) => kind,
  stateOf: () => 'Pågår',
  letter: (kind) => (kind === 'activity' ? 'A' : kind === 'phase' ? 'F' : 'M'),
  key: () => 'A = aktivitet',
}
const grid = new TimeGrid(
  new PlanTree(
    testDocument([
      testItem('priority', 'p', null, { name: '=1+1' }),
      testItem('activity', 'a', 'p', {
        name: 'Kurs',
        start: '2026-02-01',
        end: '2026-04-30',
        responsible: ['r'],
      }),
      testItem('activity', 'b', 'p', { name: 'Verkstad', start: '2026-05-01', after: ['a'] }, 1),
      testItem('milestone', 'm', 'a', { name: 'Avtal', on: '2026-03-01' }),
      testItem('role', 'r', null, { name: 'Projektledare' }),
    ]),
  ),
)

async function written() {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(await timeWorkbook(grid, words)).buffer)
  const sheet = workbook.getWorksheet('Tidplan')
  const drawing = workbook.getWorksheet('Gantt')
  if (sheet === undefined || drawing === undefined) throw new Error('no sheet')
  return { sheet, drawing }
}

it('has dates as dates and texts as texts', async () => {
  const { sheet } = await written()
  expect(sheet.getRow(3).getCell(3).value).toEqual(new Date('2026-02-01T00:00:00Z'))
  expect(sheet.getRow(3).getCell(3).numFmt).toBe('yyyy-mm-dd')
  expect(sheet.getRow(2).getCell(2).value).toBe('=1+1')
  expect(sheet.getRow(2).getCell(1).value).toBe('1')
})

it('is taken back as it is: its cells, pasted, change nothing', async () => {
  const { sheet } = await written()
  const lines: string[] = []
  sheet.eachRow((row) => {
    const cells = Array.from({ length: 9 }, (_, at) => row.getCell(at + 1).value)
    lines.push(
      cells
        .map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')))
        .join('\t'),
    )
  })
  const names = { columns: NAMES_OF_COLUMNS, number: NAMES_OF_NUMBER }
  const pasted = readRows(grid, lines.join('\n'), { id: 'p', column: 'name' }, names)
  expect(pasted.faults).toEqual([])
  expect(pasted.edits.length).toBeGreaterThan(8)
  const edits = pasted.edits.map((edit) => ({ ...edit, seen: '' }))
  const { read, faults } = readEdits(grid, edits)
  expect(faults).toEqual([])
  for (const { id, column, written: text } of read) {
    const row = grid.row(id)
    expect(row && COLUMNS.includes(column) ? grid.text(row, column) : null).toBe(text)
  }
})

it('draws each month that something goes on in a coloured cell with its letter', async () => {
  const { drawing } = await written()
  const row = (at: number) =>
    Array.from({ length: 4 }, (_, month) => drawing.getRow(at).getCell(month + 3).text)
  expect(row(1)).toEqual(['2026-02', '2026-03', '2026-04', '2026-05'])
  expect(row(3)).toEqual(['A', 'A', 'A', ''])
  expect(row(4)).toEqual(['', 'M', '', ''])
  expect(drawing.getRow(3).getCell(3).fill).toMatchObject({ pattern: 'solid' })
})
