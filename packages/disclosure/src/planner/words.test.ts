import { describe, expect, it } from 'vitest'
import type { Change, Proposal } from './types.ts'
import { changesText, proposalText, wholePercent } from './words.ts'

const AS_IT_IS: Proposal = {
  rank: 9,
  changes: [],
  dims: 'age,town,sex',
  ways: null,
  tables: [['age', 'town', 'sex']],
  cells: 1000,
  sensitive: 300,
  recordsSensitive: 0.2,
  hidden: 580,
  hiddenShare: 0.58,
  recordsShown: 0.4,
  detailKept: 0.61,
  measured: false,
  withinLimit: false,
  unprotectable: false,
}
const PAIRS: Change = {
  kind: 'merge-neighbours',
  column: 'age',
  size: 2,
  merged: [
    { code: '16-34', codes: ['16-24', '25-34'] },
    { code: '35-54', codes: ['35-44', '45-54'] },
  ],
}
const MERGED: Proposal = {
  ...AS_IT_IS,
  rank: 1,
  changes: [PAIRS],
  hidden: 20,
  hiddenShare: 0.04,
  detailKept: 0.71,
  measured: true,
}
const smallest = (codes: readonly string[]): Change => ({
  kind: 'merge-smallest',
  column: 'industry',
  merged: [{ code: 'other', codes }],
})

describe('a proposal in words', () => {
  it('in Swedish', () => {
    expect(proposalText(MERGED, AS_IT_IS, 'sv')).toBe(
      'Slå ihop age två och två: 4 % av cellerna döljs i stället för ungefär 58 %, och 71 % av detaljen är kvar. Frågor om enskilda värden i age (bara om 16-34, 35-54) kan inte längre besvaras.',
    )
    expect(proposalText(AS_IT_IS, AS_IT_IS, 'sv')).toBe(
      'Oförändrad: ungefär 58 % av cellerna döljs, och ungefär 61 % av detaljen är kvar.',
    )
  })

  it('in English', () => {
    expect(proposalText(MERGED, AS_IT_IS, 'en')).toBe(
      'Merge age two by two: 4 % of the cells are hidden instead of about 58 %, and 71 % of the detail is kept. Questions about single values of age (only about 16-34, 35-54) can no longer be answered.',
    )
    const two: Proposal = {
      ...MERGED,
      changes: [
        { kind: 'leave-out', column: 'town' },
        { kind: 'limit-crossing', columns: 3 },
      ],
      tables: [['age'], ['sex']],
      hidden: 0,
      hiddenShare: 0,
    }
    expect(proposalText(two, { ...AS_IT_IS, unprotectable: true }, 'en')).toBe(
      'Leave town out and cross at most three columns at a time: no cell is hidden, and 71 % of the detail is kept. Questions about town or that cross more than three columns can no longer be answered. The tables must be protected together.',
    )
  })

  it('that the table cannot be protected as it is', () => {
    const stuck = { ...AS_IT_IS, unprotectable: true }
    expect(proposalText(stuck, stuck, 'sv')).toMatch(/kan inte skyddas/)
    expect(proposalText(stuck, stuck, 'en')).toMatch(/cannot be protected/)
  })

  it('names every kind of change, and many values by some of them', () => {
    const changes: Change[] = [
      { kind: 'group', column: 'town', by: 'county' },
      { kind: 'pool-years', column: 'year', size: 3, merged: [] },
      { kind: 'pool-all-years', column: 'year' },
      { kind: 'merge-prefix', column: 'industry', length: 1, merged: [] },
      { kind: 'merge-prefix', column: 'industry', length: 2, merged: [] },
      smallest([...'abcdefgh']),
      { kind: 'limit-crossing', columns: 1 },
    ]
    for (const language of ['sv', 'en'] as const) {
      const said = changes.map((change) => changesText([change], language))
      expect(new Set(said).size).toBe(changes.length)
      expect(said.join()).not.toMatch(/undefined|NaN|\[object/)
    }
    const text = proposalText({ ...MERGED, changes: [smallest([...'abcdefgh'])] }, AS_IT_IS, 'sv')
    expect(text).toContain('Slå ihop de åtta minsta värdena i industry')
    expect(text).toContain('om a, b, c, d, e, f … i industry var för sig')
  })

  it('never rounds to none or to all', () => {
    expect([0, 0.001, 0.0051, 0.5, 0.994, 0.999, 1].map((share) => wholePercent(share, 'sv'))).toEqual([
      ...['0 %', 'under 1 %', '1 %', '50 %', '99 %', 'över 99 %', '100 %'],
    ])
  })
})
