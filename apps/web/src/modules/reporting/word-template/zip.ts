import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { TemplateFault } from './template-fault.ts'

/** How much a package may hold. */
export interface PackageLimits {
  readonly parts: number
  readonly unpacked: number
  readonly elements: number
}
export const FOREIGN: PackageLimits = { parts: 500, unpacked: 30 * 1024 * 1024, elements: 400_000 }
/** What we have written ourselves is bounded by what a report may hold. */
export const OWN: PackageLimits = { parts: 60_000, unpacked: 1024 * 1024 * 1024, elements: 20_000_000 }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const OFFICE_2003 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** The parts of a foreign package by name. Sizes are bounded before and while it is unpacked; each part’s sum is checked. */
export function unzip(bytes: Uint8Array, limits: PackageLimits): Map<string, Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (zip.subarray(0, 4).equals(OFFICE_2003))
    throw new TemplateFault(
      zip.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-word',
    )
  if (zip.length < 22 || zip.readUInt32LE(0) !== LOCAL) throw new TemplateFault('not-word')
  try {
    return partsOf(zip, limits)
  } catch (error) {
    if (error instanceof TemplateFault) throw error
    throw new TemplateFault('damaged')
  }
}

function partsOf(zip: Buffer, limits: PackageLimits): Map<string, Uint8Array> {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new TemplateFault('damaged')
  const count = zip.readUInt16LE(end + 10)
  if (count > limits.parts) throw new TemplateFault('unpacks-too-large')
  const parts = new Map<string, Uint8Array>()
  const seen = new Set<string>()
  let at = zip.readUInt32LE(end + 16)
  let left = limits.unpacked
  let packed = 0
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new TemplateFault('damaged')
    if ((zip.readUInt16LE(at + 8) & 1) === 1) throw new TemplateFault('encrypted')
    const entry = {
      method: zip.readUInt16LE(at + 10),
      sum: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      local: zip.readUInt32LE(at + 42),
    }
    const named = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + named)
    at += 46 + named + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    left -= entry.size
    packed += entry.packed
    if (left < 0) throw new TemplateFault('unpacks-too-large')
    if (packed > zip.length) throw new TemplateFault('damaged')
    if (name.endsWith('/')) continue
    if (!isSoundName(name) || seen.has(name.toLowerCase())) throw new TemplateFault('damaged', name)
    seen.add(name.toLowerCase())
    parts.set(name, unpacked(zip, entry))
  }
  return parts
}

function isSoundName(name: string): boolean {
  return (
    name !== '' && !/[\\\p{Cc}\uFFFD]/u.test(name) && !name.split('/').some((step) => /^\.{0,2}$/.test(step))
  )
}

function unpacked(
  zip: Buffer,
  entry: { method: number; sum: number; packed: number; size: number; local: number },
): Uint8Array {
  if (zip.readUInt32LE(entry.local) !== LOCAL) throw new TemplateFault('damaged')
  const from = entry.local + 30 + zip.readUInt16LE(entry.local + 26) + zip.readUInt16LE(entry.local + 28)
  if (from + entry.packed > zip.length) throw new TemplateFault('damaged')
  const body = zip.subarray(from, from + entry.packed)
  if (entry.method !== 0 && entry.method !== 8) throw new TemplateFault('damaged')
  const content =
    entry.method === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(1, entry.size) })
  if (content.length !== entry.size || crc32(content) !== entry.sum) throw new TemplateFault('damaged')
  return content
}

/** A package of parts, in their order. Its times are always the same, so that equal parts make equal files. */
export function zipOf(parts: Iterable<readonly [string, Uint8Array]>): Uint8Array<ArrayBuffer> {
  const locals: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const [path, content] of parts) {
    const name = Buffer.from(path)
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const sign = Buffer.alloc(4)
    sign.writeUInt32LE(LOCAL)
    locals.push(sign, common, name, packed)
    const record = Buffer.alloc(46)
    record.writeUInt32LE(CENTRAL)
    record.writeUInt16LE(20, 4)
    common.copy(record, 6)
    record.writeUInt32LE(offset, 42)
    central.push(record, name)
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END)
  end.writeUInt16LE(central.length / 2, 8)
  end.writeUInt16LE(central.length / 2, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Uint8Array.from(Buffer.concat([...locals, directory, end]))
}
