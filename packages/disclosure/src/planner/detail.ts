import type { Arrangement } from './arrange.ts'
import { bitsOf, type Survey } from './survey.ts'

/** What the shown cells of a table tell, by crossing (a bit for the place of each column). */
export interface Told {
  /** Σ p log₂(1/p) over the shown cells of the crossing, p being the share of the records. */
  readonly bits: Float64Array
  /** How many records lie in shown cells. */
  readonly records: Float64Array
}

/**
 * Adds up what the cells of each crossing tell.
 *
 * @param shown by cell: the chance that it is shown, 0–1
 */
export function toldBy(
  { cube, counts }: Pick<Arrangement, 'cube' | 'counts'>,
  { crossings, grouped, inTable }: Pick<Survey, 'crossings' | 'grouped' | 'inTable'>,
  columns: number,
  shown: Float64Array,
): Told {
  const bits = new Float64Array(2 ** columns)
  const inShown = new Float64Array(2 ** columns)
  const all = counts[cube.size - 1] ?? 0
  for (let cell = 0; cell < cube.size; cell++) {
    const count = counts[cell] ?? 0
    if (count === 0 || grouped[cell] === 1 || inTable[cell] !== 1) continue
    const crossing = crossings[cell] ?? 0
    const records = count * (shown[cell] ?? 0)
    bits[crossing] = (bits[crossing] ?? 0) + (records / all) * Math.log2(all / count)
    inShown[crossing] = (inShown[crossing] ?? 0) + records
  }
  return { bits, records: inShown }
}

/**
 * The share of a table's detail that is kept, 0–1.
 *
 * The detail of a table is the sum, over every crossing of its columns, of the entropy of that crossing: Σ p log₂(1/p) bits
 * over its cells, p being their shares of the records. What is kept is the part that shown cells carry: fewer bits where
 * values are merged, none of a crossing that is not shown. 1 where there is nothing to be told.
 *
 * Source: entropy as the measure of what a partition tells, Shannon (1948); summed over the crossings since each is a
 * question of its own.
 */
export function detailKept(whole: Told, told: Told): number {
  const sum = (bits: Float64Array) => bits.reduce((total, one) => total + one, 0)
  const all = sum(whole.bits)
  return all === 0 ? 1 : Math.min(1, sum(told.bits) / all)
}

/** The share of the records in shown inner cells, 0–1; the mean over the tables. */
export function recordsShown(
  { records }: Told,
  { cube, counts, places, crossed, tables }: Arrangement,
): number {
  const all = places.reduce((sum, place) => sum | (1 << place), 0)
  const finest = records.filter((_, crossing) => (crossing & ~all) === 0 && bitsOf(crossing) === crossed)
  return finest.reduce((sum, one) => sum + one, 0) / ((counts[cube.size - 1] ?? 0) * tables.length)
}
