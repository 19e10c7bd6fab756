import { linear, niceTicks, twoLines } from './scale.ts'

export interface Step {
  readonly label: string
  readonly detail: string
  /** 0–1; null where the stage is missing or hidden. */
  readonly share: number | null
}

interface StepChartProps {
  readonly title: string
  readonly steps: readonly Step[]
  readonly format: (share: number) => string
  readonly formatTick: (share: number) => string
  /** What the shaded difference between first and last means, one or two lines. */
  readonly note: readonly string[]
}

/** A share along the stages of a process, with the loss against the first stage shaded. The table stands beside it. */
export function StepChart(props: StepChartProps) {
  return (
    <>
      <Drawing {...props} width={620} height={330} narrow={false} />
      <Drawing {...props} width={340} height={330} narrow />
    </>
  )
}

function Drawing(props: StepChartProps & { width: number; height: number; narrow: boolean }) {
  const { width, height, steps, narrow } = props
  const present = steps.flatMap((step, index) =>
    step.share === null ? [] : [{ ...step, share: step.share, index }],
  )
  const [first] = present
  const last = present.at(-1)
  if (!first || !last) return null
  const ticks = niceTicks(Math.max(...present.map((step) => step.share)) * 1.15)
  const top = ticks.at(-1) ?? 1
  const left = 46
  const x = (index: number) => left + 44 + (index * (width - left - 100)) / Math.max(1, steps.length - 1)
  const y = linear([0, top], [height - 56, 18])
  const points = present.map((step) => `${x(step.index)},${y(step.share)}`)
  // Where the shaded difference is too thin to hold its words, they stand above the line.
  const thin = y(last.share) - y(first.share) < 12
  const noteAt = thin ? Math.min(y(first.share), y(last.share)) - 12 : y(first.share) + 16
  const shaded = `${points.join(' ')} ${x(last.index)},${y(first.share)}`
  return (
    <svg
      class={narrow ? 'chart only-narrow' : 'chart only-wide'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={props.title}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="grid" x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
          <text class="axis" x={left - 8} y={y(tick) + 4} text-anchor="end">
            {props.formatTick(tick)}
          </text>
        </g>
      ))}
      {present.length > 1 ? (
        <>
          <polygon class="loss" points={shaded} />
          <line
            class="reference"
            x1={x(first.index)}
            x2={x(last.index)}
            y1={y(first.share)}
            y2={y(first.share)}
          />
          <polyline class="line-women" points={points.join(' ')} />
        </>
      ) : null}
      {present.map((step) => (
        <g key={step.index}>
          <circle class="dot-women" cx={x(step.index)} cy={y(step.share)} r="5.5" />
          <text
            class="value"
            x={x(step.index)}
            y={y(step.share) + (step.index === first.index ? -14 : 22)}
            text-anchor="middle"
          >
            {props.format(step.share)}
          </text>
        </g>
      ))}
      {narrow
        ? null
        : props.note.map((line, index) => (
            <text key={line} class="loss-note" x={x(last.index)} y={noteAt + index * 15} text-anchor="end">
              {line}
            </text>
          ))}
      {steps.map((step, index) => (
        <g key={step.label}>
          <text class="label" x={x(index)} y={height - 36} text-anchor="middle">
            {narrow ? twoLines(step.label, 10)[0] : step.label}
          </text>
          <text class="axis" x={x(index)} y={height - 20} text-anchor="middle">
            {narrow ? (twoLines(step.label, 10)[1] ?? '') : step.detail}
          </text>
        </g>
      ))}
    </svg>
  )
}
