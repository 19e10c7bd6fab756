import { TableRefusedError } from './table.ts'

/** What a reader of XML listens to. Names come without namespace prefix; `attributes` is the tag's raw text. */
export interface XmlListener {
  open(name: string, attributes: string): void
  text(text: string): void
  close(name: string): void
}

const MAX_PENDING = 2_000_000
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads XML piece by piece: elements, text, CDATA. Document types are refused, so no entity can be defined.
 * Enough for the parts of a workbook, whose writers escape ">" in attributes.
 */
export class XmlFeeder {
  private rest = ''
  private readonly listener: XmlListener

  constructor(listener: XmlListener) {
    this.listener = listener
  }

  push(piece: string): void {
    const source = this.rest + piece
    let position = 0
    for (;;) {
      const tag = source.indexOf('<', position)
      if (tag < 0) break
      if (tag > position) this.listener.text(decodeEntities(source.slice(position, tag)))
      const end = this.markup(source, tag)
      position = tag
      if (end < 0) break
      position = end
    }
    this.rest = source.slice(position)
    if (this.rest.length > MAX_PENDING) throw new TableRefusedError('damaged-workbook')
  }

  end(): void {
    if (this.rest.trim() !== '') throw new TableRefusedError('damaged-workbook')
  }

  /** Handles the markup at `start`; returns where it ends, or -1 when it is not complete. */
  private markup(source: string, start: number): number {
    const kind = source[start + 1]
    if (kind === '?') return after(source, '?>', start)
    if (kind === '!') return this.declaration(source, start)
    const end = source.indexOf('>', start)
    if (end < 0) return -1
    if (kind === '/') {
      this.listener.close(localName(source.slice(start + 2, end).trim()))
      return end + 1
    }
    const selfClosing = source[end - 1] === '/'
    const inner = source.slice(start + 1, selfClosing ? end - 1 : end)
    const space = inner.search(/\s/)
    const name = localName(space < 0 ? inner : inner.slice(0, space))
    this.listener.open(name, space < 0 ? '' : inner.slice(space))
    if (selfClosing) this.listener.close(name)
    return end + 1
  }

  private declaration(source: string, start: number): number {
    if (source.startsWith('<!--', start)) return after(source, '-->', start + 4)
    if (source.startsWith('<![CDATA[', start)) {
      const end = after(source, ']]>', start + 9)
      if (end >= 0) this.listener.text(source.slice(start + 9, end - 3))
      return end
    }
    if (source.length - start < 9) return -1
    throw new TableRefusedError('damaged-workbook')
  }
}

/** Reads a whole document. */
export async function readXml(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  const feeder = new XmlFeeder(listener)
  for await (const piece of pieces) feeder.push(piece)
  feeder.end()
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** The value of an attribute in a tag's raw text, by its full name, or undefined. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(`${name}=`)
  while (at > 0 && !/\s/.test(attributes[at - 1] ?? '')) at = attributes.indexOf(`${name}=`, at + 1)
  if (at < 0) return undefined
  const quote = attributes[at + name.length + 1]
  if (quote !== '"' && quote !== "'") return undefined
  const start = at + name.length + 2
  const end = attributes.indexOf(quote, start)
  return end < 0 ? undefined : decodeEntities(attributes.slice(start, end))
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
