import type { TakenOut } from '../model-template.ts'
import { checkFields } from './fields.ts'
import { TemplateFault } from './template-fault.ts'
import { type Relation, WORD_TYPE, type WordPackage } from './word-package.ts'
import type { XmlElement } from './xml.ts'
import { allOf, remove } from './xml-tree.ts'

/** What a template may be made of. */
const KEPT = new Set([
  ...['officeDocument', 'core-properties', 'extended-properties', 'custom-properties', 'custom-property'],
  ...['styles', 'settings', 'fontTable', 'font', 'numbering', 'theme', 'header', 'footer', 'image'],
  ...['hyperlink', 'footnotes', 'endnotes', 'comments'],
  ...['diagramData', 'diagramLayout', 'diagramQuickStyle', 'diagramColors', 'diagramDrawing'],
])
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
    'people keyMapCustomizations attachedToolbars extensibility customization classificationlabels customXml documenttasks intelligence transform',
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
const XML = /(\+|\/)xml$/
const PICTURES = /^image\/(png|jpeg|jpg|pjpeg|gif|bmp|tiff|x-emf|x-wmf|emf|wmf|svg\+xml)$/
const NO_DRAWING = new Set(['script', 'foreignObject', 'image', 'use'])

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
  const kept = new Set<string>()
  const waiting = ['']
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    pack.keepRelations(source, (relation) => isKept(relation, taken))
    for (const { target, isExternal } of pack.relations(source)) {
      if (isExternal || kept.has(target)) continue
      kept.add(target)
      waiting.push(target)
    }
  }
  for (const name of pack.names()) if (!kept.has(name)) pack.remove(name)
  for (const name of kept) checkPart(pack, name)
  const settings = pack.relationOf(main, 'settings')?.target
  if (settings !== undefined)
    remove(pack.tree(settings), ({ name }) => {
      const told = OF_SETTINGS.get(name)
      if (told) taken.add(told)
      return told !== undefined
    })
  return [...taken]
}

function isKept({ kind, isExternal, target }: Relation, taken: Set<TakenOut>): boolean {
  if (MACROS.test(kind)) throw new TemplateFault('macros')
  const told = LEFT_OUT.get(kind)
  if (told !== undefined) {
    if (told !== null) taken.add(told)
    return false
  }
  if (isExternal) {
    if (kind === 'hyperlink' && /^(https?:\/\/|mailto:)/i.test(target)) return true
    throw new TemplateFault('external', target)
  }
  if (!KEPT.has(kind)) throw new TemplateFault('embedded', kind)
  return true
}

function checkPart(pack: WordPackage, name: string) {
  const type = pack.typeOf(name)
  const isPicture = PICTURES.test(type)
  if (isPicture && type !== 'image/svg+xml') return
  if (/obfuscatedFont|\/x-font/.test(type)) return
  if (isPicture) {
    for (const found of allOf(pack.tree(name))) checkDrawing(found)
    return
  }
  if (!XML.test(type)) throw new TemplateFault('embedded', name)
  const root = pack.tree(name)
  for (const found of allOf(root)) checkElement(found)
  checkFields(root)
}

function checkElement({ name, attributes }: XmlElement) {
  if (EMBEDS.has(name)) throw new TemplateFault('embedded', name)
  if (RUNS.has(name)) throw new TemplateFault('macros')
  if (!name.startsWith('v:')) return
  for (const key of ['src', 'o:althref']) {
    const from = attributes.get(key)
    if (from !== undefined && from !== '') throw new TemplateFault('external', from)
  }
}

function checkDrawing({ name, attributes, children }: XmlElement) {
  if (NO_DRAWING.has(name.slice(name.indexOf(':') + 1))) throw new TemplateFault('embedded', 'svg')
  const texts = [...attributes.values(), ...children.filter((child) => typeof child === 'string')]
  const isFetching = texts.some((text) => /@import|url\(\s*["']?(?!\s*["']?#)/i.test(text))
  if (isFetching || [...attributes.keys()].some((key) => /^on/i.test(key)))
    throw new TemplateFault('external', 'svg')
}
