import { TemplateFault } from './template-fault.ts'
import type { XmlElement } from './xml.ts'
import { allOf } from './xml-tree.ts'

/** Fields that count, repeat or name something of the document itself. All others could fetch, run or ask. */
const HARMLESS = new Set([
  ...['PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES', 'PAGEREF', 'REF', 'NOTEREF', 'STYLEREF', 'TOC', 'TC'],
  ...['SEQ', 'INDEX', 'XE', 'LISTNUM', 'DATE', 'TIME', 'CREATEDATE', 'SAVEDATE', 'PRINTDATE', 'EDITTIME'],
  ...[
    'TITLE',
    'SUBJECT',
    'AUTHOR',
    'KEYWORDS',
    'COMMENTS',
    'LASTSAVEDBY',
    'DOCPROPERTY',
    'DOCVARIABLE',
    'FILENAME',
  ],
  ...['NUMWORDS', 'NUMCHARS', 'REVNUM', 'HYPERLINK', 'IF', '=', 'SYMBOL', 'ADVANCE', 'EQ', 'TEMPLATE'],
  ...['FORMTEXT', 'FORMCHECKBOX', 'FORMDROPDOWN'],
])

/** Refuses a part with a field that is not harmless, also where its name has been split over several runs. */
export function checkFields(root: XmlElement) {
  const open: { words: string; isCode: boolean }[] = []
  for (const { name, attributes, children } of allOf(root)) {
    if (name === 'w:fldSimple') check(attributes.get('w:instr') ?? '')
    if (name === 'w:instrText' || name === 'w:delInstrText') {
      const field = open.findLast(({ isCode }) => isCode)
      if (field !== undefined) field.words += children.join('')
      else check(children.join(''))
    }
    if (name !== 'w:fldChar') continue
    const type = attributes.get('w:fldCharType')
    const top = open.at(-1)
    if (type === 'begin') open.push({ words: '', isCode: true })
    else if (top?.isCode === true) {
      check(top.words)
      top.isCode = false
    }
    if (type === 'end') open.pop()
  }
  for (const { words, isCode } of open) if (isCode) check(words)
}

function check(words: string) {
  const name = /^\s*(=|[^\s\\"]*)/.exec(words)?.[1]?.toUpperCase() ?? ''
  // “Click here and type”, as templates have it: a button for no macro.
  if (/^\s*MACROBUTTON\s+NoMacro(\s|$)/i.test(words)) return
  if (!HARMLESS.has(name)) throw new TemplateFault('field', name || '?')
}
