import { crc32, inflateSync } from 'node:zlib'
import { isWholePicture, type PngHead, readHead } from './png-pixels.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const MOST_BYTES = 300_000
const MOST_SIDE = 2000
/** Of a piece: its length, its name and its checksum. */
const FRAME = 12

/**
 * The size of a PNG picture, whole from its first piece to its last and down to its points; its name and what a browser
 * says of it count for nothing.
 */
export function readPng(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly reason: 'not-png' | 'damaged' | 'too-large' } {
  if (bytes.length > MOST_BYTES) return { ok: false, reason: 'too-large' }
  if (!SIGNATURE.every((byte, at) => bytes[at] === byte)) return { ok: false, reason: 'not-png' }
  const pieces = piecesOf(bytes)
  const [first] = pieces ?? []
  if (pieces === null || first?.name !== 'IHDR') return DAMAGED
  const head = readHead(first.data)
  if (head === null) return DAMAGED
  const { width, height } = head
  if (width > MOST_SIDE || height > MOST_SIDE) return { ok: false, reason: 'too-large' }
  return pieces.every(({ isSound }) => isSound) && isDrawn(head, pieces)
    ? { ok: true, width, height }
    : DAMAGED
}

const DAMAGED = { ok: false, reason: 'damaged' } as const

interface Piece {
  readonly name: string
  readonly data: Uint8Array
  /** Its checksum is that of what it holds. */
  readonly isSound: boolean
}

/** The pieces up to IEND, which is the end of the file; `null` where it is not. */
function piecesOf(bytes: Uint8Array): Piece[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: Piece[] = []
  let at = SIGNATURE.length
  while (at + FRAME <= bytes.length) {
    const end = at + FRAME + view.getUint32(at)
    if (end > bytes.length) return null
    const named = bytes.subarray(at + 4, end - 4)
    const name = String.fromCharCode(...named.subarray(0, 4))
    pieces.push({ name, data: named.subarray(4), isSound: crc32(named) === view.getUint32(end - 4) })
    if (name === 'IEND') return end === bytes.length ? pieces : null
    at = end
  }
  return null
}

/** Pieces that a picture cannot be read without begin with a capital letter. */
const NEEDED = ['IHDR', 'PLTE', 'IDAT', 'IEND']

function isDrawn(head: PngHead, pieces: readonly Piece[]): boolean {
  const needed = pieces.filter(({ name }) => /^[A-Z]/.test(name)).map(({ name }) => name)
  if (needed.some((name) => !NEEDED.includes(name))) return false
  // Each stands in its place, and what is drawn stands together.
  if (!/^IHDR( PLTE)?( IDAT)+ IEND$/.test(needed.join(' '))) return false
  const drawn = pieces.flatMap(({ name }, at) => (name === 'IDAT' ? [at] : []))
  if ((drawn.at(-1) ?? 0) - (drawn[0] ?? 0) !== drawn.length - 1) return false
  const palette = pieces.find(({ name }) => name === 'PLTE')?.data.length ?? null
  if (palette === null ? head.isOfPalette : palette === 0 || palette % 3 !== 0 || palette > 768) return false
  const packed = Buffer.concat(drawn.map((at) => pieces[at]?.data ?? new Uint8Array()))
  try {
    // One byte more than there may be: a picture that unpacks to more is refused before it does.
    return isWholePicture(head, inflateSync(packed, { maxOutputLength: head.length + 1 }))
  } catch {
    return false
  }
}
