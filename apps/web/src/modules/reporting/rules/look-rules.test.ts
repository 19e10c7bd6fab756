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

describe('a logo', () => {
  it('is a whole PNG of a size that fits', () => {
    expect(readPng(PNG)).toEqual({ ok: true, width: 1, height: 1 })
    const wide = Buffer.from(PNG)
    wide.writeUInt32BE(2001, 16)
    expect(readPng(wide)).toEqual({ ok: false, reason: 'too-large' })
    expect(readPng(Buffer.alloc(300_001))).toEqual({ ok: false, reason: 'too-large' })
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
