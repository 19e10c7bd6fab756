import { COUNTIES, PLACE_TILES } from '@jamvikt/domain'
import { BoundaryMap, type BoundaryPaths, TileMap } from '@jamvikt/ui'
import type { MapBoundaries } from '../map-boundaries.ts'
import type { Concepts } from '../rules/concepts.ts'
import { mapsOf, type PlaceMap } from './place-maps.ts'
import type { ViewDrawing } from './view-chart.tsx'

/** A map as it is drawn: of tiles, or of true boundaries where there are any and they are asked for. */
export function DrawnMap(props: Omit<ViewDrawing, 'pivot'> & { map: PlaceMap; alone: boolean }) {
  const { map, view, concepts, boundaries } = props
  const unit = concepts.place?.level === 'county' ? 'county' : 'municipality'
  const { label, places, ...look } = map
  const shared = { ...look, title: label, description: props.title, alone: props.alone }
  return boundaries !== undefined && view.borders ? (
    <BoundaryMap {...shared} areas={places} boundaries={boundaries} />
  ) : (
    <TileMap
      {...shared}
      groups={unit === 'county' ? [] : COUNTIES.map(({ code, name }) => ({ code, label: name }))}
      areas={places.flatMap((area) => {
        const tile = PLACE_TILES[unit].get(area.code)
        return tile === undefined ? [] : [{ ...area, ...tile, group: area.code.slice(0, 2) }]
      })}
    />
  )
}

/** The true boundaries of the places that a table is of, where there are any. */
export function boundariesFor(props: {
  readonly boundaries: MapBoundaries | undefined
  readonly concepts: Concepts
}): BoundaryPaths | undefined {
  return props.boundaries?.[props.concepts.place?.level === 'county' ? 'county' : 'municipality']
}

/** A view on maps. */
export function ViewMap(props: ViewDrawing) {
  const { locale, view, title, boundaries } = props
  const maps = mapsOf(props)
  if (maps.length === 0) return <p class="note">{locale.text('stat.map.nothing')}</p>
  return (
    <section class="card">
      <h2>{title}</h2>
      <div class={maps.length > 1 ? 'grid-even' : ''}>
        {maps.map((map) => (
          <section key={map.id}>
            {maps.length > 1 ? <h3>{map.label}</h3> : null}
            <DrawnMap {...props} map={{ ...map, id: `${props.mark ?? ''}${map.id}` }} alone={false} />
          </section>
        ))}
      </div>
      {boundaries !== undefined && view.borders ? null : <p class="note">{locale.text('stat.map.tiles')}</p>}
    </section>
  )
}
