import { groupKey } from './group-key.ts'
import { isSafeLine } from './line.ts'
import { faultOf, type Group, groupOf } from './rule.ts'
import type { ProtectionSteps } from './steps.ts'
import type { TableIndex } from './table-index.ts'
import type { By } from './types.ts'

/** Row and column labels of a table of two dimensions; the hidden ones of each stand together as one. */
export interface Plane {
  readonly rows: readonly (readonly string[])[]
  readonly columns: readonly (readonly string[])[]
  /** Numbers of the rows and columns that cross in hidden cells; empty when nothing needs hiding. */
  readonly block: { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> }
}

export interface PlaneInput {
  readonly index: TableIndex
  /** What stands in front of the two dimensions: the world. One entry a world that shares the block. */
  readonly worlds: readonly By[]
  readonly dimensions: readonly [string, string]
  readonly hiddenRows: ReadonlySet<string>
  readonly hiddenColumns: ReadonlySet<string>
  readonly forced: ReadonlySet<string>
  readonly steps: ProtectionSteps
}

/**
 * Chooses the block of hidden cells of a table of two dimensions with known margins.
 *
 * Hidden categories are first merged into one row and one column, whose sums are known too. Every failing
 * cell of the merged table lies in the block; the block has at least two rows and two columns and is hidden
 * whole; and each of its row sums and column sums, which are known, is a safe line. A line that is the
 * whole margin is known anyway and passes.
 */
export function protectPlane(input: PlaneInput): Plane {
  const { index, dimensions, steps } = input
  const rows = merge(fullLabels(input, dimensions[0], input.hiddenRows), input.hiddenRows, steps.mergeHidden)
  const columns = merge(
    fullLabels(input, dimensions[1], input.hiddenColumns),
    input.hiddenColumns,
    steps.mergeHidden,
  )
  const inRows = new Set<number>()
  const inColumns = new Set<number>()
  const plane = { rows, columns, block: { rows: inRows, columns: inColumns } }
  if (rows.length < 2 || columns.length < 2) return plane
  const grids = input.worlds.map((world) => gridOf(input, world, rows, columns))
  rows.forEach((row, i) => {
    columns.forEach((column, j) => {
      const fails = grids.some((grid) => {
        const group = grid[i]?.[j]
        return group !== undefined && faultOf(group, index.rule) !== null
      })
      if (fails || isForced(input, row, column)) {
        inRows.add(i)
        inColumns.add(j)
      }
    })
  })
  if (inRows.size > 0 && steps.growBlock) grow(plane, inRows, inColumns, grids, index)
  return plane
}

/** Without the categories that are known to be empty: as complements they would hide nothing. */
function fullLabels({ index, worlds }: PlaneInput, dimension: string, hidden: ReadonlySet<string>): string[] {
  const isEmpty = (label: string) =>
    worlds.every((world) => {
      const cell = index.cells.get(groupKey({ ...world, [dimension]: label }))
      return cell === undefined || groupOf([cell], index.rule).counts.every((count) => count === 0)
    })
  return (index.labels.get(dimension) ?? []).filter((label) => hidden.has(label) || !isEmpty(label))
}

/** The merged category comes first: to hide it as a complement costs nothing more. */
function merge(
  labels: readonly string[],
  hidden: ReadonlySet<string>,
  merging: boolean,
): (readonly string[])[] {
  const single = labels.filter((label) => !hidden.has(label)).map((label) => [label])
  return hidden.size > 0 && merging ? [labels.filter((label) => hidden.has(label)), ...single] : single
}

function gridOf(
  { index, dimensions }: PlaneInput,
  world: By,
  rows: Plane['rows'],
  columns: Plane['columns'],
): Group[][] {
  return rows.map((row) =>
    columns.map((column) => {
      const cells = row.flatMap((a) =>
        column.flatMap(
          (b) => index.cells.get(groupKey({ ...world, [dimensions[0]]: a, [dimensions[1]]: b })) ?? [],
        ),
      )
      return groupOf(cells, index.rule)
    }),
  )
}

function isForced(input: PlaneInput, row: readonly string[], column: readonly string[]): boolean {
  const [a, b] = [row[0], column[0]]
  if (a === undefined || b === undefined || input.hiddenRows.has(a) || input.hiddenColumns.has(b))
    return false
  return input.worlds.some((world) =>
    input.forced.has(groupKey({ ...world, [input.dimensions[0]]: a, [input.dimensions[1]]: b })),
  )
}

function grow(
  { rows, columns }: Plane,
  inRows: Set<number>,
  inColumns: Set<number>,
  grids: readonly Group[][][],
  { rule }: TableIndex,
): void {
  const line = (cells: (Group | undefined)[]) => cells.filter((group) => group !== undefined)
  const rowsSafe = () =>
    inColumns.size === columns.length ||
    grids.every((grid) =>
      [...inRows].every((i) => isSafeLine(line([...inColumns].map((j) => grid[i]?.[j])), rule)),
    )
  const columnsSafe = () =>
    inRows.size === rows.length ||
    grids.every((grid) =>
      [...inColumns].every((j) => isSafeLine(line([...inRows].map((i) => grid[i]?.[j])), rule)),
    )
  const addNext = (set: Set<number>, size: number) => {
    for (let next = 0; next < size; next++) {
      if (!set.has(next)) {
        set.add(next)
        return
      }
    }
  }
  for (;;) {
    if (!rowsSafe()) addNext(inColumns, columns.length)
    else if (!columnsSafe()) addNext(inRows, rows.length)
    else return
  }
}
