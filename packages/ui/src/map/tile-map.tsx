import type { MapArea, MapProps } from './area.ts'
import { type GroupLabel, LINE_HEIGHT } from './group-labels.ts'
import { AreaShape, MapFrame } from './map-frame.tsx'
import { tileLayout } from './tile-layout.ts'
import { type TileCell, tilePath } from './tile-shape.ts'

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
  const { labels, outline, viewBox } = tileLayout(areas, props.groups)
  const selected = areas.find((area) => area.code === props.selected)
  return (
    <MapFrame
      {...props}
      kind={areas.length > MANY_TILES ? 'tiles' : 'few-tiles'}
      viewBox={viewBox}
      linked={areas.some((area) => area.href !== undefined)}
    >
      {areas.map((area) => (
        <AreaShape key={area.code} map={props} area={area} d={tilePath(area)} />
      ))}
      <path class="group-line" d={outline} />
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
