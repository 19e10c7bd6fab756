import type { TakenOut } from '../model-template.ts'
import { checkFields } from './fields.ts'
import { checkLinks, isOpenLink } from './links.ts'
import { checkKind, checkPicture, isBare } from './part-kinds.ts'
import { sectionsOf } from './sections.ts'
import { TemplateFault } from './template-fault.ts'
import { type Relation, WORD_TYPE, type WordPackage } from './word-package.ts'
import type { XmlElement } from './xml.ts'
import { allOf, elementsIn, remove } from './xml-tree.ts'

/** What is of no use in a report, or is made anew: left out, since nothing in the text refers to it. */
const LEFT_OUT = new Map<string, TakenOut | null>([
  ['attachedTemplate', 'attached-template'],
  ['glossaryDocument', 'building-blocks'],
  ['origin', 'signature'],
  ['mailMergeSource', 'mail-merge'],
  ['mailMergeHeaderSource', 'mail-merge'],
  ['recipientData', 'mail-merge'],
  ...[
    'webSettings thumbnail stylesWithEffects printerSettings commentsExtended commentsIds commentsExtensible',
    'people keyMapCustomizations attachedToolbars extensibility customization classificationlabels customXml custom-property documenttasks intelligence transform',
  ]
    .join(' ')
    .split(' ')
    .map((kind): [string, null] => [kind, null]),
])
const MACROS = /vbaProject|vbaData|wordVbaData|xlMacro/i
const RUNS = new Set(['w:entryMacro', 'w:exitMacro', 'w:macroWsp'])
const EMBEDS = new Set(['w:altChunk', 'w:object', 'w:control', 'w:subDoc', 'o:OLEObject', 'w:frameset'])
const OF_SETTINGS = new Map<string, TakenOut | null>([
  ['w:attachedTemplate', 'attached-template'],
  ['w:mailMerge', 'mail-merge'],
  ['w:documentProtection', 'protection'],
  ['w:writeProtection', 'protection'],
  ['w:linkStyles', null],
  ['w:saveThroughXslt', null],
  ['w:trackRevisions', null],
  ['w:documentType', null],
  ['w:attachedSchema', null],
])
const NO_DRAWING = new Set(['script', 'foreignObject', 'image', 'feImage', 'use', 'animate', 'set'])

/**
 * Looks through all that a package refers to. What runs, fetches or embeds is refused; what is of no use is left out, and
 * parts that nothing refers to are gone. @returns what was left out that people should know
 */
export function clean(pack: WordPackage, main: string): TakenOut[] {
  const type = pack.typeOf(main)
  if (/macroEnabled/i.test(type) || pack.names().some((name) => MACROS.test(name)))
    throw new TemplateFault('macros')
  if (type !== `${WORD_TYPE}document.main+xml` && type !== `${WORD_TYPE}template.main+xml`)
    throw new TemplateFault('not-word')
  const taken = new Set<TakenOut>()
  const kept = new Map<string, boolean>()
  const waiting = ['']
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    pack.keepRelations(source, (relation) => isKept(relation, taken))
    for (const relation of pack.relations(source)) {
      const { target, kind, isExternal } = relation
      if (isExternal) continue
      checkKind(relation, () => pack.typeOf(target))
      if (kind === 'officeDocument' && (source !== '' || target !== main))
        throw new TemplateFault('damaged', target)
      const isBytes = isBare(kind, pack.typeOf(target))
      const known = kept.get(target)
      if (known !== undefined && known !== isBytes) throw new TemplateFault('damaged', target)
      if (known === undefined) waiting.push(target)
      kept.set(target, isBytes)
    }
  }
  for (const name of pack.names()) if (!kept.has(name)) pack.remove(name)
  const settings = pack.relationOf(main, 'settings')?.target
  if (settings !== undefined)
    remove(pack.tree(settings), ({ name }) => {
      const told = OF_SETTINGS.get(name)
      if (told) taken.add(told)
      return told !== undefined
    })
  for (const [name, isBytes] of kept) checkPart(pack, name, isBytes)
  checkPages(pack, main)
  return [...taken]
}

function isKept({ kind, isExternal, target }: Relation, taken: Set<TakenOut>): boolean {
  if (MACROS.test(kind)) throw new TemplateFault('macros')
  const told = LEFT_OUT.get(kind)
  if (told !== undefined) {
    if (told !== null) taken.add(told)
    return false
  }
  if (isExternal && !(kind === 'hyperlink' && isOpenLink(target))) throw new TemplateFault('external', target)
  return true
}

function checkPart(pack: WordPackage, name: string, isBytes: boolean) {
  const type = pack.typeOf(name)
  if (isBytes) {
    if (type.startsWith('image/')) checkPicture(pack.bytes(name), name)
    return
  }
  const root = pack.tree(name)
  const relations = new Map(pack.relations(name).map((relation) => [relation.id, relation]))
  const isDrawing = type.startsWith('image/')
  for (const found of allOf(root)) {
    // What it referred to is left out.
    remove(found, (child) => child.name === 'w:printerSettings')
    checkElement(found)
    checkLinks(found, relations, name)
    if (isDrawing) checkDrawing(found)
  }
  if (!isDrawing) checkFields(root)
}

function checkElement({ name }: XmlElement) {
  if (EMBEDS.has(name)) throw new TemplateFault('embedded', name)
  if (RUNS.has(name)) throw new TemplateFault('macros')
}

/** Refuses what Word would not take as a section, a header or a footer, and we would. */
function checkPages(pack: WordPackage, main: string) {
  for (const { kind, target } of pack.relations(main))
    if (
      (kind === 'header' && pack.tree(target).name !== 'w:hdr') ||
      (kind === 'footer' && pack.tree(target).name !== 'w:ftr')
    )
      throw new TemplateFault('damaged', target)
  const sections = new Set(sectionsOf(pack.tree(main)))
  const look = (at: XmlElement) => {
    if (at.name === 'w:sectPrChange' || at.name === 'w:pPrChange') return
    if (at.name === 'w:sectPr' && !sections.has(at)) throw new TemplateFault('damaged', main)
    for (const child of elementsIn(at)) look(child)
  }
  look(pack.tree(main))
}

function checkDrawing({ name, attributes, children }: XmlElement) {
  if (NO_DRAWING.has(name.slice(name.indexOf(':') + 1))) throw new TemplateFault('embedded', 'svg')
  const texts = [...attributes.values(), ...children.filter((child) => typeof child === 'string')]
  const isElsewhere = [...attributes].some(([key, at]) => /(^|:)href$/.test(key) && !at.startsWith('#'))
  const isFetching = texts.some((text) => /@import|url\(\s*["']?(?!\s*["']?#)/i.test(text))
  if (isElsewhere || isFetching || [...attributes.keys()].some((key) => /^on/i.test(key)))
    throw new TemplateFault('external', 'svg')
}
