import { describe, expect, it } from 'vitest'
import { binomialDraw } from '../math/binomial.ts'
import { chiSquareUpper, logBinomial } from '../math/gamma.ts'
import { makeRandom } from '../math/random.ts'
import { sharedRows } from '../testing/shared-data.ts'
import { bootstrapSegregation } from './bootstrap.ts'
import { randomAllocation } from './random-allocation.ts'
import { relative, tableOf, tableOfRows } from './reference.test-support.ts'

describe('binomial draws', () => {
  it.each([
    [5, 0.3],
    [40, 0.2],
    [60, 0.5],
    [400, 0.03],
    [300, 0.9],
    [100_000, 0.0008],
  ])('of %i trials with chance %f follow the law', (n, p) => {
    const random = makeRandom(n)
    const draws = 60_000
    const seen = new Map<number, number>()
    for (let i = 0; i < draws; i++) {
      const k = binomialDraw(random, n, p)
      seen.set(k, (seen.get(k) ?? 0) + 1)
    }
    let chi = 0
    let classes = 0
    let restSeen = draws
    let restExpected = draws
    for (let k = 0; k <= n; k++) {
      const expected = draws * Math.exp(logBinomial(k, n, p))
      if (expected < 10) continue
      const found = seen.get(k) ?? 0
      chi += (found - expected) ** 2 / expected
      classes++
      restSeen -= found
      restExpected -= expected
    }
    if (restExpected > 1) chi += (restSeen - restExpected) ** 2 / restExpected
    expect(chiSquareUpper(chi, classes)).toBeGreaterThan(1e-3)
  })
  it('knows certainty', () => {
    const random = makeRandom(1)
    expect([binomialDraw(random, 0, 0.4), binomialDraw(random, 9, 0), binomialDraw(random, 10, 1)]).toEqual([
      0, 0, 10,
    ])
  })
})

const schools = sharedRows('reference/segregation/schools00.csv')
if (schools)
  describe('the bootstrap of 877,739 pupils', () => {
    it('finds the corrected M and H and the standard errors of R', () => {
      const table = tableOfRows(
        schools.map(({ school = '', race = '', n }) => ({ unit: school, group: race, n: Number(n) })),
      )
      const result = bootstrapSegregation(table, { draws: 1000, seed: 1 })
      if (!result.ok) throw new Error(result.reason)
      // R segregation 1.1.0, 100 draws: M 0.421867246137 (se 0.000775693914549), H 0.415192949147.
      // The mean of its hundred draws is itself uncertain by se/10.
      expect(Math.abs(result.m.corrected - 0.421867246137)).toBeLessThan(0.00025)
      expect(Math.abs((result.h?.corrected ?? 0) - 0.415192949147)).toBeLessThan(0.00025)
      expect(relative(result.m.standardError, 0.000775693914549)).toBeLessThan(0.25)
      expect(relative(result.h?.standardError ?? 0, 0.000735754686107)).toBeLessThan(0.25)
      // Theory: the bias of M is about (cells − units − groups + 1) / 2N with the cells that have members.
      const cells = table.counts.filter((n) => n > 0).length
      const bias = (cells - table.units.length - table.groups.length + 1) / (2 * table.total)
      expect(relative(result.m.estimate - result.m.corrected, bias)).toBeLessThan(0.1)
    })
  })

