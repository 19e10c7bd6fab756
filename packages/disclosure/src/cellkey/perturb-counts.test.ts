import { describe, expect, it } from 'vitest'
import { cellOf, tabulateCube } from '../model/cube.ts'
import { makeRandom } from '../model/random.ts'
import { microCube } from '../testing/shared-microdata.ts'
import { cellKeys } from './cell-keys.ts'
import { keysOf, plainCube } from './keys.test-support.ts'
import { perturbCube } from './perturb-counts.ts'
import { buildPerturbationTable, probabilitiesOf } from './perturbation-table.ts'

const built = buildPerturbationTable({ maxNoise: 5, variance: 3, threshold: 3 })
if (!built.ok) throw new Error(built.reason)
const table = built.table

/** The published count of one group of records, as a table of one cell and its total. */
function publishedOf(rows: readonly number[], keys: Uint32Array): number {
  const cube = plainCube(1)
  const leaves = [new Int32Array(rows.length)]
  const made = cellKeys(
    cube,
    leaves,
    Uint32Array.from(rows, (row) => keys[row] ?? 0),
  )
  const perturbed = !made.ok ? null : perturbCube(cube, tabulateCube(cube, leaves), made.keys, table)
  if (!perturbed?.ok) throw new Error('refused')
  return perturbed.counts[1] ?? Number.NaN
}

describe('perturbed counts', () => {
  it('answer the same group the same way, asked for in a thousand ways: there is nothing to average', () => {
    const random = makeRandom(1)
    const keys = keysOf(400, 'secret')
    const group = Array.from(keys.keys()).filter((row) => row % 9 === 0)
    const answers = new Set<number>()
    for (let way = 0; way < 1_000; way++) {
      // Another variable that splits the group by chance, in another order of records: its total is the group.
      const order = group.toSorted(() => random() - 0.5)
      const parts = 1 + Math.floor(random() * 6)
      const cube = plainCube(parts, 2)
      const leaves = [
        Int32Array.from(order, () => Math.floor(random() * parts)),
        Int32Array.from(order, () => Math.floor(random() * 2)),
      ]
      const made = cellKeys(
        cube,
        leaves,
        Uint32Array.from(order, (row) => keys[row] ?? 0),
      )
      const perturbed = !made.ok ? null : perturbCube(cube, tabulateCube(cube, leaves), made.keys, table)
      if (perturbed?.ok) answers.add(perturbed.counts[cube.size - 1] ?? Number.NaN)
    }
    expect([...answers]).toEqual([publishedOf(group, keys)])
  })

  it('of two groups one record apart differ by the known noise around 1, and no better', () => {
    const keys = keysOf(60_000, 'secret')
    const differences: number[] = []
    for (let start = 0; start + 20 < keys.length; start += 20) {
      const group = Array.from({ length: 20 }, (_, k) => start + k)
      differences.push(publishedOf(group, keys) - publishedOf(group.slice(1), keys))
    }
    const n = differences.length
    const mean = differences.reduce((a, b) => a + b) / n
    const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / n
    // Two independent draws: variance 2V = 6; the published difference is exactly 1 only by chance, Σp².
    const chances = probabilitiesOf(table.rows.at(-1) ?? { noise: [], from: [], variance: 0 })
    const equal = chances.reduce((sum, p) => sum + p * p, 0)
    expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(6 / n))
    expect(Math.abs(variance - 6)).toBeLessThan(4 * 6 * Math.sqrt(2 / n))
    const telling = differences.filter((d) => d === 1).length / n
    expect(Math.abs(telling - equal)).toBeLessThan(4 * Math.sqrt((equal * (1 - equal)) / n))
  })

  it('of a total do not hang together with those of its parts: two parts far down say nothing of their sum', () => {
    const keys = keysOf(120_000, 'secret')
    const sums: number[] = []
    for (let start = 0; start < keys.length; start += 20) {
      const rows = Array.from({ length: 20 }, (_, k) => start + k)
      const [one, two] = [publishedOf(rows.slice(0, 10), keys) - 10, publishedOf(rows.slice(10), keys) - 10]
      if (one <= -1 && two <= -1) sums.push(publishedOf(rows, keys) - 20)
    }
    const n = sums.length
    expect(n).toBeGreaterThan(600)
    expect(Math.abs(sums.reduce((a, b) => a + b) / n)).toBeLessThan(4 * Math.sqrt(3 / n))
  })

  it('refuse what is no table of counts, naming the cell', () => {
    const cube = plainCube(2)
    const counts = (...of: number[]) => Float64Array.from(of)
    const keys = Uint32Array.from([1, 2, 3])
    const refusal = (values: Float64Array, k = keys) => perturbCube(cube, values, k, table)
    expect(refusal(counts(1, 2.5, 3.5))).toEqual({ ok: false, reason: 'bad-count', cell: 1 })
    expect(refusal(counts(-1, 2, 1))).toEqual({ ok: false, reason: 'bad-count', cell: 0 })
    expect(refusal(counts(1, Number.NaN, 1))).toEqual({ ok: false, reason: 'bad-count', cell: 1 })
    expect(refusal(counts(1, 2, 4))).toEqual({ ok: false, reason: 'not-additive', cell: 2 })
    expect(refusal(counts(0, 2, 2))).toEqual({ ok: false, reason: 'key-without-records', cell: 0 })
    expect(refusal(counts(1, 2))).toEqual({ ok: false, reason: 'unequal-length', culprit: 'counts' })
    expect(refusal(counts(1, 2, 3), new Uint32Array(2))).toMatchObject({ culprit: 'keys' })
  })
})

