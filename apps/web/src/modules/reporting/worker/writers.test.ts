import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlFile } from '../documents/html-file.tsx'
import type { LaidReport } from '../documents/laid-out.ts'
import { layOut } from '../documents/lay-out.ts'
import { anyWords, bareWords, HOSTILE, reportOf } from '../documents/testing/any-report.ts'
import { readPdf } from '../documents/testing/read-pdf.ts'
import { readZip, wordsOfXml } from '../documents/testing/read-zip.ts'
import { sampleDrawing, sampleReport } from '../documents/testing/sample-report.ts'
import { PLAIN_STYLE, reportStyleSchema } from '../model-style.ts'
import { plainText } from '../rules/plain-text.ts'
import { openDrawer } from './drawings.ts'
import { writeDocx } from './write-docx.ts'
import { writePdf } from './write-pdf.ts'
import { writeWorkbook } from './write-workbook.ts'

const unheard = () => Promise.resolve()
const docx = async (report: LaidReport) => readZip(await writeDocx(report, PLAIN_STYLE, unheard))
const pdf = async (report: LaidReport) => readPdf(await writePdf(report, PLAIN_STYLE, unheard))
const html = (report: LaidReport) => new TextDecoder().decode(htmlFile(report))
async function workbook(report: LaidReport) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await writeWorkbook(report, unheard)).buffer)
  return book
}
const cellsOf = (book: ExcelJS.Workbook) => {
  const cells: ExcelJS.Cell[] = []
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell))))
  return cells
}

describe.each(['sv', 'en'] as const)('a report (%s)', (language) => {
  const report = layOut(sampleReport(language))

  it('as Word has language, title, styles, captions as fields, headings of tables and words for pictures', async () => {
    const files = await docx(report)
    const body = files.get('word/document.xml') ?? ''
    const styles = files.get('word/styles.xml') ?? ''
    expect(styles).toContain(`<w:lang w:val="${report.tag}"/>`)
    expect(files.get('docProps/core.xml')).toContain(`<dc:title>${report.title}</dc:title>`)
    for (const style of ['Title', 'Heading1', 'Heading2', 'Caption', 'TableText'])
      expect([
        style,
        body.includes(`<w:pStyle w:val="${style}"/>`),
        styles.includes(`w:styleId="${style}"`),
      ]).toEqual([style, true, true])
    expect(styles).toMatch(/w:styleId="Heading1">.*?<w:outlineLvl w:val="0"\/>/)
    const tables = report.blocks.filter((block) => block.kind === 'table')
    const head = tables.reduce((sum, table) => sum + table.head.length, 0)
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(head)
    expect(body.match(new RegExp(`w:instr="SEQ ${report.said.table} `, 'g'))).toHaveLength(tables.length)
    expect(body.match(/<wp:docPr [^>]*descr="[^"]{20,}"/g)).toHaveLength(1)
    expect(body).toContain('w:orient="landscape"')
    expect(body.match(/<w:tblW /g)).toHaveLength(tables.length)
    expect([...files.keys()].filter((name) => /\.png$/.test(name))).toHaveLength(1)
    expect(wordsOfXml(files.get('word/header1.xml') ?? '')).toContain(report.synthetic)
  })

  it('as PDF is tagged, has language and title, words for pictures, heads of tables and numbers of pages', async () => {
    const read = await pdf(report)
    expect(read.catalog).toContain(`/Lang (${report.tag})`)
    expect(read.catalog).toMatch(/\/MarkInfo <<\s+\/Marked true/)
    expect(read.catalog).toContain('/StructTreeRoot')
    expect(read.catalog).toContain('/DisplayDocTitle true')
    expect(read.catalog).toContain('/Outlines')
    expect(read.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(read.metadata).toContain(report.title)
    const tables = report.blocks.filter((block) => block.kind === 'table')
    expect(read.elements('Table')).toHaveLength(tables.length)
    const heads = tables.flatMap((table) => [
      ...table.head.flat(),
      ...table.rows.flatMap(({ cells }) => cells.slice(0, table.headerColumns)),
    ])
    expect(read.elements('TH')).toHaveLength(heads.length)
    expect(read.elements('TH').every((told) => /\/Scope \/(Column|Row|Both)/.test(told))).toBe(true)
    expect(read.elements('Figure')).toHaveLength(1)
    expect(read.elements('Figure')[0]).toContain('/Alt ')
    expect(read.elements('H1').length + read.elements('H2').length).toBe(6)
    expect(bareWords(read.text)).toContain(
      bareWords(`${report.said.page} ${read.pages} ${report.said.of} ${read.pages}`),
    )
    expect(read.text.split(report.synthetic)).toHaveLength(read.pages + 1)
  })

  it('says the same figures in every form', async () => {
    const said = {
      docx: bareWords(wordsOfXml((await docx(report)).get('word/document.xml') ?? '')),
      pdf: bareWords((await pdf(report)).text),
      html: bareWords(wordsOfXml(html(report))),
    }
    const texts = report.blocks.flatMap((block) => {
      if (block.kind === 'table')
        return [
          block.caption,
          ...block.notes,
          block.source,
          ...block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
        ]
      return block.kind === 'heading' ? [block.text] : []
    })
    for (const form of ['docx', 'pdf', 'html'] as const)
      expect([form, texts.filter((text) => !said[form].includes(bareWords(text)))]).toEqual([form, []])
  })

  it('as a workbook has each table on a sheet, with figures as figures and money to the öre', async () => {
    const book = await workbook(report)
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      report.said.tables,
      ...[1, 2, 3, 4].map((number) => `${report.said.table} ${number}`),
    ])
    const money = book.getWorksheet(`${report.said.table} 2`)
    expect(money?.getCell('C5').value).toBe(1_268_400.5)
    expect(money?.getCell('C5').numFmt).toBe('#,##0.00 "kr"')
    expect(money?.getCell('B7').value).toBe(0)
    expect(money?.getCell('D7').value).toBe(language === 'sv' ? 'okänt' : 'unknown')
    expect(cellsOf(book).some((cell) => cell.value === report.synthetic)).toBe(true)
  })
})

