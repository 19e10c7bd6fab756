import { type Cube, layOut, type TooManyCells } from '../model/cube.ts'
import { buildDimension, type Dimension, sideBySide } from '../model/dimension.ts'
import type { By } from './types.ts'

/** The dimension that holds what the largest crossings do not share; marked where a shared one is called so. */
const DETAIL = 'detail'

/** Groups of several crossings as cells of one cube. */
export interface Star {
  readonly ok: true
  readonly cube: Cube
  /** The cells of a group: its own first, then those that are the same group in the other ways. */
  readonly cellsOf: (by: By) => readonly number[]
}

export type StarFault =
  | TooManyCells
  /** The largest crossings share some dimensions; each may have one more. This one has several. */
  | { readonly ok: false; readonly reason: 'not-a-star'; readonly crossing: readonly string[] }

/**
 * Lays crossings that share all but one of their dimensions (sex × background × industry, sex × background × age) out as
 * one cube: the shared dimensions, and the others side by side.
 *
 * @param crossings closed under leaving dimensions out
 */
export function starOf(
  crossings: readonly (readonly string[])[],
  labels: ReadonlyMap<string, readonly string[]>,
): Star | StarFault {
  const largest = crossings.filter(
    (one) =>
      !crossings.some((other) => other.length > one.length && one.every((name) => other.includes(name))),
  )
  const shared = (largest[0] ?? []).filter((name) => largest.every((one) => one.includes(name)))
  const extras = largest.map((one) => one.filter((name) => !shared.includes(name)))
  const broad = extras.findIndex((one) => largest.length > 1 && one.length > 1)
  if (broad >= 0) return { ok: false, reason: 'not-a-star', crossing: largest[broad] ?? [] }
  const ways = extras.flat()
  const dimensions = shared.map((name) => plainDimension(name, labels.get(name) ?? []))
  if (ways.length > 0) {
    let name = DETAIL
    while (shared.includes(name)) name += '*'
    dimensions.push(sideBySide(name, new Map(ways.map((name) => [name, labels.get(name) ?? []]))))
  }
  const laid = layOut(dimensions)
  if (!laid.ok) return laid
  return { ok: true, cube: laid.cube, cellsOf: cellFinder(laid.cube, shared, ways, labels) }
}

function plainDimension(name: string, labels: readonly string[]): Dimension {
  const built = buildDimension(name, labels.map(codeOfLabel))
  // Labels are distinct, and none is quoted like the total.
  if (!built.ok) throw new Error(`${built.reason} in ${name}`)
  return built.dimension
}

/** Quoted, so that no label is taken for the total. */
export function codeOfLabel(label: string): string {
  return JSON.stringify(label)
}

function cellFinder(
  { dimensions, strides }: Cube,
  shared: readonly string[],
  ways: readonly string[],
  labels: ReadonlyMap<string, readonly string[]>,
): Star['cellsOf'] {
  const places = new Map(
    [...labels].map(([name, all]) => [name, new Map(all.map((label, i) => [label, i]))] as const),
  )
  const placeOf = (by: By, name: string) => places.get(name)?.get(by[name] ?? '') ?? 0
  let start = 0
  const starts = new Map<string, number>()
  for (const way of ways) {
    starts.set(way, start)
    start += labels.get(way)?.length ?? 0
  }
  const detail = ways.length > 0 ? dimensions.at(-1) : undefined
  return (by) => {
    let cell = 0
    for (const [d, name] of shared.entries()) {
      const total = (dimensions[d]?.codes.length ?? 1) - 1
      cell += (Object.hasOwn(by, name) ? placeOf(by, name) : total) * (strides[d] ?? 0)
    }
    if (detail === undefined) return [cell]
    const way = ways.find((name) => Object.hasOwn(by, name))
    if (way !== undefined) return [cell + (starts.get(way) ?? 0) + placeOf(by, way)]
    return (detail.wholes ?? []).map((whole) => cell + whole)
  }
}
