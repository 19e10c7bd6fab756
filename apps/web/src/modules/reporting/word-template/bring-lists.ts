import { WORD_TYPE, type WordPackage } from './word-package.ts'
import type { XmlElement } from './xml.ts'
import { allOf, copyOf, element, elementsIn, inside, valueIn } from './xml-tree.ts'

const LIST = 'w:num'
const KIND = 'w:abstractNum'

/** Our lists and their kinds, as one document has them. */
export class Lists {
  readonly #root: XmlElement

  constructor(root: XmlElement) {
    this.#root = root
  }

  isBullet(list: string): boolean {
    const level = elementsIn(this.#kindOf(list), 'w:lvl')[0]
    return valueIn(level, 'w:numFmt') === 'bullet'
  }

  list(id: string): XmlElement | undefined {
    return elementsIn(this.#root, LIST).find(({ attributes }) => attributes.get('w:numId') === id)
  }

  #kindOf(list: string): XmlElement | undefined {
    return this.kind(valueIn(this.list(list), 'w:abstractNumId') ?? '')
  }

  kind(id: string): XmlElement | undefined {
    return elementsIn(this.#root, KIND).find(({ attributes }) => attributes.get('w:abstractNumId') === id)
  }
}

/** Brings the lists that paragraphs stand in along to the template, under numbers that are free. */
export function bringLists(nodes: readonly XmlElement[], ours: Lists, pack: WordPackage, main: string) {
  const uses = nodes.flatMap((node) =>
    [...allOf(node)].filter(({ name }) => name === 'w:numPr').flatMap((part) => elementsIn(part, 'w:numId')),
  )
  if (uses.length === 0) return
  const root = pack.tree(pack.relationOf(main, 'numbering')?.target ?? made(pack, main))
  const highest = (name: string, key: string) =>
    Math.max(0, ...elementsIn(root, name).map(({ attributes }) => Number(attributes.get(key)) || 0))
  let nextKind = highest(KIND, 'w:abstractNumId') + 1
  let nextList = highest(LIST, 'w:numId') + 1
  const kinds = new Map<string, string>()
  const lists = new Map<string, string>()
  for (const use of uses) {
    const id = use.attributes.get('w:val') ?? ''
    const list = ours.list(id)
    if (list === undefined) continue
    if (!lists.has(id)) {
      const of = valueIn(list, 'w:abstractNumId') ?? ''
      if (!kinds.has(of)) {
        bringKind(root, ours.kind(of), String(nextKind))
        kinds.set(of, String(nextKind))
        nextKind += 1
      }
      const copy = copyOf(list)
      copy.attributes.set('w:numId', String(nextList))
      inside(copy, 'w:abstractNumId')?.attributes.set('w:val', kinds.get(of) ?? '')
      insertBefore(root, copy, 'w:numIdMacAtCleanup')
      lists.set(id, String(nextList))
      nextList += 1
    }
    use.attributes.set('w:val', lists.get(id) ?? id)
  }
}

function bringKind(root: XmlElement, kind: XmlElement | undefined, id: string) {
  if (kind === undefined) return
  const copy = copyOf(kind)
  for (const key of [...copy.attributes.keys()]) if (!key.startsWith('w:')) copy.attributes.delete(key)
  copy.attributes.set('w:abstractNumId', id)
  insertBefore(root, copy, LIST, 'w:numIdMacAtCleanup')
}

/** All kinds stand before all lists: Word wants it so. */
function insertBefore(root: XmlElement, added: XmlElement, ...names: readonly string[]) {
  const at = root.children.findIndex((child) => typeof child !== 'string' && names.includes(child.name))
  root.children.splice(at < 0 ? root.children.length : at, 0, added)
}

function made(pack: WordPackage, main: string): string {
  const root = element('w:numbering', { 'xmlns:w': pack.tree(main).attributes.get('xmlns:w') ?? '' })
  const name = pack.add('word/numbering.xml', `${WORD_TYPE}numbering+xml`, root)
  pack.relate(main, 'numbering', name)
  return name
}
