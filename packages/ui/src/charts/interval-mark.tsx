import { linear } from './scale.ts'

interface IntervalMarkProps {
  readonly value: number
  readonly low: number
  readonly high: number
  /** Where every row's mark has its line. */
  readonly reference: number | null
  readonly max: number
  readonly group: 'women' | 'men' | 'other'
}

/** A rate and its interval on one line of a table. The figures stand in the row, so the mark is decoration. */
export function IntervalMark(props: IntervalMarkProps) {
  const x = linear([0, props.max], [4, 176])
  return (
    <svg class="interval-mark" viewBox="0 0 180 22" aria-hidden="true" focusable="false">
      <line class="grid" x1="4" x2="176" y1="11" y2="11" />
      {props.reference === null ? null : (
        <line class="reference" x1={x(props.reference)} x2={x(props.reference)} y1="1" y2="21" />
      )}
      <line class={`interval interval-${props.group}`} x1={x(props.low)} x2={x(props.high)} y1="11" y2="11" />
      {props.group === 'men' ? (
        <rect class={`mark-${props.group}-dot`} x={x(props.value) - 4} y="7" width="8" height="8" />
      ) : (
        <circle class={`mark-${props.group}-dot`} cx={x(props.value)} cy="11" r="4.5" />
      )}
    </svg>
  )
}

/** A share as a bar in a table cell. */
export function ShareBar(props: { share: number; group: 'women' | 'men' | 'other' }) {
  return (
    <svg
      class="share-bar"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="bar-rest" width="100" height="8" />
      <rect class={`bar-${props.group}`} width={Math.max(0, Math.min(100, props.share * 100))} height="8" />
    </svg>
  )
}
