import { describe, expect, it } from 'vitest'
import { testItem } from '../../../testing/plan-arbitrary.ts'
import type { ItemOf } from '../model-items.ts'
import { figureRows, isCounted } from './indicator-figures.ts'

function figure(given: Readonly<Record<string, unknown>>, at: number): ItemOf<'figure'> {
  const item = testItem('figure', `f${at}`, 'i', { what: 'actual', year: 2026, ...given })
  if (item.kind !== 'figure') throw new Error('not a figure')
  return item
}
const agreement = (unit: string, ...given: readonly Readonly<Record<string, unknown>>[]) =>
  figureRows(unit, given.map(figure))[0]?.agreement

describe('figures by sex', () => {
  it('agree where women, men and others make up all of what is counted', () => {
    const [women, men] = [
      { sex: 'women', value: 7 },
      { sex: 'men', value: 5 },
    ]
    expect(agreement('antal', women, men, { sex: 'all', value: 12 })).toEqual({ kind: 'agrees' })
    expect(agreement('antal', women, men, { sex: 'other', value: 1 }, { sex: 'all', value: 13 })).toEqual({
      kind: 'agrees',
    })
    expect(agreement('antal', women, men, { sex: 'all', value: 14 })).toEqual({ kind: 'differs', bySex: 12 })
    expect(
      agreement(
        'antal',
        { sex: 'women', value: 0.1 },
        { sex: 'men', value: 0.2 },
        { sex: 'all', value: 0.3 },
      ),
    ).toEqual({ kind: 'agrees' })
  })

  it('are incomplete where one is missing, in whatever way', () => {
    const men = { sex: 'men', value: 5 }
    for (const women of [
      { sex: 'women', missing: 'withheld' },
      { sex: 'other', value: 0 },
    ])
      expect(agreement('antal', women, men, { sex: 'all', value: 12 })).toEqual({ kind: 'incomplete' })
    expect(
      agreement(
        'antal',
        { sex: 'women', value: 7 },
        men,
        { sex: 'other', missing: 'withheld' },
        { sex: 'all', value: 14 },
      ),
    ).toEqual({ kind: 'incomplete' })
  })

  it('are not held against a whole that they cannot make up', () => {
    const rate = [
      { sex: 'women', value: 30 },
      { sex: 'men', value: 40 },
      { sex: 'all', value: 36 },
    ]
    expect(agreement('procent', ...rate)).toEqual({ kind: 'unchecked' })
    expect(agreement('', ...rate)).toEqual({ kind: 'unchecked' })
  })

  it('stand by what they are, year and group, each missing kind kept', () => {
    const rows = figureRows('antal', [
      figure({ what: 'target', year: 2028, sex: 'all', value: 0 }, 1),
      figure({ what: 'baseline', year: 2025, sex: 'women', missing: 'notAsked' }, 2),
      figure({ what: 'baseline', year: 2025, group: 'Utrikes födda', sex: 'women', value: 3 }, 3),
    ])
    expect(rows.map(({ what, year, group }) => [what, year, group])).toEqual([
      ['baseline', 2025, ''],
      ['baseline', 2025, 'Utrikes födda'],
      ['target', 2028, ''],
    ])
    expect(rows[0]?.bySex.women).toEqual({ kind: 'missing', missing: 'notAsked' })
    expect(rows[2]?.bySex.all).toEqual({ kind: 'value', value: 0 })
  })
})

it('knows a count by its unit', () => {
  expect(['antal', 'Antal ärenden', 'kr', 'personer'].filter(isCounted)).toHaveLength(4)
  expect(['%', 'andel', 'antal per 1 000 invånare', 'index', ''].filter(isCounted)).toEqual([])
})
