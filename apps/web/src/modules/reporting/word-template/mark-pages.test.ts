import { describe, expect, it } from 'vitest'
import { layOut } from '../documents/lay-out.ts'
import { makeTemplate, SECTION } from '../documents/testing/make-template.ts'
import { readZip } from '../documents/testing/read-zip.ts'
import { sampleReport } from '../documents/testing/sample-report.ts'
import { PLAIN_STYLE } from '../model-style.ts'
import { writeDocx } from '../worker/write-docx.ts'
import { WordTemplate } from './word-template.ts'

const report = layOut(sampleReport('sv'))
const write = (template: Uint8Array) =>
  writeDocx(report, PLAIN_STYLE, () => Promise.resolve(), new WordTemplate(template))
const plainStyle = (look: string) =>
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>${look}</w:style>`
const FRAMED = '<w:framePr w:w="20" w:h="20" w:hRule="exact" w:hAnchor="page" w:x="-9000" w:y="-9000"/>'
const HIDDEN =
  '<w:vanish/><w:specVanish/><w:webHidden/><w:spacing w:val="-1584"/><w:w w:val="1"/><w:position w:val="-3000"/>'

describe('the mark of made up figures', () => {
  it('has a style of its own, and says itself all that could hide it', async () => {
    const styles = plainStyle(
      `<w:pPr>${FRAMED}<w:spacing w:line="1" w:lineRule="exact"/></w:pPr><w:rPr>${HIDDEN}</w:rPr>`,
    )
    const taken = '<w:style w:type="paragraph" w:styleId="pagemark"><w:name w:val="x"/></w:style>'
    const files = readZip(await write(makeTemplate({ styles: styles + taken })))
    const header = files.get('word/header1.xml') ?? ''
    const own = /<w:p><w:pPr><w:pStyle w:val="([^"]*)"\/>.*?<\/w:p>/s.exec(
      header.slice(header.lastIndexOf('<w:p>')),
    )
    expect(own?.[1]).toBe('PageMark2')
    for (const said of [
      '<w:vanish w:val="0"/>',
      '<w:webHidden w:val="0"/>',
      '<w:spacing w:val="0"/>',
      '<w:w w:val="100"/>',
      '<w:position w:val="0"/>',
      '<w:specVanish w:val="0"/>',
      'w:line="240" w:lineRule="auto"',
    ])
      expect(own?.[0]).toContain(said)
    const style = /<w:style [^>]*w:styleId="PageMark2".*?<\/w:style>/s.exec(
      files.get('word/styles.xml') ?? '',
    )
    expect(style?.[0]).not.toContain('basedOn')
  })

  it.each(['w:header="30000"', 'w:header="-900"', 'w:header="9000"'])(
    'is on the page with %s',
    async (told) => {
      const section = SECTION.replace('w:header="709"', told)
      const body = readZip(await write(makeTemplate({ section }))).get('word/document.xml') ?? ''
      const distances = [...body.matchAll(/ w:header="([^"]*)"/g)].map(([, distance]) => Number(distance))
      expect(distances.length).toBeGreaterThan(1)
      for (const distance of distances) expect(distance).toBe(708)
    },
  )
})
