/** Arcs of a network in which every vertex receives as much as it gives. */
export interface Circulation {
  readonly vertices: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** Whole; changed in place. */
  readonly amounts: Float64Array
}

/**
 * Rounds every arc of a circulation to a multiple of a base, in place and without bias; it stays a circulation.
 *
 * Arcs that are no multiple touch every vertex twice at least, so they hold a cycle. Around it the amounts are moved,
 * one way or the other, until the first arc meets a multiple; no arc ever passes one, so each ends at a multiple next
 * to its amount, and an arc that is a multiple stays. Of the two ways, with steps s and t, the first is taken with
 * chance t/(s + t): the expected amount of every arc is what it was. Each cycle settles an arc, so it ends.
 *
 * Source: Cox, L. H. (1987), A constructive procedure for unbiased controlled rounding. JASA 82, 520–524.
 *
 * @param random numbers in [0, 1)
 */
export function roundCirculation(net: Circulation, base: number, random: () => number): void {
  const { from, to, amounts } = net
  const touching = arcsByVertex(net)
  const isOpen = (arc: number) => (amounts[arc] ?? 0) % base !== 0
  /** The next open arc of a vertex other than the one it was reached by, or −1. Settled ones are dropped. */
  const openArc = (vertex: number, by: number): number => {
    const arcs = touching[vertex] ?? []
    for (let k = arcs.length - 1; k >= 0; k--) {
      const arc = arcs[k] ?? 0
      if (!isOpen(arc)) {
        arcs[k] = arcs.at(-1) ?? 0
        arcs.pop()
      } else if (arc !== by) return arc
    }
    return -1
  }
  const path: number[] = []
  const walk: number[] = []
  const placeOnWalk = new Int32Array(net.vertices).fill(-1)
  for (let start = 0; start < net.vertices; start++) {
    walk.push(start)
    placeOnWalk[start] = 0
    while (walk.length > 0) {
      const vertex = walk.at(-1) ?? 0
      const arc = openArc(vertex, path.at(-1) ?? -1)
      if (arc < 0) {
        placeOnWalk[vertex] = -1
        walk.pop()
        path.pop()
        continue
      }
      const next = from[arc] === vertex ? (to[arc] ?? 0) : (from[arc] ?? 0)
      path.push(arc)
      const place = placeOnWalk[next] ?? -1
      if (place < 0) {
        placeOnWalk[next] = walk.length
        walk.push(next)
        continue
      }
      turn(net, base, random, path.slice(place), next)
      for (const left of walk.splice(place + 1)) placeOnWalk[left] = -1
      path.length = place
    }
  }
}

/** Moves the amounts around a cycle that starts and ends at a vertex. */
function turn(
  { from, to, amounts }: Circulation,
  base: number,
  random: () => number,
  cycle: readonly number[],
  start: number,
): void {
  let at = start
  let rise = base
  let fall = base
  const signs = cycle.map((arc) => {
    const along = from[arc] === at
    at = along ? (to[arc] ?? 0) : (from[arc] ?? 0)
    const over = (amounts[arc] ?? 0) % base
    rise = Math.min(rise, along ? base - over : over)
    fall = Math.min(fall, along ? over : base - over)
    return along ? 1 : -1
  })
  const step = random() * (rise + fall) < fall ? rise : -fall
  for (const [k, arc] of cycle.entries()) amounts[arc] = (amounts[arc] ?? 0) + step * (signs[k] ?? 0)
}

function arcsByVertex({ vertices, from, to }: Circulation): number[][] {
  const touching: number[][] = Array.from({ length: vertices }, () => [])
  for (let arc = 0; arc < from.length; arc++) {
    touching[from[arc] ?? 0]?.push(arc)
    touching[to[arc] ?? 0]?.push(arc)
  }
  return touching
}
