import { inflateSync } from 'node:zlib'

const HEAD = 44
const ENTRY = 20
const SFNT_HEAD = 12
const SFNT_ENTRY = 16

/** The font within a WOFF 1.0 file, as TrueType or OpenType: the same tables, unpacked. Source: W3C, WOFF File Format 1.0. */
export function fontOfWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = woff.subarray(HEAD + at * ENTRY, HEAD + (at + 1) * ENTRY)
    const from = entry.readUInt32BE(4)
    const packed = woff.subarray(from, from + entry.readUInt32BE(8))
    const length = entry.readUInt32BE(12)
    return {
      tag: entry.subarray(0, 4),
      sum: entry.readUInt32BE(16),
      body: packed.length < length ? inflateSync(packed) : packed,
    }
  })
  const power = 2 ** Math.floor(Math.log2(count))
  const head = Buffer.alloc(SFNT_HEAD + count * SFNT_ENTRY)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  const bodies: Buffer[] = []
  let from = head.length
  for (const [at, { tag, sum, body }] of tables.entries()) {
    const entry = SFNT_HEAD + at * SFNT_ENTRY
    tag.copy(head, entry)
    head.writeUInt32BE(sum, entry + 4)
    head.writeUInt32BE(from, entry + 8)
    head.writeUInt32BE(body.length, entry + 12)
    const rest = Buffer.alloc((4 - (body.length % 4)) % 4)
    bodies.push(body, rest)
    from += body.length + rest.length
  }
  return Buffer.concat([head, ...bodies])
}
