import { insert } from './paper.ts'
import { WORD_TYPE, type WordPackage } from './word-package.ts'
import { NAMES, type XmlElement } from './xml.ts'
import { allOf, element, elementsIn } from './xml-tree.ts'

const KINDS = ['first', 'even', 'default'] as const

/** Says something at the head of each page, in whatever headers a document has; those that it lacks are made. */
export function markPages(pack: WordPackage, main: string, words: string, colour: string) {
  if (words === '') return
  const sections = [...allOf(pack.tree(main))].filter(({ name }) => name === 'w:sectPr')
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
  for (const part of parts) pack.tree(part).children.push(mark(words, colour))
}

function mark(words: string, colour: string): XmlElement {
  return element('w:p', {}, [
    element('w:pPr', {}, [
      element('w:spacing', { 'w:before': '0', 'w:after': '0' }),
      element('w:ind', { 'w:left': '0', 'w:right': '0', 'w:firstLine': '0' }),
      element('w:jc', { 'w:val': 'right' }),
    ]),
    element('w:r', {}, [
      element('w:rPr', {}, [
        element('w:vanish', { 'w:val': '0' }),
        element('w:color', { 'w:val': colour }),
        element('w:sz', { 'w:val': '17' }),
        element('w:szCs', { 'w:val': '17' }),
      ]),
      element('w:t', { 'xml:space': 'preserve' }, [words]),
    ]),
  ])
}
