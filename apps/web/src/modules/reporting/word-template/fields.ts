import { isOpenLink } from './links.ts'
import { TemplateFault } from './template-fault.ts'
import type { XmlElement } from './xml.ts'
import { elementsIn } from './xml-tree.ts'

/** Fields that count, repeat or name something of the document itself. All others could fetch, run or ask. */
const HARMLESS = new Set(
  [
    'PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF REF NOTEREF STYLEREF TOC TC SEQ INDEX XE LISTNUM',
    'DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME TITLE SUBJECT AUTHOR KEYWORDS COMMENTS LASTSAVEDBY',
    'DOCPROPERTY DOCVARIABLE FILENAME NUMWORDS NUMCHARS REVNUM HYPERLINK IF = SYMBOL ADVANCE EQ TEMPLATE',
    'FORMTEXT FORMCHECKBOX FORMDROPDOWN',
  ]
    .join(' ')
    .split(' '),
)
/** Refused also where they begin a text in the midst of a field: a reader might take only that text. */
const HARMFUL =
  /^\s*(DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|EMBED|DATABASE|RD|ADDIN|GOTOBUTTON)(?=[\s"\\]|$)/i
/** What a field may go through. All else may be left out, or be there in two ways, by whoever reads. */
const PLAIN = new Set(
  'w:document w:body w:hdr w:ftr w:footnotes w:footnote w:endnotes w:endnote w:comments w:comment w:p w:r w:tbl w:tr w:tc w:sdt w:sdtContent w:hyperlink w:smartTag w:fldSimple'.split(
    ' ',
  ),
)

interface Field {
  words: string
  isCode: boolean
  /** The nearest element around its beginning that is not plain. */
  readonly branch: XmlElement | null
}

/** Refuses a part with a field that is not harmless, also where its name has been split over several runs. */
export function checkFields(root: XmlElement) {
  const open: Field[] = []
  const look = (at: XmlElement, around: XmlElement | null) => {
    const { name, attributes, children } = at
    const top = open.at(-1)
    const own = children.filter((child) => typeof child === 'string').join('')
    if (name === 'w:fldSimple') {
      if (top?.isCode === true) checkBefore(top.words)
      check(attributes.get('w:instr') ?? '')
    }
    if (name === 'w:instrText' || name === 'w:delInstrText') {
      const harmful = HARMFUL.exec(own)?.[1]
      if (harmful !== undefined) throw new TemplateFault('field', harmful.toUpperCase())
      const field = open.findLast(({ isCode }) => isCode)
      if (field === undefined) check(own)
      else add(field, own, around)
    }
    // Word reads plain text among a field’s words as such.
    if ((name === 'w:t' || name === 'w:delText') && top?.isCode === true) add(top, own, around)
    if (name === 'w:fldChar') mark(open, attributes.get('w:fldCharType'), around)
    const inner = PLAIN.has(name) ? around : at
    for (const child of elementsIn(at)) look(child, inner)
  }
  look(root, null)
  for (const { words, isCode } of open) if (isCode) check(words)
}

function mark(open: Field[], type: string | undefined, branch: XmlElement | null) {
  const top = open.at(-1)
  if (type === 'begin') {
    if (top?.isCode === true) checkBefore(top.words)
    open.push({ words: '', isCode: true, branch })
    return
  }
  if (top !== undefined && top.branch !== branch) throw new TemplateFault('field', nameOf(top.words) || '?')
  if (top?.isCode === true) {
    check(top.words)
    top.isCode = false
  }
  if (type === 'end') open.pop()
}

function add(field: Field, words: string, branch: XmlElement | null) {
  if (field.branch !== branch) throw new TemplateFault('field', nameOf(field.words) || nameOf(words) || '?')
  field.words += words
}

const nameOf = (words: string) => /^\s*(=|[^\s\\"]*)/.exec(words)?.[1]?.toUpperCase() ?? ''

/** What another field’s answer follows must have its name already, and no address that the answer could be. */
function checkBefore(words: string) {
  check(words)
  if (nameOf(words) === 'HYPERLINK') throw new TemplateFault('field', 'HYPERLINK')
}

function check(words: string) {
  const name = nameOf(words)
  // “Click here and type”, as templates have it: a button for no macro.
  if (/^\s*MACROBUTTON\s+NoMacro(\s|$)/i.test(words)) return
  if (!HARMLESS.has(name)) throw new TemplateFault('field', name || '?')
  if (name === 'HYPERLINK' && !isOpenTarget(words)) throw new TemplateFault('external', words.trim())
}

/** Whether a link of a field goes to the web, to a mail address or to a place in the document. */
function isOpenTarget(words: string): boolean {
  const target = words
    .replace(/^\s*HYPERLINK/i, '')
    .replaceAll(/\\[lot]\s*("[^"]*"|[^\s"\\]+)/gi, '')
    .replaceAll(/\\[hmn](?=\s|$)/gi, '')
    .trim()
  if (target === '') return true
  const bare = /^"([^"\s]*)"$|^([^"\s]*)$/.exec(target)
  return bare !== null && isOpenLink(bare[1] ?? bare[2] ?? '')
}
