import {
  ChartFrame,
  type ChartProps,
  type ChartSize,
  type Drawn,
  GroupDot,
  type Sex,
} from './chart-frame.tsx'
import { endLabels } from './end-labels.ts'
import { niceScale, stretched, widest } from './nice-scale.ts'

export interface Series {
  /** Written at the line's end; short. */
  readonly label: string
  readonly group: Sex
  /** One for each time; null where the figure is missing: the line has a gap there. */
  readonly values: readonly (number | null)[]
}

export interface LineChartProps extends ChartProps {
  /** Equally far apart, oldest first. */
  readonly times: readonly string[]
  readonly series: readonly Series[]
  /** Writes a figure of the axis with the decimals that its steps need. */
  readonly formatTick: (value: number, decimals: number) => string
  /** Breaks in the series: `before` is the place of the first time after the break. `mark` is explained by the caller. */
  readonly breaks?: readonly { readonly before: number; readonly mark: string }[]
  /** Whether the axis begins at 0, as it does where nothing is said. */
  readonly zero?: boolean
  /** Figures that the axis holds besides its own, where several charts shall have the same. */
  readonly also?: readonly number[]
}

/**
 * Lines over time with their names at the end. A line has a gap where a figure is missing, and is cut where the series
 * has a break; a figure alone between gaps is a dot.
 */
export function LineChart(props: LineChartProps) {
  return <ChartFrame {...props} draw={(size) => draw(props, size)} />
}

function draw(props: LineChartProps, { width, narrow, compact }: ChartSize): Drawn {
  const { times, series, breaks = [], also = [] } = props
  const scale = niceScale(
    [...series.flatMap((one) => one.values), ...also],
    compact ? 2 : 4,
    props.zero ?? true,
  )
  const tickText = (tick: number) => props.formatTick(tick, scale.decimals)
  const height = compact ? 130 : narrow ? 230 : 300
  const top = breaks.length > 0 ? 20 : 8
  const bottom = height - 22
  const halfTime = widest(times, 11.5) / 2
  const left = Math.max(widest(scale.ticks.map(tickText), 11.5) + 8, halfTime)
  const names = widest(
    series.map((one) => one.label),
    12,
  )
  const right = width - Math.max(names + 12, halfTime)
  const y = stretched(scale, bottom, top)
  const x = (at: number) =>
    times.length < 2 ? (left + right) / 2 : left + 6 + ((right - left - 12) * at) / (times.length - 1)
  const cuts = new Set(breaks.map(({ before }) => before))
  const ends = series.map(({ values }) => values.findLastIndex((value) => value !== null))
  const labels = endLabels(
    ends.map((end, at) => pointY(series[at]?.values[end], y)),
    14,
    top,
    bottom,
  )
  return {
    height,
    content: (
      <>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line class={tick === 0 ? 'zero-line' : 'grid'} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
            <text class="axis" x={left - 6} y={y(tick) + 4} text-anchor="end">
              {tickText(tick)}
            </text>
          </g>
        ))}
        {shownTimes(times, right - left).map((at) => (
          <text key={at} class="axis" x={x(at)} y={height - 5} text-anchor="middle">
            {times[at]}
          </text>
        ))}
        {breaks.map(({ before, mark }) => (
          <g key={before}>
            <line class="reference" x1={x(before - 0.5)} x2={x(before - 0.5)} y1={top - 4} y2={bottom} />
            <text class="axis" x={x(before - 0.5)} y={11} text-anchor="middle">
              {mark}
            </text>
          </g>
        ))}
        {series.map((one, index) => {
          const end = ends[index] ?? -1
          const value = one.values[end]
          return (
            <g key={one.label}>
              {stretches(one.values, cuts).map((points) => {
                const [first = 0] = points
                const at = (place: number) => `${x(place).toFixed(1)} ${y(one.values[place] ?? 0)}`
                return points.length === 1 ? (
                  <GroupDot
                    key={first}
                    group={one.group}
                    x={x(first)}
                    y={y(one.values[first] ?? 0)}
                    size={3}
                  />
                ) : (
                  <path key={first} class={`line-${one.group}`} d={`M${points.map(at).join('L')}`} />
                )
              })}
              {value === undefined || value === null ? null : (
                <>
                  <GroupDot group={one.group} x={x(end)} y={y(value)} size={4} />
                  <text class="label strong" x={right + 6} y={(labels[index] ?? 0) + 4}>
                    {one.label}
                  </text>
                </>
              )}
            </g>
          )
        })}
      </>
    ),
  }
}

function pointY(value: number | null | undefined, y: (value: number) => number): number | null {
  return value === null || value === undefined ? null : y(value)
}

/** The places of figures that follow each other without a gap or a break. */
function stretches(values: readonly (number | null)[], cuts: ReadonlySet<number>): number[][] {
  const found: number[][] = []
  let open: number[] | null = null
  for (const [at, value] of values.entries()) {
    if (value === null) open = null
    else if (open === null || cuts.has(at)) {
      open = [at]
      found.push(open)
    } else open.push(at)
  }
  return found
}

/** As many times as have room, always the last, equally far apart. */
function shownTimes(times: readonly string[], room: number): number[] {
  const each = widest(times, 11.5) + 14
  const step = Math.max(1, Math.ceil((times.length * each) / Math.max(room, each)))
  return times.flatMap((_, at) => ((times.length - 1 - at) % step === 0 ? [at] : []))
}
