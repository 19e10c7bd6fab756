import type { CircuitFinder } from './circuit-finder.ts'
import type { Pattern } from './pattern.ts'
import { FIXED, type Layer, type Need, OPEN, type Row } from './problem.ts'

/** Circuits that are added up at most, and in how many shares a width is parted among them. */
const MOST_CIRCUITS = { shared: 12, repaired: 5 }
const MOST_SHARES = 60
const CHOICES = { reward: 0, jitter: 0, breadth: Number.POSITIVE_INFINITY }

/**
 * A witness for a need that no circuit meets alone, as a sum of circuits.
 *
 * @returns the row, or `null`
 */
export function summedWitness(pattern: Pattern, finder: CircuitFinder, number: number): Row | null {
  const need = pattern.problem.needs[number]
  const layer = pattern.problem.layers[need?.layer ?? 0]
  if (need === undefined || layer === undefined) return null
  const rows = [shared(pattern, finder, need, layer), repaired(pattern, finder, need, layer)].filter(
    (row): row is Row => row !== null && pattern.metBy(row).includes(number),
  )
  return rows.sort((a, b) => costOf(pattern, a) - costOf(pattern, b))[0] ?? null
}

/** What the row would have hidden that is not. */
function costOf({ problem, uses }: Pattern, { cells }: Row): number {
  return cells.reduce(
    (sum, cell) => sum + (problem.state[cell] === OPEN && uses[cell] === 0 ? (problem.costs[cell] ?? 0) : 0),
    0,
  )
}

/** Several circuits through the cell, each of which gives a share of the width, as much as its cells can. */
function shared(pattern: Pattern, finder: CircuitFinder, need: Need, layer: Layer): Row | null {
  const shares = Math.min(MOST_SHARES, need.width)
  const share = Math.ceil(need.width / shares)
  const room = Float64Array.from(layer.room)
  const steps = new Map<number, number>()
  let left = shares
  for (let i = 0; i < MOST_CIRCUITS.shared && left > 0; i++) {
    const least = Math.max(share, Math.floor((left * share) / (MOST_CIRCUITS.shared - i)))
    const row = finder.findThrough(
      { cell: need.cell, width: least, own: need.own, rises: true, room },
      CHOICES,
    )
    if (row === null) return null
    const able = row.cells.reduce(
      (most, cell, j) =>
        (row.steps[j] ?? 0) < 0 ? Math.min(most, Math.floor((room[cell] ?? 0) / share)) : most,
      left,
    )
    for (const [j, cell] of row.cells.entries()) {
      const step = able * (row.steps[j] ?? 0)
      steps.set(cell, (steps.get(cell) ?? 0) + step)
      if (step < 0) room[cell] = (room[cell] ?? 0) + step * share
    }
    left -= able
  }
  return left > 0 ? null : rowOf(pattern, steps)
}

/**
 * The cheapest circuit whatever it takes from the cells that fall, and for each cell that cannot fall so far another
 * circuit that gives it back.
 */
function repaired(pattern: Pattern, finder: CircuitFinder, need: Need, layer: Layer): Row | null {
  const { state } = pattern.problem
  const limitless = layer.room.map((room, cell) => (state[cell] === FIXED ? room : Number.POSITIVE_INFINITY))
  const steps = new Map<number, number>()
  let cell = need.cell
  for (let i = 0; i < MOST_CIRCUITS.repaired && cell >= 0; i++) {
    const target = { cell, width: need.width, own: need.own, rises: true }
    const avoided = cell === need.cell ? -1 : need.cell
    const row =
      (i === 0 ? null : finder.findThrough({ ...target, room: layer.room }, CHOICES, avoided)) ??
      finder.findThrough({ ...target, room: limitless }, CHOICES, avoided)
    if (row === null) return null
    for (const [j, moved] of row.cells.entries()) {
      steps.set(moved, (steps.get(moved) ?? 0) + (row.steps[j] ?? 0))
    }
    cell = shortest(layer, rowOf(pattern, steps), need)
  }
  return cell >= 0 ? null : rowOf(pattern, steps)
}

function rowOf(pattern: Pattern, steps: ReadonlyMap<number, number>): Row {
  const moved = [...steps].filter(([, step]) => step !== 0)
  return pattern.row(
    Int32Array.from(moved, ([cell]) => cell),
    Int32Array.from(moved, ([, step]) => step),
  )
}

/** Of the cells that cannot fall so far as they would have to, the one with the least figure: the finest; −1: none. */
function shortest({ room, values }: Layer, { cells, steps }: Row, { width }: Need): number {
  let found = -1
  for (const [i, cell] of cells.entries()) {
    const fall = -(steps[i] ?? 0) * width
    if (fall <= (room[cell] ?? 0)) continue
    if (found < 0 || (values[cell] ?? 0) < (values[found] ?? 0)) found = cell
  }
  return found
}
