import path from 'node:path'
import { localeOf } from '@jamvikt/i18n'
import { STATE, type StatTable } from '@jamvikt/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dataset, Provenance } from '../model-datasets.ts'
import { conceptsOf } from '../rules/concepts.ts'
import { panelsOf, pivotOf } from '../rules/pivot.ts'
import { viewOf } from '../rules/view.ts'
import { figureText } from '../ui/figure-text.ts'
import { type Pictured, pictureSvg } from './picture.tsx'
import { pictureStyle } from './picture-style.ts'
import { PngMaker } from './png-maker.ts'
import { sharePicture, shareText } from './share-picture.tsx'
import { wrapText } from './wrap-text.ts'

const PLACES = ['Falun', 'Mora', 'Orsa', 'Leksand', 'Rättvik', 'Älvdalen', 'Malung', 'Vansbro', 'Gagnef']
const CODES = ['2080', '2062', '2034', '2029', '2031', '2039', '2023', '2021', '2026']
const dataset: Dataset = {
  id: '00000000-0000-4000-8000-000000000000',
  slug: 'loner',
  name: 'Löner efter kommun och kön',
  description: '',
  area: 'economy',
  licence: 'CC0',
  contact: '',
  rhythm: 'yearly',
  definitions: '',
  breaks: '',
  fetchAgain: 'never',
  source: { kind: 'file', producer: 'Påhittad myndighet' },
  synthetic: true,
  version: 3,
  withdrawnAt: null,
}
const provenance: Provenance = {
  fileName: 'hemligt.csv',
  address: null,
  fetchedAt: '2026-11-20T08:00:00Z',
  sourceUpdated: null,
  sourceSha256: null,
  releases: [],
}

/** Wages by place, sex and year; invented. */
function wages(names: readonly string[] = PLACES): StatTable {
  const values = Float64Array.from({ length: 9 * 2 * 2 }, (_, cell) => 301 + cell * 7)
  const states = new Uint8Array(values.length)
  states[1] = STATE.withheld
  values[1] = Number.NaN
  return {
    id: '',
    languages: ['sv'],
    title: { sv: 'Löner' },
    dimensions: [
      {
        id: 'kommun',
        label: { sv: 'kommun' },
        role: 'geo',
        categories: CODES.map((code, at) => ({ code, label: { sv: names[at] ?? code } })),
      },
      {
        id: 'kön',
        label: { sv: 'kön' },
        role: 'classification',
        categories: ['män', 'kvinnor'].map((code) => ({ code, label: { sv: code } })),
      },
      {
        id: 'år',
        label: { sv: 'år' },
        role: 'time',
        categories: ['2022', '2023'].map((code) => ({ code, label: { sv: code } })),
      },
    ],
    stub: 1,
    measure: { decimals: 0, unit: { sv: 'kronor' } },
    values,
    states,
  }
}

function pictured(
  asked: Readonly<Record<string, string>>,
  table = wages(),
  change: Partial<Dataset> = {},
): Pictured {
  const concepts = conceptsOf(table)
  return {
    locale: localeOf('sv'),
    dataset: { ...dataset, ...change },
    version: 3,
    provenance,
    table,
    view: viewOf((name) => asked[name], table, concepts),
    concepts,
    boundaries: undefined,
    region: 'Region Exempel',
  }
}

/** The words of a picture, in the order in which they stand. */
const wordsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&quot;', '"'),
  )

