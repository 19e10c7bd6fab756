/** A cell in a grid of hexagons that stand on a corner; odd rows lie half a tile further east. */
export interface TileCell {
  readonly column: number
  readonly row: number
}

/** Distances between middles, in units of the drawing. A regular hexagon would have rows 15.6 apart. */
export const TILE_WIDTH = 18
export const ROW_HEIGHT = 16

/** From the upper corner clockwise. */
const CORNERS = [
  [0, -11],
  [9, -5],
  [9, 5],
  [0, 11],
  [-9, 5],
  [-9, -5],
] as const

/** The middle of a cell, from the middle of cell 0, 0. */
export function tileMiddle({ column, row }: TileCell): { x: number; y: number } {
  return { x: column * TILE_WIDTH + (row % 2 === 0 ? 0 : TILE_WIDTH / 2), y: row * ROW_HEIGHT }
}

export function tilePath(cell: TileCell): string {
  const { x, y } = tileMiddle(cell)
  return `M${x} ${y - 11}l9 6v10l-9 6-9-6v-10z`
}

/**
 * The lines around groups of tiles: the edges that no two tiles of one group share, each drawn once.
 * @param groupOf the group of a tile; lines are drawn between different ones and at the outer edge
 * @returns SVG path data
 */
export function groupOutline<Tile extends TileCell>(
  tiles: readonly Tile[],
  groupOf: (tile: Tile) => string,
): string {
  const edges = new Map<string, { path: string; group: string; inner: boolean }>()
  for (const tile of tiles) {
    const { x, y } = tileMiddle(tile)
    const group = groupOf(tile)
    for (const [at, [dx, dy]] of CORNERS.entries()) {
      const [ex, ey] = CORNERS[(at + 1) % 6] ?? CORNERS[0]
      const key = `${2 * x + dx + ex} ${2 * y + dy + ey}`
      const seen = edges.get(key)
      const path = `M${x + dx} ${y + dy}l${ex - dx} ${ey - dy}`
      if (seen === undefined) edges.set(key, { path, group, inner: false })
      else seen.inner = seen.group === group
    }
  }
  return [...edges.values()].map(({ path, inner }) => (inner ? '' : path)).join('')
}
