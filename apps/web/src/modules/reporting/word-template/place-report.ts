import { ensurePaper, sectionFor } from './paper.ts'
import type { XmlElement } from './xml.ts'
import { allOf, element, elementsIn, inside, remove, wordsIn } from './xml-tree.ts'

const SHOWN = new Set(['w:drawing', 'w:pict', 'w:tbl', 'w:sdt'])
const REFERENCES = new Set(['w:headerReference', 'w:footerReference'])

interface Sheet {
  readonly nodes: XmlElement[]
  readonly isLying: boolean
}

/** What was written, by the way the paper lies. */
export function sheetsIn(written: XmlElement): Sheet[] {
  const isTurned = (section: XmlElement | undefined) =>
    inside(section, 'w:pgSz')?.attributes.get('w:orient') === 'landscape'
  const sheets: Sheet[] = []
  let nodes: XmlElement[] = []
  for (const node of elementsIn(written)) {
    const own = node.name === 'w:sectPr' ? node : inside(node, 'w:pPr', 'w:sectPr')
    if (node.name !== 'w:sectPr') nodes.push(node)
    if (own === undefined) continue
    const look = inside(node, 'w:pPr')
    if (look !== undefined) remove(look, ({ name }) => name === 'w:sectPr')
    if (nodes.length > 0) sheets.push({ nodes, isLying: isTurned(own) })
    nodes = []
  }
  return sheets
}

/** The section that the report stands in, with the headers and footers that it has from those before it. */
export function hostOf(body: XmlElement, place: XmlElement | null): XmlElement {
  const all = elementsIn(body)
  const from = place === null ? all.length - 1 : all.indexOf(place)
  const sections = all.map((node) => (node.name === 'w:sectPr' ? node : inside(node, 'w:pPr', 'w:sectPr')))
  const at = sections.findIndex((section, index) => index >= from && section !== undefined)
  const host = sections[at] ?? element('w:sectPr')
  const earlier = sections.slice(0, at < 0 ? all.length : at).filter((section) => section !== undefined)
  const inherited: XmlElement[] = []
  for (const section of [...earlier].reverse())
    for (const refers of elementsIn(section).filter(({ name }) => REFERENCES.has(name)))
      if (![...elementsIn(host), ...inherited].some((one) => isSame(one, refers))) inherited.push(refers)
  if (place === null) host.children.unshift(...inherited)
  ensurePaper(host)
  return host
}

const isSame = (one: XmlElement, other: XmlElement) =>
  one.name === other.name && one.attributes.get('w:type') === other.attributes.get('w:type')

/**
 * Puts a report in a template’s body: at its place, with what stands around it kept, or instead of all. Sheets that lie get
 * sections of their own, made from the one that the report stands in.
 */
export function placeReport(
  body: XmlElement,
  place: XmlElement | null,
  host: XmlElement,
  sheets: readonly Sheet[],
) {
  const all = elementsIn(body)
  const at = place === null ? -1 : all.indexOf(place)
  const end = all.findIndex((node, index) => index >= at && (node === host || sectionOf(node) === host))
  const before = place === null ? [] : all.slice(0, at)
  const after = place === null ? [] : all.slice(at + 1, end < 0 ? all.length : end)
  const rest = end < 0 || place === null ? [] : all.slice(end).filter((node) => node !== place)
  const isOwnEnd = place !== null && sectionOf(place) === host
  const begun = before.slice(before.findLastIndex((node) => sectionOf(node) !== undefined) + 1)
  const closes = isOwnEnd || rest[0] === host ? undefined : rest[0]
  const holdsMore = [...after, ...(closes === undefined ? [] : [closes])].some(isShown)

  const made: XmlElement[] = []
  let isGoingOn = false
  const close = (isLying: boolean) => {
    made.push(element('w:p', {}, [element('w:pPr', {}, [sectionFor(host, { isLying, isGoingOn })])]))
    isGoingOn = true
  }
  if (sheets[0]?.isLying === true && begun.some(isShown)) close(false)
  for (const [index, { nodes, isLying }] of sheets.entries()) {
    for (const node of nodes) made.push(node)
    const isLast = index === sheets.length - 1
    if (!isLast || (isLying && holdsMore)) closeIn(made, sectionFor(host, { isLying, isGoingOn }))
    if (!isLast || (isLying && holdsMore)) isGoingOn = true
  }
  const isLying = sheets.at(-1)?.isLying === true && !holdsMore
  const last = sectionFor(host, { isLying, isGoingOn })
  host.children = last.children
  const tail = isOwnEnd ? [element('w:p', {}, [element('w:pPr', {}, [host])])] : []
  const closing = end < 0 || place === null ? [host] : []
  body.children = [...before, ...made, ...after, ...tail, ...rest, ...closing]
}

const sectionOf = (node: XmlElement) => inside(node, 'w:pPr', 'w:sectPr')

/** Ends a section in the last paragraph that was written, or in one of its own after a table. */
function closeIn(made: XmlElement[], section: XmlElement) {
  const last = made.at(-1)
  if (last?.name !== 'w:p') {
    made.push(element('w:p', {}, [element('w:pPr', {}, [section])]))
    return
  }
  const look = inside(last, 'w:pPr')
  if (look === undefined) last.children.unshift(element('w:pPr', {}, [section]))
  else look.children.push(section)
}

function isShown(node: XmlElement): boolean {
  return wordsIn(node).trim() !== '' || [...allOf(node)].some(({ name }) => SHOWN.has(name))
}
