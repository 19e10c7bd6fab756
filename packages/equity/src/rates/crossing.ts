import type { Refusal } from '../result.ts'

/** The four groups of two crossed characteristics, such as sex and background, coded by their reference. */
export interface Crossing<T> {
  /** Neither: the reference of both, such as men born in the country. */
  readonly reference: T
  /** The first alone, such as women born in the country. */
  readonly first: T
  /** The second alone, such as men born abroad. */
  readonly second: T
  /** Both, such as women born abroad. */
  readonly both: T
}

/** The groups with their signs in a difference of differences. */
export const CORNERS = [
  ['both', 1],
  ['first', -1],
  ['second', -1],
  ['reference', 1],
] as const

/** The first fault among the four groups. */
export function faultOfCrossing<T>(
  cells: Crossing<T>,
  check: (cell: T, name: string) => Refusal | null,
): Refusal | null {
  for (const [corner] of CORNERS) {
    const fault = check(cells[corner], corner)
    if (fault) return fault
  }
  return null
}
