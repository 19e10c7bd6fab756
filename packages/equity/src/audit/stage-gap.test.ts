import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AuditCell,
  type BaseCell,
  industryDominance,
  type StageGap,
  shapley,
  stageGap,
} from '../index.ts'

const STAGES = { applied: true, decided: true, granted: true, amountApplied: true, amountGranted: true }
type Figures = readonly [base: number, applied: number, decided: number, granted: number, ore: number]

function cell(by: Record<string, string>, [, applied, decided, granted, ore]: Figures): AuditCell {
  const refused = decided - granted
  return {
    by,
    counts: { applied, granted, refused, withdrawn: applied - decided, pending: 0 },
    amounts: { applied: { totalOre: 0 }, granted: { totalOre: ore } },
  }
}

/** Cells by sex and by sex and industry, and the base, from a table of figures. */
function tableOf(rows: readonly (readonly [sex: string, industry: string, Figures])[]) {
  const totals = new Map<string, number[]>()
  for (const [sex, , figures] of rows) {
    const sum = totals.get(sex) ?? [0, 0, 0, 0, 0]
    totals.set(
      sex,
      sum.map((value, i) => value + (figures[i] ?? 0)),
    )
  }
  const whole = [...totals].map(([sex, [b = 0, a = 0, d = 0, g = 0, k = 0]]) => ({
    sex,
    figures: [b, a, d, g, k] as const,
  }))
  const cells = [
    ...whole.map(({ sex, figures }) => cell({ sex }, figures)),
    ...rows.map(([sex, industry, figures]) => cell({ sex, industry }, figures)),
  ]
  const base: BaseCell[] = rows.map(([sex, industry, [count]]) => ({ by: { sex, industry }, count }))
  return { cells, base }
}

function solved(gap: StageGap) {
  if (!gap.ok) throw new Error(gap.reason)
  return gap
}

const ROWS = [
  ['women', 'G', [300, 60, 55, 20, 900_000]],
  ['women', 'F', [100, 30, 28, 14, 2_000_000]],
  ['men', 'G', [200, 50, 48, 22, 1_200_000]],
  ['men', 'F', [700, 280, 270, 160, 30_000_000]],
] as const

describe('stageGap', () => {
  it('takes any two groups: labels of one dimension, or of several', () => {
    const { cells, base } = tableOf(ROWS)
    const named = stageGap(cells, { stages: STAGES, base, groups: [{ sex: 'women' }, { sex: 'men' }] })
    expect(named).toEqual(stageGap(cells, { stages: STAGES, base }))
    const further = (by: Record<string, string>): Record<string, string> =>
      by.sex === 'women' ? { ...by, background: 'foreign' } : { ...by, background: 'native' }
    const crossed = stageGap(
      cells.map((one) => ({ ...one, by: further(one.by) })),
      {
        stages: STAGES,
        base: base.map((one) => ({ ...one, by: further(one.by) })),
        groups: [
          { sex: 'women', background: 'foreign' },
          { background: 'native', sex: 'men' },
        ],
      },
    )
    expect(crossed).toEqual(named)
    const missing = stageGap(cells, { stages: STAGES, groups: [{ sex: 'women' }, { sex: 'other' }] })
    expect(missing).toEqual({ ok: false, reason: 'group-missing' })
  })
  it('adds up to the gap exactly', () => {
    const { cells, base } = tableOf(ROWS)
    const gap = solved(stageGap(cells, { stages: STAGES, base }))
    expect(gap.shareEntering).toBeCloseTo(400 / 1300, 12)
    expect(gap.shareAmount).toBeCloseTo(2.9 / 34.1, 12)
    expect(gap.parts.map(({ from, to }) => `${from}-${to}`)).toEqual([
      'base-applied',
      'applied-decided',
      'decided-granted',
      'granted-amount',
    ])
    expect(gap.parts.reduce((sum, part) => sum + part.total, 0)).toBeCloseTo(gap.total, 12)
    for (const part of gap.parts) expect((part.mix ?? 0) + (part.within ?? 0)).toBeCloseTo(part.total, 12)
    expect(gap.orePerEntering).toBeCloseTo(7250, 9)
  })
  it('puts everything on the one step that differs, and on mix when levels are equal', () => {
    const { cells, base } = tableOf([
      ['women', 'G', [80, 40, 40, 20, 2000]],
      ['women', 'F', [20, 10, 10, 5, 5000]],
      ['men', 'G', [20, 10, 10, 5, 500]],
      ['men', 'F', [80, 40, 40, 20, 20_000]],
    ])
    const gap = solved(stageGap(cells, { stages: STAGES, base }))
    const within = gap.parts.map((part) => part.within ?? 0)
    expect(Math.max(...within.map(Math.abs))).toBeLessThan(1e-12)
    expect(gap.parts[3]?.mix).toBeCloseTo(gap.total, 12)
    expect(gap.total).toBeCloseTo(0.5 - 7000 / 27_500, 12)
  })
  it('joins the neighbours over an absent stage and starts at the first count without a base', () => {
    const { cells } = tableOf(ROWS)
    const gap = solved(stageGap(cells, { stages: { ...STAGES, decided: false } }))
    expect(gap.parts.map(({ from, to }) => `${from}-${to}`)).toEqual(['applied-granted', 'granted-amount'])
    expect(gap.entering).toBe('applied')
  })
  it('leaves steps unsplit without classes', () => {
    const { cells, base } = tableOf(ROWS)
    const gap = solved(stageGap(cells, { stages: STAGES, base, splitDimension: null }))
    expect(gap.split).toBe('no-dimension')
    expect(gap.parts.every((part) => part.mix === null)).toBe(true)
    expect(gap.parts.reduce((sum, part) => sum + part.total, 0)).toBeCloseTo(gap.total, 12)
  })
  it('makes one rest class of what is suppressed', () => {
    const { cells, base } = tableOf([
      ...ROWS,
      ['women', 'I', [40, 4, 4, 1, 10_000]],
      ['men', 'I', [60, 9, 9, 3, 50_000]],
      ['women', 'J', [10, 2, 2, 2, 10_000]],
      ['men', 'J', [90, 9, 9, 6, 90_000]],
    ])
    const hidden = cells.map(
      (c): AuditCell => (c.by.industry === 'I' || c.by.industry === 'J' ? { by: c.by, suppressed: true } : c),
    )
    const merged = tableOf([
      ...ROWS,
      ['women', 'rest', [50, 6, 6, 3, 20_000]],
      ['men', 'rest', [150, 18, 18, 9, 140_000]],
    ])
    expect(solved(stageGap(hidden, { stages: STAGES, base })).parts).toEqual(
      solved(stageGap(merged.cells, { stages: STAGES, base: merged.base })).parts,
    )
  })
  it('says why there is no gap to show', () => {
    const { cells, base } = tableOf(ROWS)
    const options = { stages: STAGES, base }
    expect(stageGap(cells.slice(1), options)).toEqual({ ok: false, reason: 'group-missing' })
    const [women, ...others] = cells
    expect(stageGap([{ by: women?.by ?? {}, suppressed: true }, ...others], options)).toMatchObject({
      reason: 'group-suppressed',
    })
    expect(stageGap(cells, { stages: { ...STAGES, amountGranted: false } })).toMatchObject({
      reason: 'no-amount-stage',
    })
    const noMoney = tableOf([ROWS[0], ['men', 'G', [10, 5, 5, 0, 0]]])
    expect(stageGap(noMoney.cells, { stages: STAGES })).toMatchObject({ reason: 'other-has-no-amount' })
    const wrong = cells.map((c) =>
      c.by.sex === 'women' && c.by.industry ? cell(c.by, [9, 999, 9, 9, 9]) : c,
    )
    expect(stageGap(wrong, options)).toMatchObject({ ok: true, split: 'rest-not-derivable' })
  })
})

