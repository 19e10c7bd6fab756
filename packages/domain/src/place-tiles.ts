import { COUNTY_TILE_ROWS, MUNICIPALITY_TILE_ROWS } from './place-tiles.data.ts'
import type { PlaceKind } from './places.ts'

/**
 * A cell of a grid of hexagons that stand on a corner. `column` counts from the west, `row` from the north, both from
 * 0; every odd row lies half a tile further east (“odd-r”).
 */
export interface PlaceTile {
  readonly column: number
  readonly row: number
}

function readRows(rows: readonly string[]): ReadonlyMap<string, PlaceTile> {
  const tiles = rows.flatMap((line, row) =>
    line
      .trim()
      .split(' ')
      .map((code, column) => [code, { column, row }] as const)
      .filter(([code]) => !code.startsWith('.')),
  )
  return new Map(tiles)
}

/**
 * Where each county (21) or municipality (290) stands on the map of tiles, by code. Every place has one tile and no
 * two places share one. A county's municipalities hang together, except Kalmar, whose Öland is an island; Gotland is
 * one too. Made for Jämvikt from the boundaries of Statistics Sweden (SCB), CC0.
 * @example PLACE_TILES.municipality.get('0980') // Gotland: { column, row }
 */
export const PLACE_TILES: Readonly<Record<PlaceKind, ReadonlyMap<string, PlaceTile>>> = {
  county: readRows(COUNTY_TILE_ROWS),
  municipality: readRows(MUNICIPALITY_TILE_ROWS),
}

/**
 * The six cells around a cell, clockwise from the east. Cells may lie outside the map (negative numbers).
 * @example tileNeighbours({ column: 1, row: 0 })[0] // { column: 2, row: 0 }
 */
export function tileNeighbours({ column, row }: PlaceTile): readonly PlaceTile[] {
  const west = row % 2 === 0 ? column - 1 : column
  return [
    { column: column + 1, row },
    { column: west + 1, row: row + 1 },
    { column: west, row: row + 1 },
    { column: column - 1, row },
    { column: west, row: row - 1 },
    { column: west + 1, row: row - 1 },
  ]
}
