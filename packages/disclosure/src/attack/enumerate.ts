import { addUp, type Cube, innerCells } from '../model/cube.ts'
import { innerBeneath, type Published } from './published.ts'

/** All whole tables that agree with a page. */
export interface Enumeration {
  readonly ok: true
  /** How many there are, 1 or more. */
  readonly tables: number
  /** For each cell of the cube, the values it takes in them, ascending. */
  readonly attainable: readonly (readonly number[])[]
}

export type EnumerationRefusal =
  /** No sum that is shown holds this inner cell: there is no end of tables. */
  | { readonly ok: false; readonly reason: 'unbounded'; readonly cell: number }
  /** No table agrees with the page. */
  | { readonly ok: false; readonly reason: 'contradiction' }
  /** The search was given up after this many steps. */
  | { readonly ok: false; readonly reason: 'too-many'; readonly mostSteps: number }

/** What a sum still has to become, while its inner cells are given values one by one. */
interface Sum {
  readonly exact: boolean
  /** Missing to the value shown, or to the least of a hidden cell. */
  missing: number
  /** The most that the inner cells to come can add. */
  room: number
}

/**
 * Tries every value of every inner cell, one after the other, and drops a try as soon as a sum can no longer come
 * right. With the attacker that solves it shares only which inner cells a cell holds, so that each can be held against
 * the other. For tiny tables.
 *
 * @param mostSteps how many values may be tried; a million when left out
 * @returns the tables' number and the values of each cell, or a refusal: `unbounded`, `contradiction`, `too-many`
 * @example enumerateTables(publish(cube, values, [[0, 1]], hidden, 0))
 */
export function enumerateTables(
  published: Published,
  mostSteps = 1_000_000,
): Enumeration | EnumerationRefusal {
  const { cube } = published
  const inner = [...innerCells(cube).entries()].flatMap(([cell, mark]) => (mark === 1 ? [cell] : []))
  const { sums, sumsOver, most } = sumsOf(published, inner)
  for (const [i, cell] of inner.entries()) {
    if (most[i] === Number.POSITIVE_INFINITY) return { ok: false, reason: 'unbounded', cell }
  }
  if (sums.some(({ missing, room }) => missing > room)) return { ok: false, reason: 'contradiction' }

  const found = Array.from({ length: cube.size }, () => new Set<number>())
  const values = new Float64Array(cube.size)
  let tables = 0
  let steps = 0
  const fillFrom = (i: number): void => {
    const cell = inner[i]
    if (cell === undefined) {
      tables += 1
      takeNote(cube, values, found)
      return
    }
    const over = sumsOver[i] ?? []
    for (const sum of over) sum.room -= most[i] ?? 0
    let low = 0
    let high = most[i] ?? 0
    for (const { exact, missing, room } of over) {
      low = Math.max(low, missing - room)
      if (exact) high = Math.min(high, missing)
    }
    for (let value = low; value <= high && steps <= mostSteps; value++) {
      steps += 1
      values[cell] = value
      for (const sum of over) sum.missing -= value
      fillFrom(i + 1)
      for (const sum of over) sum.missing += value
    }
    for (const sum of over) sum.room += most[i] ?? 0
  }
  fillFrom(0)
  if (steps > mostSteps) return { ok: false, reason: 'too-many', mostSteps }
  if (tables === 0) return { ok: false, reason: 'contradiction' }
  return { ok: true, tables, attainable: found.map((set) => [...set].sort((a, b) => a - b)) }
}

/** The sums of the page, for each inner cell those that hold it, and the most it can be. */
function sumsOf({ cube, inTable, shown, values, lb }: Published, inner: readonly number[]) {
  const place = new Map(inner.map((cell, i) => [cell, i]))
  const most = inner.map(() => Number.POSITIVE_INFINITY)
  const told: { exact: boolean; missing: number; held: number[] }[] = []
  for (let cell = 0; cell < cube.size; cell++) {
    if (inTable[cell] !== 1) continue
    const exact = shown[cell] === 1
    const missing = exact ? (values[cell] ?? 0) : lb
    const held = innerBeneath(cube, cell).map((at) => place.get(at) ?? 0)
    told.push({ exact, missing, held })
    if (exact) for (const i of held) most[i] = Math.min(most[i] ?? missing, missing)
  }
  const sumsOver: Sum[][] = inner.map(() => [])
  const sums = told.map(({ exact, missing, held }): Sum => {
    const sum = { exact, missing, room: held.reduce((room, i) => room + (most[i] ?? 0), 0) }
    for (const i of held) sumsOver[i]?.push(sum)
    return sum
  })
  return { sums, sumsOver, most }
}

function takeNote(cube: Cube, inner: Float64Array, found: readonly Set<number>[]): void {
  const values = Float64Array.from(inner)
  addUp(cube, values)
  for (const [cell, set] of found.entries()) set.add(values[cell] ?? 0)
}