const micro = microCube('micro_100k.csv', ['municipality', 'sex', 'background', 'industry'])

if (micro !== null) {
  const { cube, leaves, values: counts } = micro

  describe('perturbed counts of 100,000 persons', () => {
    const published = (secret: string) => {
      const made = cellKeys(cube, leaves, keysOf(leaves[0]?.length ?? 0, secret))
      const perturbed = !made.ok ? null : perturbCube(cube, counts, made.keys, table)
      if (!perturbed?.ok) throw new Error('refused')
      return perturbed.counts
    }
    it('keep zeros, stay within D, and never show 1 or 2', () => {
      for (const [cell, shown] of published('one').entries()) {
        const count = counts[cell] ?? 0
        if (count === 0) expect(shown).toBe(0)
        expect(Math.abs(shown - count)).toBeLessThanOrEqual(5)
        expect(shown === 0 || shown >= 3).toBe(true)
      }
    })

    it('have noise of mean 0 and variance V in cells beyond the cap', () => {
      const noise = [...published('one')].flatMap((shown, cell) =>
        (counts[cell] ?? 0) >= 8 ? [shown - (counts[cell] ?? 0)] : [],
      )
      const n = noise.length
      expect(n).toBeGreaterThan(5_000)
      const mean = noise.reduce((a, b) => a + b) / n
      expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(3 / n))
      expect(Math.abs(noise.reduce((sum, v) => sum + v * v, 0) / n - 3)).toBeLessThan(
        4 * 3 * Math.sqrt(2 / n),
      )
    })

    it('change throughout with the secret', () => {
      const one = published('one')
      const two = published('two')
      const filled = [...counts.keys()].filter((cell) => (counts[cell] ?? 0) >= 8)
      const same = filled.filter((cell) => one[cell] === two[cell]).length / filled.length
      expect(same).toBeLessThan(0.2)
    })

    it('do not add up, and are not meant to', () => {
      const total = published('one')[cellOf(cube, ['Total', 'Total', 'Total', 'Total']) ?? -1]
      expect(Math.abs((total ?? 0) - 100_000)).toBeLessThanOrEqual(5)
    })
  })
}
