import { faultOfDraws } from '../rates/draw-limits.ts'
import { type Refusal, type Result, refuse } from '../result.ts'
import { dissimilarityOf, type GroupPair, type PairPlaces, placesOf } from './dissimilarity.ts'
import { karmelMaclachlanOf } from './karmel-maclachlan.ts'
import { mutualOf } from './mutual-information.ts'
import type { CountTable } from './table.ts'

/** The measures that are simulated; `d` is there when a pair of groups is compared. */
const MEASURES = ['m', 'h', 'ip', 'd'] as const
export type Measure = (typeof MEASURES)[number]

export interface DrawOptions {
  /** Number of simulated tables, 20–100,000. */
  readonly draws: number
  /** Whole. */
  readonly seed: number
  /** The groups that D compares; without it a table of two groups gives D of the two, any other none. */
  readonly pair?: GroupPair
}

/** The values of each measure: those observed and of every simulated table; `NaN` marks none, and stays inside. */
export interface Drawn {
  readonly observed: Readonly<Record<Measure, number>>
  readonly values: Readonly<Record<Measure, Float64Array>>
}

/** Simulates tables with `fill` and measures each; shared by the bootstrap and by random allocation. */
export function drawTables(
  table: CountTable,
  { draws, seed, pair }: DrawOptions,
  fill: (into: Float64Array) => void,
): Result<{ readonly drawn: Drawn }> {
  const fault = faultOfDraws(draws, 20, seed) ?? faultOfCounts(table)
  if (fault) return fault
  const places = pair ? placesOf(table, pair) : table.groups.length === 2 ? { group: 0, against: 1 } : null
  if (places && 'ok' in places) return places
  const values = { m: column(draws), h: column(draws), ip: column(draws), d: column(draws) }
  const counts = new Float64Array(table.counts.length)
  for (let i = 0; i < draws; i++) {
    fill(counts)
    const figures = measure(counts, table.groups.length, places)
    for (const name of MEASURES) values[name][i] = figures[name]
  }
  return { ok: true, drawn: { observed: measure(table.counts, table.groups.length, places), values } }
}

function measure(counts: Float64Array, width: number, places: PairPlaces | null): Record<Measure, number> {
  const { m, h } = mutualOf(counts, width)
  return {
    m,
    h: h ?? Number.NaN,
    ip: karmelMaclachlanOf(counts, width),
    d: (places && dissimilarityOf(counts, width, places)) ?? Number.NaN,
  }
}

function column(draws: number): Float64Array {
  return new Float64Array(draws)
}

function faultOfCounts(table: CountTable): Refusal | null {
  const broken = table.counts.findIndex((n) => !Number.isSafeInteger(n))
  if (broken >= 0) return refuse('not-whole', `table.counts[${broken}]`)
  return Number.isSafeInteger(table.total) ? null : refuse('out-of-range', 'table.total')
}
