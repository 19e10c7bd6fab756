import fc from 'fast-check'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { BarChart } from './bar-chart.tsx'
import { DotPlot } from './dot-plot.tsx'
import { LineChart } from './line-chart.tsx'
import { Pyramid } from './pyramid.tsx'
import { ScatterPlot } from './scatter-plot.tsx'

const text = (value: number) => `${value}`
const attribute = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, found = '']) => Number(found))

it('every chart writes its axis with the decimals that its steps need', () => {
  const same = {
    title: 'T',
    compact: true,
    formatTick: (value: number, digits: number) => value.toFixed(digits),
  }
  const rows = [{ label: 'A', women: 25.2, men: 25.9 }]
  const drawn: VNode[] = [
    <DotPlot {...same} rows={rows} format={text} missing=".." />,
    <LineChart
      {...same}
      times={['1', '2']}
      series={[{ label: '', group: 'women', values: [25.2, 25.9] }]}
      zero={false}
    />,
    <Pyramid
      {...same}
      rows={[{ label: 'A', women: 0.2, men: 0.1 }]}
      womenLabel="W"
      menLabel="M"
      missing=".."
    />,
    <BarChart {...same} groups={[{ label: 'A', bars: [{ group: 'women', value: 1.2, text: '' }] }]} />,
    <ScatterPlot
      {...same}
      formatX={same.formatTick}
      formatY={same.formatTick}
      points={[
        { label: 'A', x: 25.2, y: 25.3 },
        { label: 'B', x: 25.9, y: 25.8 },
      ]}
      xLabel="x"
      yLabel="y"
      equalLine={false}
    />,
  ]
  for (const chart of drawn) {
    const ticks = [...renderToString(chart).matchAll(/class="axis"[^>]*>(\d+\.\d+)</g)].map(
      ([, tick]) => tick,
    )
    expect(ticks.length).toBeGreaterThan(1)
  }
})

describe('lying bars', () => {
  const chart = (women: number | null, men: number | null) =>
    renderToString(
      <BarChart
        compact
        title="Employment"
        description="Words"
        formatTick={text}
        groups={[
          {
            label: 'Care',
            bars: [
              { group: 'men', value: men, text: men === null ? '··' : text(men) },
              { group: 'women', value: women, text: women === null ? '··' : text(women), low: 1, high: 99 },
            ],
          },
        ]}
      />,
    )

  it('show women first, in proportion, with the interval where given', () => {
    const html = chart(80, 40)
    expect(html.indexOf('bar-women')).toBeLessThan(html.indexOf('bar-men'))
    const [women = 0, men = 0] = attribute(html, /class="bar-\w+"[^>]*?width="([\d.]+)"/g)
    expect(women / men).toBeCloseTo(2, 1)
    expect(html.match(/class="whisker"/g)).toHaveLength(1)
    expect(html).toContain('<title>Employment</title><desc>Words</desc>')
  })

  it('run to the left for negative figures and leave a sign for missing ones', () => {
    const html = chart(null, -40)
    expect(html).toContain('··')
    expect(html).not.toContain('bar-women')
    const [zero = 0] = attribute(html, /class="zero-line" x1="([\d.]+)"/g)
    const [start = 0] = attribute(html, /class="bar-men" x="([\d.]+)"/g)
    const [width = 0] = attribute(html, /class="bar-men"[^>]*?width="([\d.]+)"/g)
    expect(start + width).toBeCloseTo(zero, 1)
  })
})

describe('lines over time', () => {
  const times = ['2018', '2019', '2020', '2021', '2022', '2023']
  const lines = (
    values: readonly (number | null)[],
    breaks: readonly { before: number; mark: string }[] = [],
  ) =>
    renderToString(
      <LineChart
        compact
        title="Income"
        times={times}
        formatTick={text}
        breaks={breaks}
        series={[{ label: 'Women', group: 'women', values }]}
      />,
    )
  const paths = (html: string) => html.match(/class="line-women"/g)?.length ?? 0

  it('have a gap where a figure is missing, and a dot for a figure alone', () => {
    const html = lines([1, 2, null, 4, null, 6])
    expect(paths(html)).toBe(1)
    // Alone in 2021 and in 2023, and the mark at the end.
    expect(html.match(/<circle/g)).toHaveLength(3)
    expect(paths(lines([1, 2, 3, 4, 5, 6]))).toBe(1)
  })

  it('are cut at a break, and the break has its mark', () => {
    const html = lines([1, 2, 3, 4, 5, 6], [{ before: 3, mark: 'a' }])
    expect(paths(html)).toBe(2)
    expect(html).toMatch(/class="reference"[\s\S]*?>a</)
  })

  it('always show the last time, and the name of a series that has figures', () => {
    expect(lines([1, 2, 3, 4, 5, 6])).toContain('>2023<')
    expect(lines([1, 2, 3, 4, 5, 6])).toContain('>Women<')
    expect(lines([null, null, null, null, null, null])).not.toContain('>Women<')
  })
})

