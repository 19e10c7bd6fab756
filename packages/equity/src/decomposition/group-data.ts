import { faultOfNumbers, type Refusal, refuse } from '../result.ts'
import type { DummySets } from './dummy-sets.ts'
import type { GroupRows } from './moments.ts'

/** The rows of one group, as columns of equal length. Missing values are taken out before. */
export interface GroupData {
  readonly outcome: ArrayLike<number>
  /** Regressors by name; the same names in both groups, without an intercept. */
  readonly x: Readonly<Record<string, ArrayLike<number>>>
  /** Survey weights, 0 or more, not all 0; 1 unless told. */
  readonly weights?: ArrayLike<number>
}

/** The rows of one group as given: regressors and, last, the outcome, row by row. */
export interface RawRows {
  readonly rows: number
  readonly width: number
  readonly values: Float64Array
  /** Scaled so that the mean over both groups is 1. */
  readonly weights: Float64Array
}

export interface TwoGroups {
  readonly ok: true
  readonly names: readonly string[]
  readonly a: RawRows
  readonly b: RawRows
}

/** Checks two groups and lays their rows out. */
export function readGroups(a: GroupData, b: GroupData, sets: DummySets): TwoGroups | Refusal {
  const names = Object.keys(a.x)
  if (names.length === 0) return refuse('empty', 'x')
  const extra = Object.keys(b.x).find((name) => !Object.hasOwn(a.x, name))
  if (extra !== undefined) return refuse('unknown-name', `b.x.${extra}`)
  for (const [group, data] of [
    ['a', a],
    ['b', b],
  ] as const) {
    const fault = faultOf(group, data, names) ?? faultOfDummies(group, data, sets)
    if (fault !== null) return fault
  }
  const width = names.length + 1
  const scale = meanWeight([a, b])
  const layOut = ({ outcome, x, weights }: GroupData): RawRows => {
    const rows = outcome.length
    const values = new Float64Array(rows * width)
    for (let c = 0; c < width; c++) {
      const column = c < names.length ? x[names[c] ?? ''] : outcome
      for (let i = 0; i < rows; i++) values[i * width + c] = column?.[i] ?? 0
    }
    return {
      rows,
      width,
      values,
      weights: Float64Array.from({ length: rows }, (_, i) => (weights?.[i] ?? 1) / scale),
    }
  }
  return { ok: true, names, a: layOut(a), b: layOut(b) }
}

/** Scaled by the largest first, so that neither sum nor quotient leaves the range of numbers. */
function meanWeight(groups: readonly GroupData[]): number {
  const all = groups.flatMap(({ outcome, weights }) => Array.from(outcome, (_, i) => weights?.[i] ?? 1))
  const largest = all.reduce((most, weight) => Math.max(most, weight), 0)
  return largest * (all.reduce((sum, weight) => sum + weight / largest, 0) / all.length)
}

/** A group's rows as deviations from its own weighted means; a constant column becomes exactly 0. */
export function centred({ rows, width, values, weights }: RawRows): GroupRows {
  const total = weights.reduce((sum, w) => sum + w, 0)
  const origin = new Float64Array(width)
  const deviations = new Float64Array(rows * width)
  for (let c = 0; c < width; c++) {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    let mean = 0
    for (let i = 0; i < rows; i++) {
      const w = weights[i] ?? 0
      if (w === 0) continue
      const value = values[i * width + c] ?? 0
      low = Math.min(low, value)
      high = Math.max(high, value)
      mean += (w / total) * value
    }
    origin[c] = low === high ? low : mean
    for (let i = 0; i < rows; i++) {
      const at = i * width + c
      deviations[at] = low === high ? 0 : (values[at] ?? 0) - mean
    }
  }
  return { rows, width, values: deviations, weights, origin }
}

/** A set's columns must be 0 or 1, and at most one of them 1 in a row. */
function faultOfDummies(group: 'a' | 'b', { outcome, x }: GroupData, sets: DummySets): Refusal | null {
  for (const columns of Object.values(sets)) {
    for (let i = 0; i < outcome.length; i++) {
      let ones = 0
      for (const name of columns) {
        const value = Object.hasOwn(x, name) ? x[name]?.[i] : undefined
        if (value === undefined) continue
        if (value !== 0 && value !== 1) return refuse('out-of-range', `${group}.x.${name}[${i}]`)
        ones += value
        if (ones > 1) return refuse('unbalanced', `${group}.x.${name}[${i}]`)
      }
    }
  }
  return null
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
    const column = Object.hasOwn(x, name) ? x[name] : undefined
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
