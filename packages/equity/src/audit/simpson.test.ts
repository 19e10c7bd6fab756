import { describe, expect, it } from 'vitest'
import { type AuditCell, auditCells, auditSentences, simpson } from '../index.ts'

const STAGES = { applied: true, decided: true, granted: true, amountApplied: false, amountGranted: false }

function cell(by: Record<string, string>, granted: number, applied: number): AuditCell {
  return {
    by,
    counts: { applied, granted, refused: applied - granted, withdrawn: 0, pending: 0 },
    amounts: { applied: { totalOre: 0 }, granted: { totalOre: 0 } },
  }
}

// Personal research grants in the Netherlands: R package dslabs, research_funding_rates.
// [discipline, men applying, women applying, men awarded, women awarded]
const RESEARCH = [
  ['Chemical sciences', 83, 39, 22, 10],
  ['Physical sciences', 135, 39, 26, 9],
  ['Physics', 67, 9, 18, 2],
  ['Humanities', 230, 166, 33, 32],
  ['Technical sciences', 189, 62, 30, 13],
  ['Interdisciplinary', 105, 78, 12, 17],
  ['Earth/life sciences', 156, 126, 38, 18],
  ['Social sciences', 425, 409, 65, 47],
  ['Medical sciences', 245, 260, 46, 29],
] as const

function researchCells(): AuditCell[] {
  const sum = (at: 1 | 2 | 3 | 4) => RESEARCH.reduce((n, row) => n + row[at], 0)
  return [
    cell({ sex: 'men' }, sum(3), sum(1)),
    cell({ sex: 'women' }, sum(4), sum(2)),
    ...RESEARCH.flatMap(([discipline, men, women, menAwarded, womenAwarded]) => [
      cell({ sex: 'men', discipline }, menAwarded, men),
      cell({ sex: 'women', discipline }, womenAwarded, women),
    ]),
  ]
}

describe('simpson', () => {
  it('reads the research grants: lower overall, four disciplines the other way', () => {
    const found = simpson(researchCells(), 'discipline')
    if (!found.ok) throw new Error(found.reason)
    expect(found.overall).toBe('womenLower')
    expect(found.overallDifference).toBeCloseTo(0.149 - 0.177, 2)
    expect(found.within).toEqual({ womenLower: 5, womenHigher: 4, equal: 0 })
    expect(found.mixed).toBe(true)
    expect(Math.abs(found.adjustedDifference)).toBeLessThan(Math.abs(found.overallDifference))
    expect(found.reversal).toBe(found.adjusted === 'womenHigher')
  })
  it('finds a reversal', () => {
    const cells = [
      cell({ sex: 'women' }, 30, 110),
      cell({ sex: 'men' }, 57, 110),
      cell({ sex: 'women', d: 'hard' }, 21, 100),
      cell({ sex: 'men', d: 'hard' }, 1, 10),
      cell({ sex: 'women', d: 'easy' }, 9, 10),
      cell({ sex: 'men', d: 'easy' }, 56, 100),
    ]
    expect(simpson(cells, 'd')).toMatchObject({
      overall: 'womenLower',
      adjusted: 'womenHigher',
      within: { womenHigher: 2, womenLower: 0 },
      reversal: true,
      mixed: false,
    })
  })
  it('leaves hidden groups out and says when nothing is left', () => {
    const cells = researchCells().map(
      (c): AuditCell => ('discipline' in c.by ? { by: c.by, suppressed: true } : c),
    )
    expect(simpson(cells, 'discipline')).toEqual({ ok: false, reason: 'no-groups' })
    expect(simpson(cells.slice(1), 'discipline')).toEqual({ ok: false, reason: 'overall-missing' })
    const one = researchCells().filter((c) => c.by.discipline !== 'Physics' || c.by.sex === 'men')
    expect(simpson(one, 'discipline')).toMatchObject({ ok: true, leftOut: 1 })
  })
})