it('looks as the region’s own documents do, with words for the logo', async () => {
  const png = (await openDrawer()).png({ svg: sampleDrawing('sv'), width: 640, height: 130 })
  if (png === null) throw new Error('no logo')
  const style = reportStyleSchema.parse({
    ...PLAIN_STYLE,
    accent: '#7a1f5c',
    wordBodyFont: 'Verdana',
    pdfHeadings: 'serif',
    logo: { png: Buffer.from(png).toString('base64'), alt: 'Region Exempels märke', width: 640, height: 130 },
    foot: 'Dnr 2026-17',
  })
  const report = layOut(sampleReport('sv'))
  const files = readZip(await writeDocx(report, style, unheard))
  expect(files.get('word/document.xml')).toContain('descr="Region Exempels märke"')
  expect(files.get('word/styles.xml')).toMatch(/7a1f5c/)
  expect(files.get('word/styles.xml')).toContain('w:ascii="Verdana"')
  expect(wordsOfXml(files.get('word/footer1.xml') ?? '')).toContain('Dnr 2026-17')
  const read = readPdf(await writePdf(report, style, unheard))
  expect(read.elements('Figure')).toHaveLength(2)
  expect(read.text.split('Dnr 2026-17')).toHaveLength(read.pages + 1)
  expect(reportStyleSchema.safeParse({ ...style, accent: 'red; }' }).success).toBe(false)
  expect(reportStyleSchema.safeParse({ ...style, wordBodyFont: '"/><w:p' }).success).toBe(false)
})

describe('whatever words people write', () => {
  it.each(HOSTILE.map((words, at) => [at, words] as const))(
    'come out as words in every form (%i)',
    async (_, words) => {
      const report = layOut(reportOf(words))
      // As passages they lose the marks that the house’s small Markdown reads; these hold none of them.
      const whole = bareWords(plainText(words))
      const xml = (await docx(report)).get('word/document.xml') ?? ''
      expect(bareWords(wordsOfXml(xml))).toContain(whole)
      expect(bareWords(wordsOfXml(html(report)))).toContain(whole)
      const told = bareWords((await pdf(report)).text)
      const latin = whole.replaceAll(/[^\u0020-\u024F]+/gu, '\u0000').split('\u0000')
      expect(latin.filter((part) => !told.includes(part))).toEqual([])
      const cells = cellsOf(await workbook(report))
      expect(cells.some((cell) => bareWords(cell.text) === whole)).toBe(true)
      expect(cells.filter((cell) => cell.type === ExcelJS.ValueType.Formula)).toEqual([])
    },
  )

  it('never break a document', async () => {
    await fc.assert(
      fc.asyncProperty(anyWords, async (words) => {
        const report = layOut(reportOf(words))
        const read = await pdf(report)
        expect(read.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
        const xml = (await docx(report)).get('word/document.xml') ?? ''
        expect(xml).not.toMatch(/[^\P{Cc}\n\t\r]/u)
        expect(xml.isWellFormed()).toBe(true)
        expect(html(report)).not.toMatch(/<script/i)
        expect((await workbook(report)).worksheets.length).toBeGreaterThan(1)
      }),
      { seed: 1, numRuns: process.env.JAMVIKT_DEEP === '1' ? 300 : 15 },
    )
  })

  it('a drawing that is broken is told in words', async () => {
    const broken = layOut(reportOf('x'))
    const blocks = broken.blocks.map((block) =>
      block.kind === 'figure' ? { ...block, svg: '<svg xmlns="broken' } : block,
    )
    const report = { ...broken, blocks }
    expect((await pdf(report)).text).toContain(report.said.notDrawn)
    expect(wordsOfXml((await docx(report)).get('word/document.xml') ?? '')).toContain(report.said.notDrawn)
  })
})

it('is written as PDF without a logo that cannot be drawn', async () => {
  const png = (await openDrawer()).png({ svg: sampleDrawing('sv'), width: 640, height: 130 })
  if (png === null) throw new Error('no logo')
  const rotten = Buffer.from(png)
    .fill(0x55, 60, png.length - 20)
    .toString('base64')
  const style = { ...PLAIN_STYLE, logo: { png: rotten, alt: 'Märke', width: 640, height: 130 } }
  const read = readPdf(await writePdf(layOut(sampleReport('sv')), style, unheard))
  expect(read.elements('Figure')).toHaveLength(1)
  expect(read.elements('Figure')[0]).not.toContain('Märke')
})
