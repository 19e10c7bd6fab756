import {
  dissimilarity,
  fisherExact,
  holm,
  kitagawa,
  maihdaLogistic,
  proportionGap,
  proportionInteraction,
  segregationTableOf,
} from '@jamvikt/equity'
import { describe, expect, it } from 'vitest'
import { conceptsOf } from '../../rules/concepts.ts'
import { choiceOf } from './choice.ts'
import { compositionOf } from './composition.ts'
import { figureGaps } from './figure-gaps.ts'
import { compareGaps, pairsOf } from './gaps.ts'
import { intersectionsOf } from './intersections.ts'
import { askedFor, inventedTable } from './invented-tables.test-support.ts'
import { spreadOf } from './spread.ts'
import type { Stratum } from './strata-of.ts'

const stratum = (codes: string, successes: number, n: number): Stratum => ({
  codes: codes.split(' '),
  counts: { successes, n },
})
const gone = (codes: string): Stratum => ({ codes: codes.split(' '), counts: null })

/** Women and men in three groups; invented. */
const STRATA = [
  stratum('K a', 60, 100),
  stratum('K b', 30, 100),
  stratum('K c', 10, 20),
  stratum('M a', 62, 100),
  stratum('M b', 70, 110),
  gone('M c'),
]

describe('rates of women and men', () => {
  it('are those of the cells, with the gap of women less men and p adjusted over the groups', () => {
    const pairs = pairsOf(STRATA, 'K')
    expect(pairs.map(({ codes, women, men }) => [codes[0], women?.share, men?.n])).toEqual([
      ['a', 0.6, 100],
      ['b', 0.3, 110],
      ['c', 0.5, undefined],
    ])
    const gap = proportionGap({ successes: 30, n: 100 }, { successes: 70, n: 110 })
    expect(pairs[1]?.gap).toEqual(gap)
    const p = holm([fisherExact(60, 40, 62, 38), fisherExact(30, 70, 70, 40)])
    expect(pairs.map(({ holmP }) => holmP)).toEqual([...p, null])
    expect(pairs.map(({ verdict }) => verdict)).toEqual(['insufficient', 'women-lower', 'missing'])
  })

  it('are none where nobody is', () => {
    expect(pairsOf([stratum('K a', 0, 0), stratum('M a', 1, 2)], 'K')[0]).toMatchObject({
      women: null,
      gap: null,
      verdict: 'missing',
    })
  })
})

describe('the gap of gaps', () => {
  it('is a difference of differences against a base', () => {
    const found = compareGaps(STRATA, 'K', 1, 'a')
    const direct = proportionInteraction({
      both: { successes: 30, n: 100 },
      first: { successes: 60, n: 100 },
      second: { successes: 70, n: 110 },
      reference: { successes: 62, n: 100 },
    })
    if (!direct.ok) throw new Error(direct.reason)
    expect(found?.base.codes).toEqual(['a'])
    expect(found?.comparisons).toBe(1)
    expect(found?.compared[1]?.beside?.additive).toEqual(direct.additive)
    expect(direct.additive.value).toBeCloseTo(30 / 100 - 70 / 110 - (60 / 100 - 62 / 100), 12)
    expect(found?.compared.map(({ isShown }) => isShown)).toEqual([false, true, false])
    expect(found?.compared[2]?.beside).toBeNull()
  })

  it('turned round has the other sign', () => {
    const value = (base: string, at: number) =>
      compareGaps(STRATA, 'K', 1, base)?.compared[at]?.beside?.additive.value ?? 0
    expect(value('a', 1)).toBeCloseTo(-value('b', 0), 12)
  })

  it('takes the largest as base, and shares the confidence among comparisons', () => {
    const four = [
      ...STRATA.filter(({ counts }) => counts !== null),
      stratum('M c', 12, 25),
      stratum('K d', 3, 9),
      stratum('M d', 3, 9),
    ]
    const found = compareGaps(four, 'K', 1, 'constructor')
    expect(found?.base.codes).toEqual(['b'])
    expect(found?.confidence).toBeCloseTo(1 - 0.05 / 3, 12)
  })

  it('is none of one category', () => {
    expect(
      compareGaps(
        STRATA.filter(({ codes }) => codes[1] !== 'b'),
        'K',
        1,
        null,
      ),
    ).toBeNull()
  })
})

describe('the multilevel analysis', () => {
  const strata = [0, 1, 2, 3].flatMap((g) => [
    stratum(`K g${g}`, 20 + 10 * g, 100),
    stratum(`M g${g}`, g === 3 ? 20 : 35 + 8 * g, 100),
  ])

  it('is that of the same strata by sex and group, the missing left out', () => {
    const found = intersectionsOf([...strata, gone('K g4')])
    const direct = maihdaLogistic(
      strata.map(({ codes: [sex = '', group = ''], counts }) => ({
        by: { g0: sex, g1: group },
        n: counts?.n ?? 0,
        successes: counts?.successes ?? 0,
      })),
    )
    if (!found.ok || !direct.ok) throw new Error('refused')
    expect(found.model).toEqual(direct)
    expect(found.missing).toBe(1)
    expect(found.strata.map(({ codes }) => codes)).toEqual(strata.map(({ codes }) => codes))
  })

  it('is refused with the group in which all have the outcome', () => {
    const all = strata.map((one) =>
      one.codes[1] === 'g2' ? { ...one, counts: { successes: 100, n: 100 } } : one,
    )
    expect(intersectionsOf(all)).toMatchObject({
      ok: false,
      reason: 'separated',
      at: { group: 1, code: 'g2' },
    })
    expect(intersectionsOf(strata.slice(0, 2))).toMatchObject({ ok: false, reason: 'too-few', at: null })
  })
})

