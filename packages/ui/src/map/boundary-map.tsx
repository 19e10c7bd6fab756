import type { MapArea, MapProps } from './area.ts'
import type { BoundaryPaths } from './boundary-paths.ts'
import { AreaShape, MapFrame } from './map-frame.tsx'

export interface BoundaryMapProps extends MapProps {
  readonly areas: readonly MapArea[]
  /** Drawn once from the operator's file and kept; an area without a path is not drawn. */
  readonly boundaries: BoundaryPaths
}

/**
 * A map by true boundaries. Large and empty municipalities take most of it, so `TileMap` is the first choice; this one
 * is for those who look for the coast and the neighbours.
 */
export function BoundaryMap(props: BoundaryMapProps) {
  const { width, height, paths } = props.boundaries
  const selected = paths.get(props.selected ?? '')
  return (
    <MapFrame
      {...props}
      kind="boundaries"
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      linked={props.areas.some((area) => area.href !== undefined)}
    >
      {props.areas.map((area) => {
        const path = paths.get(area.code)
        return path === undefined ? null : <AreaShape key={area.code} map={props} area={area} d={path} />
      })}
      {selected === undefined ? null : <path class="area-selected" d={selected} />}
    </MapFrame>
  )
}
