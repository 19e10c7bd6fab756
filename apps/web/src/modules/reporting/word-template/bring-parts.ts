import type { WordPackage } from './word-package.ts'
import { NAMES, type XmlElement } from './xml.ts'
import { allOf, element, elementsIn, inside } from './xml-tree.ts'

/** What was written, on its way from one document into another. */
export interface Brought {
  readonly nodes: readonly XmlElement[]
  readonly from: WordPackage
  readonly fromMain: string
  readonly to: WordPackage
  readonly toMain: string
}

const REFERS = new Set(['r:id', 'r:embed'])
const CONTENTS = /\b_Toc(\d+)\b/g

/** Brings pictures and links along, and gives everything with a number of its own one that is free. */
export function bringParts(brought: Brought) {
  const { nodes, from, fromMain, to, toMain } = brought
  const ids = new Map<string, string>()
  for (const { id, kind, target, isExternal } of from.relations(fromMain)) {
    if (kind === 'hyperlink' && isExternal) ids.set(id, to.relate(toMain, kind, target, true))
    if (kind !== 'image') continue
    const ending = target.slice(target.lastIndexOf('.'))
    const name = to.add(`word/media/report${ending}`, from.typeOf(target), from.bytes(target))
    ids.set(id, to.relate(toMain, kind, name))
  }
  const drawings = freeNumbers(to, 'wp:docPr', 'id')
  const bookmarks = freeNumbers(to, 'w:bookmarkStart', 'w:id')
  const marks = new Map<string, string>()
  for (const node of nodes)
    for (const { name, attributes, children } of allOf(node)) {
      for (const key of REFERS) {
        const id = ids.get(attributes.get(key) ?? '')
        if (id !== undefined) attributes.set(key, id)
      }
      if (name === 'wp:docPr') attributes.set('id', drawings())
      if (name === 'w:bookmarkStart' || name === 'w:bookmarkEnd') {
        const id = attributes.get('w:id') ?? ''
        if (!marks.has(id)) marks.set(id, bookmarks())
        attributes.set('w:id', marks.get(id) ?? id)
      }
      if (name === 'w:bookmarkStart') rename(attributes, 'w:name')
      if (name === 'w:hyperlink') rename(attributes, 'w:anchor')
      if (name === 'w:instrText' && typeof children[0] === 'string')
        children[0] = children[0].replaceAll(CONTENTS, '_TocReport$1')
    }
  declare(brought)
}

function rename(attributes: Map<string, string>, key: string) {
  const told = attributes.get(key)
  if (told !== undefined) attributes.set(key, told.replaceAll(CONTENTS, '_TocReport$1'))
}

/** Numbers that nothing of that name has yet. */
function freeNumbers(pack: WordPackage, name: string, key: string): () => string {
  const taken = new Set<string>()
  for (const part of pack.names())
    if (/^word\/.*\.xml$/i.test(part) && /xml$/.test(pack.typeOf(part)))
      for (const found of allOf(pack.tree(part)))
        if (found.name === name) taken.add(found.attributes.get(key) ?? '')
  let at = 1000
  return () => {
    do at += 1
    while (taken.has(String(at)))
    return String(at)
  }
}

/** Names the namespaces of what was brought, where the document does not. */
function declare({ nodes, from, fromMain, to, toMain }: Brought) {
  const root = to.tree(toMain)
  const ours = from.tree(fromMain).attributes
  const used = new Set<string>()
  for (const node of nodes)
    for (const { name, attributes } of allOf(node))
      for (const key of [name, ...attributes.keys()])
        if (key.includes(':')) used.add(key.slice(0, key.indexOf(':')))
  for (const prefix of used) {
    const key = `xmlns:${prefix}`
    const uri = ours.get(key)
    if (uri === undefined || root.attributes.get(key) === uri) continue
    if (!root.attributes.has(key)) root.attributes.set(key, uri)
    else for (const node of nodes) node.attributes.set(key, uri)
  }
  for (const prefix of ['w', 'r'] as const)
    if (!root.attributes.has(`xmlns:${prefix}`)) root.attributes.set(`xmlns:${prefix}`, NAMES[prefix])
}

/** Says of each run which language it is in. */
export function sayLanguage(nodes: readonly XmlElement[], tag: string) {
  for (const node of nodes)
    for (const run of allOf(node)) {
      if (run.name !== 'w:r') continue
      const look = inside(run, 'w:rPr')
      if (look === undefined)
        run.children.unshift(element('w:rPr', {}, [element('w:lang', { 'w:val': tag })]))
      else if (elementsIn(look, 'w:lang').length === 0)
        look.children.push(element('w:lang', { 'w:val': tag }))
    }
}
