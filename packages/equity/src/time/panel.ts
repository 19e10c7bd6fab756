import { faultOfNumbers, type Refusal, refuse } from '../result.ts'

/** A value for every unit in every period. */
export interface Panel {
  /** From the earliest to the latest, such as years. */
  readonly periods: readonly number[]
  readonly units: readonly PanelUnit[]
}

export interface PanelUnit {
  readonly unit: string
  /** One for each period. */
  readonly values: readonly number[]
}

/**
 * The first fault of a panel, or `null`.
 *
 * `not-finite` (`periods[i]`, `units[i].values[j]`), `duplicate` and `out-of-range` (`periods[i]`: the same as the
 * one before, or before it), `duplicate` (`units[i].unit`), `unbalanced` (`units[i].values`: not one a period),
 * `out-of-range` (`units[i].values[j]`: beyond ±1e100, where squares would overflow).
 */
export function faultOfPanel({ periods, units }: Panel): Refusal | null {
  const fault = faultOfNumbers(periods, 'periods')
  if (fault) return fault
  for (let i = 1; i < periods.length; i++) {
    const step = (periods[i] ?? 0) - (periods[i - 1] ?? 0)
    if (step <= 0) return refuse(step === 0 ? 'duplicate' : 'out-of-range', `periods[${i}]`)
  }
  const names = new Set<string>()
  for (const [i, { unit, values }] of units.entries()) {
    if (names.has(unit)) return refuse('duplicate', `units[${i}].unit`)
    names.add(unit)
    if (values.length !== periods.length) return refuse('unbalanced', `units[${i}].values`)
    const broken = faultOfNumbers(values, `units[${i}].values`)
    if (broken) return broken
    const huge = values.findIndex((value) => Math.abs(value) > 1e100)
    if (huge >= 0) return refuse('out-of-range', `units[${i}].values[${huge}]`)
  }
  return null
}

/** What is wrong with a first period of a measure, or `null`: it needs `fewest` periods before it, and one from it on. */
export function faultOfStart({ periods }: Panel, start: number, fewest: number): Refusal | null {
  if (!Number.isFinite(start)) return refuse('not-finite', 'options.start')
  const before = periods.filter((period) => period < start).length
  return before < fewest || before === periods.length ? refuse('too-few', 'options.start') : null
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
