import { readWordTables } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import { layOut } from '../documents/lay-out.ts'
import { bareWords, HOSTILE, reportOf } from '../documents/testing/any-report.ts'
import { readByLibreOffice } from '../documents/testing/libre-office.ts'
import { COVER_BODY, makeTemplate, paragraph, SECTION } from '../documents/testing/make-template.ts'
import { readZip, wordsOfXml } from '../documents/testing/read-zip.ts'
import { sampleReport } from '../documents/testing/sample-report.ts'
import { PLAIN_STYLE } from '../model-style.ts'
import { plainText } from '../rules/plain-text.ts'
import { WordTemplate } from '../word-template/word-template.ts'
import { readTemplate } from './read-template.ts'
import { writeDocx } from './write-docx.ts'

const unheard = () => Promise.resolve()
const report = layOut(sampleReport('sv'))
const write = (template: Uint8Array, laid = report) =>
  writeDocx(laid, PLAIN_STYLE, unheard, new WordTemplate(template))
const partsOf = async (template: Uint8Array, laid = report) => readZip(await write(template, laid))

/** The styles of a document: the name of each id. */
function stylesOf(files: ReadonlyMap<string, string>): Map<string, string> {
  const all = (files.get('word/styles.xml') ?? '').matchAll(
    /<w:style [^>]*w:styleId="([^"]*)"[^>]*><w:name w:val="([^"]*)"/g,
  )
  return new Map([...all].map(([, id = '', name = '']) => [id, name]))
}
const sectionsOf = (body: string) => body.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? []
/** Sections as Word reads them: what one does not name it has from the one before it. */
function headersOf(files: ReadonlyMap<string, string>): string[][] {
  const relations = files.get('word/_rels/document.xml.rels') ?? ''
  const known = new Map<string, string>()
  return sectionsOf(files.get('word/document.xml') ?? '').map((section) => {
    for (const [tag] of section.matchAll(/<w:headerReference [^>]*>/g)) {
      const id = / r:id="([^"]*)"/.exec(tag)?.[1] ?? ''
      const target = new RegExp(`Id="${id}"[^>]*Target="/([^"]*)"`).exec(relations)?.[1] ?? ''
      known.set(/w:type="([^"]*)"/.exec(tag)?.[1] ?? '', files.get(target) ?? '')
    }
    const kinds = section.includes('<w:titlePg') ? ['default', 'first'] : ['default']
    return kinds.map((kind) => known.get(kind) ?? '')
  })
}

