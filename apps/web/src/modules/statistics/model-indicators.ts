import type { Area } from './model-datasets.ts'

export const DIRECTIONS = ['up', 'down', 'parity'] as const
type Direction = (typeof DIRECTIONS)[number]

/** A measure over time, taken from a dataset by a view whose rows are periods. */
export interface Indicator {
  readonly id: string
  readonly datasetId: string
  readonly name: string
  /** The address of the view: what is measured. */
  readonly view: string
  readonly area: Area
  /** What is aimed at: more, less, or as much for women as for men. */
  readonly direction: Direction
  /** The unit or person who answers for it. */
  readonly owner: string
  readonly target: { readonly value: number; readonly year: number } | null
  /** Who worded it last: that person does not decide whether everybody sees it. */
  readonly changedBy: string
  /** Who has asked for it to be shown to everybody; `null` where nobody has. */
  readonly askedBy: string | null
  /** Since when everybody sees it, where its dataset is open; `null` where they do not. */
  readonly openedAt: Date | null
}

/** What somebody has said of a figure, bound to the version and the view that they saw. */
export interface FigureComment {
  readonly id: string
  readonly datasetId: string
  readonly version: number
  readonly view: string
  readonly body: string
  readonly state: 'draft' | 'reviewed' | 'withdrawn'
  readonly createdAt: Date
  readonly createdBy: string
  readonly authorName: string
}
