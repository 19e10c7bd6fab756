import { describe, expect, it } from 'vitest'
import { layOut } from '../documents/lay-out.ts'
import { makeTemplate, paragraph, SECTION } from '../documents/testing/make-template.ts'
import { readZip } from '../documents/testing/read-zip.ts'
import { sampleReport } from '../documents/testing/sample-report.ts'
import { PLAIN_STYLE } from '../model-style.ts'
import { templateFactsSchema } from '../model-template.ts'
import { WordTemplate } from '../word-template/word-template.ts'
import { FOREIGN, unzip, zipOf } from '../word-template/zip.ts'
import { readTemplate } from './read-template.ts'
import { writeDocx } from './write-docx.ts'

const OF = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const link = (target: string) =>
  `<Relationship Id="rId50" Type="${OF}/hyperlink" Target="${target}" TargetMode="External"/>`
const run = (inner: string) => `<w:r>${inner}</w:r>`
const code = (text: string) => run(`<w:instrText xml:space="preserve">${text}</w:instrText>`)
const mark = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`)
const field = (inner: string) =>
  `<w:p>${mark('begin')}${inner}${mark('separate')}${run('<w:t>x</w:t>')}${mark('end')}</w:p>`
const either = (choice: string, other: string) =>
  `<mc:AlternateContent ${MC}><mc:Choice xmlns:zz="urn:zz" Requires="zz">${choice}</mc:Choice><mc:Fallback>${other}</mc:Fallback></mc:AlternateContent>`
const picture = (blip: string) => `<w:p><w:r><w:drawing>${blip}</w:drawing></w:r></w:p>`
const shape = (inner: string) => `<w:p><w:r><w:pict><v:shape id="q">${inner}</v:shape></w:pict></w:r></w:p>`
const box = (inner: string) => shape(`<v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox>`)
/** A template with some of its parts changed as text. */
const changed = (changes: Readonly<Record<string, (text: string) => string>>, sound = makeTemplate()) => {
  const parts = unzip(sound, FOREIGN)
  for (const [name, change] of Object.entries(changes))
    parts.set(name, Buffer.from(change(Buffer.from(parts.get(name) ?? '').toString())))
  return zipOf(parts)
}
const TYPES = '[Content_Types].xml'
const RELATIONS = 'word/_rels/document.xml.rels'
const typed = (part: string, type: string, sound: Uint8Array<ArrayBuffer>) =>
  changed(
    { [TYPES]: (xml) => xml.replace(new RegExp(`(/word/${part}" ContentType=")[^"]*`), `$1${type}`) },
    sound,
  )
const linked = (body: string) => makeTemplate({ body, relations: link('http://127.0.0.1:4999/x.png') })
const EVIL = code('INCLUDEPICTURE &quot;http://127.0.0.1:4999/p.png&quot; \\d ')
const inHeader = (inner: string) => makeTemplate({ header: field(inner) })

