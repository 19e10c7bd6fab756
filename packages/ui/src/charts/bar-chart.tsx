import {
  ChartFrame,
  type ChartProps,
  type ChartSize,
  type Drawn,
  SEX_ORDER,
  type Sex,
  UprightGrid,
} from './chart-frame.tsx'
import { niceScale, stretched, widest } from './nice-scale.ts'
import { twoLines } from './scale.ts'

export interface Bar {
  readonly group: Sex
  /** Null where the figure is missing; then `text` says so. */
  readonly value: number | null
  /** The figure, or the sign of why there is none, ready to be read. */
  readonly text: string
  /** Ends of the interval, where there is one. */
  readonly low?: number
  readonly high?: number
}

export interface BarGroup {
  readonly label: string
  /** In any order: women are drawn first. */
  readonly bars: readonly Bar[]
}

export interface BarChartProps extends ChartProps {
  readonly groups: readonly BarGroup[]
  /** Writes a figure of the axis with the decimals that its steps need. */
  readonly formatTick: (value: number, decimals: number) => string
  /** Figures that the axis holds besides its own, where several charts shall have the same. */
  readonly also?: readonly number[]
}

const THICK = 15
const STEP = THICK + 3
const LINE = 15

/**
 * Lying bars in groups, women first, with the figure at each bar's end and its interval where given. Bars begin at 0,
 * to the left where a figure is negative. A missing figure leaves its sign in the bar's place.
 */
export function BarChart(props: BarChartProps) {
  return <ChartFrame {...props} draw={(size) => draw(props, size)} />
}

function draw(
  { groups, formatTick, also = [] }: BarChartProps,
  { width, narrow, compact }: ChartSize,
): Drawn {
  const bars = groups.flatMap((group) => group.bars)
  const figures = bars.flatMap(({ value, low, high }) => [value, low ?? null, high ?? null])
  const scale = niceScale([...figures, ...also], narrow ? 3 : 5, true)
  const texts = (negative: boolean) =>
    bars.filter(({ value }) => value !== null && value < 0 === negative).map(({ text }) => text)
  const tickText = (tick: number) => formatTick(tick, scale.decimals)
  const room = widest(scale.ticks.map(tickText), 11.5) / 2
  const left = Math.max(room, widest(texts(true), 12.5) + 8)
  const right = width - Math.max(room, widest(texts(false), 12.5) + 8)
  const x = stretched(scale, left, right)
  const labelsAt = scale.low < 0 ? 0 : x(0) + 4
  let top = 2
  const rows = groups.map((group) => {
    const lines = twoLines(group.label, compact ? 36 : narrow ? 50 : 96)
    const sorted = [...group.bars].sort((a, b) => SEX_ORDER.indexOf(a.group) - SEX_ORDER.indexOf(b.group))
    const row = { key: group.label, lines, bars: sorted, top }
    top += lines.length * LINE + sorted.length * STEP + 12
    return row
  })
  return {
    height: top + 14,
    content: (
      <>
        <UprightGrid ticks={scale.ticks} x={x} top={0} bottom={top - 4} format={tickText} />
        {rows.map((row) => (
          <g key={row.key}>
            {row.lines.map((line, at) => (
              <text key={line} class="label haloed" x={labelsAt} y={row.top + 11 + at * LINE}>
                {line}
              </text>
            ))}
            {row.bars.map((bar, at) => (
              <OneBar key={bar.group} bar={bar} x={x} top={row.top + row.lines.length * LINE + at * STEP} />
            ))}
          </g>
        ))}
      </>
    ),
  }
}

function OneBar({ bar, x, top }: { bar: Bar; x: (value: number) => number; top: number }) {
  const zero = x(0)
  const { value, low, high } = bar
  if (value === null)
    return (
      <text class="axis" x={zero + 6} y={top + 12}>
        {bar.text}
      </text>
    )
  const end = x(value)
  const negative = value < 0
  const outermost = negative ? Math.min(end, x(low ?? value)) : Math.max(end, x(high ?? value))
  return (
    <>
      <rect
        class={`bar-${bar.group}`}
        x={Math.min(zero, end)}
        y={top}
        width={Math.max(1, Math.abs(end - zero))}
        height={THICK}
      />
      {low === undefined || high === undefined ? null : (
        <path
          class="whisker"
          d={`M${x(low)} ${top + THICK / 2}H${x(high)}M${x(low)} ${top + 4}v7M${x(high)} ${top + 4}v7`}
        />
      )}
      <text
        class="value small haloed"
        x={outermost + (negative ? -5 : 5)}
        y={top + 12}
        text-anchor={negative ? 'end' : 'start'}
      >
        {bar.text}
      </text>
    </>
  )
}
