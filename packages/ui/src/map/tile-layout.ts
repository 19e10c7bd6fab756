import { type GroupLabel, labelReach, placeGroupLabels } from './group-labels.ts'
import { groupOutline, ROW_HEIGHT, TILE_WIDTH, type TileCell, tileMiddle } from './tile-shape.ts'

interface GroupedTile extends TileCell {
  readonly group: string
}

/** What a map of tiles looks like before it has figures. */
export interface TileLayout {
  readonly labels: readonly GroupLabel[]
  /** The lines around the groups, as path data. */
  readonly outline: string
  readonly viewBox: string
}

type Groups = readonly { readonly code: string; readonly label: string }[]

const MOST_KEPT = 8
const kept = new Map<string, TileLayout>()

/** Where lines and names go among these tiles. The same few sets of tiles are drawn again and again: they are kept. */
export function tileLayout(tiles: readonly GroupedTile[], groups: Groups): TileLayout {
  const key = JSON.stringify([
    tiles.map(({ column, row, group }) => [column, row, group]),
    groups.map(({ code, label }) => [code, label]),
  ])
  const layout = kept.get(key) ?? layOut(tiles, groups)
  kept.delete(key)
  kept.set(key, layout)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return layout
}

function layOut(tiles: readonly GroupedTile[], groups: Groups): TileLayout {
  const tilesOf = Map.groupBy(tiles, ({ group }) => group)
  const named = groups.map(({ code, label }) => ({ label, tiles: tilesOf.get(code) ?? [] }))
  const labels = placeGroupLabels(named, tiles)
  return { labels, outline: groupOutline(tiles, ({ group }) => group), viewBox: viewBoxOf(tiles, labels) }
}

function viewBoxOf(tiles: readonly TileCell[], labels: readonly GroupLabel[]): string {
  if (tiles.length === 0) return `0 0 ${TILE_WIDTH} ${ROW_HEIGHT}`
  const middles = tiles.map(tileMiddle)
  const reach = labelReach(labels)
  const left = Math.floor(Math.min(reach.left, ...middles.map(({ x }) => x - 10)))
  const right = Math.ceil(Math.max(reach.right, ...middles.map(({ x }) => x + 10)))
  const top = Math.min(...middles.map(({ y }) => y)) - 13
  const bottom = Math.max(...middles.map(({ y }) => y)) + 13
  return `${left} ${top} ${right - left} ${bottom - top}`
}
