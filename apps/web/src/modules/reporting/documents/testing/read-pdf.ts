import { inflateSync } from 'node:zlib'

/** What a test asks of a PDF: its objects as written, and its words. Reads what our own writer makes, no more. */
export interface ReadPdf {
  /** The dictionaries of all objects, by number. */
  readonly objects: ReadonlyMap<number, string>
  readonly catalog: string
  readonly metadata: string
  /** Structure elements of a kind, as `TH`, in the order of their numbers. */
  readonly elements: (kind: string) => string[]
  readonly pages: number
  readonly text: string
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString('latin1')
  const objects = new Map<number, string>()
  const streams = new Map<number, Buffer>()
  for (const found of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const number = Number(found[1])
    const from = found.index + found[0].length
    const body = raw.indexOf('stream\n', from)
    const end = raw.indexOf('endobj', from)
    const hasStream = body !== -1 && body < end
    const told = raw.slice(from, hasStream ? body : end)
    objects.set(number, told)
    if (!hasStream) continue
    const length = Number(/\/Length (\d+)/.exec(told)?.[1] ?? '0')
    const packed = Buffer.from(raw.slice(body + 7, body + 7 + length), 'latin1')
    streams.set(number, /\/FlateDecode/.test(told) ? inflateSync(packed) : packed)
  }
  const all = [...objects.values()]
  const metadata = [...objects].find(([, told]) => /\/Type \/Metadata/.test(told))?.[0] ?? 0
  const pages = [...objects].filter(([, told]) => /\/Type \/Page\b(?!s)/.test(told))
  const letters = lettersOf(objects, streams)
  return {
    objects,
    catalog: all.find((told) => /\/Type \/Catalog/.test(told)) ?? '',
    metadata: (streams.get(metadata) ?? Buffer.alloc(0)).toString('utf8'),
    elements: (kind) => all.filter((told) => new RegExp(`/S /${kind}\\b`).test(told)),
    pages: pages.length,
    text: pages.map(([, told]) => textOf(told, objects, streams, letters)).join('\n'),
  }
}

type Letters = ReadonlyMap<number, ReadonlyMap<number, string>>

/** What each glyph of each font stands for, from its map to Unicode. */
function lettersOf(objects: ReadonlyMap<number, string>, streams: ReadonlyMap<number, Buffer>): Letters {
  const fonts = new Map<number, Map<number, string>>()
  for (const [number, told] of objects) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(told)?.[1]
    if (map === undefined) continue
    const glyphs = new Map<number, string>()
    for (const [, glyph = '', units = ''] of (streams.get(Number(map)) ?? Buffer.alloc(0))
      .toString('latin1')
      .matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>\n/gi))
      glyphs.set(Number.parseInt(glyph, 16), Buffer.from(units, 'hex').swap16().toString('utf16le'))
    fonts.set(number, glyphs)
  }
  return fonts
}

function textOf(
  page: string,
  objects: ReadonlyMap<number, string>,
  streams: ReadonlyMap<number, Buffer>,
  letters: Letters,
): string {
  const resources = /\/Resources (\d+) 0 R/.exec(page)?.[1]
  const told = (resources === undefined ? page : objects.get(Number(resources))) ?? ''
  const names = new Map(
    [...told.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', number]) => [name, Number(number)]),
  )
  const content = /\/Contents (\d+) 0 R/.exec(page)?.[1]
  const drawn = (streams.get(Number(content)) ?? Buffer.alloc(0)).toString('latin1')
  let font: ReadonlyMap<number, string> | undefined
  let text = ''
  // A font by name, a string of glyphs in brackets – which may hold brackets in pairs – or in hexadecimal, or the end of
  // a text.
  for (const [, name, plain, hex, end] of drawn.matchAll(
    /\/(f\d+) [\d.]+ Tf|\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)|<([0-9a-fA-F]+)>(?!>)|(\bET\b)/g,
  )) {
    if (name !== undefined) font = letters.get(names.get(name) ?? -1)
    if (end !== undefined) text += '\n'
    const glyphs = hex === undefined ? unescaped(plain ?? '') : Buffer.from(hex, 'hex')
    for (let at = 0; at + 1 < glyphs.length; at += 2) text += font?.get(glyphs.readUInt16BE(at)) ?? ''
  }
  return text
}

function unescaped(text: string): Buffer {
  const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  return Buffer.from(
    text.replaceAll(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, sign = '') =>
      octal === undefined ? (signs[sign] ?? sign) : String.fromCharCode(Number.parseInt(octal, 8)),
    ),
    'latin1',
  )
}
