import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { heatClass, shadeClass } from './shade.ts'

const STYLE = join(import.meta.dirname, '../../../../apps/web/src/platform/http/style')
const css = (file: string) => readFileSync(join(STYLE, file), 'utf8')

type Colours = ReadonlyMap<string, string>
const DARK = /@media screen and \(prefers-color-scheme: dark\) \{([\s\S]*?)\n\}/g
const declared = (text: string) =>
  [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  )
const whole = css('tokens.css') + css('map.css')
const light: Colours = new Map(declared(whole.replace(DARK, '')))
const dark: Colours = new Map([...light, ...[...whole.matchAll(DARK)].flatMap(([block]) => declared(block))])

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** Lightness 0–100 (CIELAB). */
const lightness = (hex: string) => 116 * Math.cbrt(luminance(hex)) - 16
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}
const named = (colours: Colours, name: string) => {
  const value = colours.get(name)
  if (value === undefined) throw new Error(`no colour --${name}`)
  return value
}
const steps = (colours: Colours, scale: string) =>
  Array.from({ length: 7 }, (_, at) => named(colours, `${scale}-${at + 1}`))
const hue = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('colours of the %s theme', (theme, colours) => {
  it('rise or fall in lightness along a scale of one way', () => {
    const levels = steps(colours, 'seq').map(lightness)
    const direction = theme === 'light' ? -1 : 1
    for (const [at, level] of levels.slice(1).entries())
      expect((level - (levels[at] ?? 0)) * direction).toBeGreaterThan(6)
  })

  it('are told apart in grey, on both sides of the middle', () => {
    const levels = steps(colours, 'div').map(lightness)
    const sorted = [...levels].sort((a, b) => a - b)
    for (const [at, level] of sorted.slice(1).entries()) expect(level - (sorted[at] ?? 0)).toBeGreaterThan(6)
    const middle = levels[3] ?? 0
    const away = levels.map((level) => Math.abs(level - middle))
    for (const at of [0, 1, 2]) {
      expect(away[at] ?? 0).toBeGreaterThan(away[at + 1] ?? 0)
      expect(away[6 - at] ?? 0).toBeGreaterThan(away[5 - at] ?? 0)
    }
  })

  it('stand out from the ground, by themselves or by the outline that every area has', () => {
    expect(contrast(named(colours, 'line-strong'), named(colours, 'surface'))).toBeGreaterThan(3)
  })

  it('are neither pink nor blue', () => {
    for (const [r = 0, g = 0, b = 0] of [...steps(colours, 'seq'), ...steps(colours, 'div')].map(hue)) {
      expect(b > Math.max(r, g) + 10).toBe(false)
      expect(r > g + 20 && b > g + 5).toBe(false)
    }
  })

  it('carry figures that can be read', () => {
    const text = css('map.css')
    // The second of two inks on a colour is the one that the theme's own list of exceptions names.
    const [usual, exception] = theme === 'light' ? ['on-light', 'on-dark'] : ['on-dark', 'on-light']
    const block =
      theme === 'light' ? text.replace(DARK, '') : [...text.matchAll(DARK)].map(([one]) => one).join('')
    const [, list = ''] =
      new RegExp(`((?:\\.heat\\.[\\w-]+,?\\s*)+)\\{\\s*color: var\\(--${exception}\\)`).exec(block) ?? []
    const listed = new Set([...list.matchAll(/heat\.([\w-]+)/g)].map(([, name = '']) => name))
    expect(listed.size).toBeGreaterThan(3)
    for (const scale of ['seq', 'div'])
      for (const [at, ground] of steps(colours, scale).entries()) {
        const ink = named(colours, listed.has(`${scale}-${at + 1}`) ? exception : usual)
        expect([scale, at + 1, contrast(ink, ground) >= 4.5]).toEqual([scale, at + 1, true])
      }
  })
})

describe('the class of a shade', () => {
  it('spreads few classes over the whole scale, both sides of a middle alike', () => {
    for (let count = 2; count <= 7; count += 1) {
      const used = Array.from({ length: count }, (_, at) =>
        Number(shadeClass(at, count, 'diverging').slice(4)),
      )
      expect([used[0], used.at(-1), new Set(used).size]).toEqual([1, 7, count])
      expect(used.map((step) => 8 - step).reverse()).toEqual(used)
    }
    expect(shadeClass(9, 3, 'sequential')).toBe('seq-7')
    expect(shadeClass(-1, 3, 'sequential')).toBe('seq-1')
  })

  it('hatches a cell without a figure', () => {
    expect(heatClass(null, 5, 'sequential')).toBe('heat heat-missing')
    expect(heatClass(0, 5, 'diverging')).toBe('heat div-1')
  })
})