describe('the gap over the mix', () => {
  it('is all composition where rates are the same within, and all rates where the mix is the same', () => {
    const mix = [
      stratum('K a', 90, 100),
      stratum('K b', 10, 50),
      stratum('M a', 45, 50),
      stratum('M b', 20, 100),
    ]
    const found = compositionOf(mix, 'K', 1)
    if (!found.ok) throw new Error(found.reason)
    expect(found.split.rates).toBeCloseTo(0, 12)
    expect(found.split.composition).toBeCloseTo(100 / 150 - 65 / 150, 12)
    const within = compositionOf(
      [stratum('K a', 9, 10), stratum('K b', 5, 10), stratum('M a', 7, 10), stratum('M b', 7, 10)],
      'K',
      1,
    )
    if (!within.ok) throw new Error(within.reason)
    expect(within.split.composition).toBe(0)
    expect(within.split.rates).toBeCloseTo(0, 12)
    expect(within.rows.map(({ rates }) => rates.toFixed(3))).toEqual(['0.100', '-0.100'])
  })

  it('is that of Kitagawa, categories with a missing cell left out and named', () => {
    const found = compositionOf(STRATA, 'K', 1)
    const direct = kitagawa([
      { by: { g1: 'a' }, a: { n: 100, total: 60 }, b: { n: 100, total: 62 } },
      { by: { g1: 'b' }, a: { n: 100, total: 30 }, b: { n: 110, total: 70 } },
    ])
    expect(found).toMatchObject({ split: direct, left: ['c'], parts: null })
  })

  it('has a part for each of several groups, which add up to the gap', () => {
    const strata = ['K', 'M'].flatMap((sex, s) =>
      ['a', 'b'].flatMap((one, i) =>
        ['x', 'y'].map((two, j) =>
          stratum(`${sex} ${one} ${two}`, 5 + 3 * s + i + j, 20 + 7 * i + 9 * s * j),
        ),
      ),
    )
    const found = compositionOf(strata, 'K', 1)
    if (!found.ok) throw new Error(found.reason)
    expect(found.parts?.map(({ factor }) => factor)).toEqual(['g1', 'g2', 'rates'])
    expect(found.parts?.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(found.split.gap, 12)
  })
})

describe('the spread of women and men', () => {
  const counts: Readonly<Record<string, readonly [number, number]>> = {
    vård: [80, 20],
    teknik: [15, 85],
    handel: [40, 45],
  }
  const table = inventedTable({
    figure: ({ bransch = '', kön, år }) =>
      år === '2018' ? 1 : (counts[bransch]?.[kön === 'kvinnor' ? 0 : 1] ?? 0),
  })
  const spread = (of: typeof table) => {
    const concepts = conceptsOf(of)
    const choice = choiceOf(askedFor('outcome=arbete'), of, concepts)
    if (choice.kind !== 'counts') throw new Error(choice.kind)
    return spreadOf(of, choice, 'bransch', concepts)
  }

  it('is that of the summed cells of the chosen year', () => {
    const found = spread(table)
    if (!found.ok) throw new Error(found.reason)
    expect(found.units[0]).toEqual({ code: 'vård', women: 8 * 80, men: 8 * 20 })
    const direct = segregationTableOf({
      units: ['vård', 'teknik', 'handel'],
      groups: ['women', 'men'],
      counts: [
        [80, 20],
        [15, 85],
        [40, 45],
      ],
    })
    if (!direct.ok) throw new Error(direct.reason)
    const d = dissimilarity(direct.table, { group: 'women', against: 'men' })
    expect(found.d).toBeCloseTo(d.ok ? d.d : Number.NaN, 12)
    expect(found.bootstrap.d?.low).toBeLessThan(found.d)
    expect(spread(table)).toEqual(found)
  })

  it('leaves out a category with a missing cell, and is refused of figures that are no persons', () => {
    const holed = inventedTable({
      figure: ({ bransch, kön }) => (bransch === 'handel' && kön === 'män' ? Number.NaN : 9),
    })
    const found = spread(holed)
    if (!found.ok) throw new Error(found.reason)
    expect(found.units[2]).toEqual({ code: 'handel', women: 72, men: null })
    expect(found.d).toBe(0)
    expect(spread(inventedTable({ figure: () => 0.25 }))).toMatchObject({ reason: 'not-whole' })
    expect(spread(inventedTable({ figure: () => 0 }))).toMatchObject({ reason: 'all-zero' })
  })
})

describe('gaps of other figures', () => {
  const table = {
    ...inventedTable({
      fields: ['alla'],
      outcomes: ['månadslön'],
      ages: ['alla'],
      figure: ({ födelse, kön, år }) =>
        (kön === 'kvinnor' ? 80 : 100) +
        (födelse === 'utrikes' && kön === 'kvinnor' ? -10 : 0) +
        (år === '2018' ? 1 : 0),
    }),
    title: { sv: 'Medellön' },
  }

  it('are women less men and women over men, and how they differ from the base', () => {
    const concepts = conceptsOf(table)
    const choice = choiceOf(askedFor('base=inrikes'), table, concepts)
    if (choice.kind !== 'figures') throw new Error(choice.kind)
    const found = figureGaps(table, choice, concepts, 'sv')
    expect(
      found.rows.map(({ women, men, difference, ratio, besideDifference, besideRatio }) => [
        women,
        men,
        difference,
        ratio,
        besideDifference,
        besideRatio,
      ]),
    ).toEqual([
      [70, 100, -30, 70, -10, -10],
      [80, 100, -20, 80, null, null],
    ])
    expect(found.series).toEqual([])
  })
})
