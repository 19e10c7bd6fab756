import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { openTable, readTable } from './open-table.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

describe('writeCsv', () => {
  it('disarms formulas and leaves numbers alone', () => {
    const row = ['=1+1', '+46', '-5', '-5,5', '@x', '\t=x', '-2+3', -7.5, 0, null, 12n]
    expect(writeCsv([row])).toBe("\uFEFF'=1+1;'+46;-5;-5,5;'@x;\"'\t=x\";'-2+3;-7,5;0;;12\r\n")
  })

  it('is read back as written', async () => {
    const rows = [
      ['kön', 'not'],
      ['kvinnor', 'a;b "c"\nd'],
      ['män', 'å'],
    ]
    const table = await openTable(Buffer.from(writeCsv(rows)), { name: 'x.csv' })
    if (!table.ok) throw new Error(table.reason)
    const read = await readTable(table)
    expect([table.headers, ...(read.ok ? read.rows.map((row) => row.cells) : [])]).toEqual(rows)
  })
})

describe('writeXlsx', () => {
  it('writes numbers as numbers, formulas as text, a frozen header and the data dictionary', async () => {
    const bytes = await writeXlsx(
      [
        {
          name: 'Utfall: 2024',
          headers: ['kön', 'belopp'],
          rows: [
            ['=1+1', 2.5],
            [null, 123456789012345678n],
          ],
        },
      ],
      {
        name: 'Ordlista',
        headers: ['blad', 'kolumn', 'betyder', 'enhet'],
        entries: [{ sheet: 'Utfall', column: 'belopp', meaning: 'beviljat', unit: 'kr' }],
      },
    )
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(bytes).buffer)
    const sheet = book.getWorksheet('Utfall  2024')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.getRow(2).values).toEqual([undefined, '=1+1', 2.5])
    expect(sheet?.getCell('A2').type).toBe(ExcelJS.ValueType.String)
    expect(sheet?.getCell('B3').value).toBe('123456789012345678')
    expect(book.getWorksheet('Ordlista')?.getRow(2).values).toEqual([
      undefined,
      'Utfall',
      'belopp',
      'beviljat',
      'kr',
    ])
  })
})
