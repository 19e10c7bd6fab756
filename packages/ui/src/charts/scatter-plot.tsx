import { ChartFrame, type ChartProps, type ChartSize, type Drawn, UprightGrid } from './chart-frame.tsx'
import { niceScale, stretched, textWidth, widest } from './nice-scale.ts'
import { farthest } from './outliers.ts'

export interface ScatterPoint {
  readonly label: string
  /** A point with a missing figure is not drawn. */
  readonly x: number | null
  readonly y: number | null
  /** Stands out and always has its name. */
  readonly selected?: boolean
}

export interface ScatterPlotProps extends ChartProps {
  readonly points: readonly ScatterPoint[]
  readonly xLabel: string
  readonly yLabel: string
  /** Write figures of the axes with the decimals that their steps need. */
  readonly formatX: (value: number, decimals: number) => string
  readonly formatY: (value: number, decimals: number) => string
  /** How many of the points farthest from the others get their names; 6 where nothing is said. */
  readonly named?: number
  /** Draws the line on which both figures are equal; then both axes are the same. */
  readonly equalLine?: boolean
}

interface Spot {
  readonly label: string
  readonly x: number
  readonly y: number
  readonly selected: boolean
}

/** Places by two figures, with the names of those that lie farthest from the others. It shows no cause. */
export function ScatterPlot(props: ScatterPlotProps) {
  return <ChartFrame {...props} draw={(size) => draw(props, size)} />
}

function draw(props: ScatterPlotProps, { width, narrow, compact }: ChartSize): Drawn {
  const given = props.points.flatMap(({ label, x, y, selected = false }): Spot[] =>
    x === null || y === null || !Number.isFinite(x) || !Number.isFinite(y) ? [] : [{ label, x, y, selected }],
  )
  const about = narrow ? 3 : 5
  const both = props.equalLine ? given.flatMap(({ x, y }) => [x, y]) : null
  const xScale = niceScale(both ?? given.map((point) => point.x), about, false)
  const yScale = niceScale(both ?? given.map((point) => point.y), about, false)
  const height = compact ? 200 : narrow ? 330 : 420
  const xText = (tick: number) => props.formatX(tick, xScale.decimals)
  const yText = (tick: number) => props.formatY(tick, yScale.decimals)
  const left = widest(yScale.ticks.map(yText), 11.5) + 8
  const right = width - widest(xScale.ticks.map(xText), 11.5) / 2 - 2
  const [top, bottom] = [24, height - 36]
  const x = stretched(xScale, left, right)
  const y = stretched(yScale, bottom, top)
  const spots = given.map((point): Spot => ({ ...point, x: x(point.x), y: y(point.y) }))
  const count = compact ? 0 : (props.named ?? 6)
  const names = new Set([
    ...spots.flatMap(({ selected }, at) => (selected ? [at] : [])),
    ...farthest(given, narrow ? Math.ceil(count / 2) : count),
  ])
  const radius = compact ? 2.5 : narrow ? 3 : 4
  return {
    height,
    content: (
      <>
        <UprightGrid ticks={xScale.ticks} x={x} top={top} bottom={bottom} format={xText} />
        {yScale.ticks.map((tick) => (
          <g key={tick}>
            <line class="grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
            <text class="axis" x={left - 6} y={y(tick) + 4} text-anchor="end">
              {yText(tick)}
            </text>
          </g>
        ))}
        <text class="label" x="0" y="11">
          {props.yLabel}
        </text>
        <text class="label" x={right} y={height - 4} text-anchor="end">
          {props.xLabel}
        </text>
        {both === null ? null : (
          <line
            class="reference"
            x1={x(xScale.low)}
            y1={y(xScale.low)}
            x2={x(xScale.high)}
            y2={y(xScale.high)}
          />
        )}
        <g class="scatter">
          {spots.map((spot) => (
            <circle
              key={spot.label}
              class={spot.selected ? 'spot-selected' : undefined}
              cx={spot.x}
              cy={spot.y}
              r={radius}
            >
              {narrow ? null : <title>{spot.label}</title>}
            </circle>
          ))}
        </g>
        {placeNames(spots, [...names], { left, right, top, bottom }).map((name) => (
          <text key={name.label} class="label haloed" x={name.x} y={name.y + 4} text-anchor={name.anchor}>
            {name.label}
          </text>
        ))}
      </>
    ),
  }
}

/** Between the names of two points. */
const APART = 6

interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Beside, above or below its point, wherever a name stays within the picture and covers no other; else it is left out. */
function placeNames(spots: readonly Spot[], named: readonly number[], frame: Frame) {
  const taken: Frame[] = []
  return named.flatMap((at) => {
    const spot = spots[at]
    if (spot === undefined) return []
    const width = textWidth(spot.label, 12)
    const wishes = [
      { x: spot.x + 8, y: spot.y, anchor: 'start', left: spot.x + 8 },
      { x: spot.x - 8, y: spot.y, anchor: 'end', left: spot.x - 8 - width },
      { x: spot.x, y: spot.y - 13, anchor: 'middle', left: spot.x - width / 2 },
      { x: spot.x, y: spot.y + 13, anchor: 'middle', left: spot.x - width / 2 },
    ] as const
    for (const { x, y, anchor, left } of wishes) {
      const box = { left, right: left + width, top: y - 7, bottom: y + 7 }
      const inside =
        box.left >= frame.left &&
        box.right <= frame.right + 6 &&
        box.top >= frame.top - 8 &&
        box.bottom <= frame.bottom + 6
      const apart = (other: Frame) =>
        box.right + APART < other.left ||
        other.right + APART < box.left ||
        box.bottom <= other.top ||
        other.bottom <= box.top
      if (!inside || !taken.every(apart)) continue
      taken.push(box)
      return [{ label: spot.label, x, y, anchor }]
    }
    return []
  })
}
