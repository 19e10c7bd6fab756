import type { ComponentChildren } from 'preact'
import { type MapArea, type MapProps, paint } from './area.ts'

interface FrameProps extends MapProps {
  readonly viewBox: string
  readonly kind: 'tiles' | 'few-tiles' | 'boundaries'
  /** Whether areas are links: then the picture is a group of them and no single image. */
  readonly linked: boolean
  readonly children: ComponentChildren
}

/** The picture's frame: name and description, the patterns of what is missing, and the legend as a list. */
export function MapFrame(props: FrameProps) {
  const { id } = props
  const picture = (
    <svg
      class={`map-picture map-${props.kind}`}
      viewBox={props.viewBox}
      role={props.linked ? 'group' : 'img'}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{props.title}</title>
      <desc id={`${id}-desc`}>{props.description}</desc>
      <defs>
        <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse">
          <path class="pattern-ground" d="M0 0h5v5h-5z" />
          <path class="pattern-line" d="M-1 1l2-2M0 5l5-5M4 6l2-2" />
        </pattern>
        <pattern id={`${id}-dots`} width="5" height="5" patternUnits="userSpaceOnUse">
          <path class="pattern-ground" d="M0 0h5v5h-5z" />
          <circle class="pattern-dot" cx="2.5" cy="2.5" r="0.9" />
        </pattern>
      </defs>
      {props.children}
    </svg>
  )
  if (props.alone) return picture
  return (
    <figure class="map">
      {props.linked && props.skip ? (
        <a class="map-skip" href={props.skip.href}>
          {props.skip.text}
        </a>
      ) : null}
      {picture}
      <figcaption>
        <ul class="map-legend">
          {props.legend.map(({ label, shade }) => (
            <li key={label}>
              <svg class="swatch" viewBox="0 0 18 14" aria-hidden="true" focusable="false">
                <path {...paint(props, shade)} d="M1 1h16v12h-16z" />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

/** One area: its path with its name and figure, a link where it leads somewhere. */
export function AreaShape(props: { map: MapProps; area: MapArea; d: string }) {
  const { map, area } = props
  const words = <title>{`${area.name}: ${area.text}`}</title>
  const look = paint(map, area.place ?? area.missing ?? 'hatch')
  if (area.href === undefined)
    return (
      <path {...look} d={props.d}>
        {words}
      </path>
    )
  return (
    <a href={area.href} aria-current={area.code === map.selected ? 'true' : undefined}>
      {words}
      <path {...look} d={props.d} />
    </a>
  )
}
