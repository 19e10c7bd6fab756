import { type Cube, layOut } from '../model/cube.ts'
import { buildDimension, type Dimension, type Grouping } from '../model/dimension.ts'

/** Whole numbers from 0 up to, not including, a limit. */
export type Below = (limit: number) => number

/**
 * A random cube of two to five dimensions: the first often sex; groups that nest or overlap, and may hold a single
 * leaf, or all, as real ones do.
 *
 * @param mostInner largest number of inner cells, 32 or more
 * @example randomCube(randomFrom(1), 600)
 */
export function randomCube(below: Below, mostInner: number): Cube {
  const wanted = 2 + below(4)
  const dimensions = below(3) > 0 ? [dimension('sex', ['women', 'men'])] : []
  let room = mostInner / 2 ** dimensions.length
  while (dimensions.length < wanted) {
    // The dimensions to come need two leaves each.
    const others = wanted - dimensions.length - 1
    const most = Math.min(wanted > 3 ? 6 : 14, Math.floor(room / 2 ** others))
    const leaves = 2 + below(most - 1)
    room /= leaves
    dimensions.push(randomDimension(below, 'abcde'[dimensions.length] ?? '', leaves))
  }
  const laid = layOut(dimensions)
  if (!laid.ok) throw new Error(laid.reason)
  return laid.cube
}

/**
 * Linked tables over some dimensions: half the time one table of all, else up to four of some, none within another.
 *
 * @returns for each table, the numbers of its dimensions
 */
export function randomTables(below: Below, dimensions: number): number[][] {
  const all = Array.from({ length: dimensions }, (_, d) => d)
  if (below(dimensions > 2 ? 2 : 6) > 0) return [all]
  const tables = Array.from({ length: 2 + below(3) }, () => {
    const leftOut = [below(dimensions), ...(dimensions > 3 ? [below(dimensions)] : [])]
    return all.filter((d) => !leftOut.includes(d))
  })
  const isWithin = (a: readonly number[], b: readonly number[]) => a.every((d) => b.includes(d))
  return tables.filter(
    (table, i) =>
      !tables.some((other, k) => k !== i && isWithin(table, other) && (k < i || other.length > table.length)),
  )
}

/** What to call a random cube when a test on it fails: `7: sex(2) × b(5, 3 groups), tables 0+1`. */
export function nameOf(seed: number, cube: Cube, tables: readonly (readonly number[])[]): string {
  const shapes = cube.dimensions.map(({ name, leaves, codes }) => {
    const groups = codes.length - leaves - 1
    return `${name}(${leaves}${groups > 0 ? `, ${groups} groups` : ''})`
  })
  return `${seed}: ${shapes.join(' × ')}, tables ${tables.map((table) => table.join('+')).join(' ')}`
}

function randomDimension(below: Below, name: string, leaves: number): Dimension {
  const codes = Array.from({ length: leaves }, (_, leaf) => `${name}${leaf + 1}`)
  return dimension(name, codes, leaves < 3 ? [] : randomGroupings(below, codes))
}

/** None at times, else one, two that nest or two that overlap. */
function randomGroupings(below: Below, codes: readonly string[]): Grouping[] {
  const shape = below(5)
  if (shape < 2) return []
  const first = randomGrouping(below, 'fine', codes)
  if (shape === 2) return [first]
  if (shape === 3) return [first, randomGrouping(below, 'other', codes)]
  const coarse = randomGrouping(below, 'coarse', [...new Set(first.groupOf.values())])
  const groupOf = new Map([...first.groupOf].map(([code, group]) => [code, coarse.groupOf.get(group) ?? '']))
  return [first, { name: 'coarse', groupOf }]
}

function randomGrouping(below: Below, name: string, codes: readonly string[]): Grouping {
  const groups = 2 + below(Math.max(1, Math.floor(codes.length / 2)))
  return { name, groupOf: new Map(codes.map((code) => [code, `${name}${below(groups) + 1}`])) }
}

function dimension(name: string, codes: readonly string[], groupings: readonly Grouping[] = []): Dimension {
  const built = buildDimension(name, codes, groupings)
  if (!built.ok) throw new Error(`${name}: ${built.reason}`)
  return built.dimension
}
