import type { ComponentChildren } from 'preact'

/** What every chart is told. The caller shows the same figures as a table beside it. */
export interface ChartProps {
  readonly title: string
  /** The finding in words, for those who do not see the picture. */
  readonly description?: string
  /** One of many small charts: drawn once, narrower and with fewer words. */
  readonly compact?: boolean
  /** Drawn once, for a picture that stands by itself: with much room, or with large letters. */
  readonly alone?: 'wide' | 'narrow' | undefined
}

export interface ChartSize {
  readonly width: number
  /** For a phone or a small chart: about half as much room. */
  readonly narrow: boolean
  readonly compact: boolean
}

export interface Drawn {
  readonly height: number
  readonly content: ComponentChildren
}

export type Sex = 'women' | 'men' | 'other'
export const SEX_ORDER: readonly Sex[] = ['women', 'men', 'other']

/** Draws a chart for much and for little room; the style sheet shows the one that fits the box it stands in. */
export function ChartFrame(props: ChartProps & { draw: (size: ChartSize) => Drawn }) {
  if (props.compact)
    return <Picture {...props} kind="chart-compact" size={{ width: 240, narrow: true, compact: true }} />
  const wide = <Picture {...props} kind="chart-wide" size={{ width: 640, narrow: false, compact: false }} />
  const narrow = (
    <Picture {...props} kind="chart-narrow" size={{ width: 336, narrow: true, compact: false }} />
  )
  if (props.alone !== undefined) return props.alone === 'wide' ? wide : narrow
  return (
    <div class="chart-box">
      {wide}
      {narrow}
    </div>
  )
}

function Picture(props: ChartProps & { draw: (size: ChartSize) => Drawn; kind: string; size: ChartSize }) {
  const { height, content } = props.draw(props.size)
  return (
    <svg class={`chart ${props.kind}`} viewBox={`0 0 ${props.size.width} ${Math.ceil(height)}`} role="img">
      <title>{props.title}</title>
      {props.description === undefined ? null : <desc>{props.description}</desc>}
      {content}
    </svg>
  )
}

/** Upright lines with their figures below, for charts whose figures run from left to right. */
export function UprightGrid(props: {
  ticks: readonly number[]
  x: (value: number) => number
  top: number
  bottom: number
  format: (value: number) => string
}) {
  return (
    <>
      {props.ticks.map((tick) => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'zero-line' : 'grid'}
            x1={props.x(tick)}
            x2={props.x(tick)}
            y1={props.top}
            y2={props.bottom}
          />
          <text class="axis" x={props.x(tick)} y={props.bottom + 15} text-anchor="middle">
            {props.format(tick)}
          </text>
        </g>
      ))}
    </>
  )
}

/** A dot for a group: round for women, square for men, a diamond for others, so that colour is not alone. */
export function GroupDot(props: { group: Sex; x: number; y: number; size?: number }) {
  const { group, x, y } = props
  const size = props.size ?? 5
  const look = `mark-${group}-dot`
  if (group === 'women') return <circle class={look} cx={x} cy={y} r={size} />
  if (group === 'men')
    return (
      <rect class={look} x={x - size + 0.5} y={y - size + 0.5} width={2 * size - 1} height={2 * size - 1} />
    )
  return (
    <path
      class={look}
      d={`M${x} ${y - size - 1}l${size + 1} ${size + 1}-${size + 1} ${size + 1}-${size + 1}-${size + 1}z`}
    />
  )
}
