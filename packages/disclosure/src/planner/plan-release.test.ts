import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planRelease } from './plan-release.ts'
import {
  type Columns,
  countedAnew,
  GENERATED_DIMS,
  generatedColumns,
  microColumns,
  RULES,
  specsOf,
} from './planned-records.test-support.ts'
import type { Plan, PlanOptions, PlanRules } from './types.ts'

function planOf(dims: string, columns: Columns, rules: PlanRules, options: PlanOptions = {}): Plan {
  const plan = planRelease(specsOf(dims), columns, rules, options)
  if (!plan.ok) throw new Error(plan.reason)
  return plan
}

describe('a plan of a release', () => {
  it('counts every proposal as its own records would be counted, and merges nothing that is kept', () => {
    const cases = fc.record({
      seed: fc.nat(1000),
      records: fc.constantFrom(60, 400, 2000),
      threshold: fc.constantFrom(2, 3, 5),
      zeros: fc.constantFrom('publish' as const, 'protect' as const),
    })
    fc.assert(
      fc.property(cases, ({ seed, records, ...given }) => {
        const columns = generatedColumns(seed, records)
        const rules: PlanRules = { ...RULES, ...given }
        const specs = specsOf(GENERATED_DIMS)
        const plan = planRelease(specs, columns, rules, { keep: ['sex'], most: 100 })
        // With few records a total by sex can be too small itself.
        if (!plan.ok) return expect(plan.reason).toBe('must-publish-sensitive')
        for (const proposal of plan.proposals) {
          const { cells, sensitive } = proposal
          expect({ cells, sensitive }).toEqual(countedAnew(specs, columns, proposal, rules))
          expect(proposal.changes.some((change) => 'column' in change && change.column === 'sex')).toBe(false)
        }
      }),
      { seed: 1, numRuns: 12 },
    )
  })

  it('no change leaves more records in sensitive cells, or tells more than all', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.constantFrom(100, 800, 3000), (seed, records) => {
        const plan = planOf(GENERATED_DIMS, generatedColumns(seed, records), RULES, { most: 200 })
        for (const one of plan.proposals) {
          expect(one.recordsSensitive).toBeLessThanOrEqual(plan.unchanged.recordsSensitive + 1e-12)
          for (const share of [one.hiddenShare, one.recordsShown, one.detailKept]) {
            expect(share).toBeGreaterThanOrEqual(0)
            expect(share).toBeLessThanOrEqual(1)
          }
          expect(one.hidden).toBeGreaterThanOrEqual(one.sensitive)
          expect(one.hidden).toBeLessThanOrEqual(one.cells)
        }
      }),
      { seed: 1, numRuns: 12 },
    )
  })

  it('has the dimensions of a proposal as they can be given again', () => {
    const columns = generatedColumns(4, 3000)
    const { proposals } = planOf(GENERATED_DIMS, columns, RULES, { most: 200 })
    const given = proposals.filter(({ dims, ways }) => dims !== null && ways === null)
    expect(given.length).toBeGreaterThan(3)
    for (const { dims, cells, sensitive } of given) {
      const again = planOf(dims ?? '', columns, RULES).unchanged
      expect([again.cells, again.sensitive]).toEqual([cells, sensitive])
    }
    expect(proposals.some(({ dims, ways }) => dims === null || ways !== null)).toBe(true)
  })

  it('stands first what tells most within the limit; then what hides least; the same each time', () => {
    const columns = generatedColumns(2, 3000)
    const plan = planOf(GENERATED_DIMS, columns, RULES, { mostHidden: 0.05, most: 30 })
    const within = plan.proposals.filter(({ withinLimit }) => withinLimit)
    const beyond = plan.proposals.filter(({ withinLimit, changes }) => !withinLimit && changes.length > 0)
    expect(plan.proposals.slice(0, within.length)).toEqual(within)
    expect(within.length).toBeGreaterThan(1)
    expect(within.every(({ hiddenShare }) => hiddenShare <= 0.05)).toBe(true)
    expect(beyond.every(({ hiddenShare }) => hiddenShare > 0.05)).toBe(true)
    const detail = within.map(({ detailKept }) => Math.round(100 * detailKept))
    expect(detail).toEqual(detail.toSorted((a, b) => b - a))
    const hidden = beyond.map(({ hiddenShare }) => hiddenShare)
    expect(hidden).toEqual(hidden.toSorted((a, b) => a - b))
    expect(planOf(GENERATED_DIMS, columns, RULES, { mostHidden: 0.05, most: 30 })).toEqual(plan)
  })

  it('leaves a table alone that hides little', () => {
    const columns = new Map([
      ['a', Array.from({ length: 400 }, (_, i) => `a${i % 4}`)],
      ['b', Array.from({ length: 400 }, (_, i) => `b${Math.floor(i / 4) % 5}`)],
    ])
    const { proposals, unchanged } = planOf('a,b', columns, RULES)
    expect(proposals).toEqual([unchanged])
    expect(unchanged).toMatchObject({
      ...{ rank: 1, changes: [], dims: 'a,b', cells: 30, sensitive: 0, hidden: 0 },
      ...{ recordsShown: 1, detailKept: 1, measured: true, withinLimit: true },
    })
  })

  it('always lists the table as it is, at its own rank', () => {
    const plan = planOf(GENERATED_DIMS, generatedColumns(3, 1500), RULES, { most: 2 })
    expect(plan.proposals).toHaveLength(3)
    expect(plan.proposals.at(-1)).toBe(plan.unchanged)
    expect(plan.unchanged).toMatchObject({ changes: [], dims: GENERATED_DIMS })
    expect(plan.unchanged.rank).toBeGreaterThan(3)
  })

  it('looks no further than it may', () => {
    const columns = generatedColumns(3, 1500)
    const none = planOf(GENERATED_DIMS, columns, RULES, { cellsTried: 0 })
    expect(none).toMatchObject({ tried: 0, proposals: [none.unchanged] })
    expect(none.leftAside).toBeGreaterThan(10)
    const stopped = planOf(GENERATED_DIMS, columns, RULES, { progress: () => 1 })
    expect(stopped).toMatchObject({ tried: 0, unchanged: { measured: false } })
  })

  it('finds for five columns of synthetic persons what hides a tenth at most', () => {
    const columns = microColumns('micro_100k.csv')
    if (columns === null) return
    const plan = planOf('municipality<subregion,sex,age,background,industry', columns, RULES, {
      keep: ['sex'],
    })
    expect(plan.unchanged).toMatchObject({ cells: 61_628, sensitive: 15_309, withinLimit: false })
    const best = plan.proposals.slice(0, 5)
    expect(best.every(({ measured, withinLimit }) => measured && withinLimit)).toBe(true)
    expect(plan.proposals.find(({ changes }) => changes[0]?.kind === 'group')).toMatchObject({
      ...{ dims: 'subregion,sex,age,background,industry', cells: 6609, sensitive: 70 },
    })
    expect(
      plan.proposals.find(({ tables }) => tables.length === 10 && tables[0]?.length === 3),
    ).toMatchObject({
      ...{ ways: 3, cells: 14_481, sensitive: 509 },
    })
  })

  it('refuses what cannot be planned', () => {
    const columns = new Map([
      ['a', ['x', 'y', 'y', 'y', 'y']],
      ['b', ['u', 'u', 'v', 'v', 'v']],
    ])
    const refused = (dims: string, options: PlanOptions = {}, rules: PlanRules = RULES) =>
      planRelease(specsOf(dims), columns, rules, options)
    expect(refused('a,b', { keep: ['c'] })).toEqual({ ok: false, reason: 'bad-option', option: 'keep' })
    expect(refused('a,b', { mostHidden: Number.NaN })).toMatchObject({ option: 'mostHidden' })
    expect(refused('a,b', { most: 0 })).toMatchObject({ option: 'most' })
    expect(refused('a,b', {}, { ...RULES, threshold: 0.5 })).toMatchObject({ option: 'threshold' })
    expect(refused('a<b')).toMatchObject({ reason: 'contradictory-hierarchy' })
    expect(refused('a,b', { keep: ['a'] })).toEqual({
      ok: false,
      reason: 'must-publish-sensitive',
      cells: [['x', 'Total']],
    })
    expect(refused(Array.from({ length: 13 }, (_, i) => `c${i}`).join())).toMatchObject({
      reason: 'too-many-dimensions',
    })
  })
})
