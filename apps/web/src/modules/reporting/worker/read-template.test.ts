import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COVER_BODY, makeTemplate, paragraph, SECTION } from '../documents/testing/make-template.ts'
import { readZip } from '../documents/testing/read-zip.ts'
import { zipOf } from '../word-template/zip.ts'
import { readTemplate } from './read-template.ts'

const OF = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (kind: string, target: string, mode = '') =>
  `<Relationship Id="rId90" Type="${OF}/${kind}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`
const field = (...parts: readonly string[]) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${parts.map((part) => `<w:r><w:instrText xml:space="preserve">${part}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
const zip = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zipOf(
    Object.entries(files).map(([name, text]): [string, Uint8Array] => [
      name,
      typeof text === 'string' ? Buffer.from(text) : text,
    ]),
  )
const old = (more: Uint8Array = Buffer.alloc(0)) =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), more])
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

describe('a template', () => {
  it('of Swedish Word is told: paper, fonts of its theme, styles by their names, pictures of the first page', async () => {
    const read = await readTemplate(makeTemplate())
    expect(read).toEqual({
      ok: true,
      facts: {
        widthMm: 210,
        heightMm: 297,
        hasPlace: false,
        fields: [],
        unknown: [],
        headers: 2,
        footers: 1,
        hasFirstPage: true,
        pictures: 1,
        styles: ['heading1', 'heading2', 'title', 'caption'],
        headingFont: 'DejaVu Serif',
        bodyFont: 'Liberation Sans',
        takenOut: [],
      },
    })
  })

  it('with a place and words split over runs is told, with the words that mean nothing', async () => {
    const header = paragraph('{{Titel}} {{enhet}} {{subtitle}}')
    const read = await readTemplate(makeTemplate({ body: COVER_BODY, header }))
    expect(read).toMatchObject({
      ok: true,
      facts: {
        hasPlace: true,
        fields: ['title', 'subtitle', 'date', 'region'],
        unknown: ['{{enhet}}'],
      },
    })
  })

  it('loses what it is of no use with, and that is told', async () => {
    const read = await readTemplate(
      makeTemplate({
        main: `${MAIN}template.main+xml`,
        settings:
          '<w:attachedTemplate r:id="rId1"/><w:mailMerge/><w:documentProtection w:edit="forms" w:enforcement="1"/>',
        settingsRelations: `<Relationship Id="rId1" Type="${OF}/attachedTemplate" Target="file:///C:/mallar/region.dotm" TargetMode="External"/>`,
      }),
    )
    expect(read).toMatchObject({
      ok: true,
      facts: { takenOut: ['attached-template', 'mail-merge', 'protection'] },
    })
  })

  it('may have fields that count and name, and places to click and type', async () => {
    const body = ['PAGE', ' docproperty Titel ', 'IF 1 = 1 "a" "b"', ' MACROBUTTON NoMacro [Klicka här]'].map(
      (text) => field(text),
    )
    expect(await readTemplate(makeTemplate({ body: body.join('') }))).toMatchObject({ ok: true })
  })

  const body = (xml: string) => makeTemplate({ body: xml })
  const refusals: readonly (readonly [why: string, file: Uint8Array, reason: string])[] = [
    ['no archive', Buffer.from('Hej'), 'not-word'],
    ['nothing', new Uint8Array(), 'not-word'],
    ['a .doc', old(), 'old-word'],
    ['a password', old(Buffer.from('EncryptedPackage', 'utf16le')), 'encrypted'],
    ['another archive', zip({ 'a.txt': 'hej' }), 'not-word'],
    [
      'a workbook',
      makeTemplate({ main: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
      'not-word',
    ],
    ['a .docm', makeTemplate({ main: 'application/vnd.ms-word.document.macroEnabled.main+xml' }), 'macros'],
    ['a hidden macro', makeTemplate({ more: { 'word/vbaProject.bin': 'x' } }), 'macros'],
    [
      'a macro that runs',
      body('<w:p><w:r><w:ffData><w:entryMacro w:val="X"/></w:ffData></w:r></w:p>'),
      'macros',
    ],
    [
      'a picture from elsewhere',
      makeTemplate({ relations: relation('image', 'http://127.0.0.1/x.png', 'External') }),
      'external',
    ],
    [
      'a link to a folder',
      makeTemplate({ relations: relation('hyperlink', 'file:////server/x', 'External') }),
      'external',
    ],
    [
      'an old picture from elsewhere',
      body('<w:p><w:r><w:pict><v:imagedata src="http://x.example/a.png"/></w:pict></w:r></w:p>'),
      'external',
    ],
    [
      'a file in the file',
      makeTemplate({ relations: relation('aFChunk', 'x.html'), more: { 'word/x.html': '<p>' } }),
      'embedded',
    ],
    ['a place for a file', body('<w:altChunk r:id="rId90"/>'), 'embedded'],
    [
      'an object',
      makeTemplate({ relations: relation('oleObject', 'x.bin'), more: { 'word/x.bin': 'x' } }),
      'embedded',
    ],
    [
      'a document in parts',
      makeTemplate({ relations: relation('subDocument', 'x.docx', 'External') }),
      'external',
    ],
    ['a field that runs', body(field('DD', 'EAUTO c:\\\\windows\\\\system32\\\\cmd.exe')), 'field'],
    [
      'a field in a header',
      makeTemplate({ header: field(' INCLUDEPICTURE ', '"http://x.example"') }),
      'field',
    ],
    ['a button that runs', body(field(' MACROBUTTON NoMacroAtAll x')), 'field'],
    ['a field of one tag', body('<w:p><w:fldSimple w:instr=" DATABASE x"/></w:p>'), 'field'],
    [
      'a field made of a field',
      body(
        `${field('').replace('<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>', '')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      ),
      'field',
    ],
    [
      'a declared entity',
      makeTemplate({
        more: {
          'word/header1.xml':
            '<!DOCTYPE x [<!ENTITY a "b">]><w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        },
      }),
      'damaged',
    ],
    ['an unknown entity', body(paragraph('&a;')), 'damaged'],
    ['an element that is not closed', body('<w:p>'), 'damaged'],
    ['a name that is not declared', body('<x:p/>'), 'damaged'],
    [
      'the names of Word under another name',
      body('<x:altChunk xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'),
      'damaged',
    ],
    ['letters that XML forbids', body(paragraph('\u0007')), 'damaged'],
    ['a part that is not there', makeTemplate({ relations: relation('image', 'media/none.png') }), 'damaged'],
    [
      'Strict Open XML',
      makeTemplate({
        more: { 'word/header1.xml': '<w:hdr xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>' },
      }),
      'strict',
    ],
    [
      'too much in it',
      makeTemplate({ more: { 'word/media/logo.png': Buffer.alloc(31 * 1024 * 1024) } }),
      'unpacks-too-large',
    ],
    [
      'too many parts',
      makeTemplate({ more: Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`x${at}`, ''])) }),
      'unpacks-too-large',
    ],
    ['too deep', body(`${'<w:p>'.repeat(300)}${'</w:p>'.repeat(300)}`), 'unpacks-too-large'],
    ['too many bytes', Buffer.alloc(5 * 1024 * 1024 + 1), 'too-large'],
    ['two places', body(`${paragraph('{{rapport}}')}${paragraph('{{report}}')}`), 'place-twice'],
    ['a place in a sentence', body(paragraph('Här: {{rapport}}')), 'place-inside'],
    [
      'a place in a table',
      body(`<w:tbl><w:tr><w:tc>${paragraph('{{rapport}}')}</w:tc></w:tr></w:tbl>`),
      'place-inside',
    ],
    ['no room', makeTemplate({ section: SECTION.replace('w:left="1701"', 'w:left="8000"') }), 'too-narrow'],
  ]
  it.each(refusals)('with %s is refused', async (_, file, reason) => {
    expect(await readTemplate(file)).toMatchObject({ ok: false, reason })
  })

  it('claims no size that it has not', async () => {
    const file = Buffer.from(makeTemplate({ more: { 'word/media/logo.png': Buffer.alloc(100_000) } }))
    const at = file.lastIndexOf('word/media/logo.png') - 46
    file.writeUInt32LE(5, at + 24)
    expect(await readTemplate(file)).toMatchObject({ ok: false, reason: 'damaged' })
  })
})

it('whatever becomes of its bytes, reading ends with a value', async () => {
  const sound = makeTemplate({ body: COVER_BODY })
  const parts = [...readZip(sound)]
  const flips = fc.array(fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 255 })), { maxLength: 6 })
  const end = fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }))
  await fc.assert(
    fc.asyncProperty(flips, end, fc.nat(parts.length), async (changes, until, which) => {
      // The package as a whole, or one part of it in a sound package.
      const file =
        which === parts.length
          ? spoilt(sound, changes, until)
          : zipOf(
              parts.map(([name, text], at): [string, Uint8Array] => [
                name,
                at === which ? spoilt(Buffer.from(text), changes, until) : Buffer.from(text),
              ]),
            )
      const read = await readTemplate(file)
      expect(typeof read.ok).toBe('boolean')
    }),
    { seed: 1, numRuns: process.env.JAMVIKT_DEEP === '1' ? 3000 : 150 },
  )
})

function spoilt(sound: Uint8Array, flips: readonly (readonly [number, number])[], end: number) {
  const bytes = Uint8Array.from(sound)
  for (const [at, by] of flips) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by
  return bytes.subarray(0, Math.max(1, Math.round(bytes.length * end)))
}
