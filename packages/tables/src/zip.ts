import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import type { ByteSource } from './bytes.ts'
import { TableRefusedError } from './table.ts'

interface ZipEntry {
  name: string
  method: number
  compressed: number
  uncompressed: number
  offset: number
}

export interface ZipArchive {
  names: string[]
  /** The entry's text, unpacked piece by piece; undefined when there is no such entry. */
  text(name: string): AsyncIterable<string> | undefined
}

const MAX_ENTRIES = 1000
const MAX_UNPACKED = 1_000_000_000
const MAX_RATIO = 200
const RATIO_COUNTS_FROM = 50_000_000
const END_RECORD = 0x06054b50
const CENTRAL_RECORD = 0x02014b50
const LOCAL_RECORD = 0x04034b50

/**
 * Reads a zip file's central directory and refuses bombs before anything is unpacked: more than 1,000 entries, more
 * than 1 GB unpacked, more than 200 times its size above 50 MB, or entries that share bytes. What an entry unpacks to
 * beyond the stated size is refused while unpacking.
 */
export async function openZip(source: ByteSource): Promise<ZipArchive> {
  const entries = await readDirectory(source)
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressed, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.compressed, 0)
  const swollen = entries.some((entry) => isSwollen(entry.uncompressed, entry.compressed))
  if (unpacked > MAX_UNPACKED || isSwollen(unpacked, source.size) || swollen || packed > source.size) {
    throw new TableRefusedError('zip-bomb')
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  if (byName.size !== entries.length) throw new TableRefusedError('damaged-workbook')
  return {
    names: [...byName.keys()],
    text(name) {
      const entry = byName.get(name)
      return entry === undefined ? undefined : unpackText(source, entry)
    },
  }
}

const isSwollen = (unpacked: number, packed: number): boolean =>
  unpacked > RATIO_COUNTS_FROM && unpacked > MAX_RATIO * Math.max(1, packed)

async function readDirectory(source: ByteSource): Promise<ZipEntry[]> {
  const tailStart = Math.max(0, source.size - 65_557)
  const tail = await source.read(tailStart, 65_557)
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END_RECORD) damaged()
  const count = tail.readUInt16LE(end + 10)
  const size = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (count > MAX_ENTRIES) throw new TableRefusedError('too-many-entries', { detail: String(count) })
  if (start + size > source.size) damaged()
  const directory = await source.read(start, size)
  const entries: ZipEntry[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL_RECORD) damaged()
    if ((directory.readUInt16LE(at + 8) & 1) === 1) throw new TableRefusedError('encrypted-file')
    const nameLength = directory.readUInt16LE(at + 28)
    const nameStart = at + 46
    entries.push({
      name: directory
        .toString('utf8', nameStart, nameStart + nameLength)
        .replaceAll('\\', '/')
        .replace(/^\//, ''),
      method: directory.readUInt16LE(at + 10),
      compressed: directory.readUInt32LE(at + 20),
      uncompressed: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    })
    at = nameStart + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function* unpackText(source: ByteSource, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of unpack(source, entry)) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) damaged(error)
    throw error
  }
}

async function* unpack(source: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const local = await source.read(entry.offset, 30)
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL_RECORD) damaged()
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const packed = source.chunks(start, Math.min(start + entry.compressed, source.size))
  if (entry.method !== 0 && entry.method !== 8) damaged()
  let size = 0
  for await (const chunk of entry.method === 0 ? packed : inflate(packed)) {
    size += chunk.length
    if (size > entry.uncompressed) throw new TableRefusedError('zip-bomb')
    yield chunk
  }
  if (size < entry.uncompressed) damaged()
}

async function* inflate(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = Readable.from(packed)
  const output = createInflateRaw({ chunkSize: 1 << 16 })
  input.on('error', (error) => output.destroy(error))
  input.pipe(output)
  try {
    for await (const chunk of output) if (chunk instanceof Uint8Array) yield chunk
  } catch (error) {
    if (error instanceof TableRefusedError) throw error
    damaged(error)
  } finally {
    input.destroy()
    output.destroy()
  }
}

function damaged(cause?: unknown): never {
  throw Object.assign(new TableRefusedError('damaged-workbook'), cause === undefined ? {} : { cause })
}
