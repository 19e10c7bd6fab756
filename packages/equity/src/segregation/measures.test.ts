import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRandom } from '../math/random.ts'
import { extremes, notFinite } from '../testing/finite.ts'
import { sharedRows } from '../testing/shared-data.ts'
import { dissimilarity } from './dissimilarity.ts'
import { exposures, isolations } from './isolation.ts'
import { karmelMaclachlan } from './karmel-maclachlan.ts'
import { localSegregation, mutualInformation, mutualInformationByCluster } from './mutual-information.ts'
import { relative, tableOf, tableOfRows } from './reference.test-support.ts'
import { type CountTable, segregationTableOf } from './table.ts'

const dOf = (table: CountTable, group = 'g0', against?: string) => {
  const result = dissimilarity(table, against === undefined ? { group } : { group, against })
  if (!result.ok) throw new Error(result.reason)
  return result.d
}

/** Figures of R 4.2.2, package segregation 1.1.0, on its data schools00 (shared/reference/segregation). */
const schools = sharedRows('reference/segregation/schools00.csv')
if (schools)
  describe('8,142 rows of schools against R', () => {
    const table = tableOfRows(
      schools.map(({ school = '', race = '', state = '', n }) => ({
        unit: school,
        group: race,
        cluster: state,
        n: Number(n),
      })),
    )
    it('M and H in all, between and within states', () => {
      const result = mutualInformationByCluster(table)
      if (!result.ok) throw new Error(result.reason)
      const { total, between, within, clusters } = result
      expect(relative(total.m, 0.425538975876)).toBeLessThan(1e-11)
      expect(relative(total.h ?? 0, 0.418808314642)).toBeLessThan(1e-11)
      expect(relative(between.m, 0.0992437012829)).toBeLessThan(1e-11)
      expect(relative(between.h ?? 0, 0.0976739843572)).toBeLessThan(1e-11)
      expect(relative(within.m, 0.326295274593)).toBeLessThan(1e-11)
      expect(relative(within.h ?? 0, 0.321134330285)).toBeLessThan(1e-11)
      const expected = [
        ['A', 0.408596522835, 0.276881852122, 0.496921569209, 0.809250114634],
        ['B', 0.254995859585, 0.403542510929, 0.268088400301, 0.936118992736],
        ['C', 0.345022055434, 0.319575636949, 0.361125742153, 0.940295509022],
      ] as const
      for (const [cluster, m, share, h, ratio] of expected) {
        const found = clusters.find((one) => one.cluster === cluster)
        expect(relative(found?.m ?? 0, m)).toBeLessThan(1e-11)
        expect(relative(found?.share ?? 0, share)).toBeLessThan(1e-11)
        expect(relative(found?.h ?? 0, h)).toBeLessThan(1e-11)
        expect(relative(found?.entropyRatio ?? 0, ratio)).toBeLessThan(1e-11)
      }
    })
    it('local terms, dissimilarity, exposure and isolation', () => {
      const local = Object.fromEntries(localSegregation(table, 'group').map((term) => [term.name, term]))
      const expectedLocal = {
        asian: [0.628767251748, 0.0225534014098],
        black: [0.880541305151, 0.1901499192812],
        hisp: [0.776632742882, 0.15169657495],
        white: [0.183639285365, 0.628092177743],
        native: [1.434264391939, 0.007507926616],
      }
      for (const [race, [ls = 0, p = 0]] of Object.entries(expectedLocal)) {
        expect(relative(local[race]?.local ?? 0, ls)).toBeLessThan(1e-11)
        expect(relative(local[race]?.share ?? 0, p)).toBeLessThan(1e-11)
      }
      expect(relative(dOf(table, 'white'), 0.596217750556)).toBeLessThan(1e-11)
      const exposed = (of: string, to: string) =>
        exposures(table).find((pair) => pair.of === of && pair.to === to)?.exposure ?? 0
      expect(relative(exposed('asian', 'white'), 0.6559745606821)).toBeLessThan(1e-11)
      expect(relative(exposed('white', 'asian'), 0.02355459613399)).toBeLessThan(1e-11)
      expect(relative(exposed('native', 'hisp'), 0.19805510585229)).toBeLessThan(1e-11)
      expect(relative(exposed('black', 'native'), 0.00311374045492)).toBeLessThan(1e-11)
      const isolation = Object.fromEntries(isolations(table).map((one) => [one.group, one.isolation]))
      expect(relative(isolation.black ?? 0, 0.6119595745214)).toBeLessThan(1e-11)
      expect(relative(isolation.native ?? 0, 0.0891944617598)).toBeLessThan(1e-11)
    })
  })

