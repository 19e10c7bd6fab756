import { crc32, deflateRawSync } from 'node:zlib'

/** An entry's text, or its packed bytes with whatever size it is to claim. */
export type MadeEntry = string | { packed: Uint8Array; size: number }

/** Makes zip files, honest or not, for tests of what reads them. */
export function makeZip(entries: Record<string, MadeEntry>): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [path, entry] of Object.entries(entries)) {
    const name = Buffer.from(path)
    const { packed, size, check } = packEntry(entry)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(check, 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(size, 8)
    const local = Buffer.alloc(30)
    local.write('PK\u0003\u0004', 'latin1')
    local.writeUInt16LE(8, 8)
    sizes.copy(local, 14)
    local.writeUInt16LE(name.length, 26)
    const record = Buffer.alloc(46)
    record.write('PK\u0001\u0002', 'latin1')
    record.writeUInt16LE(8, 10)
    sizes.copy(record, 16)
    record.writeUInt16LE(name.length, 28)
    record.writeUInt32LE(offset, 42)
    locals.push(local, name, Buffer.from(packed))
    central.push(record, name)
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function packEntry(entry: MadeEntry): { packed: Uint8Array; size: number; check: number } {
  if (typeof entry !== 'string') return { ...entry, check: 0 }
  const content = Buffer.from(entry)
  return { packed: deflateRawSync(content), size: content.length, check: crc32(content) }
}
