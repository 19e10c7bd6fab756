import type { ListSketch, Smallest } from '../model-micro.ts'

/** From this share of the smaller list on, two lists hold the same rows. */
const SHARED = 0.2
/** Fewer changes, by number or by share of the rows, would give those who changed away. */
const LEAST_CHANGED = 100
const LEAST_SHARE_CHANGED = 0.05

/** How many of what two sketches saw in the part that both can see, and how many they have in common there. */
function seenOf(a: Smallest, b: Smallest) {
  const limit = Math.min(limitOf(a), limitOf(b))
  const within = ({ smallest }: Smallest) => smallest.filter((value) => value <= limit)
  const inA = within(a)
  const inB = within(b)
  const known = new Set(inA)
  return { a: inA.length, b: inB.length, both: inB.filter((value) => known.has(value)).length }
}

/** What is larger than this a sketch has not kept. */
function limitOf({ size, smallest }: Smallest): number {
  return smallest.length < size ? (smallest.at(-1) ?? 0) : Number.POSITIVE_INFINITY
}

/** Whether so large a part of the smaller list, by ids or by what rows say, is in the other that they are of one kind. */
export function holdSameRows(one: ListSketch, other: ListSketch): boolean {
  return (['ids', 'contents'] as const).some((part) => {
    const { a, b, both } = seenOf(one[part], other[part])
    return both > 0 && both >= SHARED * Math.min(a, b)
  })
}

/**
 * Records that came, went or changed from one version to another: exact where both sketches hold all, else estimated.
 * @returns how many, and how many there must be
 */
export function changedBetween(
  { records: before }: ListSketch,
  { records: after }: ListSketch,
): { readonly changed: number; readonly least: number } {
  const { a, b, both } = seenOf(before, after)
  const apart = (size: number, seen: number) => (seen === 0 ? size : size * (1 - both / seen))
  return {
    changed: Math.round(Math.max(apart(before.size, a), apart(after.size, b))),
    least: Math.max(LEAST_CHANGED, Math.ceil(LEAST_SHARE_CHANGED * Math.max(before.size, after.size))),
  }
}
