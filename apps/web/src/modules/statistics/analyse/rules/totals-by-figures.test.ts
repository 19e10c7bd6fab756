import { describe, expect, it } from 'vitest'
import { conceptsOf } from '../../rules/concepts.ts'
import { inventedTable } from './invented-tables.test-support.ts'
import { partsOf, wholeOf } from './parts.ts'
import { withTotals } from './totals-by-figures.ts'

const FIELDS = ['vård', 'teknik', 'sammanlagt'] as const
/** Care and technology differ from cell to cell; the third field is their sum, save where it is said. */
const table = (wrong = 0) => {
  let next = 0
  const own = new Map<string, number>()
  return inventedTable({
    fields: FIELDS,
    figure: ({ bransch = '', ...at }) => {
      const key = Object.values(at).join()
      const figures = own.get(key) ?? 10 + ((next++ * 7) % 11)
      own.set(key, figures)
      const isWrong = wrong > 0 && at.kön === 'män' && at.år === '2018'
      return bransch === 'vård' ? figures : bransch === 'teknik' ? 30 - figures + (isWrong ? wrong : 0) : 30
    },
  })
}

describe('a total that is not called so', () => {
  it('is what the others sum to in every cell', () => {
    const found = withTotals(table(), conceptsOf(table()))
    const field = found.dimensions.find(({ id }) => id === 'bransch')
    if (field === undefined) throw new Error('no field')
    const concepts = conceptsOf(found)
    expect(partsOf(field, concepts)).toEqual(['vård', 'teknik'])
    expect(wholeOf(field, concepts)).toEqual(['sammanlagt'])
  })

  it('is none where it differs anywhere, nor of two categories, periods or sexes', () => {
    const other = table(1)
    expect(withTotals(other, conceptsOf(other))).toBe(other)
    const even = inventedTable({ figure: () => 5 })
    expect(withTotals(even, conceptsOf(even))).toBe(even)
  })
})
