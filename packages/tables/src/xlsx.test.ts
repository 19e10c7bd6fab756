import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { openTable, readTable } from './open-table.ts'
import { makeZip } from './zip-maker.test-support.ts'

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function read(bytes: Uint8Array, sheet?: string) {
  const table = await openTable(bytes, { name: 'lista.xlsx', ...(sheet === undefined ? {} : { sheet }) })
  if (!table.ok) return table
  const all = await readTable(table)
  return all.ok ? { ...table, rows: all.rows } : all
}

const SHEET = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="x"><sheetData>${rows}</sheetData></worksheet>`
const PARTS = {
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
}
const bookOf = (rows: string, more: Record<string, string> = {}) =>
  makeZip({ ...PARTS, 'xl/worksheets/sheet1.xml': SHEET(rows), ...more })

describe('workbooks', () => {
  it('give texts, numbers, dates, truth values and stored values of formulas', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('Tomt')
      const sheet = book.addWorksheet('Ärenden')
      sheet.addRow(['Dnr', 'Belopp', 'Datum', 'Klar', 'Summa', 'Rikt'])
      sheet.addRow([
        'å&<ä',
        1234.5,
        new Date('2024-02-29T00:00:00Z'),
        true,
        { formula: 'B2*2', result: 2469 },
        { richText: [{ text: 'fet' }, { text: 'stil' }] },
      ])
      sheet.getCell('C2').numFmt = 'yyyy-mm-dd'
    })
    expect(await read(bytes)).toMatchObject({
      sheet: 'Ärenden',
      sheets: ['Tomt', 'Ärenden'],
      rows: [{ row: 2, cells: ['å&<ä', 1234.5, { date: '2024-02-29' }, true, 2469, 'fetstil'] }],
    })
  })

  it('name cells beyond the header by their place, and mark a row whose stray cell comes late', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('A')
      sheet.addRow(['a', 'b'])
      sheet.addRow([1, 2, 'not'])
      for (let row = 0; row < 30_000; row++) sheet.addRow([row, row])
      sheet.addRow([3, 4, 5, 'sent'])
    })
    const found = await read(bytes)
    expect(found).toMatchObject({ headers: ['a', 'b', 'kolumn 3'] })
    expect('rows' in found && found.rows.at(0)).toMatchObject({ cells: [1, 2, 'not'] })
    expect('rows' in found && found.rows.at(-1)).toMatchObject({ cells: [3, 4, 5], refused: 'row-too-long' })
  })

  it('are read from the sheet that is named, or refused naming those there are', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('A').addRow(['a'])
      book.addWorksheet('B').addRow(['b'])
    })
    expect(await read(bytes, 'B')).toMatchObject({ headers: ['b'] })
    expect(await read(bytes, 'C')).toMatchObject({ reason: 'sheet-missing', detail: 'A, B' })
  })

  it('mark cells that cannot be trusted', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="str"><v>b</v></c></row>' +
      '<row r="3"><c r="A3"><f>1+1</f></c><c r="B3" t="e"><v>#REF!</v></c></row>' +
      '<row r="4"><c r="A4" t="s"><v>7</v></c><c r="B4"><v>x</v></c></row>'
    expect(await read(bookOf(rows))).toMatchObject({
      headers: ['a', 'b'],
      rows: [
        { row: 3, cells: [{ refused: 'formula-without-value' }, { refused: 'formula-error' }] },
        { row: 4, cells: [{ refused: 'unreadable-cell' }, { refused: 'unreadable-cell' }] },
      ],
    })
  })

  it('count days from 1904 where the workbook says so, and know the day that 1900 never had', async () => {
    const dated = (first: string) => ({
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      'xl/workbook.xml': PARTS['xl/workbook.xml'].replace('<sheets>', `${first}<sheets>`),
    })
    const rows =
      '<row><c t="str"><v>d</v></c></row><row><c s="1"><v>59.5</v></c></row><row><c s="1"><v>-3</v></c></row>'
    expect(await read(bookOf(rows, dated('')))).toMatchObject({
      rows: [{ cells: [{ date: '1900-02-28' }] }, { cells: [{ refused: 'date-out-of-range' }] }],
    })
    expect(await read(bookOf(rows, dated('<workbookPr date1904="1"/>')))).toMatchObject({
      rows: [{ cells: [{ date: '1904-02-29' }] }, {}],
    })
  })
})

describe('hostile workbooks', () => {
  const bomb = deflateRawSync(Buffer.alloc(60_000_000))

  it('are measured before unpacking', async () => {
    const swollen = makeZip({ ...PARTS, 'xl/worksheets/sheet1.xml': { packed: bomb, size: 60_000_000 } })
    expect(await read(swollen)).toMatchObject({ reason: 'zip-bomb' })
  })

  it('may not unpack to more than they state', async () => {
    const lying = makeZip({ ...PARTS, 'xl/worksheets/sheet1.xml': { packed: bomb, size: 1000 } })
    expect(await read(lying)).toMatchObject({ reason: 'zip-bomb' })
  })

  it('may not hold more than a thousand entries', async () => {
    const entries = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`f${i}`, 'x']))
    expect(await read(makeZip(entries))).toMatchObject({ reason: 'too-many-entries' })
  })

  it('may not define entities', async () => {
    const shared = '<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>'
    expect(
      await read(bookOf('<row><c t="s"><v>0</v></c></row>', { 'xl/sharedStrings.xml': shared })),
    ).toMatchObject({
      reason: 'damaged-workbook',
    })
  })

  it('are refused when they are some other zip file, cut off, or too wide', async () => {
    expect(await read(makeZip({ 'word/document.xml': '<x/>' }))).toMatchObject({ reason: 'not-a-workbook' })
    const whole = bookOf('<row><c t="str"><v>a</v></c></row>')
    expect(await read(whole.subarray(0, whole.length - 30))).toMatchObject({ reason: 'damaged-workbook' })
    expect(await read(bookOf('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'))).toMatchObject({
      reason: 'damaged-workbook',
    })
    expect(await read(bookOf('<row r="1"><c r="ABC1"><v>1</v></c></row>'))).toMatchObject({
      reason: 'too-many-columns',
    })
  })
})