/** Whether every element that is opened is closed, in order. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, close, name = '', alone] of xml.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close === '/') {
      if (open.pop() !== name) return false
    } else if (alone !== '/') open.push(name)
  }
  return open.length === 0
}

const CHARTS = ['bars', 'dots', 'map', 'heat', 'scatter']

describe('a picture', () => {
  it.each(['bars', 'dots', 'heat'])(
    'of %s has the figures of the table, and the signs of what is missing',
    (chart) => {
      const asked = { chart, 'in.år': '2023' }
      const shown = pictured(asked)
      const { rows, decimals } = pivotOf(shown.table, shown.view, shown.concepts, 'sv')
      const words = wordsOf(pictureSvg(shown).text)
      for (const { label, figures } of rows) {
        expect(words).toContain(label)
        for (const figure of figures) {
          const text = figureText(shown.locale, figure, decimals)
          if (figure.value !== null || chart !== 'dots') expect(words).toContain(text)
        }
      }
    },
  )

  it('of a map tells each place its figure, and the map of differences what is left', () => {
    const shown = pictured({ chart: 'map', maps: 'difference' })
    const svg = pictureSvg(shown).text
    const [falun] = pivotOf(shown.table, shown.view, shown.concepts, 'sv').rows
    const [women = 0, men] = (falun?.figures ?? []).map(({ value }) => value)
    expect(men).toBeNull()
    for (const told of [`Falun: ${women}<`, 'Mora: 350<', 'Mora: 336<', 'Falun: ..<', 'Mora: +14<'])
      expect({ told, is: svg.includes(told) }).toEqual({ told, is: true })
    expect(wordsOf(svg)).toContain('kvinnor minus män')
  })

  it('of maps counts in each legend the places of that map alone', () => {
    const svg = pictureSvg(pictured({ chart: 'map', columns: 'kön' })).text
    const counts = wordsOf(svg).flatMap((word) => /\((\d+)\)$/.exec(word)?.[1] ?? [])
    expect(counts.map(Number).reduce((sum, one) => sum + one, 0)).toBe(2 * 290)
  })

  it('of panels has each panel’s own figures on one scale', () => {
    const shown = pictured({ chart: 'bars', columns: 'kön', panels: 'år' })
    const words = wordsOf(pictureSvg(shown).text)
    const panels = panelsOf(shown.table, shown.view, shown.concepts, 'sv')
    expect(panels).toHaveLength(2)
    for (const { label, pivot } of panels) {
      expect(words).toContain(label)
      for (const { figures } of pivot.rows)
        for (const { value } of figures) if (value !== null) expect(words).toContain(String(value))
    }
    const ticks = words.filter((word) => word === '600')
    expect(ticks.length).toBe(2)
  })

  it('says what it is of, where it comes from, which version, and that it is invented', () => {
    const words = wordsOf(pictureSvg(pictured({ chart: 'bars' })).text).join(' ')
    expect(words).toContain('Löner efter kommun och kön')
    expect(words).toMatch(/år: 2023.*kronor/)
    expect(words).toMatch(/Region Exempel\. Källa: Påhittad myndighet\. Version 3, hämtad 20 nov\.? 2026/)
    expect(words).toContain(localeOf('sv').text('synthetic').slice(0, 20))
    expect(words).not.toContain('hemligt.csv')
  })

  it('stands alone: styles written out, light, no script and nothing fetched', () => {
    for (const chart of CHARTS) {
      const { text } = pictureSvg(pictured({ chart }))
      expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
      expect(text).not.toMatch(/<script|\son\w+=|var\(|@import|@media|href=|url\((?!#)/i)
      expect(isWellFormed(text)).toBe(true)
    }
    expect(pictureStyle()).toContain('.bar-women{fill:#0d5c63}')
    expect(pictureStyle()).toMatch(/\.seq-7\{fill:#223f22\}/)
  })

  it('of hostile names is a picture all the same', () => {
    const hostile = [
      '</text><script>alert(1)</script>',
      '" onload="alert(1)',
      ']]><x>&nbsp;&amp;',
      '\u0000\u0008\u001B\uFFFF\uD800',
      '__proto__',
    ]
    for (const chart of CHARTS) {
      const table = wages([...hostile, ...PLACES.slice(hostile.length)])
      const { text } = pictureSvg(pictured({ chart }, table, { name: hostile.join(' ') }))
      expect(isWellFormed(text)).toBe(true)
      expect(text).not.toMatch(/<script|<x>|<[^>]*\sonload=/)
      expect([...text].every((one) => one === '\n' || (one >= ' ' && one !== '\uFFFF'))).toBe(true)
    }
  })

  it('of a table that is not drawn is drawn as what says most', () => {
    expect(pictureSvg(pictured({})).text).toContain('map-picture')
    expect(pictureSvg(pictured({ rows: 'år' })).text).toContain('line-women')
  })
})

describe('a picture to share', () => {
  it('has room for 1200 × 630, and says in a sentence what it shows', () => {
    const shown = pictured({ 'in.år': '2022' })
    const { width, height, text } = sharePicture(shown)
    expect([width, height]).toEqual([1200, 630])
    expect(isWellFormed(text)).toBe(true)
    expect(shareText(shown)).toMatch(/^Kvinnors tal ligger inte under mäns i någon av 9\. Lägst är /)
    expect(wordsOf(text).join(' ').replaceAll('\u00A0', ' ')).toContain(shareText(shown))
  })

  it('says of a series what it is that moves', () => {
    const table = wages()
    const years = {
      ...table,
      dimensions: table.dimensions.map((one) =>
        one.id === 'år'
          ? {
              ...one,
              categories: ['2020', '2021', '2022', '2023'].map((code) => ({ code, label: { sv: code } })),
            }
          : one,
      ),
    }
    const values = Float64Array.from({ length: 9 * 2 * 4 }, (_, cell) => 301 + cell * 7)
    const shown = pictured({ rows: 'år' }, { ...years, values, states: new Uint8Array(values.length) })
    expect(shareText(shown)).toMatch(/^Kvinnors i procent av mäns: Värdet har /)
  })

  it('names the table where there is nothing to say of women and men', () => {
    expect(shareText(pictured({ columns: '' }))).toContain('Löner efter kommun och kön')
  })
})

describe('a picture as PNG', () => {
  const maker = new PngMaker(path.resolve('.'))
  const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  const sizeOf = (png: Uint8Array) => {
    const view = new DataView(png.buffer, png.byteOffset)
    return [view.getUint32(16), view.getUint32(20)]
  }

  it('is twice as sharp as the drawing, and shows it', async () => {
    const svg = pictureSvg(pictured({ chart: 'dots' }))
    const made = await maker.draw(svg)
    if (!made.ok) throw new Error(made.reason)
    expect([...made.png.slice(0, 8)]).toEqual(SIGNATURE)
    expect(sizeOf(made.png)).toEqual([2 * svg.width, 2 * svg.height])
    expect(made.png.length).toBeGreaterThan(20_000)
  })

  it('is refused where it is too large, no picture, or too many wait; others are drawn all the same', async () => {
    const huge = { text: '<svg xmlns="http://www.w3.org/2000/svg"/>', width: 10, height: 100_000 }
    expect(await maker.draw(huge)).toEqual({ ok: false, reason: 'too-large' })
    expect(await maker.draw({ text: '<html>', width: 10, height: 10 })).toEqual({
      ok: false,
      reason: 'failed',
    })
    const { text } = pictureSvg(pictured({ chart: 'bars' }))
    const all = await Promise.all(
      Array.from({ length: 30 }, () => maker.draw({ text, width: 760, height: 500 }, 0.1)),
    )
    expect(all.filter((one) => one.ok)).toHaveLength(21)
    expect(all.filter((one) => !one.ok && one.reason === 'busy')).toHaveLength(9)
  })

  it('that takes too long is called off, and the next is drawn', async () => {
    const hasty = new PngMaker(path.resolve('.'), 1)
    const svg = pictureSvg(pictured({ chart: 'map' }))
    expect(await hasty.draw(svg)).toEqual({ ok: false, reason: 'out-of-time' })
    expect((await maker.draw(svg)).ok).toBe(true)
  })
})

describe('words in lines', () => {
  it('keep every letter, and no line is wider than its room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 20, max: 400 }),
        (text, room) => {
          const lines = wrapText(text, 10, room, 1000)
          expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
          for (const line of lines) expect([...line].length * 5.7).toBeLessThanOrEqual(Math.max(room, 5.7))
        },
      ),
      { seed: 1, numRuns: 300 },
    )
  })
})
