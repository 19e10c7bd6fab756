const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const MOST_BYTES = 300_000
const MOST_SIDE = 2000

/**
 * The size of a PNG picture, whole from its first piece to its last; its name and what a browser says of it count for
 * nothing.
 */
export function readPng(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly reason: 'not-png' | 'too-large' } {
  if (bytes.length > MOST_BYTES) return { ok: false, reason: 'too-large' }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 57 || !SIGNATURE.every((byte, at) => bytes[at] === byte)) return NOT_PNG
  let at = SIGNATURE.length
  let size: { width: number; height: number } | null = null
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (at + 12 + length > bytes.length) return NOT_PNG
    if (size === null) {
      if (name !== 'IHDR' || length !== 13) return NOT_PNG
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    }
    at += 12 + length
    if (name === 'IEND') break
    if (at + 12 > bytes.length) return NOT_PNG
  }
  if (size === null || at !== bytes.length || size.width === 0 || size.height === 0) return NOT_PNG
  if (size.width > MOST_SIDE || size.height > MOST_SIDE) return { ok: false, reason: 'too-large' }
  return { ok: true, ...size }
}

const NOT_PNG = { ok: false, reason: 'not-png' } as const