const figures = fc
  .tuple(fc.nat(400), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(90_000))
  .map(([more, a, b, c, ore]): Figures => {
    const granted = c
    return [
      granted + b + a + more,
      granted + b + a,
      granted + b,
      granted,
      granted === 0 ? 0 : granted * (ore + 1),
    ]
  })
const rowsArbitrary = fc
  .array(fc.tuple(figures, figures), { minLength: 1, maxLength: 6 })
  .map((industries) =>
    industries.flatMap(([w, m], i) => [['women', `${i}`, w] as const, ['men', `${i}`, m] as const]),
  )

describe('properties', () => {
  it('parts sum to the gap, all finite, whatever the order', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const { cells, base } = tableOf(rows)
        const gap = stageGap(cells, { stages: STAGES, base })
        if (!gap.ok) return
        expect(gap.parts.reduce((sum, part) => sum + part.total, 0)).toBeCloseTo(gap.total, 9)
        for (const part of gap.parts) {
          expect([part.total, part.mix ?? 0, part.within ?? 0].every(Number.isFinite)).toBe(true)
        }
        expect(stageGap(cells.toReversed(), { stages: STAGES, base: base.toReversed() })).toEqual(gap)
      }),
      { seed: 13, numRuns: 200 },
    )
  })
  it('merging two industries that are alike changes no step', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const double = ([a, b, c, d, e]: Figures): Figures => [2 * a, 2 * b, 2 * c, 2 * d, 2 * e]
        const twice = tableOf(rows.flatMap(([s, i, f]) => [[s, i, f] as const, [s, `${i}-twin`, f] as const]))
        const once = tableOf(rows.map(([s, i, f]) => [s, i, double(f)] as const))
        const a = stageGap(twice.cells, { stages: STAGES, base: twice.base })
        const b = stageGap(once.cells, { stages: STAGES, base: once.base })
        expect(a.ok).toBe(b.ok)
        if (!a.ok || !b.ok) return
        a.parts.forEach((part, i) => {
          expect(part.total).toBeCloseTo(b.parts[i]?.total ?? Number.NaN, 9)
        })
      }),
      { seed: 14, numRuns: 100 },
    )
  })
})

describe('shapley and dominance', () => {
  it("gives the glove game's values", () => {
    // One left glove (player 0) and two right gloves: 2/3, 1/6, 1/6.
    const values = shapley(3, (mask) => (mask & 1 && mask & 6 ? 1 : 0))
    expect(values[0]).toBeCloseTo(2 / 3, 12)
    expect(values[2]).toBeCloseTo(1 / 6, 12)
  })
  it('sorts industries at 60 %', () => {
    const { base } = tableOf([
      ['women', 'G', [60, 0, 0, 0, 0]],
      ['men', 'G', [40, 0, 0, 0, 0]],
      ['women', 'F', [10, 0, 0, 0, 0]],
      ['men', 'F', [90, 0, 0, 0, 0]],
      ['women', 'I', [59, 0, 0, 0, 0]],
      ['men', 'I', [41, 0, 0, 0, 0]],
      ['women', 'A', [9, 0, 0, 0, 0]],
    ])
    expect(industryDominance(base).map(({ label, dominance }) => `${label} ${dominance}`)).toEqual([
      'A unknown',
      'F men',
      'G women',
      'I neither',
    ])
  })
})
