import type { MapArea, MapProps } from './area.ts'
import { type GroupLabel, LINE_HEIGHT, labelReach, placeGroupLabels } from './group-labels.ts'
import { AreaShape, MapFrame } from './map-frame.tsx'
import { groupOutline, ROW_HEIGHT, TILE_WIDTH, type TileCell, tileMiddle, tilePath } from './tile-shape.ts'

export interface TileArea extends MapArea, TileCell {
  /** The code of the group (county) that the tile belongs to; lines are drawn between groups. */
  readonly group: string
}

export interface TileMapProps extends MapProps {
  readonly areas: readonly TileArea[]
  /** Names that are written beside the groups' tiles; groups left out have no name. */
  readonly groups: readonly { readonly code: string; readonly label: string }[]
}

/** Fewer tiles are drawn in a smaller picture. */
const MANY_TILES = 60

/**
 * A map in which every place is a hexagon of the same size, so that small municipalities are seen as well as large
 * ones. Colour stands for the class, pattern for what is missing, lines for counties. The caller shows the figures as
 * a table or `Ranking` beside it.
 * @example
 * <TileMap id="m" title="…" description="…" scale="sequential" classes={5} legend={[]} groups={[]}
 *   areas={[{ code: '0980', name: 'Gotland', column: 16, row: 24, group: '09', place: 3, text: '81 %' }]} />
 */
export function TileMap(props: TileMapProps) {
  const { areas } = props
  const tilesOf = Map.groupBy(areas, (area) => area.group)
  const groups = props.groups.map(({ code, label }) => ({ label, tiles: tilesOf.get(code) ?? [] }))
  const labels = placeGroupLabels(groups, areas)
  const selected = areas.find((area) => area.code === props.selected)
  return (
    <MapFrame
      {...props}
      kind={areas.length > MANY_TILES ? 'tiles' : 'few-tiles'}
      viewBox={viewBoxOf(areas, labels)}
      linked={areas.some((area) => area.href !== undefined)}
    >
      {areas.map((area) => (
        <AreaShape key={area.code} map={props} area={area} d={tilePath(area)} />
      ))}
      <path class="group-line" d={groupOutline(areas, (area) => area.group)} />
      {selected ? <path class="area-selected" d={tilePath(selected)} /> : null}
      <g>
        {labels.map((label) => (
          <Label key={label.label} {...label} />
        ))}
      </g>
    </MapFrame>
  )
}

function Label({ lines, x, y, anchor, from }: GroupLabel) {
  const gap = anchor === 'start' ? -2 : 2
  return (
    <>
      {from === null ? null : (
        <>
          <path class="leader-ground" d={`M${from} ${y}H${x + gap}`} />
          <path class="leader" d={`M${from} ${y}H${x + gap}`} />
          <circle class="leader-end" cx={from} cy={y} r="2" />
        </>
      )}
      {lines.map((line, at) => (
        <text
          key={line}
          class="group-label"
          x={x}
          y={y + 5 + (at - (lines.length - 1) / 2) * LINE_HEIGHT}
          text-anchor={anchor}
        >
          {line}
        </text>
      ))}
    </>
  )
}

function viewBoxOf(areas: readonly TileArea[], labels: readonly GroupLabel[]): string {
  if (areas.length === 0) return `0 0 ${TILE_WIDTH} ${ROW_HEIGHT}`
  const middles = areas.map(tileMiddle)
  const reach = labelReach(labels)
  const left = Math.floor(Math.min(reach.left, ...middles.map(({ x }) => x - 10)))
  const right = Math.ceil(Math.max(reach.right, ...middles.map(({ x }) => x + 10)))
  const top = Math.min(...middles.map(({ y }) => y)) - 13
  const bottom = Math.max(...middles.map(({ y }) => y)) + 13
  return `${left} ${top} ${right - left} ${bottom - top}`
}
