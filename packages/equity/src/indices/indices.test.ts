import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extremes, notFinite } from '../testing/finite.ts'
import { sharedRows } from '../testing/shared-data.ts'
import { gapCorrectedIndex } from './gap-corrected-metric.ts'
import { meanRankIndex, type RankIndexDefinition, type RankUnit } from './mean-rank-index.ts'
import type { MetricDefinition, MetricUnit } from './metric-definition.ts'
import { metricScore } from './metric-score.ts'

const ranks: RankIndexDefinition = {
  id: 'test',
  version: '1',
  indicators: [
    { id: 'pay', kind: 'gap' },
    { id: 'seats', kind: 'relative-gap' },
    { id: 'illness', kind: 'level' },
    { id: 'schooling', kind: 'level', best: 'high' },
  ],
  minimumShare: 0.5,
}
const place = (
  unit: string,
  pay: number,
  women: number,
  men: number,
  illness: number,
  schooling: number,
): RankUnit => ({
  unit,
  values: {
    pay: { women: 20, men: 20 + pay },
    seats: { women, men },
    illness: { level: illness },
    schooling: { level: schooling },
  },
})
const ranked = (units: readonly RankUnit[], definition = ranks) => {
  const result = meanRankIndex(definition, units)
  if (!result.ok) throw new Error(`${result.reason} at ${result.culprit}`)
  return result.units
}

describe('the mean rank index', () => {
  const units = [place('a', 2, 5, 5, 10, 40), place('b', -2, 1, 3, 12, 50), place('c', 9, 4, 5, 11, 60)]
  it('by hand', () => {
    expect(ranked(units)).toEqual([
      {
        unit: 'a',
        index: (1.5 + 1 + 1 + 3) / 4,
        place: 1,
        ranks: { pay: 1.5, seats: 1, illness: 1, schooling: 3 },
        missing: [],
      },
      {
        unit: 'b',
        index: (1.5 + 3 + 3 + 2) / 4,
        place: 3,
        ranks: { pay: 1.5, seats: 3, illness: 3, schooling: 2 },
        missing: [],
      },
      {
        unit: 'c',
        index: (3 + 2 + 2 + 1) / 4,
        place: 2,
        ranks: { pay: 3, seats: 2, illness: 2, schooling: 1 },
        missing: [],
      },
    ])
  })
  it('ties gaps that differ by rounding alone', () => {
    const of = (unit: string, women: number, men: number) => ({ unit, values: { pay: { women, men } } })
    const definition = { ...ranks, indicators: [{ id: 'pay', kind: 'gap' as const }] }
    expect(
      ranked([of('a', 0.3, 0.1), of('b', 0.9, 0.7), of('c', 0, 1)], definition).map(({ index }) => index),
    ).toEqual([1.5, 1.5, 3])
  })
  it('lists what is missing and gives no index on too little', () => {
    const some = { unit: 'd', values: { pay: { women: 1, men: 1 }, seats: null, illness: { level: 1 } } }
    const little = { unit: 'e', values: { pay: { women: 1, men: 2 } } }
    const found = ranked([...units, some, little])
    expect(found[3]).toMatchObject({ missing: ['seats', 'schooling'], place: 1 })
    // Best of five by pay, best of four by illness: ½·5/4 + ½.
    expect(found[3]?.index).toBeCloseTo((1 + 1.125) / 2, 14)
    expect(found[4]).toMatchObject({ index: null, place: null, missing: ['seats', 'illness', 'schooling'] })
  })
  it('has ranks with the mean of all places, and does not mind the order of the units', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.nat(9), fc.integer({ min: 1, max: 9 }), fc.nat(5), fc.nat(5)), {
          minLength: 2,
          maxLength: 8,
        }),
        (rows) => {
          const made = rows.map((row, i) => place(`u${i}`, ...row))
          const found = ranked(made)
          expect(found.reduce((sum, { index }) => sum + (index ?? 0), 0)).toBeCloseTo(
            (rows.length * (rows.length + 1)) / 2,
            10,
          )
          expect(ranked(made.toReversed()).toReversed()).toEqual(found)
        },
      ),
      { seed: 1 },
    )
  })
  it('refuses with the place of the fault', () => {
    const refused = (given: readonly RankUnit[], more: Partial<RankIndexDefinition> = {}) => {
      const result = meanRankIndex({ ...ranks, ...more }, given)
      return result.ok ? null : [result.reason, result.culprit]
    }
    const [a = place('a', 1, 1, 1, 1, 1), b = a] = units
    expect(refused([a])).toEqual(['too-few', 'units'])
    expect(refused([a, a])).toEqual(['duplicate', 'units[1].unit'])
    expect(refused(units, { indicators: [] })).toEqual(['empty', 'definition.indicators'])
    expect(refused(units, { indicators: [...ranks.indicators, { id: 'pay', kind: 'gap' }] })).toEqual([
      'duplicate',
      'definition.indicators[4].id',
    ])
    expect(refused(units, { minimumShare: 0 })).toEqual(['out-of-range', 'definition.minimumShare'])
    expect(refused(units, { indicators: [...ranks.indicators, { id: 'x', kind: 'gap' }] })).toEqual([
      'too-few',
      'definition.indicators[4]',
    ])
    const with_ = (value: RankUnit['values']) => refused([a, { ...b, values: { ...b.values, ...value } }])
    expect(with_({ other: { level: 1 } })).toEqual(['unknown-name', 'units[1].values.other'])
    expect(with_({ pay: { level: 1 } })).toEqual(['undefined', 'units[1].values.pay'])
    expect(with_({ illness: { women: 1, men: 2 } })).toEqual(['undefined', 'units[1].values.illness'])
    expect(with_({ illness: { level: Number.NaN } })).toEqual(['not-finite', 'units[1].values.illness'])
    expect(with_({ pay: { women: Number.POSITIVE_INFINITY, men: 1 } })).toEqual([
      'not-finite',
      'units[1].values.pay',
    ])
    expect(with_({ seats: { women: 0, men: 0 } })).toEqual(['undefined', 'units[1].values.seats'])
    expect(with_({ seats: { women: -1, men: 3 } })).toEqual(['negative', 'units[1].values.seats'])
  })
})