/** The same source, sex_industry.csv. */
const industries = sharedRows('reference/segregation/sex_industry.csv')
if (industries)
  describe('women and men over industries against R', () => {
    const table = tableOfRows(
      industries.flatMap(({ industry = '', K, M }) => [
        { unit: industry, group: 'K', n: Number(K) },
        { unit: industry, group: 'M', n: Number(M) },
      ]),
    )
    it('D, IP, M and H', () => {
      expect(relative(dOf(table, 'K'), 0.570054273563)).toBeLessThan(1e-11)
      expect(relative(dOf(table, 'M', 'K'), 0.570054273563)).toBeLessThan(1e-11)
      expect(relative(karmelMaclachlan(table), 0.2850270816)).toBeLessThan(1e-9)
      expect(relative(mutualInformation(table).m, 0.195348013753)).toBeLessThan(1e-11)
      expect(relative(mutualInformation(table).h ?? 0, 0.281827650048)).toBeLessThan(1e-11)
    })
  })

/** Worked out in exact fractions apart from this code; figures of Statistics Sweden, 2019. */
const born = sharedRows('data/scb_municipality_sex/SCB_inrikesvsutrikesfodda.csv')
if (born)
  describe('born in Sweden or abroad, aged 12–25, over 290 municipalities', () => {
    const table = tableOfRows(
      born.map((row) => ({
        unit: row.region ?? '',
        group: row.födelseregion ?? '',
        n: Number(row.X2019),
      })),
    )
    it('agrees with exact arithmetic', () => {
      expect(table.units).toHaveLength(290)
      expect(table.total).toBe(1_654_271)
      expect(dOf(table, 'Utrikes född')).toBeCloseTo(0.13670717252121792, 14)
      expect(karmelMaclachlan(table)).toBeCloseTo(0.042553464469866256, 14)
      expect(mutualInformation(table).m).toBeCloseTo(0.009301648309369472, 13)
      expect(mutualInformation(table).h).toBeCloseTo(0.018972158344313164, 13)
      expect(isolations(table)[1]?.isolation).toBeCloseTo(0.20765429618661166, 14)
    })
  })

describe('by hand', () => {
  it('is 0 where every unit has the mix of the whole, and greatest where groups are apart', () => {
    const even = tableOf([
      [1, 2],
      [10, 20],
      [0.5, 1],
    ])
    expect(mutualInformation(even).m).toBeLessThan(1e-15)
    expect(dOf(even)).toBeLessThan(1e-15)
    expect(karmelMaclachlan(even)).toBeLessThan(1e-15)
    expect(isolations(even)[0]?.adjusted).toBeLessThan(1e-14)
    const apart = tableOf([
      [4, 0],
      [0, 4],
    ])
    expect(mutualInformation(apart)).toEqual({ m: Math.LN2, h: 1, groupEntropy: Math.LN2 })
    expect(dOf(apart)).toBe(1)
    expect(karmelMaclachlan(apart)).toBe(0.5)
    expect(isolations(apart)).toEqual([
      { group: 'g0', isolation: 1, adjusted: 1 },
      { group: 'g1', isolation: 1, adjusted: 1 },
    ])
  })
  it('gives clusters of one unit or one group what exists', () => {
    const result = mutualInformationByCluster(
      tableOf(
        [
          [4, 0],
          [2, 0],
          [1, 3],
        ],
        { clusters: ['one group', 'one group', 'one unit'] },
      ),
    )
    if (!result.ok) throw new Error(result.reason)
    expect(result.clusters[0]).toMatchObject({ m: 0, h: null, entropyRatio: 0, share: 0.6 })
    expect(result.clusters[1]).toMatchObject({ m: 0, h: 0 })
    expect(result.between.m).toBeCloseTo(result.total.m, 14)
  })
  it('refuses groups it does not know and clusters that are not there', () => {
    const table = tableOf([
      [4, 1],
      [1, 4],
    ])
    expect(dissimilarity(table, { group: 'x' })).toEqual({
      ok: false,
      reason: 'unknown-name',
      culprit: 'pair.group',
    })
    expect(dissimilarity(table, { group: 'g0', against: 'x' })).toMatchObject({ culprit: 'pair.against' })
    expect(dissimilarity(table, { group: 'g0', against: 'g0' })).toMatchObject({ reason: 'duplicate' })
    expect(mutualInformationByCluster(table)).toEqual({
      ok: false,
      reason: 'empty',
      culprit: 'table.clusters',
    })
  })
  it('compares a group with one other or with everyone else', () => {
    const table = tableOf([
      [4, 0, 5],
      [0, 4, 5],
    ])
    expect(dOf(table, 'g0', 'g1')).toBe(1)
    expect(dOf(table, 'g0')).toBeCloseTo(9 / 14, 14)
    expect(dOf(table, 'g2')).toBe(0)
  })
})

