import type { Arrangement } from './arrange.ts'
import type { Survey } from './survey.ts'

/** Counts up to this have a class of their own; above, each doubling has four. */
const FINE = 32

/**
 * How likely each count of each crossing is to be hidden, when so many cells are hidden beside the sensitive.
 *
 * What is hidden lies in the crossings of the sensitive cells, in proportion to them, and spreads to all as more of the
 * table is hidden (by 1.5 · h², h the share of the cells). Within a crossing small counts go first: the chance is
 * min(1, λ / √count), with λ such that the chances add up. Against real suppressions (those of `estimateSecondary`) the
 * detail kept came out within 1.3 percentage points, and the records shown within 9, where up to a fifth was hidden; a
 * mean of 7 and 8 points off where more than two fifths were.
 *
 * @returns the chance of a cell, 0–1
 */
export function hidingChances(
  { counts, cube }: Pick<Arrangement, 'counts' | 'cube'>,
  { crossings, inTable, sensitive, cells, sensitiveCells }: Survey,
  secondary: number,
): (cell: number) => number {
  if (secondary === 0) return () => 0
  const crossingsOf = new Map<number, { readonly open: Float64Array; size: number; sensitive: number }>()
  const classes = classOf(counts[cube.size - 1] ?? 0) + 1
  for (let cell = 0; cell < cube.size; cell++) {
    if (inTable[cell] !== 1) continue
    const crossing = crossings[cell] ?? 0
    let known = crossingsOf.get(crossing)
    if (known === undefined) {
      known = { open: new Float64Array(classes), size: 0, sensitive: 0 }
      crossingsOf.set(crossing, known)
    }
    const count = counts[cell] ?? 0
    if (sensitive[cell] === 1) known.sensitive++
    else if (count > 0) {
      known.open[classOf(count)] = (known.open[classOf(count)] ?? 0) + 1
      known.size++
    }
  }
  const open = cells - sensitiveCells
  const spread = Math.min(1, 1.5 * ((sensitiveCells + secondary) / cells) ** 2)
  const wanted = new Map(
    [...crossingsOf].map(([crossing, { size, sensitive: own }]) => [
      crossing,
      secondary * ((1 - spread) * (own / sensitiveCells) + spread * (size / open)),
    ]),
  )
  // What a crossing has no room for goes to the others.
  let [over, room] = [0, 0]
  for (const [crossing, { size }] of crossingsOf) {
    const left = size - (wanted.get(crossing) ?? 0)
    if (left < 0) over -= left
    else room += left
  }
  const chances = new Map<number, Float64Array>()
  for (const [crossing, { size, open: own }] of crossingsOf) {
    const own0 = wanted.get(crossing) ?? 0
    const more = room > 0 && own0 < size ? (over * (size - own0)) / room : 0
    chances.set(crossing, fill(own, Math.min(size, own0 + more)))
  }
  return (cell) => chances.get(crossings[cell] ?? 0)?.[classOf(counts[cell] ?? 0)] ?? 0
}

function classOf(count: number): number {
  return count <= FINE ? count : FINE + Math.ceil(4 * Math.log2(count / FINE))
}

/** The chances of classes of counts, so that `wanted` of their cells are hidden. */
function fill(sizes: Float64Array, wanted: number): Float64Array {
  const chances = new Float64Array(sizes.length)
  const weights = sizes.map((_, at) => (at <= FINE ? at : FINE * 2 ** ((at - FINE) / 4)) ** -0.5)
  let left = wanted
  let weight = sizes.reduce((sum, size, at) => (size > 0 ? sum + size * (weights[at] ?? 0) : sum), 0)
  for (const [at, size] of sizes.entries()) {
    if (size === 0 || left <= 0) continue
    const chance = Math.min(1, (left / weight) * (weights[at] ?? 0))
    chances[at] = chance
    if (chance < 1) {
      // From here on none is sure to be hidden.
      for (let more = at + 1; more < sizes.length; more++) {
        chances[more] = Math.min(1, (left / weight) * (weights[more] ?? 0))
      }
      break
    }
    left -= size
    weight -= size * (weights[at] ?? 0)
  }
  return chances
}
