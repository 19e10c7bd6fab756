import { type Refusal, type Result, refuse } from '../result.ts'
import type { CountTable } from './table.ts'

/** Which groups are compared: `group` with `against`, or with everyone else when that is absent. */
export interface GroupPair {
  readonly group: string
  readonly against?: string
}

/** Places of the compared groups among the table's; −1 stands for everyone else. */
export interface PairPlaces {
  readonly group: number
  readonly against: number
}

/**
 * The index of dissimilarity D: the share of either group that would have to change unit for both to be spread
 * alike.
 *
 * D = ½ Σ_u |a_u/A − b_u/B|. 0: spread alike; 1: no unit holds both. Units without either group add nothing.
 *
 * @param pair a group and the one it is compared with; everyone else when `against` is left out
 * @returns `d`, 0–1
 * Refuses: `unknown-name` (`pair.group`, `pair.against`) for a group not in the table or with no members;
 * `duplicate` (`pair.against`) for a group against itself.
 * Source: Duncan & Duncan (1955), Am. Sociol. Rev. 20; R segregation 1.1.0 `dissimilarity`.
 * @example dissimilarity(table, { group: 'women' }) // { ok: true, d: 0.5700… }
 */
export function dissimilarity(table: CountTable, pair: GroupPair): Result<{ readonly d: number }> {
  const places = placesOf(table, pair)
  if ('ok' in places) return places
  // Both groups have members, so that the figure exists.
  return { ok: true, d: dissimilarityOf(table.counts, table.groups.length, places) ?? 0 }
}

export function placesOf(table: CountTable, pair: GroupPair): PairPlaces | Refusal {
  const group = table.groups.indexOf(pair.group)
  if (group < 0) return refuse('unknown-name', 'pair.group')
  if (pair.against === undefined) return { group, against: -1 }
  const against = table.groups.indexOf(pair.against)
  if (against < 0) return refuse('unknown-name', 'pair.against')
  return against === group ? refuse('duplicate', 'pair.against') : { group, against }
}

/** D of a matrix kept unit by unit; `null` when either side has no members. */
export function dissimilarityOf(counts: Float64Array, groupCount: number, places: PairPlaces): number | null {
  const units = counts.length / groupCount
  const a = new Float64Array(units)
  const b = new Float64Array(units)
  let all = 0
  let allOthers = 0
  for (let u = 0; u < units; u++) {
    const start = u * groupCount
    const own = counts[start + places.group] ?? 0
    let other = 0
    if (places.against >= 0) other = counts[start + places.against] ?? 0
    else for (let g = 0; g < groupCount; g++) if (g !== places.group) other += counts[start + g] ?? 0
    a[u] = own
    b[u] = other
    all += own
    allOthers += other
  }
  if (all === 0 || allOthers === 0) return null
  let sum = 0
  for (let u = 0; u < units; u++) sum += Math.abs((a[u] ?? 0) / all - (b[u] ?? 0) / allOthers)
  return Math.min(1, sum / 2)
}
