import {
  ChartFrame,
  type ChartProps,
  type ChartSize,
  type Drawn,
  GroupDot,
  UprightGrid,
} from './chart-frame.tsx'
import { niceScale, stretched, widest } from './nice-scale.ts'
import { twoLines } from './scale.ts'

export interface DotRow {
  readonly label: string
  /** Null where the figure is missing. */
  readonly women: number | null
  readonly men: number | null
}

export interface DotPlotProps extends ChartProps {
  readonly rows: readonly DotRow[]
  /** The largest difference first where nothing is said; rows without both figures last. */
  readonly order?: 'gap' | 'women' | 'given'
  readonly format: (value: number) => string
  /** Writes a figure of the axis with the decimals that its steps need. */
  readonly formatTick: (value: number, decimals: number) => string
  /** Stands where both figures are missing. */
  readonly missing: string
  /** Whether the axis must hold 0; not where nothing is said. */
  readonly zero?: boolean
  /** Figures that the axis holds besides its own, where several charts shall have the same. */
  readonly also?: readonly number[]
}

/** Women and men as two dots on a row, the line between them is the difference. */
export function DotPlot(props: DotPlotProps) {
  return <ChartFrame {...props} draw={(size) => draw(props, size)} />
}

function draw(props: DotPlotProps, { width, narrow, compact }: ChartSize): Drawn {
  const rows = sorted(props.rows, props.order ?? 'gap')
  const figures = rows.flatMap((row) => [row.women, row.men])
  const scale = niceScale([...figures, ...(props.also ?? [])], narrow ? 3 : 5, props.zero ?? false)
  const room =
    widest(
      figures.flatMap((one) => (one === null ? [] : [props.format(one)])),
      12.5,
    ) + 12
  const names = narrow
    ? 0
    : Math.min(
        220,
        widest(
          rows.map((row) => row.label),
          12,
        ) + 12,
      )
  const x = stretched(scale, names + room, width - room)
  const step = narrow ? 40 : 28
  const bottom = rows.length * step + 2
  return {
    height: bottom + 18,
    content: (
      <>
        <UprightGrid
          ticks={scale.ticks}
          x={x}
          top={0}
          bottom={bottom}
          format={(tick) => props.formatTick(tick, scale.decimals)}
        />
        {rows.map((row, at) => {
          const y = at * step + (narrow ? 27 : 14)
          const lines = narrow ? [row.label] : twoLines(row.label, 30)
          return (
            <g key={row.label}>
              {lines.map((line, index) => (
                <text
                  key={line}
                  class="label haloed"
                  x="0"
                  y={narrow ? y - 14 : y + 4 + (index - (lines.length - 1) / 2) * 12.5}
                >
                  {line}
                </text>
              ))}
              <Dots
                row={row}
                x={x}
                y={y}
                format={props.format}
                missing={props.missing}
                figures={!compact}
                middle={(names + width) / 2}
              />
            </g>
          )
        })}
      </>
    ),
  }
}

function Dots(props: {
  row: DotRow
  x: (value: number) => number
  y: number
  format: (value: number) => string
  missing: string
  figures: boolean
  middle: number
}) {
  const { row, x, y } = props
  const dots = (['women', 'men'] as const).flatMap((group) => {
    const value = row[group]
    return value === null ? [] : [{ group, value, at: x(value) }]
  })
  const [first, second] = dots
  if (first === undefined)
    return (
      <text class="axis" x={props.middle} y={y + 4} text-anchor="middle">
        {props.missing}
      </text>
    )
  const leftmost = second !== undefined && second.at < first.at ? second : first
  const others = dots.filter((dot) => dot !== leftmost)
  return (
    <>
      {second === undefined ? null : <line class="dot-line" x1={first.at} x2={second.at} y1={y} y2={y} />}
      {[...dots].reverse().map(({ group, at }) => (
        <GroupDot key={group} group={group} x={at} y={y} />
      ))}
      {props.figures ? (
        <>
          <text class="value small haloed" x={leftmost.at - 9} y={y + 4} text-anchor="end">
            {props.format(leftmost.value)}
          </text>
          {others.map(({ group, at, value }) => (
            <text key={group} class="value small haloed" x={at + 9} y={y + 4}>
              {props.format(value)}
            </text>
          ))}
        </>
      ) : null}
    </>
  )
}

function sorted(rows: readonly DotRow[], order: 'gap' | 'women' | 'given'): readonly DotRow[] {
  if (order === 'given') return rows
  const size = ({ women, men }: DotRow): number => {
    if (order === 'women') return women ?? Number.NEGATIVE_INFINITY
    return women === null || men === null ? Number.NEGATIVE_INFINITY : Math.abs(women / 2 - men / 2)
  }
  // Subtraction would make nothing of two rows without a figure.
  return [...rows].sort((a, b) => (size(a) === size(b) ? 0 : size(a) < size(b) ? 1 : -1))
}
