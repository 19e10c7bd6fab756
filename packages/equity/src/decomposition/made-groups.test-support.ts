import { makeRandom } from '../math/random.ts'
import type { GroupData } from './group-data.ts'

/** Rows of a made-up wage equation; the group shifts the level and one slope. */
export function made(
  rows: number,
  seed: number,
  shift: number,
): GroupData & { x: Record<string, number[]>; outcome: number[] } {
  const random = makeRandom(seed)
  const x: Record<string, number[]> = { years: [], low: [], high: [] }
  const outcome: number[] = []
  for (let i = 0; i < rows; i++) {
    const years = 10 + 3 * random.normal() + shift
    const kind = random.below(3)
    x.years?.push(years)
    x.low?.push(kind === 0 ? 1 : 0)
    x.high?.push(kind === 2 ? 1 : 0)
    outcome.push(
      2 + shift + (0.3 + 0.1 * shift) * years - (kind === 0 ? 1 : 0) + (kind === 2 ? 2 : 0) + random.normal(),
    )
  }
  return { outcome, x }
}
