import type { Locale } from '@jamvikt/i18n'
import { heatClass } from '@jamvikt/ui'
import { decimalsOf, type Pivot } from '../rules/pivot.ts'
import type { View } from '../rules/view.ts'
import { figureText, gapText, signsAmong } from './figure-text.ts'
import { type Heat, heatOf } from './heat.ts'

/** A view as a table: women first, the gap beside the figures it is of, signs told under it; shaded where it is to be. */
export function PivotTable(props: {
  locale: Locale
  pivot: Pivot
  view: View
  caption: string
  rowsName: string
}) {
  const { locale, pivot, view } = props
  const { columns, rows } = pivot
  const hasGap = view.gap !== 'none'
  const gapName = locale.text(`stat.view.gap.${view.gap}`)
  const headings = columns.map(({ label }) => label || locale.text('stat.view.value'))
  const signs = signsAmong(
    locale,
    rows.flatMap(({ figures }) => figures),
  )
  const isNarrow = columns.length <= 4
  const heat = heatOf(locale, pivot, view)
  return (
    <div class="card">
      <div class="scroll" tabIndex={0} role="region" aria-label={props.caption}>
        <table class={isNarrow ? 'figures stack' : 'figures'}>
          <caption>
            {props.caption}
            {pivot.unit ? <span class="note"> ({pivot.unit})</span> : null}
          </caption>
          <thead>
            <tr>
              <th scope="col">{props.rowsName}</th>
              {headings.map((heading, at) => (
                <th scope="col" class="n" key={columns[at]?.code}>
                  {heading}
                </th>
              ))}
              {hasGap ? (
                <th scope="col" class="n">
                  {gapName}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, down) => (
              <tr key={row.code}>
                <th scope="row">{row.label}</th>
                {row.figures.map((figure, at) => (
                  <td
                    class={heat?.of === 'figures' ? `n ${heat.shade(down, at)}` : 'n'}
                    data-label={headings[at]}
                    key={columns[at]?.code}
                  >
                    {figureText(locale, figure, decimalsOf(pivot, row, columns[at]))}
                  </td>
                ))}
                {hasGap ? (
                  <td class={heat?.of === 'gaps' ? `n ${heat.shade(down, 0)}` : 'n'} data-label={gapName}>
                    <strong>{gapText(locale, row.gap, view.gap, decimalsOf(pivot, row))}</strong>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {heat === null ? null : <HeatLegend heat={heat} />}
      {pivot.left > 0 ? (
        <p class="note">{locale.text('stat.rows.left', { left: locale.number(pivot.left) })}</p>
      ) : null}
      {signs.length > 0 ? (
        <p class="note">
          {locale.text('stat.signs')}: {signs.join(' · ')}
        </p>
      ) : null}
    </div>
  )
}

function HeatLegend({ heat }: { heat: Heat }) {
  return (
    <ul class="map-legend">
      {heat.legend.map(({ label, shade }) => (
        <li key={label}>
          <span
            class={`swatch ${heatClass(typeof shade === 'number' ? shade : null, heat.classes, heat.scale)}`}
            aria-hidden="true"
          />
          {label}
        </li>
      ))}
    </ul>
  )
}
