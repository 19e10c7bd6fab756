import { ChartFrame, type ChartProps, type ChartSize, type Drawn } from './chart-frame.tsx'
import { niceScale, stretched, textWidth, widest } from './nice-scale.ts'

export interface AgeRow {
  readonly label: string
  /** Persons, or shares of all; null where missing. Negative figures are drawn as 0. */
  readonly women: number | null
  readonly men: number | null
}

export interface PyramidProps extends ChartProps {
  /** Youngest first; the oldest is drawn at the top. */
  readonly rows: readonly AgeRow[]
  readonly womenLabel: string
  readonly menLabel: string
  /** Writes a figure of the axis with the decimals that its steps need. */
  readonly formatTick: (value: number, decimals: number) => string
  /** Stands where a figure is missing. */
  readonly missing: string
  /** The end of both axes, where several pyramids shall have the same. */
  readonly most?: number
}

/** A population pyramid: ages upwards, women to the left, men to the right, one scale for both. */
export function Pyramid(props: PyramidProps) {
  return <ChartFrame {...props} draw={(size) => draw(props, size)} />
}

function draw(props: PyramidProps, { width, narrow, compact }: ChartSize): Drawn {
  const rows = [...props.rows].reverse()
  const scale = niceScale(
    [...rows.flatMap((row) => [persons(row.women), persons(row.men)]), props.most ?? null],
    narrow ? 2 : 3,
    true,
  )
  const top = 22
  const step = Math.max(3, Math.min(compact ? 12 : 18, (compact ? 160 : 380) / Math.max(1, rows.length)))
  const bottom = top + rows.length * step
  const gutter =
    widest(
      rows.map((row) => row.label),
      11.5,
    ) /
      2 +
    6
  const middle = width / 2
  const tickText = (tick: number) => props.formatTick(tick, scale.decimals)
  const edge = Math.max(4, widest(scale.ticks.map(tickText), 11.5) / 2)
  const upwards = { low: 0, high: scale.high }
  const right = stretched(upwards, middle + gutter, width - edge)
  const left = stretched(upwards, middle - gutter, edge)
  const every = Math.ceil(13 / step)
  const ticks = scale.ticks.filter((tick) => tick >= 0)
  const gap = step > 6 ? 1.5 : 0.4
  return {
    height: bottom + 18,
    content: (
      <>
        <text class="label strong" x={middle - gutter} y="12" text-anchor="end">
          {props.womenLabel}
        </text>
        <text class="label strong" x={middle + gutter} y="12">
          {props.menLabel}
        </text>
        {ticks.map((tick) => (
          <g key={tick}>
            {[left(tick), right(tick)].map((x) => (
              <g key={x}>
                <line class={tick === 0 ? 'zero-line' : 'grid'} x1={x} x2={x} y1={top} y2={bottom} />
                {tick === 0 && textWidth(tickText(0), 11.5) > gutter ? null : (
                  <text class="axis" x={x} y={bottom + 14} text-anchor="middle">
                    {tickText(tick)}
                  </text>
                )}
              </g>
            ))}
          </g>
        ))}
        {rows.map((row, at) => {
          const y = top + at * step
          return (
            <g key={row.label}>
              {(rows.length - 1 - at) % every === 0 ? (
                <text class="axis" x={middle} y={y + step / 2 + 4} text-anchor="middle">
                  {row.label}
                </text>
              ) : null}
              {(['women', 'men'] as const).map((group) => {
                const x = group === 'women' ? left : right
                const value = row[group]
                if (value === null)
                  return step < 11 ? null : (
                    <text
                      key={group}
                      class="axis"
                      x={x(0) + (group === 'women' ? -5 : 5)}
                      y={y + step / 2 + 4}
                      text-anchor={group === 'women' ? 'end' : 'start'}
                    >
                      {props.missing}
                    </text>
                  )
                const end = x(persons(value) ?? 0)
                return (
                  <rect
                    key={group}
                    class={`bar-${group}`}
                    x={Math.min(end, x(0))}
                    y={(y + gap / 2).toFixed(1)}
                    width={Math.abs(end - x(0)).toFixed(1)}
                    height={(step - gap).toFixed(1)}
                  />
                )
              })}
            </g>
          )
        })}
      </>
    ),
  }
}

function persons(value: number | null): number | null {
  return value === null ? null : Math.max(0, value)
}