/** Mean earned income 20+ by municipality, 2018 (Statistics Sweden), smallest gap found by sorting the file apart. */
const incomes = sharedRows('data/scb_municipality_sex/SCB_inkomster.csv')
if (incomes)
  describe('the gap in income of 290 municipalities', () => {
    it('ranks them as a sort of the file does', () => {
      const of = (sex: string) =>
        new Map(
          incomes
            .filter((row) => row.kön === sex && row.ålder === 'totalt 20+ år' && row.MedTyp === 'Medelvärde')
            .map((row) => [row.region ?? '', Number(row.X2018)]),
        )
      const women = of('kvinnor')
      const units = Array.from(of('män'), ([unit, men]) => ({
        unit,
        values: { income: { women: women.get(unit) ?? Number.NaN, men } },
      }))
      const found = ranked(units, { ...ranks, indicators: [{ id: 'income', kind: 'gap' }] })
      expect(found).toHaveLength(290)
      const byPlace = found.toSorted((x, y) => (x.place ?? 0) - (y.place ?? 0))
      expect([
        byPlace[0]?.unit,
        byPlace[289]?.unit,
        found.find(({ unit }) => unit === 'Falun')?.index,
      ]).toEqual(['Årjäng', 'Danderyd', 125.5])
    })
  })
describe('extreme values', () => {
  it('give figures or a refusal', () => {
    const pair = fc.record({ women: extremes, men: extremes })
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 4 }), fc.boolean(), (pairs, byLevel) => {
        const units = pairs.map((value, i) => ({ unit: `u${i}`, values: { a: value } }))
        const ranking: RankIndexDefinition = {
          ...ranks,
          indicators: [{ id: 'a', kind: byLevel ? 'gap' : 'relative-gap' }],
        }
        const indicators = [{ id: 'a', correction: byLevel ? {} : ('none' as const) }]
        const domains = [{ id: 'd', weight: 1, subdomains: [{ id: 's', indicators }] }]
        const found = [meanRankIndex(ranking, units), gapCorrectedIndex({ ...metric, domains }, units)]
        expect(notFinite(found)).toEqual([])
      }),
      { seed: 1, numRuns: 1000 },
    )
  })
})

