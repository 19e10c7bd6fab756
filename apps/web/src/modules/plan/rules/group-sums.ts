import type { BudgetCell } from '../model.ts'

/** The members of a dimension, and which of them each amount is of. */
export interface Axis {
  readonly members: readonly string[]
  readonly placeOf: ReadonlyMap<string, number>
  /** By amount the place of its member; below 0 where it is of none of them. */
  readonly places: Int32Array
}

/** Amounts in the order of their places along axes. */
interface Laid {
  readonly keys: readonly (readonly string[])[]
  readonly ores: readonly bigint[]
  readonly axes: readonly Axis[]
  /** What the amounts come to that are of anything else. */
  readonly strayOre: bigint
}

/** Lays amounts along the axes that their keys follow. @param members of each axis */
export function layAlong(cells: readonly BudgetCell[], members: readonly (readonly string[])[]): Laid {
  const axes = members.map((each) => ({
    members: each,
    placeOf: placesOf(each),
    places: new Int32Array(cells.length),
  }))
  const keys: (readonly string[])[] = []
  const ores: bigint[] = []
  let strayOre = 0n
  for (const { key, amountOre } of cells) {
    let stands = key.length === axes.length
    for (const [at, { placeOf, places }] of axes.entries()) {
      const place = placeOf.get(key[at] ?? '')
      if (place === undefined) stands = false
      else places[keys.length] = place
    }
    if (stands) {
      keys.push(key)
      ores.push(amountOre)
    } else strayOre += amountOre
  }
  const laid = axes.map((axis) => ({ ...axis, places: axis.places.subarray(0, keys.length) }))
  return { keys, ores, axes: laid, strayOre }
}

export function placesOf(members: readonly string[]): ReadonlyMap<string, number> {
  return new Map(members.map((member, place) => [member, place]))
}

/** The place on one of the axes that a group of their crossing has; 0 where there is no such axis. */
export function placeIn(axes: readonly Axis[], axis: number): (group: number) => number {
  const { length: members = 1 } = axes[axis]?.members ?? {}
  const stride = axes.slice(axis + 1).reduce((all, each) => all * each.members.length, 1)
  return axis < 0 ? () => 0 : (group) => Math.floor(group / stride) % members
}

/** What is known of a group. */
interface GroupSum {
  /** `null` where it holds no amount. */
  readonly amountOre: bigint | null
  /** How many of its amounts count. */
  readonly counted: number
}

/** Half of what stays exact: the sum of so many is itself rounded. */
const MOST_EXACT = Number.MAX_SAFE_INTEGER / 2

/** Amounts that are summed by group: walked as whole numbers, which is what makes large plans quick. */
export class GroupSums {
  readonly #ores: readonly bigint[]
  /** The same as numbers; `null` where all of them together would not stay exact. */
  readonly #numbers: Float64Array | null

  constructor(ores: readonly bigint[]) {
    this.#ores = ores
    const numbers = new Float64Array(ores.length)
    let most = 0
    for (let at = 0; at < ores.length; at += 1) {
      const number = Number(ores[at])
      numbers[at] = number
      most += Math.abs(number)
    }
    this.#numbers = most <= MOST_EXACT ? numbers : null
  }

  /**
   * Sums by the crossing of axes: the members of the first one after the other, for each of them those of the second …
   * @param counts by amount 1 where it counts
   */
  by(axes: readonly Axis[], counts: Uint8Array): readonly GroupSum[] {
    const size = axes.reduce((all, { members }) => all * members.length, 1)
    const groups = groupsOf(axes, this.#ores.length)
    const held = new Uint8Array(size)
    const counted = new Int32Array(size)
    for (let at = 0; at < groups.length; at += 1) {
      const group = groups[at] ?? -1
      if (group < 0) continue
      held[group] = 1
      counted[group] = (counted[group] ?? 0) + (counts[at] ?? 0)
    }
    const sums = this.#numbers === null ? exactly(this.#ores, groups) : quickly(this.#numbers, groups, size)
    return Array.from({ length: size }, (_, group) => ({
      amountOre: held[group] === 1 ? sums(group) : null,
      counted: counted[group] ?? 0,
    }))
  }
}

function groupsOf(axes: readonly Axis[], amounts: number): Int32Array {
  const groups = new Int32Array(amounts)
  for (const { members, places } of axes)
    for (let at = 0; at < amounts; at += 1) {
      const [group = -1, place = -1] = [groups[at], places[at]]
      groups[at] = group < 0 || place < 0 ? -1 : group * members.length + place
    }
  return groups
}

function quickly(numbers: Float64Array, groups: Int32Array, size: number): (group: number) => bigint {
  const sums = new Float64Array(size)
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at] ?? -1
    if (group >= 0) sums[group] = (sums[group] ?? 0) + (numbers[at] ?? 0)
  }
  return (group) => BigInt(sums[group] ?? 0)
}

function exactly(ores: readonly bigint[], groups: Int32Array): (group: number) => bigint {
  const sums = new Map<number, bigint>()
  for (const [at, group] of groups.entries())
    if (group >= 0) sums.set(group, (sums.get(group) ?? 0n) + (ores[at] ?? 0n))
  return (group) => sums.get(group) ?? 0n
}

/** The crossings of axes by name, in the order of their sums. */
export function namesOf(axes: readonly Axis[], separator: string): string[] {
  const [first, ...others] = axes
  if (first === undefined) return ['']
  let names = [...first.members]
  for (const { members } of others)
    names = names.flatMap((name) => members.map((member) => `${name}${separator}${member}`))
  return names
}