describe('a report in a template of Swedish Word without a place', () => {
  it('has the template’s styles, found by name, and brings those that it lacks under free ids', async () => {
    const files = await partsOf(makeTemplate())
    const body = files.get('word/document.xml') ?? ''
    const names = stylesOf(files)
    const used = new Set([...body.matchAll(/<w:[pr]Style w:val="([^"]*)"/g)].map(([, id = '']) => id))
    expect([...used].filter((id) => !names.has(id))).toEqual([])
    for (const id of ['Rubrik', 'Rubrik1', 'Rubrik2', 'Beskrivning']) expect(used).toContain(id)
    for (const id of ['Heading1', 'Title', 'Caption']) expect(names.has(id)).toBe(false)
    // The template has another style by the id of ours.
    expect(names.get('Source')).toBe('Citerad text')
    expect(used.has('Source')).toBe(false)
    expect([...used].map((id) => names.get(id))).toContain('Source')
    const styles = files.get('word/styles.xml') ?? ''
    for (const [, id = ''] of styles.matchAll(/<w:(?:basedOn|next|link) w:val="([^"]*)"/g))
      expect([id, names.has(id)]).toEqual([id, true])
    expect(files.get('word/theme/theme1.xml')).toContain('DejaVu Serif')
  })

  it('has alt text, captions that are fields, lists, links and heads of tables on each page', async () => {
    const file = await write(makeTemplate())
    const files = readZip(file)
    const body = files.get('word/document.xml') ?? ''
    const tables = report.blocks.filter((block) => block.kind === 'table')
    const head = tables.reduce((sum, table) => sum + table.head.length, 0)
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(head)
    expect(body.match(/w:instr="SEQ Tabell /g)).toHaveLength(tables.length)
    expect(body).toMatch(/<wp:docPr id="(?!1001")\d+" [^>]*descr="Stapeldiagram/)
    const relations = files.get('word/_rels/document.xml.rels') ?? ''
    for (const [, id = ''] of body.matchAll(/r:(?:id|embed)="([^"]*)"/g))
      expect(relations).toContain(`Id="${id}"`)
    expect([...files.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(2)
    const numbering = files.get('word/numbering.xml') ?? ''
    for (const [, id = ''] of body.matchAll(/<w:numId w:val="([^"]*)"/g))
      expect(numbering).toContain(`<w:num w:numId="${id}"`)
    const read = await readWordTables(file)
    expect(read.ok && read.tables.map(({ rows }) => rows.length)).toEqual(
      tables.map(({ head: heads, rows }) => heads.length + rows.length),
    )
    expect(read.ok && read.tables[1]?.headings).toEqual(['3\u2002Pengarna', '3.1\u2002Budget och utfall'])
  })

  it('keeps header, footer, first page and margins on each sheet, also those that lie; its text is left out', async () => {
    const files = await partsOf(makeTemplate())
    const body = files.get('word/document.xml') ?? ''
    expect(body).not.toContain('Skriv din text här')
    const sections = sectionsOf(body)
    expect(sections).toHaveLength(3)
    for (const section of sections) {
      expect(section).toContain('<w:footerReference w:type="default"')
      expect(section).toMatch(/w:left="1701"/)
    }
    expect(sections[1]).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
    expect(sections.map((section) => section.includes('<w:titlePg'))).toEqual([true, false, false])
    expect(sections.map((section) => section.includes('w:start="1"'))).toEqual([true, false, false])
    const headers = headersOf(files)
    expect(headers[0]?.[1]).toContain('descr="Region Exempels logotyp"')
    for (const [each] of headers) expect(wordsOfXml(each ?? '')).toContain('Region Exempel')
    expect(wordsOfXml(files.get('word/footer1.xml') ?? '')).toContain('Diarienummer RUN 1')
  })

  it('says on each page that figures are made up, and what it rests on', async () => {
    const without = SECTION.replaceAll(/<w:(?:header|footer)Reference[^>]*>/g, '')
    for (const template of [
      makeTemplate(),
      makeTemplate({ section: without }),
      makeTemplate({ section: '' }),
    ]) {
      const files = await partsOf(template)
      const headers = headersOf(files).flat()
      expect(headers.length).toBeGreaterThanOrEqual(3)
      for (const header of headers) expect(wordsOfXml(header)).toContain(report.synthetic)
      const words = wordsOfXml(files.get('word/document.xml') ?? '')
      for (const rests of report.rests) expect(words).toContain(rests)
    }
    const real = await partsOf(makeTemplate(), { ...report, synthetic: '' })
    expect(wordsOfXml(real.get('word/header1.xml') ?? '').trim()).toBe('Region Exempel')
  })
})

describe('a report in a template with a cover and a place', () => {
  it('stands at its place, what is around is kept, and words are filled in where Word has split them', async () => {
    const footer = paragraph('{{region}}, {{datum}}')
    const files = await partsOf(makeTemplate({ body: COVER_BODY, footer }))
    const body = files.get('word/document.xml') ?? ''
    const words = wordsOfXml(body)
    const order = [
      'Region Exempels rapportserie',
      `${report.title} av den ${report.date}`,
      'Om den här rapportserien',
      'Läget i korthet',
      'Rapporten är slut här.',
      `Beställ fler exemplar av ${report.region}.`,
    ].map((each) => words.indexOf(each))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
    expect(words).not.toContain('{{')
    // The template says the title itself.
    expect(words.split(report.title)).toHaveLength(2)
    expect(wordsOfXml(files.get('word/footer1.xml') ?? '')).toContain(`${report.region}, ${report.date}`)
    const sections = sectionsOf(body)
    expect(sections.map((section) => section.includes('landscape'))).toEqual([false, false, true, false])
    expect(sections.map((section) => section.includes('<w:titlePg'))).toEqual([true, true, false, false])
    for (const header of headersOf(files).flat()) expect(wordsOfXml(header)).toContain(report.synthetic)
  })

  it('lies to its end where nothing stands after it', async () => {
    const last = report.blocks.findLastIndex((block) => block.kind === 'table')
    const laid = { ...report, blocks: report.blocks.slice(0, last + 1) }
    const at = paragraph('{{rapport}}')
    const orientations = async (body: string) => {
      const files = await partsOf(makeTemplate({ body }), laid)
      return sectionsOf(files.get('word/document.xml') ?? '').map((each) => each.includes('landscape'))
    }
    expect(await orientations(at)).toEqual([false, true])
    expect(await orientations(`${at}${paragraph('Efter')}`)).toEqual([false, true, false])
    expect(
      await orientations(`<w:p><w:pPr>${SECTION}</w:pPr><w:r><w:t>{{rapport}}</w:t></w:r></w:p>`),
    ).toEqual([false, true, false])
  })

  it('leaves its own numbers, list of contents and language out where the template has them', async () => {
    const numbered =
      '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="R1"><w:name w:val="Heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const contents =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    const template = makeTemplate({ styles: numbered, body: `${contents}${paragraph('{{report}}')}` })
    const english = layOut(sampleReport('en'))
    const files = await partsOf(template, { ...english, hasContents: true })
    const body = files.get('word/document.xml') ?? ''
    expect(body.match(/TOC \\/g)).toHaveLength(1)
    expect(body).toMatch(
      /<w:pStyle w:val="R1"\/><\/w:pPr><w:r><w:rPr><w:lang w:val="en-GB"\/><\/w:rPr><w:t xml:space="preserve">In brief/,
    )
    expect(body).toContain('<w:pStyle w:val="Punkt"/>')
  })

  it('is not fooled by words in double braces that people write in the report', async () => {
    const laid = layOut(reportOf('{{titel}} {{rapport}}'))
    const files = await partsOf(makeTemplate({ body: COVER_BODY }), laid)
    expect(wordsOfXml(files.get('word/document.xml') ?? '')).toContain('{{titel}} {{rapport}}')
  })
})

it.each(HOSTILE.map((words, at) => [at, words] as const))(
  'words are words in a template too (%i)',
  async (_, words) => {
    const laid = layOut(reportOf(words))
    const file = await write(makeTemplate({ body: COVER_BODY, header: paragraph('{{titel}}') }), laid)
    // The reader of foreign files takes no letter that XML forbids.
    expect(await readTemplate(file)).toMatchObject({ ok: true })
    const files = readZip(file)
    const xml = files.get('word/document.xml') ?? ''
    expect(bareWords(wordsOfXml(xml))).toContain(bareWords(plainText(words)))
  },
)

it('what was written can itself be a template', async () => {
  const file = await write(makeTemplate({ body: COVER_BODY }))
  expect(await readTemplate(file)).toMatchObject({ ok: true, facts: { hasPlace: false } })
  const own = await writeDocx(report, PLAIN_STYLE, unheard)
  const files = await partsOf(own)
  expect(stylesOf(files).get('Heading1')).toBe('Heading 1')
  expect([...stylesOf(files).keys()].filter((id) => /J$/.test(id))).toEqual([])
})

it('is opened by LibreOffice with all that it says', { timeout: 600_000 }, async () => {
  const files = [
    await write(makeTemplate()),
    await write(makeTemplate({ body: COVER_BODY })),
    await write(makeTemplate({ section: '' })),
  ]
  const texts = readByLibreOffice(files)
  if (texts === null) return
  for (const text of texts) {
    const told = bareWords(text)
    const said = report.blocks.flatMap((block) => {
      if (block.kind === 'heading') return [block.text]
      return block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map((cell) => cell.text)) : []
    })
    expect(said.filter((each) => !told.includes(bareWords(each)))).toEqual([])
  }
  expect(texts[1]).toContain(`${report.title} av den ${report.date}`)
})