describe('the metric of one indicator', () => {
  it('by hand', () => {
    expect(metricScore({ women: 60, men: 80, highest: 80 }).score).toBeCloseTo(
      1 + Math.sqrt(0.875) * (6 / 7) * 99,
      12,
    )
    expect(metricScore({ women: 50, men: 50, highest: 50 }).score).toBe(100)
    expect(metricScore({ women: 50, men: 50, total: 25, highest: 100 })).toEqual({
      score: 50.5,
      gap: 0,
      correction: 0.5,
    })
    expect(metricScore({ women: 0, men: 7 })).toEqual({ score: 1, gap: 1, correction: 1 })
    expect(metricScore({ women: 30, men: 70 }).score).toBeCloseTo(1 + 0.6 * 99, 12)
    expect(metricScore({ women: 0, men: 0, highest: 9 })).toEqual({ score: 1, gap: 0, correction: 0 })
  })
  it('throws for what cannot be', () => {
    expect(() => metricScore({ women: -1, men: 2 })).toThrow(RangeError)
    expect(() => metricScore({ women: Number.NaN, men: 2 })).toThrow('women')
    expect(() => metricScore({ women: 0, men: 0 })).toThrow(RangeError)
    expect(() => metricScore({ women: 9, men: 9, highest: 8 })).toThrow('highest')
    expect(() => metricScore({ women: 0, men: 0, highest: 0 })).toThrow('highest')
  })
})

const metric: MetricDefinition = {
  id: 'test',
  version: '1',
  minimumShare: 0.5,
  domains: [
    {
      id: 'work',
      weight: 3,
      subdomains: [
        {
          id: 'taking part',
          indicators: [
            { id: 'rate', correction: { highest: 100 } },
            { id: 'hours', correction: {} },
          ],
        },
        { id: 'quality', indicators: [{ id: 'strain', correction: { highest: 100 }, complementOf: 100 }] },
      ],
    },
    {
      id: 'power',
      weight: 1,
      subdomains: [{ id: 'seats', indicators: [{ id: 'council', correction: 'none' }] }],
    },
  ],
}
const full = {
  rate: { women: 64, men: 64 },
  hours: { women: 30, men: 40 },
  strain: { women: 36, men: 36 },
  council: { women: 30, men: 70 },
}
const scored = (units: readonly MetricUnit[]) => {
  const result = gapCorrectedIndex(metric, units)
  if (!result.ok) throw new Error(`${result.reason} at ${result.culprit}`)
  return result.units
}

