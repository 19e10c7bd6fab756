import { twoLines } from '../charts/scale.ts'
import { ROW_HEIGHT, TILE_WIDTH, type TileCell, tileMiddle } from './tile-shape.ts'

interface LabelledGroup {
  readonly label: string
  readonly tiles: readonly TileCell[]
}

export interface GroupLabel {
  readonly label: string
  /** One line, or two where a long name can be broken. */
  readonly lines: readonly string[]
  /** Where the text begins (`start`) or ends (`end`), and its middle's height. */
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
  /** Where the line from the group ends, or null where the label stands at the group itself. */
  readonly from: number | null
}

/** Of the text at a phone's width, where it is largest: the line height, and a character's width on the whole. */
export const LINE_HEIGHT = 16
const CHARACTER_WIDTH = 9.2
/** Longer names are broken where they have a space. */
const LONG_NAME = 10
const GAP = 4
const HALF = TILE_WIDTH / 2

interface Box {
  readonly left: number
  readonly right: number
  readonly y: number
  readonly height: number
}

interface Place {
  readonly label: GroupLabel
  readonly box: Box
  readonly score: number
}

/**
 * Places each group's name in the same row as one of its tiles, beside it where the sea leaves room, else further out
 * with a line back to the group. Names cover neither tiles nor each other. Groups that find room next to their tiles
 * choose first.
 * @returns one label for each group with tiles
 */
export function placeGroupLabels(groups: readonly LabelledGroup[], tiles: readonly TileCell[]): GroupLabel[] {
  const rows = new Map<number, number[]>()
  for (const tile of tiles) {
    const { x } = tileMiddle(tile)
    const row = rows.get(tile.row)
    if (row === undefined) rows.set(tile.row, [x])
    else row.push(x)
  }
  const middles = tiles.map((tile) => tileMiddle(tile).x)
  const edge = { left: Math.min(...middles) - HALF, right: Math.max(...middles) + HALF }
  const wishes = groups.map((group) => placesOf(group, rows, edge)).filter((places) => places.length > 0)
  wishes.sort((a, b) => (a[0]?.score ?? 0) - (b[0]?.score ?? 0))
  const taken: Box[] = []
  return wishes.flatMap((places) => {
    const place = places.find(({ box }) => taken.every((other) => apart(box, other))) ?? places[0]
    if (place === undefined) return []
    taken.push(place.box)
    return [place.label]
  })
}

/** Every place where a group's label covers no tile, best first. */
function placesOf(
  group: LabelledGroup,
  rows: ReadonlyMap<number, number[]>,
  edge: { left: number; right: number },
) {
  const meanRow = group.tiles.reduce((sum, tile) => sum + tile.row, 0) / group.tiles.length
  const lines = twoLines(group.label, LONG_NAME)
  const width = textWidth(lines)
  const height = lines.length * LINE_HEIGHT
  const places: Place[] = []
  for (const tile of group.tiles) {
    const { x, y } = tileMiddle(tile)
    const around = lines.length === 1 ? [tile.row] : [tile.row - 1, tile.row, tile.row + 1]
    const others = around.flatMap((row) => rows.get(row) ?? [])
    for (const side of [1, -1]) {
      // Outward until no tile of the row is in the way, or past them all.
      for (let start = x + side * (HALF + GAP); ; start += side * HALF) {
        const box = {
          left: Math.min(start, start + side * width),
          right: Math.max(start, start + side * width),
          y,
          height,
        }
        const past = side > 0 ? start > edge.right + TILE_WIDTH : start < edge.left - TILE_WIDTH
        if (!past && others.some((other) => other + HALF > box.left && other - HALF < box.right)) continue
        const leader = Math.abs(start - x) - HALF - GAP
        const outside = Math.max(0, edge.left - box.left, box.right - edge.right)
        const score = leader + Math.abs(tile.row - meanRow) * ROW_HEIGHT * 0.6 + outside * 0.7
        const from = leader > HALF ? x : null
        const label = {
          label: group.label,
          lines,
          x: start,
          y,
          anchor: side > 0 ? 'start' : 'end',
          from,
        } as const
        places.push({ label, box, score })
        break
      }
    }
  }
  return places.sort((a, b) => a.score - b.score)
}

function apart(a: Box, b: Box): boolean {
  return a.right + GAP < b.left || b.right + GAP < a.left || Math.abs(a.y - b.y) >= (a.height + b.height) / 2
}

function textWidth(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length)) * CHARACTER_WIDTH
}

/** How far labels reach to the left and right. */
export function labelReach(labels: readonly GroupLabel[]): { left: number; right: number } {
  const width = ({ lines }: GroupLabel) => textWidth(lines)
  return {
    left: Math.min(...labels.map((one) => (one.anchor === 'end' ? one.x - width(one) : one.x))),
    right: Math.max(...labels.map((one) => (one.anchor === 'start' ? one.x + width(one) : one.x))),
  }
}
