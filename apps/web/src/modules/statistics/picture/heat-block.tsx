import type { Locale } from '@jamvikt/i18n'
import { shadeClass } from '@jamvikt/ui'
import { renderToString } from 'preact-render-to-string'
import { decimalsOf, type Pivot } from '../rules/pivot.ts'
import type { View } from '../rules/view.ts'
import { figureText, gapText } from '../ui/figure-text.ts'
import type { Heat } from '../ui/heat.ts'
import { type Block, stacked } from './block.tsx'
import { INK } from './ink.ts'
import { classLegend } from './legend-block.tsx'

/** What a picture has room for; the table has the rest. */
export const HEAT_ROWS = 40
export const HEAT_COLUMNS = 10

const LINE = 22
/** Steps on which light ink is read; see the style of shaded cells. */
const DARK_STEPS = /^(seq-[67]|div-[127])$/

/** A shaded table, drawn. */
export function heatBlock(locale: Locale, pivot: Pivot, view: View, heat: Heat, width: number): Block {
  const names = 190
  const heads =
    heat.of === 'gaps'
      ? [locale.text(`stat.view.gap.${view.gap}`)]
      : pivot.columns.slice(0, HEAT_COLUMNS).map(({ label }) => label)
  const each = Math.min(150, (width - names) / Math.max(1, heads.length))
  const rows = pivot.rows.slice(0, HEAT_ROWS)
  const drawn = (
    <>
      {heads.map((head, at) => (
        <text
          key={head}
          x={names + (at + 1) * each - 6}
          y="14"
          font-size="11"
          text-anchor="end"
          fill={INK.soft}
        >
          {cut(head, each, 11)}
        </text>
      ))}
      {rows.map((row, down) => (
        <g key={row.code}>
          <text x="0" y={LINE * (down + 1) + 15} font-size="12" fill={INK.dark}>
            {cut(row.label, names, 12)}
          </text>
          {heads.map((head, at) => {
            const place = heat.place(down, at)
            const step = place === null ? null : shadeClass(place, heat.classes, heat.scale)
            const figure = row.figures[at]
            const text =
              heat.of === 'gaps'
                ? gapText(locale, row.gap, view.gap, decimalsOf(pivot, row))
                : figure === undefined
                  ? ''
                  : figureText(locale, figure, decimalsOf(pivot, row, pivot.columns[at]))
            return (
              <g key={head}>
                <rect
                  class={step ?? 'area-blank'}
                  x={names + at * each + 1}
                  y={LINE * (down + 1) + 1}
                  width={each - 2}
                  height={LINE - 2}
                />
                <text
                  x={names + (at + 1) * each - 6}
                  y={LINE * (down + 1) + 15}
                  font-size="12"
                  text-anchor="end"
                  fill={step !== null && DARK_STEPS.test(step) ? '#ffffff' : INK.dark}
                >
                  {text}
                </text>
              </g>
            )
          })}
        </g>
      ))}
    </>
  )
  const table = { height: LINE * (rows.length + 1), svg: renderToString(drawn) }
  return stacked([table, classLegend(heat.legend, { id: 'heat', ...heat }, width)], 14)
}

function cut(text: string, room: number, size: number): string {
  const most = Math.floor(room / (size * 0.57)) - 1
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
