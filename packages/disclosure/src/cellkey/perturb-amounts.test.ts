import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOf } from '../model/cube.ts'
import { makeRandom } from '../model/random.ts'
import { keysOf, plainCube } from './keys.test-support.ts'
import { perturbAmounts } from './perturb-amounts.ts'
import type { AmountRecords } from './top-contributions.ts'

const MAGNITUDES = [0.4, 0.2, 0.1]

/** Records over one dimension of `leaves` leaves. */
function records(
  rows: readonly { readonly leaf: number; readonly ore: number; readonly who: number }[],
  secret = 'secret',
): AmountRecords {
  return {
    leaves: [Int32Array.from(rows, ({ leaf }) => leaf)],
    ore: Float64Array.from(rows, ({ ore }) => ore),
    contributor: Int32Array.from(rows, ({ who }) => who),
    keys: keysOf(rows.length, secret, 'amount'),
    contributorKeys: keysOf(200, secret, 'contributor'),
  }
}

function published(of: AmountRecords, leaves = 3, magnitudes: readonly number[] = MAGNITUDES) {
  const made = perturbAmounts(plainCube(leaves), of, magnitudes)
  if (!made.ok) throw new Error(made.reason)
  return made
}

const anyRows = fc.array(fc.record({ leaf: fc.nat(2), ore: fc.nat(10_000_000), who: fc.nat(9) }), {
  minLength: 1,
  maxLength: 40,
})

