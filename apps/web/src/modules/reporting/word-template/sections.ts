import type { XmlElement } from './xml.ts'
import { elementsIn, inside } from './xml-tree.ts'

const AROUND = new Set(['w:sdt', 'w:sdtContent'])

/** The sections of a document as Word reads them: in the body, and in the looks of its paragraphs. */
export function sectionsOf(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  const look = (parent: XmlElement | undefined) => {
    for (const node of elementsIn(parent)) {
      const own = node.name === 'w:p' ? inside(node, 'w:pPr', 'w:sectPr') : undefined
      if (own !== undefined) found.push(own)
      if (node.name === 'w:sectPr' && parent?.name === 'w:body') found.push(node)
      if (AROUND.has(node.name)) look(node)
    }
  }
  look(inside(root, 'w:body'))
  return found
}
