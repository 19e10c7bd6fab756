import type { ByteSource } from './bytes.ts'
import { TableRefusedError, type TextEncoding } from './table.ts'

export interface DetectedEncoding {
  encoding: TextEncoding
  bomBytes: number
}

/** Bytes that Windows-1252 does not define. */
const UNDEFINED_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/**
 * Detects the encoding from a byte-order mark or by looking at every byte: what is not valid UTF-8 is Windows-1252
 * (which holds Latin-1), unless it is plainly UTF-8 with damage, where guessing would garble names.
 * Refuses by exception: `nul-byte`, `not-a-table` (control characters), `encoding-mixed`, `encoding-unknown`.
 */
export async function detectEncoding(source: ByteSource): Promise<DetectedEncoding> {
  const mark = await source.read(0, 3)
  if (mark[0] === 0xff && mark[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 }
  if (mark[0] === 0xfe && mark[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2 }
  const bomBytes = mark.equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0
  const seen = await inspect(source, bomBytes)
  if (seen.validUtf8) return { encoding: 'utf-8', bomBytes }
  if (bomBytes > 0 || seen.utf8Pairs * 2 > seen.highBytes - seen.utf8Pairs) {
    throw new TableRefusedError('encoding-mixed')
  }
  if (seen.undefined1252) throw new TableRefusedError('encoding-unknown')
  return { encoding: 'windows-1252', bomBytes: 0 }
}

async function inspect(source: ByteSource, from: number) {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let validUtf8 = true
  let highBytes = 0
  let utf8Pairs = 0
  let undefined1252 = false
  let previous = 0
  for await (const chunk of source.chunks(from)) {
    validUtf8 = validUtf8 && decodes(decoder, chunk)
    for (const byte of chunk) {
      if (byte < 32) {
        if (byte === 0) throw new TableRefusedError('nul-byte')
        if (byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12)
          throw new TableRefusedError('not-a-table')
      } else if (byte >= 0x80) {
        highBytes++
        if (byte < 0xc0 && (previous === 0xc2 || previous === 0xc3)) utf8Pairs++
        if (UNDEFINED_1252.has(byte)) undefined1252 = true
      }
      previous = byte
    }
  }
  return { validUtf8: validUtf8 && decodes(decoder), highBytes, utf8Pairs, undefined1252 }
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

/** The source's text, piece by piece; a NUL in UTF-16 is refused as `nul-byte`. */
export async function* decodeText(source: ByteSource, detected: DetectedEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(detected.encoding)
  for await (const chunk of source.chunks(detected.bomBytes)) {
    yield withoutNul(decoder.decode(chunk, { stream: true }))
  }
  yield withoutNul(decoder.decode())
}

function withoutNul(text: string): string {
  if (text.includes('\0')) throw new TableRefusedError('nul-byte')
  return text
}
