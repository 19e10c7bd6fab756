import { zipOf } from '../../word-template/zip.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
const NAMES = [
  `xmlns:w="${W}" xmlns:r="${R}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')
/** A red picture of one point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

export interface TemplateParts {
  /** What is in the body before its last section. */
  readonly body: string
  readonly section: string
  readonly header: string
  readonly firstHeader: string
  readonly footer: string
  readonly styles: string
  readonly settings: string
  /** More relations of the document, as XML, and more parts. */
  readonly relations: string
  readonly settingsRelations: string
  readonly more: Readonly<Record<string, string | Uint8Array>>
  /** The type of the main part. */
  readonly main: string
}

export const paragraph = (text: string, look = '') =>
  `<w:p>${look === '' ? '' : `<w:pPr>${look}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

const style = (id: string, name: string, more: string, isPlain = false) =>
  `<w:style w:type="paragraph"${isPlain ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${isPlain ? '' : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'}${more}</w:style>`

/** Styles as Swedish Word writes them: ids in Swedish, names in English. */
const SWEDISH_STYLES = `
  <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
  ${style('Normal', 'Normal', '', true)}
  ${style('Rubrik1', 'heading 1', '<w:pPr><w:keepNext/><w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:color w:val="7A1F5C"/><w:sz w:val="36"/></w:rPr>')}
  ${style('Rubrik2', 'heading 2', '<w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:color w:val="7A1F5C"/><w:sz w:val="28"/></w:rPr>')}
  ${style('Rubrik', 'Title', '<w:rPr><w:color w:val="7A1F5C"/><w:sz w:val="56"/></w:rPr>')}
  ${style('Beskrivning', 'caption', '<w:rPr><w:i/><w:sz w:val="18"/></w:rPr>')}
  ${style('Sidhuvud', 'header', '')}
  ${style('Source', 'Citerad text', '')}
  <w:style w:type="table" w:default="1" w:styleId="Normaltabell"><w:name w:val="Normal Table"/></w:style>
  <w:style w:type="table" w:styleId="Tabellrutnt"><w:name w:val="Table Grid"/><w:basedOn w:val="Normaltabell"/></w:style>`

const THEME = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Region"><a:themeElements><a:clrScheme name="Region"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="7A1F5C"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2><a:accent3><a:srgbClr val="A5A5A5"/></a:accent3><a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent5><a:srgbClr val="5B9BD5"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme><a:fontScheme name="Region"><a:majorFont><a:latin typeface="DejaVu Serif"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Liberation Sans"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Region"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="6350"/></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`

const drawing = (id: string) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1440000" cy="360000"/><wp:docPr id="1001" name="Logotyp" descr="Region Exempels logotyp"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1440000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

const PAGE_NUMBER =
  '<w:p><w:r><w:t xml:space="preserve">Diarienummer RUN 1 · sida </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PA</w:instrText></w:r><w:r><w:instrText>GE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'

export const SECTION =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/><w:headerReference w:type="first" r:id="rId11"/><w:footerReference w:type="default" r:id="rId12"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1985" w:right="1418" w:bottom="1418" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/><w:pgNumType w:start="1"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'

const PARTS: TemplateParts = {
  body: paragraph('Skriv din text här.'),
  section: SECTION,
  header: paragraph('Region Exempel'),
  firstHeader: drawing('rId1'),
  footer: PAGE_NUMBER,
  styles: SWEDISH_STYLES,
  settings: '<w:defaultTabStop w:val="1304"/>',
  relations: '',
  settingsRelations: '',
  more: {},
  main: `${WORD}document.main+xml`,
}

/** A region’s Word template as a test wants it; otherwise A4 in Swedish Word, with a picture in the first page’s header. */
export function makeTemplate(wanted: Partial<TemplateParts> = {}): Uint8Array<ArrayBuffer> {
  const parts = { ...PARTS, ...wanted }
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${R}/${kind}" Target="${target}"/>`
  const relations = (all: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`
  const type = (name: string, of: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${WORD}${of}+xml"/>`
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/><Override PartName="/word/document.xml" ContentType="${parts.main}"/>${type('styles', 'styles')}${type('settings', 'settings')}${type('header1', 'header')}${type('header2', 'header')}${type('footer1', 'footer')}<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMES}><w:body>${parts.body}${parts.section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      [
        relation('rId1', 'styles', 'styles.xml'),
        relation('rId2', 'settings', 'settings.xml'),
        relation('rId3', 'theme', 'theme/theme1.xml'),
        relation('rId10', 'header', 'header1.xml'),
        relation('rId11', 'header', 'header2.xml'),
        relation('rId12', 'footer', 'footer1.xml'),
        parts.relations,
      ].join(''),
    ),
    'word/styles.xml': `<w:styles ${NAMES}>${parts.styles}</w:styles>`,
    'word/settings.xml': `<w:settings ${NAMES}>${parts.settings}</w:settings>`,
    'word/theme/theme1.xml': THEME,
    'word/header1.xml': `<w:hdr ${NAMES}>${parts.header}</w:hdr>`,
    'word/header2.xml': `<w:hdr ${NAMES}>${parts.firstHeader}</w:hdr>`,
    'word/_rels/header2.xml.rels': relations(relation('rId1', 'image', 'media/logo.png')),
    'word/footer1.xml': `<w:ftr ${NAMES}>${parts.footer}</w:ftr>`,
    'word/media/logo.png': PICTURE,
    ...(parts.settingsRelations === ''
      ? {}
      : { 'word/_rels/settings.xml.rels': relations(parts.settingsRelations) }),
    ...parts.more,
  }
  return zipOf(
    Object.entries(files).map(([name, content]): [string, Uint8Array] => [
      name,
      typeof content === 'string' ? Buffer.from(content) : content,
    ]),
  )
}

/** A cover of its own, and a place for the report in the section after it; words are split over runs. */
export const COVER_BODY = [
  paragraph('Region Exempels rapportserie', '<w:jc w:val="center"/>'),
  '<w:p><w:pPr><w:pStyle w:val="Rubrik"/></w:pPr><w:r><w:t>{{ti</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>tel</w:t></w:r><w:r><w:t>}} av den {{datum}}</w:t></w:r></w:p>',
  `<w:p><w:pPr>${SECTION}</w:pPr></w:p>`,
  paragraph('Om den här rapportserien'),
  '<w:p><w:r><w:t>{{</w:t></w:r><w:r><w:t>rapport</w:t></w:r><w:r><w:t>}}</w:t></w:r></w:p>',
  paragraph('Beställ fler exemplar av {{region}}.'),
].join('')
