import type { Arrangement } from './arrange.ts'
import type { Survey } from './survey.ts'

/** Counts up to this have a class of their own; above, each doubling has four. */
const FINE = 32

/**
 * How likely each cell is to be shown when so many are hidden beside the sensitive.
 *
 * What is hidden lies in the crossings of the sensitive cells, in proportion to them, and spreads to all as more of the
 * table is hidden (by 2 · h², h the share of the cells). Within a crossing small counts go first: the chance is
 * min(1, λ / √count), with λ such that the chances add up.
 *
 * @returns by cell: the chance that it is shown, 0–1; 0 for sensitive cells and what stands in no table
 */
export function shownChances(
  { counts, cube }: Pick<Arrangement, 'counts' | 'cube'>,
  { crossings, inTable, sensitive, cells, sensitiveCells }: Survey,
  secondary: number,
): Float64Array {
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
  const spread = Math.min(1, 2 * ((sensitiveCells + secondary) / cells) ** 2)
  const wanted = new Map(
    [...crossingsOf].map(([crossing, { size, sensitive: own }]) => [
      crossing,
      secondary === 0 ? 0 : secondary * ((1 - spread) * (own / sensitiveCells) + spread * (size / open)),
    ]),
  )
  // What a crossing has no room for goes to the others.
  let [over, room] = [0, 0]
  for (const [crossing, { size }] of crossingsOf) {
    const left = size - (wanted.get(crossing) ?? 0)
    if (left < 0) over -= left
    else room += left
  }
  const chances: Float64Array[] = []
  for (const [crossing, { size, open: own }] of crossingsOf) {
    const wish = wanted.get(crossing) ?? 0
    const more = room > 0 && wish < size ? (over * (size - wish)) / room : 0
    chances[crossing] = fill(own, Math.min(size, wish + more))
  }
  const shown = new Float64Array(cube.size)
  for (let cell = 0; cell < cube.size; cell++) {
    if (inTable[cell] !== 1 || sensitive[cell] === 1) continue
    shown[cell] = 1 - (chances[crossings[cell] ?? 0]?.[classOf(counts[cell] ?? 0)] ?? 0)
  }
  return shown
}

function classOf(count: number): number {
  return count <= FINE ? count : FINE + Math.ceil(4 * Math.log2(count / FINE))
}

/** The chances of classes of counts, so that `wanted` of their cells are hidden. */
function fill(sizes: Float64Array, wanted: number): Float64Array {
  const chances = new Float64Array(sizes.length)
  const weights = sizes.map((_, at) => (at <= FINE ? Math.max(1, at) : FINE * 2 ** ((at - FINE) / 4)) ** -0.5)
  let left = wanted
  let weight = sizes.reduce((sum, size, at) => sum + size * (weights[at] ?? 0), 0)
  let at = 0
  for (; at < sizes.length && left * (weights[at] ?? 0) >= weight; at++) {
    chances[at] = 1
    left -= sizes[at] ?? 0
    weight -= (sizes[at] ?? 0) * (weights[at] ?? 0)
  }
  for (; at < sizes.length; at++) chances[at] = (left * (weights[at] ?? 0)) / weight
  return chances
}
