import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleReport } from '../documents/testing/sample-report.ts'
import { keptReport, type Report, reportSchema } from '../model-report.ts'
import { compareReports, isReordered, type WithOrigins } from './compare-reports.ts'

const sample = sampleReport('sv')
/** Each block a part of its own. */
const whole = (report: Report): WithOrigins => ({ report, origins: report.blocks.map((_, at) => `p${at}`) })
const copy = (report: Report) => reportSchema.parse(JSON.parse(keptReport(report)))
const tables = sample.blocks.flatMap((block, at) => (block.kind === 'table' ? [at] : []))

describe('a report held against another', () => {
  it('differs in nothing from itself, nor from what is kept of it', () => {
    expect(compareReports(whole(sample), whole(sample))).toEqual([])
    expect(compareReports(whole(sample), whole(copy(sample)))).toEqual([])
  })

  it('differs in the one cell that is another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tables), fc.nat(100), fc.nat(100), fc.integer(), (at, r, c, value) => {
        const changed = copy(sample)
        const block = changed.blocks[at]
        if (block?.kind !== 'table') throw new Error('no table')
        const row = block.table.rows[r % block.table.rows.length]
        if (row === undefined) throw new Error('no row')
        const column = 1 + (c % (row.cells.length - 1))
        const cell = { type: 'number' as const, value: value + 0.5, decimals: 1 }
        const before = row.cells.splice(column, 1, cell)[0]
        const [part, ...others] = compareReports(whole(sample), whole(changed))
        expect(others).toEqual([])
        expect(part).toMatchObject({ origin: `p${at}`, kind: 'changed' })
        expect(part?.pieces).toHaveLength(1)
        expect(part?.pieces[0]).toMatchObject({ before, after: cell })
      }),
      { seed: 1 },
    )
  })

  it('says the same the other way round', () => {
    fc.assert(
      fc.property(fc.subarray([...sample.blocks.keys()]), fc.subarray([...sample.blocks.keys()]), (a, b) => {
        const of = (places: readonly number[]): WithOrigins => ({
          report: { ...sample, blocks: places.flatMap((at) => sample.blocks[at] ?? []) },
          origins: places.map((at) => `p${at}`),
        })
        const there = compareReports(of(a), of(b)).map(({ origin, kind }) => `${origin} ${kind}`)
        const back = compareReports(of(b), of(a)).map(
          ({ origin, kind }) => `${origin} ${{ added: 'removed', removed: 'added', changed: kind }[kind]}`,
        )
        expect(there.toSorted()).toEqual(back.toSorted())
        expect(there).toHaveLength(
          a.filter((at) => !b.includes(at)).length + b.filter((at) => !a.includes(at)).length,
        )
      }),
      { seed: 1 },
    )
  })

  it('tells rows that came, and does not mind the order of parts', () => {
    const [at = 0] = tables
    const grown = copy(sample)
    const block = grown.blocks[at]
    if (block?.kind !== 'table') throw new Error('no table')
    const [row] = block.table.rows
    if (row === undefined) throw new Error('no row')
    block.table.rows.push({ ...row, cells: row.cells.with(0, { type: 'text', text: 'Ny rad' }) })
    const [part] = compareReports(whole(sample), whole(grown))
    expect(part?.pieces.every(({ before, where }) => before === null && where[0] === 'Ny rad')).toBe(true)
    const turned: WithOrigins = {
      report: { ...sample, blocks: sample.blocks.toReversed() },
      origins: whole(sample).origins.toReversed(),
    }
    expect(compareReports(whole(sample), turned)).toEqual([])
    expect(isReordered(whole(sample), turned)).toBe(true)
    expect(isReordered(whole(sample), whole(grown))).toBe(false)
  })

  it('does not take another day of the same source for a change', () => {
    const later = copy(sample)
    for (const block of later.blocks)
      if (block.kind === 'table' && block.table.source !== null) block.table.source.date = '2030-01-01'
    expect(compareReports(whole(sample), whole(later))).toEqual([])
  })
})