describe('a template is refused that', () => {
  const refusals: readonly (readonly [why: string, file: Uint8Array, reason: string])[] = [
    ['links a picture', linked(picture('<a:blip r:link="rId50"/>')), 'external'],
    ['embeds a link', linked(picture('<a:blip r:embed="rId50"/>')), 'external'],
    ['has an old picture by a link', linked(shape('<v:imagedata r:id="rId50"/>')), 'external'],
    ['has an old picture by r:href', linked(shape('<v:imagedata r:href="rId50"/>')), 'external'],
    ['has an old picture by r:pict', linked(shape('<v:imagedata r:pict="rId50"/>')), 'external'],
    [
      'has an old picture by o:relid',
      linked(shape('<v:imagedata xmlns:o="urn:schemas-microsoft-com:office:office" o:relid="rId50"/>')),
      'external',
    ],
    [
      'has an old picture by o:href',
      linked(
        shape(
          '<v:imagedata xmlns:o="urn:schemas-microsoft-com:office:office" o:href="http://x.example/a.png"/>',
        ),
      ),
      'external',
    ],
    ['has a filled shape by a link', linked(shape('<v:fill r:id="rId50"/>')), 'external'],
    [
      'has a reference of another kind to a link',
      linked('<w:p><w:hyperlink r:link="rId50"/></w:p>'),
      'external',
    ],
    ['refers to what is not there', makeTemplate({ body: picture('<a:blip r:embed="rId999"/>') }), 'damaged'],
    [
      'refers to a header that is not there',
      makeTemplate({ section: SECTION.replace('rId10', 'rId999') }),
      'damaged',
    ],
    ['has a footer as header', makeTemplate({ section: SECTION.replace('rId10', 'rId12') }), 'damaged'],
    ['hides a field behind a choice', inHeader(either(code('PAGE '), '') + EVIL), 'field'],
    ['hides a field behind another choice', inHeader(either('', code('PAGE ')) + EVIL), 'field'],
    ['hides half a name in a choice', inHeader(either(code('X'), '') + code('PAGE ')), 'field'],
    [
      'hides a field behind something unknown',
      inHeader(`<zz:x xmlns:zz="urn:zz">${code('PAGE ')}</zz:x>${EVIL}`),
      'field',
    ],
    [
      'hides a field behind what is deleted',
      inHeader(
        `<w:del w:id="1"><w:r><w:delInstrText>PAGE </w:delInstrText></w:r></w:del>${code('DD')}${code('E x')}`,
      ),
      'field',
    ],
    [
      'hides a field behind what is added',
      inHeader(`<w:ins w:id="1">${code('PAGE ')}</w:ins>${code('DD')}${code('E x')}`),
      'field',
    ],
    [
      'begins a field in a choice',
      makeTemplate({ header: `<w:p>${either(mark('begin') + code('PAGE '), '')}${mark('end')}</w:p>` }),
      'field',
    ],
    ['begins a field with plain text', inHeader(`${run('<w:t>DDE x </w:t>')}${code('PAGE ')}`), 'field'],
    [
      'begins a field with another’s answer',
      inHeader(`${mark('begin')}${code('DOCPROPERTY x')}${mark('end')}${code(' PAGE ')}`),
      'field',
    ],
    [
      'begins a field with a simple one',
      inHeader(`<w:fldSimple w:instr="DOCPROPERTY x"/>${code(' PAGE ')}`),
      'field',
    ],
    [
      'has a link made of a field',
      inHeader(`${code('HYPERLINK ')}${mark('begin')}${code('DOCPROPERTY x')}${mark('end')}`),
      'field',
    ],
    ...['javascript:alert(1)', 'file:////server/x.exe', 'ms-msdt:/id', '\\\\\\\\server\\\\x'].map(
      (to): [string, Uint8Array, string] => [
        `has a link to ${to}`,
        inHeader(code(`HYPERLINK &quot;${to}&quot; `)),
        'external',
      ],
    ),
    [
      'has a second target',
      inHeader(code('HYPERLINK &quot;https://x.example&quot; &quot;file:///x&quot;')),
      'external',
    ],
    ['calls a header a picture', typed('header1.xml', 'image/png', inHeader(EVIL)), 'damaged'],
    ['calls a header a font', typed('header1.xml', 'application/x-font-ttf', inHeader(EVIL)), 'damaged'],
    [
      'calls a header a footer',
      typed(
        'header1.xml',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml',
        makeTemplate(),
      ),
      'damaged',
    ],
    [
      'has a relation of a type like that of a header',
      changed({ [RELATIONS]: (xml) => xml.replace(`${OF}/header`, 'http://x.example/header') }),
      'embedded',
    ],
    [
      'calls a drawing a picture',
      makeTemplate({
        more: {
          'word/media/logo.png':
            '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:4999/s.png"/></svg>',
        },
      }),
      'damaged',
    ],
    [
      'has relations as a part',
      changed({
        [RELATIONS]: (xml) =>
          xml.replace(
            '</Relationships>',
            `<Relationship Id="rId78" Type="${OF}/header" Target="_rels/header1.xml.RELS"/></Relationships>`,
          ),
      }),
      'damaged',
    ],
    [
      'has relations in capitals that fetch',
      makeTemplate({
        more: {
          'word/_rels/header1.xml.RELS': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OF}/image" Target="http://x.example/a.png" TargetMode="External"/></Relationships>`,
        },
      }),
      'external',
    ],
    [
      'has a section in something unknown',
      makeTemplate({ body: '<w:p><w:pPr><zz:x xmlns:zz="urn:zz"><w:sectPr/></zz:x></w:pPr></w:p>' }),
      'damaged',
    ],
    [
      'has a section in a text box',
      makeTemplate({ body: box('<w:p><w:pPr><w:sectPr/></w:pPr></w:p>') }),
      'damaged',
    ],
    [
      'declares names without end',
      makeTemplate({
        header: `<w:p ${Array.from({ length: 101 }, (_, at) => `xmlns:n${at}="u"`).join(' ')}/>`,
      }),
      'damaged',
    ],
  ]
  it.each(refusals)('%s', async (_, file, reason) => {
    expect(await readTemplate(file)).toMatchObject({ ok: false, reason })
  })
})

