import { describe, expect, it } from 'vitest'
import { tabulateColumns } from '../model/from-columns.ts'
import { CELL } from '../suppress/options.ts'
import { suppress } from '../suppress/suppress.ts'
import { type Arrangement, arrange, baseOf, shapeOf } from './arrange.ts'
import { toldBy } from './detail.ts'
import { stepsOf } from './dimension-steps.ts'
import { estimate, measure, type Reference, totalsToKeep } from './figures.ts'
import { suppressionRules } from './plan-rules.ts'
import {
  type Columns,
  GENERATED_DIMS,
  generatedColumns,
  microColumns,
  RULES,
  specsOf,
} from './planned-records.test-support.ts'
import { survey } from './survey.ts'
import type { PlanRules } from './types.ts'

/** A table and every table that one change makes of it. */
function tablesFrom(dims: string, columns: Columns, rules: PlanRules) {
  const specs = specsOf(dims)
  const table = tabulateColumns(specs, columns)
  if (!table.ok) throw new Error(table.reason)
  const base = baseOf(table, specs, columns)
  const made = [[], ...base.sources.flatMap((source) => stepsOf(source).map((step) => [step]))]
  const tables = made.flatMap((steps) => {
    const shape = shapeOf(base, steps)
    return shape === null ? [] : [arrange(base, shape)]
  })
  const [whole] = tables
  if (whole === undefined) throw new Error('no table')
  const all = new Float64Array(whole.cube.size).fill(1)
  const columnsAll = base.sources.length
  const reference: Reference = {
    ...{ whole: toldBy(whole, survey(whole, rules), columnsAll, all), columns: columnsAll, rules, keep: [] },
  }
  return { tables, reference }
}

/** How far estimates are off, in shares. */
function errors(tables: readonly Arrangement[], reference: Reference) {
  return tables.flatMap((one) => {
    const guess = estimate(one, reference)
    const found = guess.sensitive === 0 ? guess : measure(one, reference, () => 0)
    if (found === 'unprotectable') return []
    return [
      {
        share: found.hiddenShare,
        hidden: Math.abs(guess.hiddenShare - found.hiddenShare),
        detail: Math.abs(guess.detailKept - found.detailKept),
        records: Math.abs(guess.recordsShown - found.recordsShown),
      },
    ]
  })
}

/** What the docstrings promise, with some room. */
function expectNear(found: ReturnType<typeof errors>): void {
  for (const { share, hidden, detail, records } of found) {
    const [mostHidden, mostDetail, mostRecords] =
      share <= 0.1 ? [0.1, 0.04, 0.15] : share <= 0.2 ? [0.1, 0.04, 0.25] : [0.2, 0.35, 0.5]
    expect(hidden).toBeLessThanOrEqual(mostHidden)
    expect(detail).toBeLessThanOrEqual(mostDetail)
    expect(records).toBeLessThanOrEqual(mostRecords)
  }
}

const meanOf = (found: ReturnType<typeof errors>) => {
  const few = found.filter(({ share }) => share <= 0.2)
  return few.reduce((sum, { hidden }) => sum + hidden, 0) / few.length
}

describe('estimates, against suppression itself', () => {
  it('on generated records, small tables', () => {
    const found = [1, 2, 3, 4].flatMap((seed) => {
      const columns = generatedColumns(seed, 4000)
      const { tables, reference } = tablesFrom('town<county,sex,age,industry', columns, RULES)
      return errors(tables, reference)
    })
    expect(found.length).toBeGreaterThan(20)
    expectNear(found)
    expect(meanOf(found)).toBeLessThan(0.03)
  })

  it('on synthetic persons', () => {
    const columns = microColumns('micro_10k.csv')
    if (columns === null) return
    const found = ['municipality<subregion,sex,age,background', 'subregion,sex,background,industry'].flatMap(
      (dims) =>
        [3, 5].flatMap((threshold) => {
          const { tables, reference } = tablesFrom(dims, columns, { ...RULES, threshold })
          return errors(tables, reference)
        }),
    )
    expect(found.length).toBeGreaterThan(15)
    expectNear(found)
    expect(meanOf(found)).toBeLessThan(0.015)
  })

  it('measured figures are those of the suppression', () => {
    const { tables, reference } = tablesFrom(GENERATED_DIMS, generatedColumns(5, 4000), RULES)
    const [, one] = tables
    if (one === undefined) throw new Error('no table')
    const found = measure(one, reference, () => 0)
    if (found === 'unprotectable') throw new Error(found)
    const rules = suppressionRules(RULES, totalsToKeep(one, []))
    const real = suppress({ cube: one.cube, counts: one.counts }, rules, { rounds: found.sensitive })
    if (!real.ok) throw new Error(real.reason)
    const { cells, sensitive, secondary } = real.counts
    expect(found).toMatchObject({ cells, sensitive, hidden: sensitive + secondary, measured: true })
    const inner = [...real.cells.entries()].filter(([cell]) =>
      one.cube.dimensions.every(({ leaves, codes }, d) => {
        return Math.floor(cell / (one.cube.strides[d] ?? 1)) % codes.length < leaves
      }),
    )
    const shown = inner.reduce(
      (sum, [cell, what]) => sum + (what === CELL.shown ? (one.counts[cell] ?? 0) : 0),
      0,
    )
    expect(found.recordsShown).toBeCloseTo(shown / 4000, 12)
  })
})
