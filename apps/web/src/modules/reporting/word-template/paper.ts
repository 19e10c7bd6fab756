import { TemplateFault } from './template-fault.ts'
import type { XmlElement } from './xml.ts'
import { copyOf, element, elementsIn, inside, remove } from './xml-tree.ts'

/** A page and its margins, in twentieths of a point. */
export interface Paper {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const OWN_PAPER: Paper = {
  width: 11_906,
  height: 16_838,
  left: 1134,
  right: 1134,
  top: 1250,
  bottom: 1250,
}
/** Six centimetres: less holds no table. */
const LEAST_ROOM = 3400
const MOST_PAPER = 31_680

/** How wide text may be. */
export function roomOf({ width, height, left, right }: Paper, isLying: boolean): number {
  return (isLying ? Math.max(width, height) : width) - left - right
}

/** The paper that a section is printed on. */
export function paperOf(section: XmlElement): Paper {
  const number = (name: string, key: string, plain: number) => {
    const told = Number(inside(section, name)?.attributes.get(`w:${key}`) ?? plain)
    return Number.isFinite(told) ? Math.min(MOST_PAPER, Math.abs(Math.round(told))) : plain
  }
  const margin = (key: 'left' | 'right' | 'top' | 'bottom') => number('w:pgMar', key, OWN_PAPER[key])
  const paper = {
    width: number('w:pgSz', 'w', OWN_PAPER.width),
    height: number('w:pgSz', 'h', OWN_PAPER.height),
    left: margin('left') + number('w:pgMar', 'gutter', 0),
    right: margin('right'),
    top: margin('top'),
    bottom: margin('bottom'),
  }
  if (roomOf(paper, false) < LEAST_ROOM || paper.height - paper.top - paper.bottom < LEAST_ROOM)
    throw new TemplateFault('too-narrow')
  return paper
}

/** A section as the report’s parts need it: in one column, and without what only its beginning has where it goes on. */
export function sectionFor(
  host: XmlElement,
  { isLying, isGoingOn }: { readonly isLying: boolean; readonly isGoingOn: boolean },
): XmlElement {
  const made = copyOf(host)
  for (const columns of elementsIn(made, 'w:cols')) {
    columns.children = []
    for (const key of ['w:num', 'w:equalWidth', 'w:sep']) columns.attributes.delete(key)
  }
  if (isGoingOn) {
    remove(made, ({ name }) => name === 'w:titlePg' || name === 'w:type')
    inside(made, 'w:pgNumType')?.attributes.delete('w:start')
    insert(made, element('w:type', { 'w:val': 'nextPage' }))
  }
  const size = inside(made, 'w:pgSz')
  const { width, height } = paperOf(host)
  if (isLying && width < height) {
    const turned = { 'w:w': String(height), 'w:h': String(width), 'w:orient': 'landscape' }
    for (const [key, value] of Object.entries(turned)) size?.attributes.set(key, value)
  }
  return made
}

/** Gives a section that says nothing of its paper A4 and our margins: Word would take another. */
export function ensurePaper(section: XmlElement) {
  const { width, height, left, right, top, bottom } = OWN_PAPER
  if (inside(section, 'w:pgSz') === undefined)
    insert(section, element('w:pgSz', { 'w:w': String(width), 'w:h': String(height) }))
  if (inside(section, 'w:pgMar') !== undefined) return
  const margins = { top, right, bottom, left, header: 708, footer: 708, gutter: 0 }
  const told = Object.entries(margins).map(([key, value]) => [`w:${key}`, String(value)])
  insert(section, element('w:pgMar', Object.fromEntries(told)))
}

const ORDER = [
  ...['w:headerReference', 'w:footerReference', 'w:footnotePr', 'w:endnotePr'],
  ...['w:type', 'w:pgSz', 'w:pgMar'],
]

/** Puts an element where the order of a section wants it. */
export function insert(section: XmlElement, added: XmlElement) {
  const before = ORDER.slice(0, ORDER.indexOf(added.name) + (added.name.endsWith('Reference') ? 1 : 0))
  const at = section.children.findLastIndex(
    (child) => typeof child !== 'string' && before.includes(child.name),
  )
  section.children.splice(at + 1, 0, added)
}