describe('the gap-corrected index', () => {
  it('by hand', () => {
    const [one, two] = scored([
      { unit: 'a', values: full },
      { unit: 'b', values: { ...full, hours: { women: 70, men: 70 } } },
    ])
    // rate: √0.64 = 0.8; hours: level 35 of 70, gap 1/7; strain turned: 64 of 100; council: gap 0.4.
    const rate = 1 + 0.8 * 99
    const hours = 1 + Math.sqrt(0.5) * (6 / 7) * 99
    const council = 1 + 0.6 * 99
    const work = Math.sqrt(((rate + hours) / 2) * rate)
    expect(one?.domains[0]?.subdomains[0]?.score).toBeCloseTo((rate + hours) / 2, 12)
    expect(one?.domains[0]?.score).toBeCloseTo(work, 12)
    expect(one?.index).toBeCloseTo((work ** 3 * council) ** 0.25, 12)
    expect(two?.domains[0]?.subdomains[0]?.indicators.hours).toEqual({ score: 100, gap: 0, correction: 1 })
  })
  it('stands on half a subdomain, not on less', () => {
    const [some, none] = scored([
      { unit: 'a', values: { ...full, hours: null } },
      { unit: 'b', values: { ...full, council: null, rate: null } },
    ])
    expect(some?.missing).toEqual(['hours'])
    expect(some?.index).not.toBeNull()
    expect(none).toMatchObject({ index: null, missing: ['rate', 'council'] })
    expect(none?.domains[1]).toMatchObject({ score: null })
    expect(none?.domains[0]?.score).not.toBeNull()
  })
  it('gives 100 for equal and best, never leaves 1–100, and treats women and men alike', () => {
    const best = { women: 100, men: 100 }
    const [top] = scored([
      { unit: 'a', values: { rate: best, hours: best, strain: { women: 0, men: 0 }, council: best } },
    ])
    expect(top?.index).toBeCloseTo(100, 10)
    const level = fc.double({ min: 0.001, max: 100, noNaN: true })
    const pair = fc.record({ women: level, men: level })
    fc.assert(
      fc.property(fc.record({ rate: pair, hours: pair, strain: pair, council: pair }), (values) => {
        const turned = Object.fromEntries(
          Object.entries(values).map(([id, { women, men }]) => [id, { women: men, men: women }]),
        )
        const [one, other] = scored([
          { unit: 'a', values },
          { unit: 'b', values: turned },
        ])
        expect(one?.index).toBeGreaterThanOrEqual(1 - 1e-9)
        expect(one?.index).toBeLessThanOrEqual(100 + 1e-9)
        expect(other?.index).toBeCloseTo(one?.index ?? 0, 9)
      }),
      { seed: 1 },
    )
  })
  it('refuses with the place of the fault', () => {
    const refused = (values: MetricUnit['values'], definition = metric) => {
      const result = gapCorrectedIndex(definition, [{ unit: 'a', values }])
      return result.ok ? null : [result.reason, result.culprit]
    }
    expect(refused({ ...full, rate: { women: 120, men: 120 } })).toEqual([
      'out-of-range',
      'units[0].values.rate',
    ])
    expect(refused({ ...full, strain: { women: 120, men: 1 } })).toEqual([
      'out-of-range',
      'units[0].values.strain.women',
    ])
    expect(refused({ ...full, council: { women: 0, men: 0 } })).toEqual([
      'undefined',
      'units[0].values.council',
    ])
    expect(refused({ ...full, rate: { women: Number.NaN, men: 1 } })).toEqual([
      'not-finite',
      'units[0].values.rate.women',
    ])
    expect(refused({ ...full, rate: { women: 1, men: -1 } })).toEqual([
      'negative',
      'units[0].values.rate.men',
    ])
    expect(refused({ other: { women: 1, men: 1 } })).toEqual(['unknown-name', 'units[0].values.other'])
    expect(refused(full, { ...metric, domains: [] })).toEqual(['empty', 'definition.domains'])
    expect(refused(full, { ...metric, minimumShare: 2 })).toEqual(['out-of-range', 'definition.minimumShare'])
    const domain = {
      id: 'd',
      weight: 1,
      subdomains: [{ id: 's', indicators: [{ id: 'i', correction: 'none' as const }] }],
    }
    const with_ = (more: object) => refused({}, { ...metric, domains: [{ ...domain, ...more }] })
    expect(with_({ weight: 0 })).toEqual(['out-of-range', 'definition.domains[0].weight'])
    expect(with_({ subdomains: [] })).toEqual(['empty', 'definition.domains[0].subdomains'])
    expect(with_({ subdomains: [{ id: 's', indicators: [] }] })).toEqual([
      'empty',
      'definition.domains[0].subdomains[0].indicators',
    ])
    expect(
      with_({ subdomains: [{ id: 's', indicators: [{ id: 'i', correction: { highest: 0 } }] }] }),
    ).toEqual(['out-of-range', 'definition.domains[0].subdomains[0].indicators[0].correction.highest'])
    expect(refused({}, { ...metric, domains: [domain, domain] })).toEqual([
      'duplicate',
      'definition.domains[1].subdomains[0].indicators[0].id',
    ])
    expect(gapCorrectedIndex(metric, [])).toEqual({ ok: false, reason: 'empty', culprit: 'units' })
  })
})
