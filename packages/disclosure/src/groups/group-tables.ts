import type { Contributors } from '../sensitivity/rules.ts'
import type { Figure, TableSet } from '../suppress/options.ts'
import type { GroupIndex } from './group-index.ts'
import { isKnown, remainderOf } from './rule.ts'
import type { Star } from './star.ts'
import type { By, GuardedAmount, TrueCell } from './types.ts'

/**
 * Recipients are parted into so many classes, and each amount is protected against each class with a witness of its own:
 * a witness that had to hold against everybody could touch no group of a single recipient.
 */
export const CLASSES = 8

/** A group and its place in the cube. */
export interface PlacedGroup {
  readonly key: string
  readonly by: By
  /** Its own cell first, then the same group in the other ways to sort. */
  readonly cells: readonly number[]
  /** Of how many dimensions. */
  readonly depth: number
}

/** Places every group. */
export function placeGroups({ cells }: GroupIndex, star: Star): PlacedGroup[] {
  return [...cells].map(([key, { by }]) => ({
    key,
    by,
    cells: star.cellsOf(by),
    depth: Object.keys(by).length,
  }))
}

/** The groups' figures as tables over the cube: the cases, their parts where there are several, and the money. */
export function tablesOfGroups(
  { cells, rule }: GroupIndex,
  { cube }: Star,
  groups: readonly PlacedGroup[],
): TableSet {
  const filled = (figure: (cell: TrueCell) => number) => {
    const values = new Float64Array(cube.size)
    for (const { key, cells: places } of groups) {
      const cell = cells.get(key)
      if (cell !== undefined) for (const place of places) values[place] = figure(cell)
    }
    return values
  }
  const whole = (cell: TrueCell) =>
    rule.parts.reduce((sum, name) => sum + (cell.counts[name] ?? 0), 0) +
    (rule.remainder ? remainderOf(cell, rule.parts) : 0)
  const isSplit = rule.parts.length > 1 || rule.remainder
  const parts = (isSplit ? rule.parts : []).map(
    (name): Figure => ({ kind: 'part', name, values: filled((cell) => cell.counts[name] ?? 0) }),
  )
  const amounts = rule.amounts.flatMap((name): Figure[] => {
    const values = filled((cell) => cell.amounts[name]?.totalOre ?? 0)
    if (![...cells.values()].every((cell) => isKnown(cell, name))) {
      return [{ kind: 'amount', name, values, contributors: null }]
    }
    const all: Contributors = {
      count: Int32Array.from(filled((cell) => cell.amounts[name]?.contributors ?? 0)),
      first: filled((cell) => cell.amounts[name]?.top?.[0]?.ore ?? 0),
      second: filled((cell) => cell.amounts[name]?.top?.[1]?.ore ?? 0),
    }
    return Array.from({ length: CLASSES }, (_, own): Figure => {
      const held = filled((cell) => mostOf(cell.amounts[name], own))
      return { kind: 'amount', name, values, contributors: { ...all, held } }
    })
  })
  return { cube, counts: filled(whole), figures: [...parts, ...amounts] }
}

/**
 * The most that a recipient of a class has of an amount: of those known by name, and of those not known, whose class is
 * not known either.
 */
function mostOf(amount: GuardedAmount | undefined, own: number): number {
  const listed = amount?.top ?? []
  const most = listed.find(({ id }) => id % CLASSES === own)?.ore ?? 0
  if ((amount?.contributors ?? 0) <= listed.length) return most
  const rest = listed.reduce((left, { ore }) => left - ore, amount?.totalOre ?? 0)
  return Math.max(most, Math.min(rest, listed.at(-1)?.ore ?? rest))
}
