import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLAIN_STYLE } from '../model-style.ts'
import { contrastOnWhite, LEAST_CONTRAST } from './contrast.ts'
import { readPng } from './read-png.ts'

it('contrast on white is that of WCAG', () => {
  expect(contrastOnWhite('#000000')).toBeCloseTo(21, 5)
  expect(contrastOnWhite('#ffffff')).toBeCloseTo(1, 5)
  // The grey that is told as the lightest that passes.
  expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2)
  expect(contrastOnWhite('#777777')).toBeLessThan(LEAST_CONTRAST)
  expect(contrastOnWhite(PLAIN_STYLE.accent)).toBeGreaterThan(LEAST_CONTRAST)
})

/** The smallest of pictures: one point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

type Piece = readonly [name: string, data: Buffer]

function head(width: number, height: number, { bits = 8, kind = 2, interlace = 0 } = {}): Piece {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([bits, kind, 0, 0, interlace], 8)
  return ['IHDR', data]
}

function pngOf(...pieces: readonly Piece[]): Buffer {
  const framed = [...pieces, ['IEND', Buffer.alloc(0)] as const].map(([name, data]) => {
    const named = Buffer.concat([Buffer.from(name), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  })
  return Buffer.concat([PNG.subarray(0, 8), ...framed])
}

function png(width: number, height: number, points: Buffer, more: Parameters<typeof head>[2] = {}): Buffer {
  return pngOf(head(width, height, more), ['IDAT', deflateSync(points)])
}

describe('a logo', () => {
  it('is a whole PNG of a size that fits', () => {
    expect(readPng(PNG)).toEqual({ ok: true, width: 1, height: 1 })
    const wide = Buffer.from(PNG)
    wide.writeUInt32BE(2001, 16)
    expect(readPng(wide)).toEqual({ ok: false, reason: 'too-large' })
    expect(readPng(Buffer.alloc(300_001))).toEqual({ ok: false, reason: 'too-large' })
  })

  it('is whole down to its points: one byte that is another is refused', () => {
    for (let at = 8; at < PNG.length; at += 1) {
      const rotten = Buffer.from(PNG)
      rotten[at] = (rotten[at] ?? 0) ^ 0x01
      expect(readPng(rotten).ok, `byte ${at}`).toBe(false)
    }
  })

  it.each([
    ['too few points', png(3, 3, Buffer.alloc(3 * 10 - 1))],
    ['too many points', png(3, 3, Buffer.alloc(3 * 10 + 1))],
    ['far too many points', png(3, 3, Buffer.alloc(50_000_000))],
    ['a line that is written as no line is', png(3, 3, Buffer.alloc(3 * 10, 5))],
    ['a depth that colours do not have', png(3, 3, Buffer.alloc(3 * 10), { bits: 4 })],
    ['a palette that is not there', png(3, 3, Buffer.alloc(3 * 4), { kind: 3 })],
    ['data that are not packed', pngOf(head(3, 3), ['IDAT', Buffer.alloc(30)])],
    ['no data', pngOf(head(3, 3))],
  ])('is not %s, though its checksums are right', (_, bytes) => {
    expect(readPng(bytes)).toEqual({ ok: false, reason: 'damaged' })
  })

  it('may have other kinds of colour, lie in passes, and say more of itself', () => {
    expect(readPng(png(3, 3, Buffer.alloc(3 * 10))).ok).toBe(true)
    expect(readPng(png(9, 3, Buffer.alloc(3 * 3), { kind: 0, bits: 1 })).ok).toBe(true)
    // Of three by three: five passes are not empty.
    const passes = [
      [1, 1],
      [1, 1],
      [2, 1],
      [1, 2],
      [3, 1],
    ] as const
    const length = passes.reduce((sum, [wide, lines]) => sum + (1 + wide * 3) * lines, 0)
    expect(readPng(png(3, 3, Buffer.alloc(length), { interlace: 1 })).ok).toBe(true)
    expect(readPng(png(3, 3, Buffer.alloc(length - 1), { interlace: 1 })).ok).toBe(false)
    const [first, ...rest] = [
      head(3, 3),
      ['tEXt', Buffer.from('a')],
      ['IDAT', deflateSync(Buffer.alloc(30))],
    ] as const
    expect(readPng(pngOf(first, ...rest)).ok).toBe(true)
  })

  it('is nothing else, whatever it is called', () => {
    const others = ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '%PDF-1.7', '']
    for (const text of others) expect(readPng(Buffer.from(text))).toEqual({ ok: false, reason: 'not-png' })
    expect(readPng(Buffer.concat([PNG, Buffer.from('<script>')])).ok).toBe(false)
    for (let end = 0; end < PNG.length; end += 1) expect(readPng(PNG.subarray(0, end)).ok).toBe(false)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readPng(bytes).ok).toBe(false)
      }),
      { seed: 1 },
    )
  })
})