describe('auditSentences', () => {
  it('speaks of the difference shown and of no money where there is none', () => {
    const sentences = auditSentences(auditCells(researchCells(), { stages: STAGES }))
    expect(sentences.map(({ key }) => key)).toEqual([
      'headline.differenceShown',
      'gap.unknown',
      'certainty.differenceShown',
    ])
    expect(sentences[0]).toMatchObject({
      params: { by: { sex: 'women' }, reference: { sex: 'men' }, shown: 1 },
    })
  })
  it('says insufficient evidence for few cases, never no difference', () => {
    const few = [cell({ sex: 'women' }, 15, 33), cell({ sex: 'men' }, 17, 33)]
    const stages = { ...STAGES, amountGranted: true }
    const keys = auditSentences(auditCells(few, { stages })).map(({ key }) => key)
    expect(keys).toEqual(['headline.insufficientEvidence', 'gap.unknown', 'certainty.insufficientEvidence'])
    const none = auditSentences(auditCells(few, { stages: { ...stages, decided: false } }))
    expect(none[0]).toEqual({ key: 'headline.noDecisions' })
  })
  it('tells where the gap arises and how much is mix', () => {
    const money = (
      by: Record<string, string>,
      granted: number,
      applied: number,
      totalOre: number,
    ): AuditCell => {
      const base = cell(by, granted, applied)
      return base.suppressed === true
        ? base
        : { ...base, amounts: { ...base.amounts, granted: { totalOre } } }
    }
    const cells = [
      money({ sex: 'women' }, 50, 100, 5000),
      money({ sex: 'men' }, 50, 100, 50_000),
      money({ sex: 'women', industry: 'G' }, 50, 100, 5000),
      money({ sex: 'men', industry: 'G' }, 50, 100, 50_000),
    ]
    const sentences = auditSentences(auditCells(cells, { stages: { ...STAGES, amountGranted: true } }))
    expect(sentences[1]).toMatchObject({ key: 'gap.where', params: { from: 'granted', to: 'amount' } })
    expect(sentences[2]).toMatchObject({ key: 'gap.split', params: { mix: 0, unsplit: 0 } })
    expect(sentences[3]?.key).toBe('certainty.insufficientEvidence')
  })
})

describe('simpson with hidden groups', () => {
  const rates = (
    hidden: readonly string[],
    groups: Record<string, readonly [number, number, number, number]>,
  ) => {
    const all = Object.entries(groups)
    const sum = (at: 0 | 1 | 2 | 3) => all.reduce((n, [, row]) => n + row[at], 0)
    return [
      cell({ sex: 'women' }, sum(0), sum(1)),
      cell({ sex: 'men' }, sum(2), sum(3)),
      ...all.flatMap(([d, [women, womenDecided, men, menDecided]]) =>
        [cell({ sex: 'women', d }, women, womenDecided), cell({ sex: 'men', d }, men, menDecided)].map(
          (own): AuditCell => (hidden.includes(d) ? { by: own.by, suppressed: true } : own),
        ),
      ),
    ]
  }
  // [women granted, women decided, men granted, men decided]
  const groups = { A: [20, 100, 50, 100], B: [10, 100, 40, 100], C: [55, 100, 50, 100] } as const

  it('weighs them as one, by the totals less the groups shown', () => {
    const found = simpson(rates(['A', 'B'], groups), 'd')
    if (!found.ok) throw new Error(found.reason)
    expect(found).toMatchObject({
      overall: 'womenLower',
      adjusted: 'womenLower',
      within: { womenLower: 1, womenHigher: 1, equal: 0 },
      reversal: false,
      mixed: true,
    })
    const rest = found.groups.find((group) => group.label === '')
    expect(rest?.difference).toBeCloseTo(30 / 200 - 90 / 200, 12)
    expect(rest?.decided).toBe(400)
    // Mantel–Haenszel: C weighs 50, the rest 100.
    expect(found.adjustedDifference).toBeCloseTo((50 * 0.05 + 100 * -0.3) / 150, 12)
  })
  it('takes no reversal from the one group shown', () => {
    expect(simpson(rates([], groups), 'd')).toMatchObject({ reversal: false, adjusted: 'womenLower' })
    for (const hidden of [['A'], ['B'], ['A', 'B']])
      expect(simpson(rates(hidden, groups), 'd')).toMatchObject({ overall: 'womenLower', reversal: false })
  })
  it('one hidden group is as good as shown', () => {
    const shown = simpson(rates([], groups), 'd')
    const hidden = simpson(rates(['A'], groups), 'd')
    if (!shown.ok || !hidden.ok) throw new Error('refused')
    expect(hidden.adjustedDifference).toBeCloseTo(shown.adjustedDifference, 12)
    expect(hidden.within).toEqual(shown.within)
  })
})
