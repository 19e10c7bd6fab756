import type { Dimension } from './dimension.ts'

/** More cells than this are refused before anything is laid out. */
const MOST_CELLS = 5_000_000

/**
 * Every combination of nodes of some dimensions. A cell's number is Σ node · stride, the last dimension turning
 * fastest. A cell is inner when all its nodes are leaves; every other cell is the sum of inner ones.
 */
export interface Cube {
  readonly dimensions: readonly Dimension[]
  readonly strides: readonly number[]
  readonly size: number
}

export interface TooManyCells {
  readonly ok: false
  readonly reason: 'too-many-cells'
  readonly cells: number
  readonly most: number
}

/**
 * Lays out a cube.
 *
 * @returns the cube, or `too-many-cells` with how many there would be
 * @example layOut([sex, industry])
 */
export function layOut(
  dimensions: readonly Dimension[],
): { readonly ok: true; readonly cube: Cube } | TooManyCells {
  const cells = dimensions.reduce((product, { codes }) => product * codes.length, 1)
  if (cells > MOST_CELLS) return { ok: false, reason: 'too-many-cells', cells, most: MOST_CELLS }
  const strides: number[] = []
  let stride = 1
  for (const { codes } of dimensions.toReversed()) {
    strides.unshift(stride)
    stride *= codes.length
  }
  return { ok: true, cube: { dimensions, strides, size: cells } }
}

/** The node of a cell in one dimension. */
export function nodeOf(cube: Cube, cell: number, dimension: number): number {
  const nodes = cube.dimensions[dimension]?.codes.length ?? 1
  return Math.floor(cell / (cube.strides[dimension] ?? 1)) % nodes
}

/** The codes of a cell, by dimension in the cube's order. */
export function codesOf(cube: Cube, cell: number): string[] {
  return cube.dimensions.map(({ codes }, d) => codes[nodeOf(cube, cell, d)] ?? '')
}

/** Finds cells by their codes; `null` where a code is missing, unknown or one too many. */
export function cellFinder(cube: Cube): (codes: readonly string[]) => number | null {
  const places = cube.dimensions.map(({ codes }) => new Map(codes.map((code, node) => [code, node])))
  return (codes) => {
    if (codes.length !== places.length) return null
    let cell = 0
    for (const [d, known] of places.entries()) {
      const node = known.get(codes[d] ?? '')
      if (node === undefined) return null
      cell += node * (cube.strides[d] ?? 0)
    }
    return cell
  }
}

/** The cell of the given codes; to find many, use `cellFinder`. */
export function cellOf(cube: Cube, codes: readonly string[]): number | null {
  return cellFinder(cube)(codes)
}

/** Marks inner cells by 1. */
export function innerCells(cube: Cube): Uint8Array {
  const marks = new Uint8Array(cube.size)
  markBox(
    cube,
    cube.dimensions.map(({ leaves }) => [0, leaves] as const),
    marks,
  )
  return marks
}

/** Marks by 1 the cells whose node lies in a range (end left out) in every dimension. */
export function markBox(cube: Cube, ranges: readonly (readonly [number, number])[], marks: Uint8Array): void {
  const [from = 0, to = 1] = ranges.at(-1) ?? []
  const mark = (d: number, start: number): void => {
    if (d >= ranges.length - 1) {
      marks.fill(1, start + from, start + to)
      return
    }
    const [first = 0, end = 0] = ranges[d] ?? []
    for (let node = first; node < end; node++) mark(d + 1, start + node * (cube.strides[d] ?? 0))
  }
  mark(0, 0)
}

/**
 * Fills every sum from the inner cells, in place.
 *
 * @param values one figure a cell; only those of inner cells are read
 */
export function addUp(cube: Cube, values: Float64Array): void {
  for (const [d, { leaves, members }] of cube.dimensions.entries()) {
    const stride = cube.strides[d] ?? 1
    const block = stride * members.length
    for (let start = 0; start < cube.size; start += block) {
      for (let node = leaves; node < members.length; node++) {
        const at = start + node * stride
        values.fill(0, at, at + stride)
        for (const leaf of members[node] ?? []) {
          const from = start + leaf * stride
          for (let i = 0; i < stride; i++) values[at + i] = (values[at + i] ?? 0) + (values[from + i] ?? 0)
        }
      }
    }
  }
}

/**
 * Counts records into the cube, sums included.
 *
 * @param leaves for each dimension, the leaf of every record
 * @param weights the figure of each record (an amount, say); 1 each when left out
 * @example tabulateCube(cube, [sexOfRow, industryOfRow])
 */
export function tabulateCube(
  cube: Cube,
  leaves: readonly Int32Array[],
  weights?: Float64Array,
): Float64Array {
  const values = new Float64Array(cube.size)
  const rows = leaves[0]?.length ?? 0
  for (let row = 0; row < rows; row++) {
    let cell = 0
    for (let d = 0; d < leaves.length; d++) cell += (leaves[d]?.[row] ?? 0) * (cube.strides[d] ?? 0)
    values[cell] = (values[cell] ?? 0) + (weights === undefined ? 1 : (weights[row] ?? 0))
  }
  addUp(cube, values)
  return values
}

/** The first sum of whole figures that is not the sum of its parts, or `null`. */
export function firstUnequal(cube: Cube, values: Float64Array): number | null {
  const again = Float64Array.from(values)
  addUp(cube, again)
  for (let cell = 0; cell < cube.size; cell++) {
    if (again[cell] !== values[cell]) return cell
  }
  return null
}

/** The first of some cells whose figure is not that of the other wholes of the same records, or `null`. */
export function firstApart(
  cube: Cube,
  cells: Iterable<number>,
  figureOf: (cell: number) => number,
): number | null {
  const dimensions = [...cube.dimensions.entries()].flatMap(([d, { wholes }]) =>
    wholes === undefined ? [] : [{ d, wholes, stride: cube.strides[d] ?? 1 }],
  )
  if (dimensions.length === 0) return null
  for (const cell of cells) {
    for (const { d, wholes, stride } of dimensions) {
      const node = nodeOf(cube, cell, d)
      if (!wholes.includes(node)) continue
      const figure = figureOf(cell)
      if (wholes.some((whole) => figureOf(cell + (whole - node) * stride) !== figure)) return cell
    }
  }
  return null
}
