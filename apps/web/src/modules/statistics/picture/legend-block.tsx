import { type LegendEntry, type MapProps, paint, type Sex, textWidth } from '@jamvikt/ui'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Block, NOTHING } from './block.tsx'
import { INK } from './ink.ts'

interface Entry {
  readonly label: string
  readonly swatch: VNode
}

const SIZE = 12.5
const LINE = 20

/** What the classes of a map or of shaded cells stand for. */
export function classLegend(
  legend: readonly LegendEntry[],
  look: Pick<MapProps, 'id' | 'scale' | 'classes'>,
  width: number,
): Block {
  return entriesBlock(
    legend.map(({ label, shade }) => ({
      label,
      swatch: <path {...paint(look, shade)} d="M0 1h16v12h-16z" />,
    })),
    width,
  )
}

/** Which colour and form stands for whom. */
export function groupLegend(
  entries: readonly { readonly label: string; readonly group: Sex }[],
  width: number,
): Block {
  return entriesBlock(
    entries.map(({ label, group }) => ({
      label,
      swatch:
        group === 'women' ? (
          <circle class="bar-women" cx="8" cy="7" r="5.5" />
        ) : (
          <rect class={`bar-${group}`} x="2" y="1.5" width="11" height="11" />
        ),
    })),
    width,
  )
}

function entriesBlock(entries: readonly Entry[], width: number): Block {
  if (entries.length === 0) return NOTHING
  let [x, y] = [0, 0]
  const drawn = entries.map(({ label, swatch }) => {
    const room = 22 + textWidth(label, SIZE) + 14
    if (x > 0 && x + room > width) {
      x = 0
      y += LINE
    }
    const place = `translate(${Math.round(x)} ${y})`
    x += room
    return (
      <g key={place} transform={place}>
        {swatch}
        <text x="22" y="11.5" font-size={SIZE} fill={INK.dark}>
          {label}
        </text>
      </g>
    )
  })
  return { height: y + LINE, svg: renderToString(<g>{drawn}</g>) }
}
