import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDocument, testDocument, testItem } from '../../../testing/plan-arbitrary.ts'
import type { PlanDocument } from '../model.ts'
import { applyDifference, compare, inverseOf, seenItems } from './compare.ts'
import { canonicalJson, plainDocument } from './document-json.ts'

const written = (document: PlanDocument) => canonicalJson(plainDocument(document))

describe('what differs between two plans', () => {
  it('makes the one the other, and taken back gives the first again', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const difference = compare(before, after)
        expect(written(applyDifference(before, difference))).toBe(written(after))
        expect(written(applyDifference(after, inverseOf(difference)))).toBe(written(before))
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('is nothing where nothing differs', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { items, cells } = compare(document, document)
        expect([items, cells]).toEqual([[], []])
      }),
      { seed: 1 },
    )
  })

  it('says of a priority that passes two others that it alone has moved', () => {
    const priorities = (order: readonly string[]) =>
      testDocument(order.map((id, at) => testItem('priority', id, null, {}, at)))
    const difference = compare(priorities(['a', 'b', 'c']), priorities(['c', 'a', 'b']))
    expect(seenItems(difference).map(({ id, isMoved }) => [id, isMoved])).toEqual([['c', true]])
    expect(seenItems(compare(priorities(['a', 'b', 'c']), priorities(['a', 'c'])))).toMatchObject([
      { id: 'b', after: null },
    ])
  })

  it('tells an amount that is not known from one that is nothing', () => {
    const budget = testItem('budget', 'b', null, { over: ['year'] })
    const unknown = testDocument([budget])
    const nothing = testDocument([budget], [{ budget: 'b', key: ['2026'], amountOre: 0n }])
    expect(compare(unknown, nothing).cells).toEqual([{ budget: 'b', key: ['2026'], before: null, after: 0n }])
  })
})

describe('a plan written down', () => {
  it('is one text, in whatever order it was kept', () => {
    expect(canonicalJson({ b: [1, 'å"'], a: { d: null, c: true } })).toBe(
      '{"a":{"c":true,"d":null},"b":[1,"å\\""]}',
    )
    fc.assert(
      fc.property(anyDocument, (document) => {
        const turned = { ...document, cells: document.cells.toReversed() }
        expect(written(turned)).toBe(written(document))
        expect(canonicalJson(JSON.parse(written(document)))).toBe(written(document))
      }),
      { seed: 1 },
    )
  })
})
