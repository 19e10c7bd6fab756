import { faultOfNumbers, type Refusal, refuse } from '../result.ts'
import type { GroupRows } from './moments.ts'

/** The rows of one group, as columns of equal length. Missing values are taken out before. */
export interface GroupData {
  readonly outcome: ArrayLike<number>
  /** Regressors by name; the same names in both groups, without an intercept. */
  readonly x: Readonly<Record<string, ArrayLike<number>>>
  /** Survey weights, 0 or more, not all 0; 1 unless told. */
  readonly weights?: ArrayLike<number>
}

export interface TwoGroups {
  readonly ok: true
  readonly names: readonly string[]
  readonly a: GroupRows
  readonly b: GroupRows
  /** What was taken off every regressor, and last off the outcome, so that products keep their digits. */
  readonly origin: Float64Array
}

/** Checks two groups and lays their rows out; `origin` is the mean of group A where `centred`, else 0. */
export function readGroups(a: GroupData, b: GroupData, centred: boolean): TwoGroups | Refusal {
  const names = Object.keys(a.x)
  if (names.length === 0) return refuse('empty', 'x')
  const extra = Object.keys(b.x).find((name) => !names.includes(name))
  if (extra !== undefined) return refuse('unknown-name', `b.x.${extra}`)
  for (const [group, data] of [
    ['a', a],
    ['b', b],
  ] as const) {
    const fault = faultOf(group, data, names)
    if (fault !== null) return fault
  }
  const width = names.length + 1
  const origin = new Float64Array(width)
  if (centred) {
    for (let c = 0; c < width; c++) {
      const column = c < names.length ? a.x[names[c] ?? ''] : a.outcome
      for (let i = 0; i < a.outcome.length; i++)
        origin[c] = (origin[c] ?? 0) + (column?.[i] ?? 0) / a.outcome.length
    }
  }
  const layOut = ({ outcome, x, weights }: GroupData): GroupRows => {
    const rows = outcome.length
    const values = new Float64Array(rows * width)
    for (let c = 0; c < width; c++) {
      const column = c < names.length ? x[names[c] ?? ''] : outcome
      for (let i = 0; i < rows; i++) values[i * width + c] = (column?.[i] ?? 0) - (origin[c] ?? 0)
    }
    return { rows, width, values, weights: Float64Array.from({ length: rows }, (_, i) => weights?.[i] ?? 1) }
  }
  return { ok: true, names, a: layOut(a), b: layOut(b), origin }
}

function faultOf(
  group: 'a' | 'b',
  { outcome, x, weights }: GroupData,
  names: readonly string[],
): Refusal | null {
  const rows = outcome.length
  if (rows === 0) return refuse('empty-group', group)
  const fault = faultOfNumbers(outcome, `${group}.outcome`)
  if (fault !== null) return fault
  for (const name of names) {
    const column = x[name]
    if (column === undefined) return refuse('unknown-name', `${group}.x.${name}`)
    if (column.length !== rows) return refuse('unequal-length', `${group}.x.${name}`)
    const wrong = faultOfNumbers(column, `${group}.x.${name}`)
    if (wrong !== null) return wrong
  }
  if (weights !== undefined) {
    if (weights.length !== rows) return refuse('unequal-length', `${group}.weights`)
    const wrong = faultOfNumbers(weights, `${group}.weights`, 'non-negative')
    if (wrong !== null) return wrong
  }
  let counted = 0
  for (let i = 0; i < rows; i++) if ((weights?.[i] ?? 1) > 0) counted += 1
  if (counted === 0) return refuse('zero-weights', `${group}.weights`)
  return counted < names.length + 2 ? refuse('too-few', group) : null
}