const matrices = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 6 }))
  .chain(([groups, units]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: groups, maxLength: groups }), {
      minLength: units,
      maxLength: units,
    }),
  )
  .filter((counts) => {
    const groups = (counts[0] ?? []).filter((_, g) => counts.some((line) => (line[g] ?? 0) > 0))
    return groups.length > 1 && counts.filter((line) => line.some((n) => n > 0)).length > 1
  })

describe('extreme counts', () => {
  it('give figures or a refusal', () => {
    const line = fc.array(extremes, { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(line, { minLength: 3, maxLength: 3 }), (counts) => {
        const names = { units: ['a', 'b', 'c'], groups: ['g0', 'g1', 'g2'], clusters: ['x', 'x', 'y'] }
        const made = segregationTableOf({ ...names, counts })
        if (!made.ok) return
        const { table } = made
        const found = [
          mutualInformationByCluster(table),
          localSegregation(table, 'unit'),
          localSegregation(table, 'group'),
          isolations(table),
          exposures(table),
          karmelMaclachlan(table),
          dissimilarity(table, { group: table.groups[0] ?? '' }),
        ]
        expect(notFinite(found)).toEqual([])
      }),
      { seed: 1, numRuns: 2000 },
    )
  })
})

describe('laws', () => {
  const figures = (table: CountTable) => {
    const { m, h } = mutualInformation(table)
    return [m, h ?? 0, karmelMaclachlan(table), dOf(table, table.groups[0])]
  }
  const same = (a: readonly number[], b: readonly number[]) =>
    expect(a).toEqual(b.map((value) => expect.closeTo(value, 11)))

  it('scale, order and units of the same mix do not matter', () => {
    fc.assert(
      fc.property(matrices, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (counts, factor) => {
        const names = counts.map((_, u) => `u${u}`)
        const plain = figures(tableOf(counts))
        same(figures(tableOf(counts.map((line) => line.map((n) => n * factor)))), plain)
        same(figures(tableOf(counts.toReversed(), { units: names.toReversed() })), plain)
        const first = counts.find((line) => line.some((n) => n > 0)) ?? []
        same(
          figures(tableOf([...counts, first.map((n) => n * 2)])),
          figures(tableOf([...counts, first, first])),
        )
      }),
      { seed: 1 },
    )
  })
  it('parts add up, and every figure keeps to its range', () => {
    fc.assert(
      fc.property(matrices, (counts) => {
        const table = tableOf(counts, { clusters: counts.map((_, u) => `c${u % 2}`) })
        const { m, h } = mutualInformation(table)
        for (const by of ['group', 'unit'] as const) {
          const sum = localSegregation(table, by).reduce((all, term) => all + term.local * term.share, 0)
          expect(sum).toBeCloseTo(m, 12)
        }
        expect(h).toBeGreaterThanOrEqual(0)
        expect(h).toBeLessThanOrEqual(1 + 1e-12)
        const parts = mutualInformationByCluster(table)
        if (parts.ok) expect(parts.between.m + parts.within.m).toBeCloseTo(m, 12)
        for (const group of table.groups) {
          const row = exposures(table).filter(({ of }) => of === group)
          expect(row.reduce((sum, { exposure }) => sum + exposure, 0)).toBeCloseTo(1, 12)
        }
        if (table.groups.length === 2) {
          const a = (table.groupTotals[0] ?? 0) / table.total
          expect(karmelMaclachlan(table)).toBeCloseTo(2 * a * (1 - a) * dOf(table, table.groups[0]), 13)
        }
      }),
      { seed: 1 },
    )
  })
})

describe('isolation among many groups', () => {
  it('is the diagonal of exposure, adjusted by what the others make of the rest', () => {
    const random = makeRandom(8)
    const table = tableOf(
      Array.from({ length: 30 }, () => Array.from({ length: 12 }, () => random.below(9) ** 2)),
    )
    const pairs = exposures(table)
    for (const { group, isolation, adjusted } of isolations(table)) {
      const met = pairs.find(({ of, to }) => of === group && to === group)?.exposure ?? 0
      const share = (table.groupTotals[table.groups.indexOf(group)] ?? 0) / table.total
      expect(isolation).toBeCloseTo(met, 13)
      expect(adjusted).toBeCloseTo((met - share) / (1 - share), 12)
    }
  })
  it('answers for a thousand groups, whose pairs would be a million', () => {
    const groups = Array.from({ length: 1000 }, (_, g) => `g${g}`)
    const counts = Array.from({ length: 5 }, (_, u) => groups.map((_, g) => ((g * 7 + u * 3) % 5) + 1))
    const found = isolations(tableOf(counts))
    expect(found).toHaveLength(1000)
    expect(found.reduce((sum, { isolation }) => sum + isolation, 0)).toBeGreaterThan(1)
  })
})
