import { insert, OWN_PAPER } from './paper.ts'
import { sectionsOf } from './sections.ts'
import { idOf } from './style-names.ts'
import { WORD_TYPE, type WordPackage } from './word-package.ts'
import { NAMES, type XmlElement } from './xml.ts'
import { element, elementsIn, inside } from './xml-tree.ts'

const KINDS = ['first', 'even', 'default'] as const

/** Says something at the head of each page, in whatever headers a document has; those that it lacks are made. */
export function markPages(pack: WordPackage, main: string, words: string, colour: string) {
  if (words === '') return
  const sections = sectionsOf(pack.tree(main))
  const first = sections[0]
  if (first === undefined) return
  const has = new Set(
    elementsIn(first, 'w:headerReference').map(({ attributes }) => attributes.get('w:type')),
  )
  for (const kind of KINDS) {
    if (has.has(kind) || (kind === 'default' && has.has(undefined))) continue
    const root = element('w:hdr', { 'xmlns:w': NAMES.w, 'xmlns:r': NAMES.r })
    const name = pack.add('word/header-mark.xml', `${WORD_TYPE}header+xml`, root)
    const id = pack.relate(main, 'header', name)
    insert(first, element('w:headerReference', { 'w:type': kind, 'r:id': id }))
  }
  const used = new Set(
    sections.flatMap((section) =>
      elementsIn(section, 'w:headerReference').map(({ attributes }) => attributes.get('r:id')),
    ),
  )
  const parts = new Set(
    pack
      .relations(main)
      .filter(({ id, kind }) => kind === 'header' && used.has(id))
      .map(({ target }) => target),
  )
  for (const section of sections) putInSight(section)
  const style = ownStyle(pack, main)
  for (const part of parts) pack.tree(part).children.push(mark(words, colour, style))
}

/** Headers and footers that begin beyond half the page show nothing. */
function putInSight(section: XmlElement) {
  const margins = inside(section, 'w:pgMar')
  const most = Number(inside(section, 'w:pgSz')?.attributes.get('w:h') ?? OWN_PAPER.height) / 2
  for (const key of ['w:header', 'w:footer']) {
    const told = margins?.attributes.get(key)
    if (told !== undefined && !(Number(told) >= 0 && Number(told) <= most))
      margins?.attributes.set(key, '708')
  }
}

/** A style that nothing is inherited by: the template’s own could be narrow, framed or hidden. */
function ownStyle(pack: WordPackage, main: string): string {
  const styles = pack.relationOf(main, 'styles')
  if (styles === undefined) return ''
  const root = pack.tree(styles.target)
  const taken = new Set(elementsIn(root, 'w:style').map((style) => idOf(style).toLowerCase()))
  let id = 'PageMark'
  for (let at = 2; taken.has(id.toLowerCase()); at += 1) id = `PageMark${at}`
  const told = { 'w:type': 'paragraph', 'w:customStyle': '1', 'w:styleId': id }
  root.children.push(element('w:style', told, [element('w:name', { 'w:val': id }), element('w:semiHidden')]))
  return id
}

const OFF = ['b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps', 'strike', 'dstrike', 'outline', 'shadow'].concat([
  'emboss',
  'imprint',
  'vanish',
  'webHidden',
])

function mark(words: string, colour: string, style: string): XmlElement {
  const value = (name: string, val: string) => element(`w:${name}`, { 'w:val': val })
  const clear = () => element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'auto' })
  const spacing = {
    ...{ 'w:before': '0', 'w:beforeAutospacing': '0', 'w:after': '0', 'w:afterAutospacing': '0' },
    ...{ 'w:line': '240', 'w:lineRule': 'auto' },
  }
  return element('w:p', {}, [
    element('w:pPr', {}, [
      ...(style === '' ? [] : [value('pStyle', style)]),
      value('pageBreakBefore', '0'),
      element('w:numPr', {}, [value('numId', '0')]),
      clear(),
      element('w:spacing', spacing),
      element('w:ind', { 'w:left': '0', 'w:right': '0', 'w:firstLine': '0' }),
      value('jc', 'right'),
      value('textDirection', 'lrTb'),
      value('textAlignment', 'auto'),
    ]),
    element('w:r', {}, [
      element('w:rPr', {}, [
        ...OFF.map((name) => value(name, '0')),
        value('color', colour),
        value('spacing', '0'),
        value('w', '100'),
        value('position', '0'),
        value('sz', '17'),
        value('szCs', '17'),
        value('highlight', 'none'),
        value('u', 'none'),
        value('effect', 'none'),
        clear(),
        value('vertAlign', 'baseline'),
        value('specVanish', '0'),
      ]),
      element('w:t', { 'xml:space': 'preserve' }, [words]),
    ]),
  ])
}
