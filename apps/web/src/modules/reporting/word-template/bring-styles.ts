import { idOf, type StyleNames, typeOf } from './style-names.ts'
import type { XmlElement } from './xml.ts'
import { allOf, copyOf, element, elementsIn, inside, remove, valueIn } from './xml-tree.ts'

const USES = new Set(['w:pStyle', 'w:rStyle', 'w:tblStyle'])
const REFERS = ['w:basedOn', 'w:next', 'w:link'] as const
const FOR_HEADINGS = /^(title|subtitle|heading \d)$/i

/**
 * Lets what was written with our styles use the template’s: found by name, whatever their ids. Those that the template
 * lacks are brought along, under ids that are free, in the template’s font.
 */
export function bringStyles(nodes: readonly XmlElement[], ours: StyleNames, theirs: StyleNames) {
  const bringing = new StyleBringing(ours, theirs)
  for (const node of nodes)
    for (const used of allOf(node))
      if (USES.has(used.name)) {
        const id = bringing.idFor(used.attributes.get('w:val') ?? '')
        if (id !== null) used.attributes.set('w:val', id)
      }
}

class StyleBringing {
  readonly #ours: StyleNames
  readonly #theirs: StyleNames
  readonly #ids = new Map<string, string | null>()
  readonly #taken: Set<string>

  constructor(ours: StyleNames, theirs: StyleNames) {
    this.#ours = ours
    this.#theirs = theirs
    this.#taken = new Set(elementsIn(theirs.root, 'w:style').map((style) => idOf(style).toLowerCase()))
  }

  /** The id that one of our styles goes by in the template; `null` of one that is nowhere. */
  idFor(id: string): string | null {
    const known = this.#ids.get(id)
    if (known !== undefined) return known
    const style = this.#ours.withId(id)
    if (style === undefined) return null
    const type = typeOf(style)
    const same =
      this.#ours.plain(type) === style
        ? this.#theirs.plain(type)
        : this.#theirs.named(type, valueIn(style, 'w:name') ?? '')
    if (same !== undefined) {
      this.#ids.set(id, idOf(same))
      return idOf(same)
    }
    return this.#bring(style)
  }

  #bring(style: XmlElement): string {
    let id = idOf(style)
    while (this.#taken.has(id.toLowerCase())) id += 'J'
    this.#taken.add(id.toLowerCase())
    this.#ids.set(idOf(style), id)
    const made = copyOf(style)
    made.attributes.set('w:styleId', id)
    made.attributes.delete('w:default')
    for (const name of REFERS) {
      const refers = inside(made, name)
      const to = this.idFor(refers?.attributes.get('w:val') ?? '')
      if (to === null) remove(made, (child) => child.name === name)
      else refers?.attributes.set('w:val', to)
    }
    const look = inside(made, 'w:rPr')
    if (look !== undefined && FOR_HEADINGS.test(valueIn(made, 'w:name') ?? ''))
      remove(look, ({ name }) => name === 'w:rFonts')
    this.#theirs.root.children.push(made)
    return id
  }
}

/** What says of each paragraph of a plain bullet list how it looks. */
export function bulletsIn(nodes: readonly XmlElement[], isBullet: (list: string) => boolean): XmlElement[] {
  return nodes
    .map((paragraph) => inside(paragraph, 'w:pPr'))
    .filter((look) => look !== undefined)
    .filter((look) => valueIn(look, 'w:pStyle') === 'ListParagraph')
    .filter((look) => isBullet(valueIn(look, 'w:numPr', 'w:numId') ?? ''))
}

/** Gives lists the template’s own bullets, where it has a style for them. */
export function useBullets(looks: readonly XmlElement[], theirs: StyleNames) {
  const style = theirs.named('paragraph', 'list bullet')
  const list = theirs
    .line(style)
    .map((one) => valueIn(one, 'w:pPr', 'w:numPr', 'w:numId'))
    .find((id) => id !== undefined)
  if (style === undefined || list === undefined || list === '0') return
  for (const look of looks) {
    remove(look, ({ name }) => ['w:pStyle', 'w:numPr', 'w:ind', 'w:spacing'].includes(name))
    look.children.unshift(element('w:pStyle', { 'w:val': idOf(style) }))
  }
}
