import { roundSignificant } from '../round-significant.ts'
import { groupKey } from './group-key.ts'
import { medianMayBeShown } from './median-rule.ts'
import type { By, TrueCell } from './types.ts'

export interface MedianTable<Cell extends TrueCell> {
  /** The true cells of all crossings, margins included. */
  readonly cells: readonly Cell[]
  /** The name of the amount that the medians are of. */
  readonly amount: string
  /** A cell's true median, or `null` when it has none. */
  readonly medianOf: (cell: Cell) => number | null
  /** Whether a group's own figures are shown. */
  readonly isReleased: (by: By) => boolean
  readonly threshold?: number
}

/**
 * The medians of a table that may be shown, rounded to two significant digits.
 *
 * Each group is judged by `medianMayBeShown` against all its parents and siblings in the table.
 *
 * @returns the median of a group, or `null` where none may be shown
 * @example shownMedians({ cells, amount: 'granted', medianOf, isReleased })({ sex: 'women' })
 */
export function shownMedians<Cell extends TrueCell>(table: MedianTable<Cell>): (by: By) => number | null {
  const { cells, amount, isReleased, threshold } = table
  const byKey = new Map(cells.map((cell) => [groupKey(cell.by), cell]))
  const families = new Map<string, Cell[]>()
  for (const cell of cells) {
    for (const name of Object.keys(cell.by)) {
      const key = familyKey(cell.by, name)
      const family = families.get(key)
      if (family === undefined) families.set(key, [cell])
      else family.push(cell)
    }
  }
  const medians = new Map<string, number>()
  for (const group of cells) {
    const median = table.medianOf(group)
    if (median === null || !isReleased(group.by)) continue
    const around = Object.keys(group.by).flatMap((name) => {
      const parent = byKey.get(groupKey(without(group.by, name)))
      const siblings = (families.get(familyKey(group.by, name)) ?? []).filter((cell) => cell !== group)
      return parent === undefined ? [] : [{ parent, siblings }]
    })
    const question = { group, families: around, amount, isReleased }
    if (medianMayBeShown(threshold === undefined ? question : { ...question, threshold }))
      medians.set(groupKey(group.by), roundSignificant(median, 2))
  }
  return (by) => medians.get(groupKey(by)) ?? null
}

function familyKey(by: By, name: string): string {
  return `${name}|${groupKey(without(by, name))}`
}

function without(by: By, name: string): By {
  return Object.fromEntries(Object.entries(by).filter(([key]) => key !== name))
}
