/** What the head of a PNG says, and what it follows that its points are. */
export interface PngHead {
  readonly width: number
  readonly height: number
  readonly isOfPalette: boolean
  /** Each pass over the picture: bytes of a line, with the byte that says how it is written, and lines. */
  readonly passes: readonly { readonly bytes: number; readonly lines: number }[]
  /** Bytes of all lines. */
  readonly length: number
}

/** By kind of colour: values of a point, and how many bits one may have. */
const COLOURS: Readonly<Record<number, { readonly values: number; readonly bits: readonly number[] }>> = {
  0: { values: 1, bits: [1, 2, 4, 8, 16] },
  2: { values: 3, bits: [8, 16] },
  3: { values: 1, bits: [1, 2, 4, 8] },
  4: { values: 2, bits: [8, 16] },
  6: { values: 4, bits: [8, 16] },
}
const PALETTE = 3

/** Where each pass of an interlaced picture begins, and its steps: across, down. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const
const AT_ONCE = [[0, 0, 1, 1]] as const

const MOST_FILTER = 4

/** The head of a PNG; `null` where there is no such picture. */
export function readHead(data: Uint8Array): PngHead | null {
  if (data.length !== 13) return null
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [bits = 0, kind = -1, packing, filters, interlace = 0] = data.subarray(8)
  const colour = COLOURS[kind]
  if (width === 0 || height === 0 || colour === undefined || !colour.bits.includes(bits)) return null
  if (packing !== 0 || filters !== 0 || interlace > 1) return null
  const passes = (interlace === 1 ? ADAM7 : AT_ONCE).flatMap(([x, y, across, down]) => {
    const [wide, lines] = [Math.ceil((width - x) / across), Math.ceil((height - y) / down)]
    return wide > 0 && lines > 0 ? [{ bytes: 1 + Math.ceil((wide * colour.values * bits) / 8), lines }] : []
  })
  const length = passes.reduce((sum, { bytes, lines }) => sum + bytes * lines, 0)
  return { width, height, isOfPalette: kind === PALETTE, passes, length }
}

/** Whether the points are all there, each line written in a way that there is. */
export function isWholePicture({ passes, length }: PngHead, points: Uint8Array): boolean {
  if (points.length !== length) return false
  let at = 0
  for (const { bytes, lines } of passes)
    for (let line = 0; line < lines; line += 1) {
      if ((points[at] ?? MOST_FILTER + 1) > MOST_FILTER) return false
      at += bytes
    }
  return true
}
