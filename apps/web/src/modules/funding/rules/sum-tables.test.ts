import type { AuditCell } from '@jamvikt/equity'
import { describe, expect, it } from 'vitest'
import { sumTables } from './sum-tables.ts'

function cell(by: Record<string, string>, granted: number, refused: number): AuditCell {
  return {
    by,
    counts: { applied: granted + refused, granted, refused, withdrawn: 0, pending: 0 },
    amounts: { applied: { totalOre: 100 * (granted + refused) }, granted: { totalOre: 50 * granted } },
    medianGrantedOre: { valueOre: 50 },
  }
}

const women = { sex: 'women' }
const inTrade = { sex: 'women', industry: 'G' }
const inCare = { sex: 'women', industry: 'Q' }
const find = (cells: readonly AuditCell[], by: Record<string, string>) =>
  cells.find((one) => JSON.stringify(one.by) === JSON.stringify(by))

describe('a sum over periods', () => {
  it('leaves out a crossing that one period lacks, and keeps the rest', () => {
    const sum = sumTables([
      [cell(women, 10, 10), cell(inTrade, 10, 10), cell({ sex: 'women', age: '30' }, 10, 10)],
      [cell(women, 5, 7), cell(inTrade, 5, 7)],
    ])
    expect(sum.map((one) => one.by)).toEqual([women, inTrade])
    expect(find(sum, women)).toMatchObject({
      counts: { applied: 32, granted: 15, refused: 17 },
      amounts: { applied: { totalOre: 3200 }, granted: { totalOre: 750 } },
      medianGrantedOre: null,
    })
  })

  it('leaves it out whichever period lacks it', () => {
    const whole = [cell(women, 10, 10), cell(inTrade, 10, 10)]
    const lacking = [cell(women, 5, 7)]
    for (const tables of [
      [whole, lacking],
      [lacking, whole],
      [whole, whole, lacking],
    ])
      expect(sumTables(tables).map((one) => one.by)).toEqual([women])
  })

  it('counts a group that a period does not list as nobody there', () => {
    const sum = sumTables([
      [cell(women, 10, 10), cell(inTrade, 10, 10)],
      [cell(women, 5, 7), cell(inCare, 5, 7)],
    ])
    expect(find(sum, inTrade)).toMatchObject({ counts: { granted: 10 }, medianGrantedOre: null })
    expect(find(sum, inCare)).toMatchObject({ counts: { granted: 5 }, medianGrantedOre: null })
  })

  it('hides a group that is hidden in any period, in whatever order', () => {
    const hidden: AuditCell = { by: inTrade, suppressed: true }
    for (const tables of [
      [[hidden], [cell(inTrade, 5, 7)]],
      [[cell(inTrade, 5, 7)], [hidden]],
    ])
      expect(sumTables(tables)).toEqual([hidden])
  })
})
