import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWordTables } from './read-word-tables.ts'
import { makeZip } from './zip-maker.test-support.ts'

const paragraph = (text: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`
const docx = (body: string) =>
  makeZip({
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  })
const tablesOf = async (body: string) => {
  const read = await readWordTables(docx(body))
  if (!read.ok) throw new Error(read.reason)
  return read.tables
}

describe('tables of a Word document', () => {
  it('come with their cells and the headings over them', async () => {
    const tables = await tablesOf(
      paragraph('Prioritering 1', 'Rubrik1') +
        paragraph('Text som inte är en rubrik') +
        table([cell('Aktivitet'), cell('Start')], [cell('Webb&amp;kurs'), cell('161101')]) +
        paragraph('Prioritering 2', 'Heading1') +
        paragraph('Plan', 'Heading2') +
        table([cell('A')]),
    )
    expect(tables).toEqual([
      {
        headings: ['Prioritering 1'],
        rows: [
          ['Aktivitet', 'Start'],
          ['Webb&kurs', '161101'],
        ],
      },
      { headings: ['Prioritering 2', 'Plan'], rows: [['A']] },
    ])
  })

  it('keep their columns where cells are merged, sideways and downwards', async () => {
    const tables = await tablesOf(
      table(
        [cell('Prioritering 1', '<w:gridSpan w:val="2"/>'), cell('c')],
        [cell('P', '<w:vMerge w:val="restart"/>'), cell('x'), cell('y')],
        [cell('', '<w:vMerge/>'), cell('z')],
      ),
    )
    expect(tables[0]?.rows).toEqual([
      ['Prioritering 1', '', 'c'],
      ['P', 'x', 'y'],
      ['P', 'z', ''],
    ])
  })

  it('hold a table in a cell as text, and nothing that was deleted', async () => {
    const inner = table([cell('inre')])
    const deleted =
      '<w:p><w:del><w:r><w:delText>bort</w:delText></w:r></w:del><w:r><w:t>kvar</w:t></w:r></w:p>'
    const tables = await tablesOf(
      `<w:tbl><w:tr><w:tc>${paragraph('yttre')}${inner}${deleted}</w:tc></w:tr></w:tbl>`,
    )
    expect(tables).toEqual([{ headings: [], rows: [['yttre\ninre\nkvar']] }])
  })

  it('hold moved text once, hyphens that do not break, and cells that a row begins without', async () => {
    const moved =
      '<w:p><w:moveFrom><w:r><w:t>flyttat</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>dit</w:t></w:r></w:moveTo></w:p>'
    const span =
      '<w:p><w:r><w:t>2016</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:t>2018</w:t></w:r></w:p>'
    const tables = await tablesOf(
      `<w:tbl><w:tr><w:tc>${moved}</w:tc><w:tc>${span}</w:tc></w:tr>
       <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('x')}</w:tr></w:tbl>`,
    )
    expect(tables).toEqual([
      {
        headings: [],
        rows: [
          ['dit', '2016-2018'],
          ['', 'x'],
        ],
      },
    ])
  })

  it('say how many notes they have that are not read', async () => {
    const noted =
      '<w:p><w:r><w:t>Kurs</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    const tables = await tablesOf(`<w:tbl><w:tr><w:tc>${noted}</w:tc></w:tr></w:tbl>${table([cell('a')])}`)
    expect(tables.map(({ notes }) => notes)).toEqual([2, undefined])
  })

  it('are refused in a file that is none, damaged, or unpacks to too much', async () => {
    expect(await readWordTables(Buffer.from('hej'))).toMatchObject({ ok: false, reason: 'damaged-workbook' })
    expect(await readWordTables(makeZip({ 'xl/workbook.xml': '<a/>' }))).toMatchObject({
      reason: 'not-a-table',
    })
    expect(await readWordTables(docx('<!DOCTYPE a>'))).toMatchObject({ ok: false })
    const bomb = makeZip({ 'word/document.xml': { packed: new Uint8Array(1000), size: 900_000_000 } })
    expect(await readWordTables(bomb)).toMatchObject({ reason: 'zip-bomb' })
    expect(await readWordTables(docx(paragraph('x'.repeat(100)).repeat(60_000)))).toMatchObject({
      reason: 'too-large',
    })
    const wide = table(Array.from({ length: 70 }, () => cell('x')))
    expect(await readWordTables(docx(wide))).toMatchObject({ reason: 'too-many-columns' })
  })

  it('are read or refused, and never anything else, whatever stands in the document', async () => {
    const piece = fc.constantFrom(
      ...[
        '<w:tbl>',
        '</w:tbl>',
        '<w:tr>',
        '</w:tr>',
        '<w:tc>',
        '</w:tc>',
        '<w:p>',
        '</w:p>',
        '<w:t>',
        '</w:t>',
      ],
      ...[
        '<w:gridSpan w:val="-1"/>',
        '<w:gridSpan w:val="1e9"/>',
        '<w:vMerge/>',
        'å & <',
        '<!--',
        ']]>',
        '&#0;',
      ],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const read = await readWordTables(docx(pieces.join('')))
        expect(typeof read.ok).toBe('boolean')
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
