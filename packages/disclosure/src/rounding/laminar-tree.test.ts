import { describe, expect, it } from 'vitest'
import { dimensionOf } from '../model/dimension.ts'
import { isFlat, treeOf } from './laminar-tree.ts'

/** A dimension of `leaves` leaves and the given sets of them. */
function of(leaves: number, ...groups: readonly (readonly number[])[]) {
  const members = [...Array.from({ length: leaves }, (_, leaf) => [leaf]), ...groups]
  return dimensionOf(
    'd',
    members.map((_, node) => `${node}`),
    members,
    leaves,
  )
}

describe('the tree of a dimension', () => {
  it('has leaves under groups under the root, whatever order they come in', () => {
    const tree = treeOf(of(5, [0, 1, 2, 3, 4], [3, 4], [0, 1, 2], [0, 1]))
    // 5: {3, 4}; 6: {0, 1}; 7: {0, 1, 2}; 8: all.
    expect(tree && [...tree.parents]).toEqual([6, 6, 7, 5, 5, 8, 7, 8, -1])
  })

  it('takes groups of one leaf, of all, and of the same leaves as one vertex, and adds a missing root', () => {
    const tree = treeOf(of(3, [1], [0, 1, 2], [2, 1, 0]))
    expect(tree && [...tree.parents]).toEqual([3, 3, 3, -1])
    expect(tree && isFlat(tree)).toBe(true)
    expect([...(treeOf(of(2))?.parents ?? [])]).toEqual([2, 2, -1])
    expect([...(treeOf(of(1, [0]))?.parents ?? [])]).toEqual([-1])
  })

  it('is flat only without groups between', () => {
    const tree = treeOf(of(3, [0, 1], [0, 1, 2]))
    expect(tree && isFlat(tree)).toBe(false)
  })

  it('is none where groups overlap', () => {
    expect(treeOf(of(3, [0, 1], [1, 2], [0, 1, 2]))).toBeNull()
    expect(treeOf(of(4, [0, 1, 2], [2, 3]))).toBeNull()
  })
})