describe('the bootstrap', () => {
  const table = tableOf([
    [30, 10],
    [12, 25],
    [20, 20],
  ])
  it('repeats with its seed and lies around the corrected estimate', () => {
    const once = bootstrapSegregation(table, { draws: 400, seed: 7 })
    expect(bootstrapSegregation(table, { draws: 400, seed: 7 })).toEqual(once)
    expect(bootstrapSegregation(table, { draws: 400, seed: 8 })).not.toEqual(once)
    if (!once.ok) throw new Error(once.reason)
    for (const figure of [once.m, once.h, once.ip, once.d]) {
      if (!figure) throw new Error('missing')
      expect(figure.corrected).toBeLessThan(figure.estimate)
      expect(figure.low).toBeLessThanOrEqual(figure.corrected)
      expect(figure.high).toBeGreaterThan(figure.corrected)
    }
  })
  it('gives the standard error of a share that theory gives', () => {
    // Two units wholly apart: M is the entropy of one share p, with s.e. |ln(p/(1 − p))|·√(p(1 − p)/n).
    const result = bootstrapSegregation(
      tableOf([
        [300, 0],
        [0, 700],
      ]),
      { draws: 4000, seed: 2 },
    )
    if (!result.ok) throw new Error(result.reason)
    expect(relative(result.m.standardError, Math.log(7 / 3) * Math.sqrt(0.21 / 1000))).toBeLessThan(0.06)
    expect(result.d).toMatchObject({ estimate: 1, corrected: 1, standardError: 0, low: 1, high: 1 })
  })
  it('leaves out D and H where they seldom exist', () => {
    const result = bootstrapSegregation(
      tableOf([
        [1, 20],
        [0, 20],
      ]),
      { draws: 200, seed: 3 },
    )
    expect(result).toMatchObject({ ok: true, h: null, d: null })
    expect(
      bootstrapSegregation(
        tableOf([
          [1, 2, 3],
          [2, 2, 2],
        ]),
        { draws: 50, seed: 3 },
      ),
    ).toMatchObject({ d: null })
  })
  it('refuses weights, too few and too many draws, and a pair it does not know', () => {
    const run = (
      more: object,
      counts = [
        [3, 4],
        [5, 6],
      ],
    ) => {
      const result = bootstrapSegregation(tableOf(counts), { draws: 100, seed: 1, ...more })
      return result.ok ? null : [result.reason, result.culprit]
    }
    expect(
      run({}, [
        [3, 4.5],
        [5, 6],
      ]),
    ).toEqual(['not-whole', 'table.counts[1]'])
    expect(run({ draws: 19 })).toEqual(['too-few', 'options.draws'])
    expect(run({ draws: 1e6 })).toEqual(['too-many', 'options.draws'])
    expect(run({ draws: 20.5 })).toEqual(['not-whole', 'options.draws'])
    expect(run({ confidence: 1 })).toEqual(['out-of-range', 'options.confidence'])
    expect(run({ pair: { group: 'x' } })).toEqual(['unknown-name', 'pair.group'])
  })
})

describe('random allocation', () => {
  it('expects of small units what the binomial law says', () => {
    // 400 workplaces of two, half women: a unit is mixed with chance ½, and D is the part of unmixed units.
    const table = tableOf(Array.from({ length: 400 }, (_, u) => [u % 2 ? 2 : 0, u % 2 ? 0 : 2]))
    const result = randomAllocation(table, { draws: 400, seed: 1 })
    if (!result.ok) throw new Error(result.reason)
    expect(result.d?.expected).toBeCloseTo(0.5, 1)
    expect(result.d?.observed).toBeCloseTo(1, 12)
    expect(result.d?.p).toBe(1 / 401)
    expect(result.d?.beyondChance).toBeCloseTo(1, 12)
  })
  it('finds nothing beyond chance in a table made by chance', () => {
    const random = makeRandom(4)
    const tables = Array.from({ length: 60 }, () =>
      tableOf(
        Array.from({ length: 30 }, () => {
          const women = binomialDraw(random, 8, 0.4)
          return [women, 8 - women]
        }),
      ),
    )
    const ps = tables.map((table) => {
      const result = randomAllocation(table, { draws: 99, seed: 5 })
      return result.ok ? (result.d?.p ?? 1) : 1
    })
    // At level 0.1 about six of sixty; thirteen or more has chance 0.008.
    expect(ps.filter((p) => p <= 0.1).length).toBeLessThan(13)
    expect(ps.filter((p) => p > 0.5).length).toBeGreaterThan(15)
  })
  it('tells unevenness below chance', () => {
    const result = randomAllocation(tableOf(Array.from({ length: 30 }, () => [2, 2])), { draws: 99, seed: 1 })
    if (!result.ok) throw new Error(result.reason)
    expect(result.d).toMatchObject({ observed: 0, beyondChance: -1, p: 1 })
    expect(result.m.beyondChance).toBeNull()
  })
})
