import { TemplateFault } from './template-fault.ts'
import { readXml, writeXml, type XmlElement } from './xml.ts'
import { element, elementsIn } from './xml-tree.ts'
import { FOREIGN, type PackageLimits, unzip, zipOf } from './zip.ts'

const TYPES = '[Content_Types].xml'
const OF_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const OF_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

/** What a part refers to. */
export interface Relation {
  readonly id: string
  /** The whole type, and its last word. */
  readonly type: string
  readonly kind: string
  readonly target: string
  readonly isExternal: boolean
}

interface Part {
  type: string
  bytes: Uint8Array
  /** Where it has been read. */
  tree: XmlElement | null
}

/** A package of parts that refer to each other: what a Word file is. */
export class WordPackage {
  readonly #parts = new Map<string, Part>()
  readonly #relations = new Map<string, Relation[]>()
  readonly #mostElements: number

  private constructor(mostElements: number) {
    this.#mostElements = mostElements
  }

  /** Reads a package. Nothing of its parts but what they refer to is looked at yet. */
  static read(bytes: Uint8Array, limits: PackageLimits = FOREIGN): WordPackage {
    const files = unzip(bytes, limits)
    const made = new WordPackage(limits.elements)
    const types = files.get(TYPES)
    if (types === undefined) throw new TemplateFault('not-word')
    const typeOf = typesOf(readXml(types, TYPES, limits.elements))
    const names = new Map([...files.keys()].map((name) => [name.toLowerCase(), name]))
    for (const [name, content] of files)
      if (name !== TYPES && !/(^|\/)_rels\/|\.rels$/i.test(name))
        made.#parts.set(name, { type: typeOf(name), bytes: content, tree: null })
    for (const [name, content] of files) {
      const of = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name)
      if (of === null) continue
      const source = names.get(`${of[1]}${of[2]}`.toLowerCase()) ?? ''
      if (source !== '' || name.toLowerCase() === '_rels/.rels')
        made.#relations.set(source, relationsOf(readXml(content, name, limits.elements), name, source, names))
    }
    return made
  }

  has(name: string): boolean {
    return this.#parts.has(name)
  }

  names(): string[] {
    return [...this.#parts.keys()]
  }

  typeOf(name: string): string {
    return this.#part(name).type
  }

  bytes(name: string): Uint8Array {
    return this.#part(name).bytes
  }

  /** What is in a part; what is changed in it is written. */
  tree(name: string): XmlElement {
    const part = this.#part(name)
    part.tree ??= readXml(part.bytes, name, this.#mostElements)
    return part.tree
  }

  /** What a part refers to; `''` is the package itself. */
  relations(name: string): readonly Relation[] {
    return this.#relations.get(name) ?? []
  }

  relationOf(name: string, kind: string): Relation | undefined {
    return this.relations(name).find((one) => one.kind === kind && !one.isExternal)
  }

  keepRelations(name: string, isKept: (relation: Relation) => boolean) {
    this.#relations.set(name, this.relations(name).filter(isKept))
  }

  /** Lets a part refer to something. @returns the new reference’s id */
  relate(name: string, kind: string, target: string, isExternal = false): string {
    const all = this.#relations.get(name) ?? []
    const used = new Set(all.map(({ id }) => id))
    let at = all.length + 1
    while (used.has(`rId${at}`)) at += 1
    const type = kind === 'core-properties' ? CORE : `${RELATION}${kind}`
    this.#relations.set(name, [...all, { id: `rId${at}`, type, kind, target, isExternal }])
    return `rId${at}`
  }

  /** Adds a part under a name that no other has. @returns the name */
  add(wanted: string, type: string, content: XmlElement | Uint8Array): string {
    const [, stem = '', ending = ''] = /^(.*)(\.[^.]*)$/.exec(wanted) ?? []
    const taken = new Set(this.names().map((name) => name.toLowerCase()))
    let name = wanted
    for (let at = 2; taken.has(name.toLowerCase()); at += 1) name = `${stem}-${at}${ending}`
    const isBytes = content instanceof Uint8Array
    this.#parts.set(name, {
      type,
      bytes: isBytes ? content : new Uint8Array(),
      tree: isBytes ? null : content,
    })
    return name
  }

  replace(name: string, content: Uint8Array) {
    this.#parts.set(name, { ...this.#part(name), bytes: content, tree: null })
  }

  setType(name: string, type: string) {
    this.#part(name).type = type
  }

  remove(name: string) {
    this.#parts.delete(name)
    this.#relations.delete(name)
  }

  write(): Uint8Array<ArrayBuffer> {
    const files: [string, Uint8Array][] = []
    const types = element('Types', { xmlns: OF_TYPES }, [
      element('Default', { Extension: 'rels', ContentType: `${WORD_PACKAGE}relationships+xml` }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ])
    for (const [name, { type, bytes, tree }] of this.#parts) {
      types.children.push(element('Override', { PartName: `/${name}`, ContentType: type }))
      files.push([name, tree === null ? bytes : writeXml(tree)])
    }
    for (const [source, relations] of this.#relations)
      if (relations.length > 0) {
        const slash = source.lastIndexOf('/') + 1
        const name = `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`
        files.push([name, writeXml(written(relations))])
      }
    return zipOf([[TYPES, writeXml(types)], ...files])
  }

  #part(name: string): Part {
    const part = this.#parts.get(name)
    if (part === undefined) throw new TemplateFault('damaged', name)
    return part
  }
}

const WORD_PACKAGE = 'application/vnd.openxmlformats-package.'
const CORE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'

function written(relations: readonly Relation[]): XmlElement {
  return element(
    'Relationships',
    { xmlns: OF_RELATIONS },
    relations.map(({ id, type, target, isExternal }) =>
      element('Relationship', {
        Id: id,
        Type: type,
        Target: isExternal ? target : `/${target}`,
        ...(isExternal ? { TargetMode: 'External' } : {}),
      }),
    ),
  )
}

function typesOf(root: XmlElement): (name: string) => string {
  const endings = new Map<string, string>()
  const parts = new Map<string, string>()
  for (const { name, attributes } of elementsIn(root)) {
    const type = attributes.get('ContentType') ?? ''
    if (name === 'Default') endings.set((attributes.get('Extension') ?? '').toLowerCase(), type)
    if (name === 'Override')
      parts.set((attributes.get('PartName') ?? '').replace(/^\//, '').toLowerCase(), type)
  }
  return (name) => {
    const key = name.toLowerCase()
    return parts.get(key) ?? endings.get(key.slice(key.lastIndexOf('.') + 1)) ?? ''
  }
}

function relationsOf(
  root: XmlElement,
  part: string,
  source: string,
  names: ReadonlyMap<string, string>,
): Relation[] {
  return elementsIn(root, 'Relationship').map(({ attributes }) => {
    const id = attributes.get('Id') ?? ''
    const type = attributes.get('Type') ?? ''
    const target = attributes.get('Target') ?? ''
    if (id === '' || type === '') throw new TemplateFault('damaged', part)
    const isExternal = /^external$/i.test(attributes.get('TargetMode') ?? '')
    const kind = type.slice(type.lastIndexOf('/') + 1)
    if (isExternal) return { id, type, kind, target, isExternal }
    const place = placeOf(source, target)
    return { id, type, kind, target: names.get(place.toLowerCase()) ?? place, isExternal }
  })
}

/** The name of the part that a part refers to. */
function placeOf(source: string, target: string): string {
  const steps = target.startsWith('/') ? [] : source.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
