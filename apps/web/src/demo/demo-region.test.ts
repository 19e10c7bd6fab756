import { protectGroups } from '@jamvikt/disclosure'
import {
  auditCells,
  type BaseCell,
  type Cell,
  groupKey,
  stageGap,
  subsetsOf,
  tabulate,
} from '@jamvikt/equity'
import { type CaseRecord, encodeCases, openTable, parseMapping, readBase, readCases } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../platform/sha256.ts'
import { baseFirmsCsv } from './base-firms.ts'
import { applicationsCsv, generateApplications } from './generate-applications.ts'
import { demoMapping } from './mapping.ts'

async function readDemo() {
  const table = await openTable(Buffer.from(applicationsCsv()), { name: 'exempel.csv' })
  const mapping = parseMapping(demoMapping)
  const bases = await openTable(Buffer.from(baseFirmsCsv()), { name: 'foretag.csv' })
  if (!table.ok || !mapping.ok || !bases.ok) throw new Error('the demo files are not read')
  const read = await readCases(table, mapping.mapping, { hashPersonalNumber: sha256 })
  const base = await readBase(bases)
  if (!read.ok || !base.ok) throw new Error('the demo rows are not read')
  return { read, base }
}

function tabulated(records: readonly CaseRecord[], crossings: readonly (readonly string[])[]) {
  const columns = encodeCases(records)
  const table = columns.ok ? tabulate(columns, crossings) : columns
  if (!table.ok) throw new Error(table.reason)
  return table
}

const { read, base } = await readDemo()
const table = tabulated(read.records, [
  ...subsetsOf(['sex', 'industry']),
  ...subsetsOf(['sex', 'background', 'industry']),
  ['sex', 'supportForm'],
  ['supportForm'],
])
const cells = new Map(table.cells.map((cell) => [groupKey(cell.by), cell]))
const shareOfWomen = (figure: (cell: Cell) => number, by: Record<string, string> = {}) => {
  const [women, all] = [{ ...by, sex: 'women' }, by].map((one) => cells.get(groupKey(one)))
  return women === undefined || all === undefined ? Number.NaN : figure(women) / figure(all)
}
const audit = auditCells(table.cells, { stages: table.stages })
const groupOf = (by: Record<string, string>) => {
  const group = audit.groups.find((one) => groupKey(one.by) === groupKey(by))
  if (group === undefined || group.suppressed) throw new Error(`no group ${groupKey(by)}`)
  return group
}

describe('the synthetic region', () => {
  it('is read whole: 12,000 applications with sole traders among them', () => {
    expect([read.records.length, read.rowsRefused]).toEqual([12_000, 0])
    const soleTraders = read.records.filter((record) => record.soleTrader).length
    expect(soleTraders / read.records.length).toBeCloseTo(0.15, 1)
    expect(read.records.every(({ county }) => county === '24')).toBe(true)
  })

  it('is the same every time, and has no organisation number of a real legal form', () => {
    expect(applicationsCsv()).toBe(applicationsCsv())
    const numbers = generateApplications().map(({ firm }) => firm.number)
    expect(numbers.every((number) => /^(402\d{3}-\d{4}|189\d{5}-98\d\d)$/.test(number))).toBe(true)
  })

  it('leaves cases pending only in the latest months', () => {
    const pending = generateApplications().filter(({ decision }) => decision === 'Pågående')
    expect(pending).toHaveLength(240)
    expect(pending.every(({ appliedOn }) => appliedOn >= '2025-10-01')).toBe(true)
  })

  it('has the shares of women that it is made for', () => {
    const ofFirms = (sex: string) =>
      base.cells.filter(({ by }) => by.sex === sex).reduce((sum, { count }) => sum + count, 0)
    expect(ofFirms('women') / (ofFirms('women') + ofFirms('men'))).toBeCloseTo(0.3, 2)
    expect(shareOfWomen(({ counts }) => counts.applied)).toBeCloseTo(0.26, 2)
    expect(shareOfWomen(({ counts }) => counts.granted)).toBeCloseTo(0.24, 2)
    const investment = shareOfWomen(({ amounts }) => amounts.granted.totalOre, {
      supportForm: 'Investeringsstöd',
    })
    expect(investment).toBeCloseTo(0.14, 2)
  })

  it('holds the planted disadvantage, which the audit finds, and no other within an industry', () => {
    const planted = groupOf({ sex: 'women', background: 'foreignBorn' })
    expect(planted).toMatchObject({
      verdict: 'differenceShown',
      comparison: { reference: { sex: 'men', background: 'foreignBorn' } },
    })
    const deep = audit.groups.filter(
      (group) => group.crossing.length === 3 && !group.suppressed && group.verdict === 'differenceShown',
    )
    expect(deep.map(({ by }) => by)).toEqual([{ sex: 'women', background: 'foreignBorn', industry: 'I' }])
    const elsewhere = ['A', 'C', 'F', 'G', 'J', 'M', 'S'].map((industry) =>
      groupOf({ sex: 'women', industry }),
    )
    expect(elsewhere.map(({ verdict }) => verdict)).not.toContain('differenceShown')
  })

  it('has a gap in kronor that the mix of industries explains', () => {
    const sums = new Map<string, BaseCell>()
    for (const { by, count } of base.cells) {
      for (const part of [{ sex: by.sex ?? '' }, { sex: by.sex ?? '', industry: by.industry ?? '' }]) {
        const before = sums.get(groupKey(part))?.count ?? 0
        sums.set(groupKey(part), { by: part, count: before + count })
      }
    }
    const gap = stageGap(table.cells, { stages: table.stages, base: [...sums.values()] })
    if (!gap.ok) throw new Error(gap.reason)
    const last = gap.parts.at(-1)
    expect(gap.entering).toBe('base')
    expect(last?.to).toBe('amount')
    expect(last?.total).toBeGreaterThan(0.05)
    expect(Math.abs(last?.within ?? 1)).toBeLessThan(0.1 * (last?.total ?? 0))
  })

  it.each([2020, 2021, 2022, 2023, 2024, 2025])(
    'shows women and men by industry in %i, and by background in all years but one',
    (year) => {
      const concluded = read.records.filter(
        ({ outcome, decidedOn }) => outcome !== 'pending' && decidedOn?.startsWith(String(year)) === true,
      )
      const dimensions = ['background', 'age', 'industry', 'municipality', 'supportForm']
      const crossings = [
        ...dimensions.flatMap((name) => subsetsOf(['sex', name])),
        ...dimensions.slice(1).flatMap((name) => subsetsOf(['sex', 'background', name])),
      ]
      const protection = protectGroups(tabulated(concluded, crossings).cells, sha256, { threshold: 5 })
      if (!protection.ok) throw new Error(protection.reason)
      const hidden = (name: string) =>
        protection.table.cells.filter(
          ({ by, suppressed }) =>
            Object.keys(by).length === 2 && name in by && /^(women|men)$/.test(by.sex ?? '') && suppressed,
        ).length
      // In 2023 they cover others, whose money is nearly all of one recipient.
      expect({ industry: hidden('industry'), background: hidden('background') }).toEqual({
        industry: 0,
        background: year === 2023 ? 4 : 0,
      })
    },
  )
})
