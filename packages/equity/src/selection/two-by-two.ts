import type { Trials } from '../rates/trials.ts'

/** A 2 × 2 table: successes and failures of the group (a, b) and of the reference (c, d). */
export interface TwoByTwo {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

export function twoByTwo(group: Trials, reference: Trials): TwoByTwo {
  const { successes: a } = group
  const { successes: c } = reference
  return { a, b: group.n - a, c, d: reference.n - c }
}

/** Whether all four margins are above 0: only then does a table say anything about association. */
export function isInformative({ a, b, c, d }: TwoByTwo): boolean {
  return a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0
}
