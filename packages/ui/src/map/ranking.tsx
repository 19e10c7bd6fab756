import { type ColourScale, shadeClass } from './shade.ts'

export interface RankedPlace {
  readonly name: string
  /** The figure, ready to be read. */
  readonly text: string
  /** The class by its place from 0, for the swatch beside the name; none where it is null. */
  readonly place: number | null
  readonly href?: string
}

export interface RankingProps {
  readonly title: string
  readonly scale: ColourScale
  readonly classes: number
  /** In the order in which they are shown. */
  readonly places: readonly RankedPlace[]
  /** The rank of the first place, 1 where nothing is said. */
  readonly start?: number
}

/** The places with the highest or lowest figures beside a map, as a numbered list in the caller's order. */
export function Ranking(props: RankingProps) {
  return (
    <section class="ranking">
      <h2>{props.title}</h2>
      <ol start={props.start ?? 1}>
        {props.places.map(({ name, text, place, href }) => (
          <li key={name}>
            <svg class="swatch" viewBox="0 0 18 14" aria-hidden="true" focusable="false">
              {place === null ? null : (
                <path class={`area ${shadeClass(place, props.classes, props.scale)}`} d="M1 1h16v12h-16z" />
              )}
            </svg>
            {href === undefined ? <span>{name}</span> : <a href={href}>{name}</a>}
            <span class="ranking-figure">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
