import { linear, twoLines } from './scale.ts'

export interface WaterfallPart {
  readonly label: string
  /** In shares; positive = lowers the group's share. */
  readonly value: number
  readonly kind: 'mix' | 'within' | 'unsplit'
}

interface WaterfallProps {
  readonly title: string
  readonly parts: readonly WaterfallPart[]
  readonly totalLabel: string
  readonly total: number
  readonly format: (value: number) => string
}

const ROW = 40

/** How parts add up to a total, one bar after another; values are written beside the bars. */
export function WaterfallChart(props: WaterfallProps) {
  return (
    <>
      <Drawing {...props} width={460} narrow={false} />
      <Drawing {...props} width={340} narrow />
    </>
  )
}

function Drawing(props: WaterfallProps & { width: number; narrow: boolean }) {
  const { width, narrow } = props
  const left = narrow ? 124 : 196
  let sum = 0
  const ends = props.parts.map((part) => {
    sum += part.value
    return sum
  })
  const low = Math.min(0, ...ends)
  const high = Math.max(0, ...ends)
  const x = linear([low, high], [left, width - 58])
  const height = (props.parts.length + 1) * ROW + 8
  return (
    <svg
      class={narrow ? 'chart only-narrow' : 'chart only-wide'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={props.title}
    >
      <line class="reference" x1={x(0)} x2={x(0)} y1="4" y2={height - 4} />
      {props.parts.map((part, index) => (
        <Bar
          key={part.label}
          label={part.label}
          from={ends[index - 1] ?? 0}
          to={ends[index] ?? 0}
          top={index * ROW}
          x={x}
          left={left}
          kind={part.kind}
          text={props.format(-part.value)}
        />
      ))}
      <Bar
        label={props.totalLabel}
        from={0}
        to={props.total}
        top={props.parts.length * ROW}
        x={x}
        left={left}
        kind="total"
        text={props.format(-props.total)}
      />
    </svg>
  )
}

interface BarProps {
  readonly label: string
  readonly from: number
  readonly to: number
  readonly top: number
  readonly left: number
  readonly x: (value: number) => number
  readonly kind: WaterfallPart['kind'] | 'total'
  readonly text: string
}

function Bar(props: BarProps) {
  const { top, x } = props
  const start = x(Math.min(props.from, props.to))
  const end = x(Math.max(props.from, props.to))
  const lines = twoLines(props.label, props.left < 150 ? 17 : 27)
  return (
    <g>
      {lines.map((line, index) => (
        <text
          key={line}
          class={props.kind === 'total' ? 'label strong' : 'label'}
          x={props.left - 10}
          y={top + (lines.length === 1 ? 26 : 20) + index * 14}
          text-anchor="end"
        >
          {line}
        </text>
      ))}
      <rect
        class={`bar bar-${props.kind}`}
        x={start}
        y={top + 12}
        width={Math.max(1.5, end - start)}
        height="18"
        rx="2"
      />
      <text class="value small" x={end + 6} y={top + 26}>
        {props.text}
      </text>
    </g>
  )
}