describe('two dots a row', () => {
  const rows = [
    { label: 'Small', women: 10, men: 11 },
    { label: 'None', women: null, men: null },
    { label: 'Large', women: 30, men: 10 },
    { label: 'Half', women: 12, men: null },
  ]
  const plot = (order?: 'given' | 'women') =>
    renderToString(
      <DotPlot
        compact
        title="Pay"
        rows={rows}
        format={text}
        formatTick={text}
        missing="hidden"
        {...(order === undefined ? {} : { order })}
      />,
    )
  const names = (html: string) =>
    rows.map(({ label }) => label).sort((a, b) => html.indexOf(`>${a}<`) - html.indexOf(`>${b}<`))

  it('come with the largest difference first, those without both last', () => {
    expect(names(plot())).toEqual(['Large', 'Small', 'None', 'Half'])
    expect(names(plot('women'))).toEqual(['Large', 'Half', 'Small', 'None'])
    expect(names(plot('given'))).toEqual(['Small', 'None', 'Large', 'Half'])
  })

  it('have different shapes, a line only between two, and words where both are missing', () => {
    const html = plot()
    expect(html.match(/<circle class="mark-women-dot"/g)).toHaveLength(3)
    expect(html.match(/<rect class="mark-men-dot"/g)).toHaveLength(2)
    expect(html.match(/class="dot-line"/g)).toHaveLength(2)
    expect(html).toContain('hidden')
  })
})

describe('the pyramid', () => {
  const html = renderToString(
    <Pyramid
      compact
      title="Population"
      womenLabel="Women"
      menLabel="Men"
      missing="··"
      formatTick={text}
      rows={[
        { label: '0–9', women: 50, men: 100 },
        { label: '10–19', women: null, men: 30 },
      ]}
    />,
  )

  it('has women to the left, men to the right, one scale and the oldest on top', () => {
    const [women = 0] = attribute(html, /class="bar-women"[^>]*?width="([\d.]+)"/g)
    const [older = 0, men = 0] = attribute(html, /class="bar-men"[^>]*?width="([\d.]+)"/g)
    expect(men / women).toBeCloseTo(2, 1)
    expect(older).toBeLessThan(men)
    const [left = 0] = attribute(html, /class="bar-women" x="([\d.]+)"/g)
    const [right = 0] = attribute(html, /class="bar-men" x="([\d.]+)"/g)
    expect(left).toBeLessThan(right)
    expect(html.indexOf('>10–19<')).toBeLessThan(html.indexOf('>0–9<'))
    expect(html).toContain('··')
  })
})

describe('the cloud of points', () => {
  const cloud = Array.from({ length: 60 }, (_, at) => ({ label: `p${at}`, x: at % 8, y: (at * 3) % 11 }))
  const plot = (
    points: readonly { label: string; x: number | null; y: number | null; selected?: boolean }[],
  ) =>
    renderToString(
      <ScatterPlot
        title="Two figures"
        xLabel="x"
        yLabel="y"
        formatX={text}
        formatY={text}
        named={2}
        points={points}
      />,
    )
  const written = (html: string, label: string) => html.includes(`>${label}</text>`)

  it('names the farthest and the selected, and leaves out points without both figures', () => {
    const html = plot([
      ...cloud,
      { label: 'Far', x: 80, y: 5 },
      { label: 'Chosen', x: 4, y: 9, selected: true },
      { label: 'Half', x: 3, y: null },
    ])
    expect(written(html, 'Far')).toBe(true)
    expect(written(html, 'Chosen')).toBe(true)
    expect(html).not.toContain('Half')
    expect(html.match(/<circle/g)).toHaveLength(2 * 62)
  })
})

const figure = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -50, max: 50 }),
  fc.constantFrom(0, 1e15, -1e15, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324),
)
const pairs = fc.array(fc.tuple(figure, figure), { maxLength: 6 })

it('no chart draws what is no number, whatever the figures', () => {
  fc.assert(
    fc.property(pairs, fc.boolean(), (given, compact) => {
      const rows = given.map(([women, men], at) => ({ label: `row ${at}`, women, men }))
      const bars = rows.map(({ label, women, men }) => ({
        label,
        bars: [
          { group: 'women' as const, value: women, text: String(women) },
          { group: 'men' as const, value: men, text: String(men) },
        ],
      }))
      const series = (['women', 'men'] as const).map((group) => ({
        label: group,
        group,
        values: rows.map((row) => row[group]),
      }))
      const points = rows.map(({ label, women, men }) => ({ label, x: women, y: men }))
      const same = { title: 'T', compact, formatTick: text }
      const charts: VNode[] = [
        <BarChart key="bar" {...same} groups={bars} />,
        <LineChart key="line" {...same} times={rows.map((row) => row.label)} series={series} />,
        <DotPlot key="dot" {...same} rows={rows} format={text} missing="–" />,
        <Pyramid key="pyramid" {...same} rows={rows} womenLabel="W" menLabel="M" missing="–" />,
        <ScatterPlot
          key="scatter"
          {...same}
          points={points}
          xLabel="x"
          yLabel="y"
          formatX={text}
          formatY={text}
          equalLine
        />,
      ]
      for (const chart of charts) {
        const html = renderToString(chart)
        expect(html).not.toMatch(/NaN|Infinity|style=|="-?[\d.]+e/)
        expect(html).not.toMatch(/(?:width|height|r)="-/)
        expect(html.match(/<svg/g)).toHaveLength(compact ? 1 : 2)
        expect(html).toContain('<title>T</title>')
      }
    }),
    { seed: 1, numRuns: 300 },
  )
})
