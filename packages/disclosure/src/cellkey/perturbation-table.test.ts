import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildPerturbationTable,
  noiseOf,
  type PerturbationOptions,
  type PerturbationRow,
  probabilitiesOf,
} from './perturbation-table.ts'

function tableOf(options: PerturbationOptions) {
  const built = buildPerturbationTable(options)
  if (!built.ok) throw new Error(`${built.reason} ${built.option}`)
  return built.table
}

/** Sums over a row in whole keys: exact. */
function momentOf(row: PerturbationRow, power: number): number {
  let sum = 0n
  for (const [k, v] of row.noise.entries()) {
    const width = BigInt(row.from[k + 1] ?? 2 ** 32) - BigInt(row.from[k] ?? 0)
    sum += width * BigInt(v) ** BigInt(power)
  }
  return Number(sum) / 2 ** 32
}

const anyOptions = fc.integer({ min: 1, max: 12 }).chain((maxNoise) =>
  fc.record({
    maxNoise: fc.constant(maxNoise),
    variance: fc.double({ min: 0.05, max: (maxNoise * (maxNoise + 1)) / 3, noNaN: true }),
    threshold: fc.integer({ min: 0, max: maxNoise }),
  }),
)

describe('a perturbation table', () => {
  it('of D = 2, V = 1 has for larger counts the row that ptable 1.0.0 prints in its introduction', () => {
    const chances = probabilitiesOf(tableOf({ maxNoise: 2, variance: 1, threshold: 0 }).rows[1] ?? noRow)
    const printed = [0.0638, 0.2447, 0.383, 0.2447, 0.0638]
    for (const [k, p] of printed.entries()) expect(chances[k]).toBeCloseTo(p, 4)
  })

  it('of D = 1 halves: count 1 goes to 0, 1, 2 by V/2, 1 − V, V/2, in exact keys', () => {
    expect(tableOf({ maxNoise: 1, variance: 0.5, threshold: 0 }).rows).toEqual([
      { noise: [-1, 0, 1], from: [0, 2 ** 30, 3 * 2 ** 30], variance: expect.closeTo(0.5, 12) },
    ])
  })

  it('sends count 1 to 0 or 3 by ⅔ and ⅓ where 1 and 2 are not shown and V is at most 2', () => {
    const row = tableOf({ maxNoise: 3, variance: 2, threshold: 3 }).rows[0] ?? noRow
    expect(row).toMatchObject({ noise: [-1, 2], variance: 2 })
    expect(probabilitiesOf(row)[0]).toBeCloseTo(2 / 3, 9)
  })

  it('has mean 0, the variance it states, noise within D, and results that may be shown', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const { rows } = tableOf(options)
        for (const [k, row] of rows.entries()) {
          expect(Math.abs(momentOf(row, 1))).toBeLessThan(1e-7)
          expect(momentOf(row, 2)).toBeCloseTo(row.variance, 5)
          for (const v of row.noise) {
            const shown = k + 1 + v
            expect(Math.abs(v)).toBeLessThanOrEqual(options.maxNoise)
            expect(shown === 0 || shown >= Math.max(1, options.threshold)).toBe(true)
          }
          expect(row.noise.length).toBeGreaterThan(1)
          expect(row.from.every((from) => Number.isInteger(from) && from >= 0 && from < 2 ** 32)).toBe(true)
        }
      }),
      { seed: 1 },
    )
  })

  it('has V itself, and a symmetric row, for all larger counts', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const last = tableOf(options).rows.at(-1) ?? noRow
        expect(momentOf(last, 1)).toBe(0)
        expect(momentOf(last, 2)).toBeCloseTo(options.variance, 6)
        expect(last.noise).toEqual(last.noise.toReversed().map((v) => (v === 0 ? 0 : -v)))
      }),
      { seed: 1 },
    )
  })

  it('states where a row has less or more than V', () => {
    const free = tableOf({ maxNoise: 5, variance: 3, threshold: 0 })
    expect(free.rows[0]?.variance).toBeLessThan(3)
    expect(free.rows.slice(1).every(({ variance }) => Math.abs(variance - 3) < 1e-9)).toBe(true)
    const tight = tableOf({ maxNoise: 5, variance: 3, threshold: 5 })
    expect(tight.rows.slice(0, 4).map(({ variance }) => variance)).toEqual([4, 6, 6, 4])
  })

  it('gives each noise to the keys of its interval, the first and the last included', () => {
    const table = tableOf({ maxNoise: 5, variance: 3, threshold: 0 })
    for (const [k, row] of table.rows.entries()) {
      for (const [j, v] of row.noise.entries()) {
        expect(noiseOf(table, k + 1, row.from[j] ?? 0)).toBe(v)
        expect(noiseOf(table, k + 1, (row.from[j + 1] ?? 2 ** 32) - 1)).toBe(v)
      }
    }
    expect(noiseOf(table, 1_000_000, 2 ** 31)).toBe(noiseOf(table, 5, 2 ** 31))
    expect(noiseOf(table, 0, 2 ** 31)).toBe(0)
  })

  it.each([
    [{ maxNoise: 0, variance: 1, threshold: 0 }, 'maxNoise'],
    [{ maxNoise: 2.5, variance: 1, threshold: 0 }, 'maxNoise'],
    [{ maxNoise: 101, variance: 1, threshold: 0 }, 'maxNoise'],
    [{ maxNoise: 2, variance: 0, threshold: 0 }, 'variance'],
    [{ maxNoise: 2, variance: 2.001, threshold: 0 }, 'variance'],
    [{ maxNoise: 2, variance: Number.NaN, threshold: 0 }, 'variance'],
    [{ maxNoise: 2, variance: 1, threshold: 3 }, 'threshold'],
    [{ maxNoise: 2, variance: 1, threshold: -1 }, 'threshold'],
    [{ maxNoise: 2, variance: 1, threshold: 1.5 }, 'threshold'],
  ] as const)('refuses %j, naming %s', (options, option) => {
    expect(buildPerturbationTable(options)).toMatchObject({ ok: false, reason: 'bad-option', option })
  })

  it('is the same twice', () => {
    const options = { maxNoise: 5, variance: 3, threshold: 3 }
    expect(tableOf(options)).toEqual(tableOf(options))
  })
})

const noRow: PerturbationRow = { noise: [], from: [], variance: Number.NaN }
