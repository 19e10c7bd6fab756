import type { Arrangement } from './arrange.ts'
import { bitsOf, type Survey } from './survey.ts'

/** What the shown cells of a table tell, by crossing (a bit for the place of each column). */
export interface Told {
  /** Σ p log₂(1/p) over the shown cells of the crossing, p being the share of the records. */
  readonly bits: Float64Array
  /** The share of the records in shown cells. */
  readonly records: Float64Array
}

/**
 * Adds up what the cells of each crossing tell.
 *
 * @param shown the chance that a cell is shown, 0–1
 */
export function toldBy(
  { cube, counts }: Pick<Arrangement, 'cube' | 'counts'>,
  { crossings, grouped, inTable }: Pick<Survey, 'crossings' | 'grouped' | 'inTable'>,
  columns: number,
  shown: (cell: number) => number,
): Told {
  const bits = new Float64Array(2 ** columns)
  const records = new Float64Array(2 ** columns)
  const all = counts[cube.size - 1] ?? 0
  for (let cell = 0; cell < cube.size; cell++) {
    const count = counts[cell] ?? 0
    if (count === 0 || grouped[cell] === 1 || inTable[cell] !== 1) continue
    const crossing = crossings[cell] ?? 0
    const share = (count / all) * shown(cell)
    bits[crossing] = (bits[crossing] ?? 0) + share * Math.log2(all / count)
    records[crossing] = (records[crossing] ?? 0) + share
  }
  return { bits, records }
}

/**
 * The share of a table's detail that is kept, 0–1.
 *
 * The detail of a table is the sum, over every crossing of its columns, of the entropy of that crossing: H = Σ p log₂(1/p)
 * bits over its cells. What is kept of a crossing is the part of the entropy that the shown cells carry, of the crossing
 * itself or of the finest within it that is told best: who asks for sex by age by industry, and is shown sex by industry,
 * is told that much. 1 where there is nothing to be told.
 *
 * Source: entropy as the measure of a partition's information, Shannon (1948); over the crossings summed as here.
 */
export function detailKept(whole: Told, told: Told): number {
  const best = Float64Array.from(told.bits)
  let [kept, all] = [0, 0]
  for (let crossing = 1; crossing < best.length; crossing++) {
    for (let left = crossing; left > 0; left &= left - 1) {
      const within = crossing & ~(left & -left)
      best[crossing] = Math.max(best[crossing] ?? 0, best[within] ?? 0)
    }
    kept += best[crossing] ?? 0
    all += whole.bits[crossing] ?? 0
  }
  return all === 0 ? 1 : Math.min(1, kept / all)
}

/** The share of the records in shown inner cells; the mean over the tables. */
export function recordsShown({ records }: Told, { places, crossed }: Arrangement): number {
  const all = places.reduce((sum, place) => sum | (1 << place), 0)
  const finest = [...records].filter(
    (_, crossing) => (crossing & ~all) === 0 && bitsOf(crossing) === crossed,
  )
  return Math.min(1, finest.reduce((sum, share) => sum + share, 0) / finest.length)
}
