import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { BoundaryMap } from './boundary-map.tsx'
import { boundaryPaths } from './boundary-paths.ts'
import { Ranking } from './ranking.tsx'

const square = (x: number) => Float64Array.from([x, 0, x + 10, 0, x + 10, 10, x, 10, x, 0])
const boundaries = boundaryPaths(
  {
    areas: new Map([
      ['0114', [square(0)]],
      ['0115', [square(10)]],
    ]),
    unit: 'metres',
  },
  { width: 100 },
)

describe('the map of boundaries', () => {
  const html = renderToString(
    <BoundaryMap
      id="b"
      title="Map"
      description="Words"
      scale="diverging"
      classes={5}
      legend={[]}
      selected="0115"
      boundaries={boundaries}
      areas={[
        { code: '0114', name: 'A', place: 0, text: '1' },
        { code: '0115', name: 'B', place: null, text: 'hidden' },
        { code: '9999', name: 'Unknown', place: 4, text: '2' },
      ]}
    />,
  )

  it('draws areas that have a boundary, and marks the selected one', () => {
    expect(html).toContain('viewBox="-4 -4 108 58"')
    expect(html.match(/<title>/g)).toHaveLength(2)
    expect(html).toContain('class="area div-1"')
    expect(html).toContain('fill="url(#b-hatch)"')
    expect(html.match(/area-selected/g)).toHaveLength(1)
    expect(html).not.toContain('Unknown')
  })
})

describe('the ranking', () => {
  it('is a numbered list in the given order', () => {
    const html = renderToString(
      <Ranking
        title="Largest gap"
        scale="sequential"
        classes={3}
        start={4}
        places={[
          { name: 'Grums', text: '67,5 %', place: 2, href: '/grums' },
          { name: 'Öckerö', text: '··', place: null },
        ]}
      />,
    )
    expect(html).toContain('<ol start="4">')
    expect(html).toContain('<a href="/grums">Grums</a>')
    expect(html.indexOf('Grums')).toBeLessThan(html.indexOf('Öckerö'))
    expect(html.match(/seq-/g)).toHaveLength(1)
  })
})
