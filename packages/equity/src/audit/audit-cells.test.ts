import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AuditCell,
  type AuditGroup,
  auditCells,
  auditSentences,
  groupKey,
  type ReleasedGroup,
} from '../index.ts'

const ALL_STAGES = { applied: true, decided: true, granted: true, amountApplied: true, amountGranted: true }

function cell(
  by: Record<string, string>,
  granted: number,
  refused: number,
  grantedOre = granted * 100,
): AuditCell {
  return {
    by,
    counts: { applied: granted + refused, granted, refused, withdrawn: 0, pending: 0 },
    amounts: { applied: { totalOre: grantedOre * 2 }, granted: { totalOre: grantedOre } },
  }
}

function group(groups: readonly AuditGroup[], by: Record<string, string>): ReleasedGroup {
  const found = groups.find((g) => groupKey(g.by) === groupKey(by))
  if (found === undefined || found.suppressed) throw new Error(`not released: ${JSON.stringify(by)}`)
  return found
}

const BY_SEX_AND_BACKGROUND = [
  cell({}, 447, 847),
  cell({ background: 'inland' }, 394, 673),
  cell({ background: 'abroad' }, 53, 174),
  cell({ sex: 'women', background: 'inland' }, 132, 280),
  cell({ sex: 'women', background: 'abroad' }, 18, 78),
  cell({ sex: 'men', background: 'inland' }, 262, 393),
  cell({ sex: 'men', background: 'abroad' }, 35, 96),
]

describe('auditCells', () => {
  it('compares women with men of the same combination', () => {
    const { groups } = auditCells(BY_SEX_AND_BACKGROUND, { stages: ALL_STAGES })
    const women = group(groups, { sex: 'women', background: 'abroad' })
    expect(women.comparison?.reference).toEqual({ sex: 'men', background: 'abroad' })
    expect(women.comparison?.impactRatio?.ratio).toBeCloseTo(18 / 96 / (35 / 131), 12)
    expect(women.comparison?.shortfallGrants).toBeCloseTo((35 / 131) * 96 - 18, 10)
    expect(women.share).toBeCloseTo(96 / 227, 12)
    expect(group(groups, { sex: 'men', background: 'abroad' }).verdict).toBe('reference')
    expect(women.verdict).toBe('insufficientEvidence')
    expect(group(groups, { sex: 'women', background: 'inland' }).verdict).toBe('differenceShown')
  })
  it('takes the highest rate among large groups as reference, never a small one or a missing kind', () => {
    const cells = [
      cell({ age: 'young' }, 20, 2),
      cell({ age: 'middle' }, 300, 300),
      cell({ age: 'old' }, 40, 60),
      cell({ age: 'notAsked' }, 90, 10),
    ]
    const { groups } = auditCells(cells, { stages: ALL_STAGES })
    expect(group(groups, { age: 'middle' }).verdict).toBe('reference')
    const missing = group(groups, { age: 'notAsked' })
    expect(missing).toMatchObject({ missing: true, comparison: null, verdict: 'insufficientEvidence' })
    expect(missing.rate?.value).toBe(0.9)
    const chosen = auditCells(cells, { stages: ALL_STAGES, reference: 'old' })
    expect(group(chosen.groups, { age: 'old' }).verdict).toBe('reference')
  })
  it('holds small groups to 2 % of all decided', () => {
    const cells = [cell({ age: 'a' }, 35, 0), cell({ age: 'b' }, 900, 900), cell({ age: 'c' }, 20, 40)]
    expect(group(auditCells(cells, { stages: ALL_STAGES }).groups, { age: 'b' }).verdict).toBe('reference')
  })
  it('adjusts within a crossing, without what is suppressed', () => {
    const suppressed: AuditCell = { by: { age: 'd' }, suppressed: true }
    const cells = [cell({ age: 'a' }, 300, 300), cell({ age: 'b' }, 240, 360), cell({ age: 'c' }, 290, 310)]
    const result = auditCells([...cells, suppressed, cell({ sex: 'men' }, 50, 50)], { stages: ALL_STAGES })
    const b = group(result.groups, { age: 'b' }).comparison
    expect(b?.holmP).toBeCloseTo(2 * (b?.fisherP ?? 0), 12)
    expect(result.counts).toEqual({ groups: 5, suppressed: 1 })
    expect(result.groups[3]).toMatchObject({ suppressed: true })
    expect(result.groups[3]).not.toHaveProperty('counts')
  })
  it('says no difference only when the interval is narrow, and nothing without decisions', () => {
    const cells = [cell({ sex: 'women' }, 5000, 5000), cell({ sex: 'men' }, 5050, 4950)]
    expect(group(auditCells(cells, { stages: ALL_STAGES }).groups, { sex: 'women' }).verdict).toBe(
      'noDifferenceShown',
    )
    const blind = auditCells(cells, { stages: { ...ALL_STAGES, applied: false, decided: false } })
    const women = group(blind.groups, { sex: 'women' })
    expect(women).toMatchObject({ rate: null, comparison: null, verdict: 'insufficientEvidence' })
    expect(women.counts).toMatchObject({ applied: null, decided: null, granted: 5000, refused: null })
  })
  it('leaves a share of a hidden parent out', () => {
    const cells: AuditCell[] = [{ by: {}, suppressed: true }, cell({ sex: 'women' }, 5, 5)]
    expect(group(auditCells(cells, { stages: ALL_STAGES }).groups, { sex: 'women' }).share).toBeNull()
  })
})

const count = fc.oneof(fc.constant(0), fc.nat(8), fc.nat(5000))
const cellsArbitrary = fc
  .array(fc.tuple(count, count, fc.nat(1_000_000)), { minLength: 9, maxLength: 9 })
  .map((figures) =>
    figures.map(([granted, refused, ore], i): AuditCell => {
      const by = { sex: ['women', 'men', 'notAsked'][i % 3] ?? '', age: `${Math.floor(i / 3)}` }
      return cell(by, granted, refused, granted === 0 ? 0 : ore)
    }),
  )

describe('properties', () => {
  it('holds no NaN or infinity, and does not depend on order', () => {
    fc.assert(
      fc.property(cellsArbitrary, (cells) => {
        const result = auditCells(cells, { stages: ALL_STAGES })
        JSON.stringify([result.groups, auditSentences(result)], (_, value: unknown) => {
          if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a number')
          return value
        })
        const back = auditCells(cells.toReversed(), { stages: ALL_STAGES })
        expect(back.groups.toReversed()).toEqual(result.groups)
      }),
      { seed: 12, numRuns: 200 },
    )
  })
})