describe('perturbed amounts', () => {
  it('of one contributor of x move by 20–40 % of x, up or down, evenly spread', () => {
    const x = 1_000_000
    const shifts = Array.from({ length: 2_000 }, (_, k) => {
      const { ore } = published(records([{ leaf: 0, ore: x, who: 0 }], `secret ${k}`))
      return ((ore[0] ?? 0) - x) / x
    })
    for (const shift of shifts) {
      expect(Math.abs(shift)).toBeGreaterThanOrEqual(0.2 - 1e-6)
      expect(Math.abs(shift)).toBeLessThanOrEqual(0.4 + 1e-6)
    }
    const n = shifts.length
    // Variance m²(7/12) of the noise, mean absolute noise ¾ m.
    expect(Math.abs(shifts.reduce((a, b) => a + b) / n)).toBeLessThan(4 * 0.4 * Math.sqrt(7 / 12 / n))
    const absolute = shifts.reduce((sum, s) => sum + Math.abs(s), 0) / n
    expect(Math.abs(absolute - 0.3)).toBeLessThan(4 * 0.2 * Math.sqrt(1 / 12 / n))
  })

  it('have between ½ and 1 of Σ m_k x_k as noise, of which ¾ is what they expect', () => {
    // Two records of one recipient are one contribution: 700 + 200 = 900 before 500 and 300.
    const rows = [
      { leaf: 0, ore: 700_000, who: 1 },
      { leaf: 0, ore: 500_000, who: 2 },
      { leaf: 0, ore: 200_000, who: 1 },
      { leaf: 0, ore: 300_000, who: 3 },
      { leaf: 0, ore: 100_000, who: 4 },
    ]
    const most = 0.4 * 900_000 + 0.2 * 500_000 + 0.1 * 300_000
    const { ore, expectedErrorOre } = published(records(rows))
    const noise = Math.abs((ore[0] ?? 0) - 1_800_000)
    expect(noise).toBeGreaterThanOrEqual(most / 2 - 1)
    expect(noise).toBeLessThanOrEqual(most + 1)
    expect(expectedErrorOre[0]).toBeCloseTo(0.75 * most, 6)
  })

  it('are whole, never negative, at least ½ m₁ x₁ off, and 0 only for 0 or next to nothing', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { ore } = published(records(rows))
        for (let leaf = 0; leaf < 3; leaf++) {
          const mine = rows.filter((row) => row.leaf === leaf)
          const total = mine.reduce((sum, row) => sum + row.ore, 0)
          const largest = Math.max(
            0,
            ...Array.from({ length: 10 }, (_, who) =>
              mine.filter((row) => row.who === who).reduce((sum, row) => sum + row.ore, 0),
            ),
          )
          const shown = ore[leaf] ?? Number.NaN
          expect(Number.isInteger(shown) && shown >= 0 && !Object.is(shown, -0)).toBe(true)
          if (total === 0) expect(shown).toBe(0)
          expect(Math.abs(shown - total)).toBeGreaterThanOrEqual(0.2 * largest - 0.5)
          expect(Math.abs(shown - total)).toBeLessThanOrEqual(0.4 * total + 0.5)
        }
      }),
      { seed: 1 },
    )
  })

  it('are the same for the same records in another table, in another order, and beside records of 0', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(1_000), (rows, seed) => {
        const random = makeRandom(seed)
        const of = records(rows)
        const order = [...rows.keys()].toSorted(() => random() - 0.5)
        const shuffled: AmountRecords = {
          // Everything in another variable: only the total is the same group.
          leaves: [Int32Array.from([...order, 0], () => Math.floor(random() * 5))],
          ore: Float64Array.from([...order.map((row) => of.ore[row] ?? 0), 0]),
          contributor: Int32Array.from([...order.map((row) => of.contributor[row] ?? 0), 77]),
          keys: Uint32Array.from([...order.map((row) => of.keys[row] ?? 0), 123_456_789]),
          contributorKeys: of.contributorKeys,
        }
        expect(published(shuffled, 5).ore[5]).toBe(published(of).ore[3])
      }),
      { seed: 1 },
    )
  })

  it('cannot be averaged over groups that share the largest contributor: they all lean one way', () => {
    const large = { leaf: 0, ore: 50_000_000, who: 0 }
    const shifts = Array.from({ length: 150 }, (_, k) => {
      const rows = [large, ...Array.from({ length: k }, (_, j) => ({ leaf: 0, ore: 1_000, who: j + 1 }))]
      return (published(records(rows)).ore[0] ?? 0) - 50_000_000 - 1_000 * k
    })
    expect(new Set(shifts.map(Math.sign)).size).toBe(1)
    const mean = shifts.reduce((a, b) => a + b) / shifts.length
    expect(Math.abs(mean)).toBeGreaterThan(0.25 * 50_000_000)
    // Nor do differences tell the small one that was added: their sizes are drawn anew.
    const steps = shifts.slice(1).map((shift, k) => Math.abs(shift - (shifts[k] ?? 0)))
    expect(steps.toSorted((a, b) => a - b)[75]).toBeGreaterThan(1_000_000)
  })

  it('of cells and totals share the direction of a contributor that leads both', () => {
    const cube = plainCube(3)
    const rows = [
      { leaf: 0, ore: 9_000_000, who: 5 },
      { leaf: 1, ore: 10_000, who: 6 },
      { leaf: 2, ore: 20_000, who: 7 },
    ]
    for (const secret of ['a', 'b', 'c', 'd', 'e']) {
      const { ore } = published(records(rows, secret))
      const cell = (ore[0] ?? 0) - 9_000_000
      const total = (ore[cellOf(cube, ['Total']) ?? -1] ?? 0) - 9_030_000
      expect(Math.sign(cell)).toBe(Math.sign(total))
    }
  })

  it('do not depend on how contributors are numbered, equal ones included', () => {
    for (const secret of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const rows = Array.from({ length: 4 }, (_, who) => ({ leaf: 0, ore: 1_000_000, who }))
      const of = records(rows, secret)
      const renumbered = {
        ...of,
        contributor: of.contributor.map((who) => 3 - who),
        contributorKeys: of.contributorKeys.map((key, who) => of.contributorKeys[3 - who] ?? key),
      }
      expect(published(renumbered).ore).toEqual(published(of).ore)
    }
  })

  it.each([
    [[{ leaf: 0, ore: -1, who: 0 }], MAGNITUDES, 'bad-amount', 0],
    [[{ leaf: 0, ore: 0.5, who: 0 }], MAGNITUDES, 'bad-amount', 0],
    [
      [
        { leaf: 0, ore: 5, who: 0 },
        { leaf: 0, ore: 5, who: 200 },
      ],
      MAGNITUDES,
      'unknown-contributor',
      1,
    ],
    [[{ leaf: 0, ore: 5, who: -1 }], MAGNITUDES, 'unknown-contributor', 0],
    [[{ leaf: 0, ore: 5, who: 0 }], [0.4, 0.5], 'bad-magnitude', 1],
    [[{ leaf: 0, ore: 5, who: 0 }], [1], 'bad-magnitude', 0],
    [[{ leaf: 0, ore: 5, who: 0 }], [], 'bad-magnitude', 0],
    [[{ leaf: 0, ore: 5, who: 0 }], new Array(11).fill(0.1), 'bad-magnitude', 10],
  ])('refuse %j with %j: %s in %i', (rows, magnitudes, reason, row) => {
    expect(perturbAmounts(plainCube(1), records(rows), magnitudes)).toEqual({ ok: false, reason, row })
  })

  it('refuse columns that do not fit', () => {
    const of = records([{ leaf: 0, ore: 5, who: 0 }])
    const refused = (change: Partial<AmountRecords>) =>
      perturbAmounts(plainCube(1), { ...of, ...change }, MAGNITUDES)
    expect(refused({ keys: new Uint32Array(2) })).toMatchObject({ culprit: 'keys' })
    expect(refused({ contributor: new Int32Array(2) })).toMatchObject({ culprit: 'contributor' })
    expect(refused({ leaves: [new Int32Array(2)] })).toMatchObject({ culprit: 'leaves[0]' })
  })
})