describe('a template may', () => {
  const allowed: readonly (readonly [what: string, file: Uint8Array])[] = [
    ['link', linked('<w:p><w:hyperlink r:id="rId50"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>')],
    [
      'have a picture that links',
      linked(picture('<wp:docPr id="1" name="x"><a:hlinkClick r:id="rId50"/></wp:docPr>')),
    ],
    [
      'link by fields',
      makeTemplate({
        body:
          field(code(' HYPERLINK &quot;https://x.example/a&quot; \\t &quot;_blank&quot; ')) +
          field(code('HYPERLINK \\l &quot;_Toc1&quot; \\h ')),
      }),
    ],
    [
      'count pages in a text box in two ways',
      makeTemplate({
        header: `<w:p>${run(either(box(field(code('PAGE '))), box(field(code('PAGE ')))))}</w:p>`,
      }),
    ],
    [
      'reckon with another field',
      inHeader(
        `${code('IF ')}${mark('begin')}${code(' PAGE ')}${mark('end')}${code(' = 1 &quot;a&quot; &quot;b&quot;')}`,
      ),
    ],
    [
      'have a section in a content control',
      makeTemplate({
        body: `<w:sdt><w:sdtContent><w:p><w:pPr>${SECTION}</w:pPr></w:p></w:sdtContent></w:sdt>${paragraph('x')}`,
      }),
    ],
    [
      'name its parts in other cases',
      changed({ [RELATIONS]: (xml) => xml.replace('header1.xml', 'HEADER1.XML') }),
    ],
    [
      'have set a printer',
      makeTemplate({
        section: SECTION.replace('</w:sectPr>', '<w:printerSettings r:id="rId60"/></w:sectPr>'),
        relations: `<Relationship Id="rId60" Type="${OF}/printerSettings" Target="printer.bin"/>`,
      }),
    ],
    [
      'hold very many elements side by side',
      makeTemplate({ header: `<w:p>${'<w:r/>'.repeat(200_000)}</w:p>` }),
    ],
  ]
  it.each(allowed)('%s', { timeout: 60_000 }, async (_, file) => {
    expect(await readTemplate(file)).toMatchObject({ ok: true })
  })
})

it.each([`{{${' '.repeat(60)}diarienummer }}`, `{{${'𝒂'.repeat(40)}}}`, `{{${'a'.repeat(40)}}}`])(
  'what is told of a template can be kept, whatever words it holds: %s',
  async (words) => {
    const read = await readTemplate(makeTemplate({ header: paragraph(words) }))
    expect(read.ok && templateFactsSchema.safeParse(read.facts).success).toBe(true)
  },
)

it('nothing is left of parts that stand among the relations', async () => {
  const template = new WordTemplate(
    makeTemplate({ more: { 'word/_rels/x.xml': '<a/>', 'word/_rels/none.xml.RELS': '<a/>' } }),
  )
  const written = await writeDocx(layOut(sampleReport('sv')), PLAIN_STYLE, () => Promise.resolve(), template)
  const names = [...readZip(written).keys()].filter((name) => name.includes('_rels'))
  expect(names.filter((name) => !name.endsWith('.xml.rels') && name !== '_rels/.rels')).toEqual([])
})
