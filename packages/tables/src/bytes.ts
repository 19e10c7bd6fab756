import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { DEFAULT_LIMITS, TableRefusedError } from './table.ts'

/** Bytes that can be read from any place and more than once. */
export interface ByteSource {
  readonly size: number
  /** The bytes from `start` up to, not including, `end`. */
  chunks(start?: number, end?: number): AsyncIterable<Uint8Array>
  read(start: number, length: number): Promise<Buffer>
}

const CHUNK_BYTES = 1 << 18

/** Opens a path, bytes or a stream. A stream is gathered first, up to `streamBytes`: give large files by path. */
export async function openBytes(
  input: string | Uint8Array | AsyncIterable<Uint8Array>,
  streamBytes = DEFAULT_LIMITS.streamBytes,
): Promise<ByteSource> {
  if (typeof input === 'string') return fromPath(input)
  if (input instanceof Uint8Array)
    return fromBuffer(Buffer.from(input.buffer, input.byteOffset, input.length))
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of input) {
    size += part.length
    if (size > streamBytes) throw new TableRefusedError('too-large')
    parts.push(part)
  }
  return fromBuffer(Buffer.concat(parts))
}

function fromBuffer(buffer: Buffer): ByteSource {
  return {
    size: buffer.length,
    async *chunks(start = 0, end = buffer.length) {
      for (let at = start; at < end; at += CHUNK_BYTES)
        yield buffer.subarray(at, Math.min(end, at + CHUNK_BYTES))
    },
    read: async (start, length) => buffer.subarray(start, start + length),
  }
}

async function fromPath(path: string): Promise<ByteSource> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || !found.isFile()) throw new TableRefusedError('cannot-read-file')
  const size = found.size
  return {
    size,
    async *chunks(start = 0, end = size) {
      if (start >= end) return
      try {
        yield* createReadStream(path, { start, end: end - 1, highWaterMark: CHUNK_BYTES })
      } catch (cause) {
        throw Object.assign(new TableRefusedError('cannot-read-file'), { cause })
      }
    },
    async read(start, length) {
      const handle = await open(path)
      try {
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - start)))
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, start)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
  }
}

/** The same source, telling after each chunk how many bytes of it have been read in this pass. */
export function withProgress(source: ByteSource, onProgress: (bytesRead: number) => void): ByteSource {
  return {
    ...source,
    async *chunks(start, end) {
      let bytesRead = start ?? 0
      for await (const chunk of source.chunks(start, end)) {
        bytesRead += chunk.length
        onProgress(bytesRead)
        yield chunk
      }
    },
  }
}
