import { type ColourScale, shadeClass } from './shade.ts'

/** How an area without a figure is filled; which kind of missing each stands for is said in the legend. */
export type MissingMark = 'hatch' | 'dots' | 'blank'

/** What a map shows of one place. All texts are ready to be read. */
export interface MapArea {
  readonly code: string
  readonly name: string
  /** The class by its place from 0; null where there is no figure. */
  readonly place: number | null
  /** The fill where `place` is null; `hatch` where nothing is said. */
  readonly missing?: MissingMark
  /** The figure in words, or why there is none. */
  readonly text: string
  /** Makes the area a link. */
  readonly href?: string
}

export interface LegendEntry {
  readonly label: string
  /** A class by its place, or a mark of what is missing. */
  readonly shade: number | MissingMark
}

/** What maps of tiles and of boundaries have in common. */
export interface MapProps {
  /** Begins the ids within the picture; must be the only one of its kind on the page. */
  readonly id: string
  readonly title: string
  /** What the picture shows, for those who do not see it: the finding, not the drawing. */
  readonly description: string
  readonly scale: ColourScale
  /** How many classes there are, 1–7. */
  readonly classes: number
  readonly legend: readonly LegendEntry[]
  /** The code of the area that stands out. */
  readonly selected?: string
  /** Drawn without its legend: for a picture that has one of its own. */
  readonly alone?: boolean
  /** A link past the areas for those who use the keyboard, where areas are links. */
  readonly skip?: { readonly href: string; readonly text: string }
}

/** Class and fill of a path or swatch. A fill by pattern is an attribute, since its id belongs to the picture. */
export function paint(
  props: Pick<MapProps, 'id' | 'scale' | 'classes'>,
  shade: number | MissingMark,
): { class: string; fill?: string } {
  if (typeof shade === 'number') return { class: `area ${shadeClass(shade, props.classes, props.scale)}` }
  return shade === 'blank'
    ? { class: 'area area-blank' }
    : { class: 'area', fill: `url(#${props.id}-${shade})` }
}
