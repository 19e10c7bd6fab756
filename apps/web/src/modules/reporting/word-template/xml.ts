import { TemplateFault } from './template-fault.ts'

/** An element with its name as written, its attributes, and what is in it: elements and texts. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Map<string, string>
  children: (XmlElement | string)[]
}

const MOST_DEEP = 200
const MOST_DECLARED = 100
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const NAME = /^[\p{L}_][\p{L}\p{N}._-]*(?::[\p{L}_][\p{L}\p{N}._-]*)?$/u
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
// What XML 1.0 does not allow, and halves of letters.
const NOT_IN_XML = /[^\t\n\r\x20-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u

/** Namespaces that are looked for by prefix: one that goes by another prefix could pass unseen. */
export const NAMES = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
} as const
const PREFIXES = new Map<string, string>(Object.entries(NAMES).map(([prefix, uri]) => [uri, prefix]))
const STRICT = /^http:\/\/purl\.oclc\.org\/ooxml\//

/** Reads a foreign part. Declarations of type and entities, unclosed or undeclared names and forbidden letters are refused. */
export function readXml(bytes: Uint8Array, part: string, most: number): XmlElement {
  return new XmlReader(textOf(bytes, part), part, most).read()
}

function textOf(bytes: Uint8Array, part: string): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  try {
    const name = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
    return new TextDecoder(name, { fatal: true }).decode(bytes)
  } catch {
    throw new TemplateFault('damaged', part)
  }
}

class XmlReader {
  readonly #source: string
  readonly #part: string
  readonly #most: number
  #root: XmlElement | null = null
  #elements = 0
  readonly #open: { element: XmlElement; scope: ReadonlySet<string> }[] = []

  constructor(source: string, part: string, most: number) {
    this.#source = source
    this.#part = part
    this.#most = most
  }

  read(): XmlElement {
    const source = this.#source
    if (NOT_IN_XML.test(source)) this.#fail()
    let at = 0
    while (at < source.length) {
      const tag = source.indexOf('<', at)
      this.#text(source.slice(at, tag < 0 ? source.length : tag))
      if (tag < 0) break
      at = this.#markup(tag)
    }
    if (this.#root === null || this.#open.length > 0) this.#fail()
    return this.#root
  }

  #fail(): never {
    throw new TemplateFault('damaged', this.#part)
  }

  #text(raw: string) {
    if (raw === '') return
    const top = this.#open.at(-1)
    if (top !== undefined) top.element.children.push(this.#decoded(raw))
    else if (raw.trim() !== '') this.#fail()
  }

  #decoded(raw: string): string {
    if (!raw.includes('&')) return raw
    return raw.replaceAll(
      /&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[^;&]{0,40})(;?)/g,
      (_, name: string, end: string) => {
        const sign = name.startsWith('#')
          ? letterOf(name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
          : Object.hasOwn(ENTITIES, name)
            ? ENTITIES[name]
            : undefined
        if (sign === undefined || end === '') this.#fail()
        return sign
      },
    )
  }

  #markup(tag: number): number {
    const source = this.#source
    if (source.startsWith('<?', tag)) return this.#after('?>', tag)
    if (source.startsWith('<!--', tag)) return this.#after('-->', tag + 4)
    if (source.startsWith('<![CDATA[', tag)) {
      const end = this.#after(']]>', tag + 9)
      const top = this.#open.at(-1)
      if (top === undefined) this.#fail()
      top.element.children.push(source.slice(tag + 9, end - 3))
      return end
    }
    if (source.startsWith('</', tag)) {
      const end = this.#after('>', tag)
      if (this.#open.pop()?.element.name !== source.slice(tag + 2, end - 1).trimEnd()) this.#fail()
      return end
    }
    return this.#begin(tag)
  }

  #after(mark: string, from: number): number {
    const found = this.#source.indexOf(mark, from)
    if (found < 0) this.#fail()
    return found + mark.length
  }

  #begin(tag: number): number {
    const source = this.#source
    const named = /[^\s/>]+/y
    named.lastIndex = tag + 1
    const name = named.exec(source)?.[0] ?? ''
    const attributes = new Map<string, string>()
    let at = tag + 1 + name.length
    for (;;) {
      ATTRIBUTE.lastIndex = at
      const found = ATTRIBUTE.exec(source)
      if (found === null) break
      const [whole, key = '', double, single = ''] = found
      if (!NAME.test(key) || attributes.has(key)) this.#fail()
      attributes.set(key, this.#decoded(double ?? single))
      at += whole.length
    }
    const close = /\s*(\/?)>/y
    close.lastIndex = at
    const ended = close.exec(source)
    this.#elements += 1
    if (ended === null || !NAME.test(name)) this.#fail()
    if (this.#elements > this.#most || this.#open.length >= MOST_DEEP)
      throw new TemplateFault('unpacks-too-large')
    const element: XmlElement = { name, attributes, children: [] }
    const scope = this.#scope(element)
    const top = this.#open.at(-1)
    if (top !== undefined) top.element.children.push(element)
    else if (this.#root === null) this.#root = element
    else this.#fail()
    if (ended[1] === '') this.#open.push({ element, scope })
    return at + ended[0].length
  }

  #scope({ name, attributes }: XmlElement): ReadonlySet<string> {
    const around = this.#open.at(-1)?.scope ?? new Set(['xml'])
    const declared: string[] = []
    for (const [key, uri] of attributes) {
      if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue
      const prefix = key.slice(6)
      if (STRICT.test(uri)) throw new TemplateFault('strict')
      const known = PREFIXES.get(uri)
      const isOther = known !== undefined && known !== prefix && !(known === 'a' && prefix === '')
      if (isOther || (Object.hasOwn(NAMES, prefix) && known !== prefix)) this.#fail()
      declared.push(prefix)
    }
    if (declared.length > MOST_DECLARED) this.#fail()
    const scope = declared.length === 0 ? around : new Set([...around, ...declared])
    for (const key of [name, ...attributes.keys()]) {
      const colon = key.indexOf(':')
      if (colon > 0 && !key.startsWith('xmlns:') && !scope.has(key.slice(0, colon))) this.#fail()
    }
    return scope
  }
}

function letterOf(code: number): string | undefined {
  if (code > 0x10ffff) return undefined
  const letter = String.fromCodePoint(code)
  return NOT_IN_XML.test(letter) ? undefined : letter
}

/** An element as text, with the line that a part begins with. */
export function writeXml(root: XmlElement): Uint8Array {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  written(root, out)
  return Buffer.from(out.join(''))
}

function written({ name, attributes, children }: XmlElement, out: string[]) {
  out.push(`<${name}`)
  for (const [key, value] of attributes)
    out.push(
      ` ${key}="${escaped(value).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;').replaceAll('\r', '&#13;')}"`,
    )
  if (children.length === 0) {
    out.push('/>')
    return
  }
  out.push('>')
  for (const child of children)
    if (typeof child === 'string') out.push(escaped(child).replaceAll('\r', '&#13;'))
    else written(child, out)
  out.push(`</${name}>`)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
