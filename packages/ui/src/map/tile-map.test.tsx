import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { LINE_HEIGHT, labelReach, placeGroupLabels } from './group-labels.ts'
import { type TileArea, TileMap, type TileMapProps } from './tile-map.tsx'
import { groupOutline, tileMiddle } from './tile-shape.ts'

/** A land of 290 places in 20 groups, 15 wide, with groups that have no coast of their own. */
const LAND = Array.from({ length: 20 }, (_, row) =>
  Array.from({ length: row === 19 ? 5 : 15 }, (_, column) => {
    const group = Math.floor(row / 4) * 4 + Math.floor(column / 4)
    return `${String(group + 10)}${String((row % 4) * 4 + (column % 4)).padStart(2, '0')}`
  }).join(' '),
)

function areasOf(rows: readonly string[], more: (code: string, at: number) => Partial<TileArea>): TileArea[] {
  const cells = rows.flatMap((line, row) =>
    line
      .trim()
      .split(' ')
      .flatMap((code, column) => (code.startsWith('.') ? [] : [{ code, column, row }])),
  )
  return cells.map(({ code, column, row }, at) => ({
    code,
    column,
    row,
    group: code.slice(0, 2),
    name: `Plats ${code}`,
    place: at % 5,
    text: '78,4 %',
    ...more(code, at),
  }))
}

const MAP = {
  id: 'm',
  title: 'Women’s income',
  description: 'Lowest in the south.',
  scale: 'sequential',
  classes: 5,
  legend: [
    { label: 'below 70', shade: 0 },
    { label: 'hidden', shade: 'hatch' },
  ],
  groups: [],
} as const satisfies Omit<TileMapProps, 'areas'>
const render = (areas: readonly TileArea[], more: Partial<TileMapProps> = {}) =>
  renderToString(<TileMap {...MAP} areas={areas} {...more} />)
const GROUP_NAMES = Array.from({ length: 20 }, (_, at) => ({
  code: String(at + 10),
  label: `Långtlän ${at + 10}`.slice(at % 4),
}))

describe('the map of tiles', () => {
  const links = areasOf(LAND, (code) => ({ href: `/r/exempel/karta?kommun=${code}` }))

  it('stays light with every municipality a link', () => {
    const html = render(links, { groups: GROUP_NAMES })
    expect(html.match(/<a href/g)).toHaveLength(290)
    expect(Buffer.byteLength(html)).toBeLessThan(60_000)
    expect(html).not.toMatch(/style=|<script/)
  })

  it('is one image with name and description where nothing is a link', () => {
    const html = render(areasOf(['0114'], () => ({})))
    expect(html).toContain('role="img"')
    expect(html).toContain('aria-labelledby="m-title"')
    expect(html).toContain('<title id="m-title">Women’s income</title>')
    expect(html).toContain('<desc id="m-desc">Lowest in the south.</desc>')
    expect(html).not.toContain('<a ')
  })

  it('is a group of named links where areas lead somewhere, with a way past them', () => {
    const html = render(links, { skip: { href: '#table', text: 'Past the map' }, selected: '1402' })
    expect(html).toContain('role="group"')
    expect(html).toContain('<title>Plats 1402: 78,4 %</title>')
    expect(html).toContain('<a class="map-skip" href="#table">Past the map</a>')
    expect(html.match(/aria-current="true"/g)).toHaveLength(1)
    expect(html.match(/class="area-selected"/g)).toHaveLength(1)
  })

  it('tells missing figures by pattern, not by colour', () => {
    const kinds = ['hatch', 'dots', 'blank'] as const
    const html = render(
      areasOf(['0114 0115 0117'], (_, at) => ({ place: null, missing: kinds[at] ?? 'hatch' })),
      { legend: [] },
    )
    expect(html).toContain('fill="url(#m-hatch)"')
    expect(html).toContain('fill="url(#m-dots)"')
    expect(html).toContain('class="area area-blank"')
    expect(html).not.toContain('seq-')
  })

  it('lists the legend and escapes what is written', () => {
    const html = render(areasOf(['0114'], () => ({ name: '<b>"&' })))
    expect(html).toContain('&lt;b>&quot;&amp;: 78,4 %')
    expect(html.match(/<li>/g)).toHaveLength(2)
    expect(html).toContain('class="area seq-1"')
  })

  it('holds up without areas', () => {
    expect(render([])).toContain('<svg')
    expect(render([], { groups: [{ code: '01', label: 'None' }] })).not.toContain('None')
  })
})

describe('names of groups', () => {
  it('stand once each, covering neither tiles nor each other', () => {
    const tiles = areasOf(LAND, () => ({}))
    const groups = GROUP_NAMES.map(({ code, label }) => ({
      label,
      tiles: tiles.filter((tile) => tile.group === code),
    }))
    const labels = placeGroupLabels(groups, tiles)
    expect(labels.map((one) => one.label).sort()).toEqual(groups.map((one) => one.label).sort())
    const boxes = labels.map((one) => ({ ...labelReach([one]), y: one.y }))
    for (const [at, box] of boxes.entries()) {
      for (const tile of tiles) {
        const { x, y } = tileMiddle(tile)
        expect(y === box.y && x + 9 > box.left && x - 9 < box.right).toBe(false)
      }
      for (const other of boxes.slice(at + 1)) {
        const apart = Math.abs(box.y - other.y) >= LINE_HEIGHT
        expect(apart || box.right < other.left || other.right < box.left).toBe(true)
      }
    }
  })
})

describe('lines around groups', () => {
  const edges = (rows: readonly string[]) => {
    const tiles = areasOf(rows, () => ({}))
    return groupOutline(tiles, (tile) => tile.group).match(/M/g)?.length ?? 0
  }

  it('leave out the edges within a group and draw a common edge once', () => {
    expect(edges(['0114'])).toBe(6)
    expect(edges(['0114 0115'])).toBe(10)
    expect(edges(['0114 0305'])).toBe(11)
    // The tile in the odd row touches both above it.
    expect(edges(['0114 0115', '0117'])).toBe(12)
  })
})
