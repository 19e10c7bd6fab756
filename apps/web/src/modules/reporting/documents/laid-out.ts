import type { ReportCell } from '../model-report.ts'

/** A piece of a line: words, words that stand out, or a link. */
export type LaidPiece =
  | { readonly kind: 'plain' | 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

export interface LaidPassage {
  readonly kind: 'paragraph' | 'bullets' | 'numbers'
  readonly lines: readonly (readonly LaidPiece[])[]
}

export type Tone = 'note' | 'good' | 'watch' | 'bad'

export interface LaidCell {
  /** As it is read, in every form. */
  readonly text: string
  /** What it is, for the workbook. */
  readonly cell: ReportCell
  readonly align: 'start' | 'end'
  /** Of figures: the decimals that are shown. */
  readonly decimals: number
  readonly tone?: Tone
}
export interface LaidRow {
  readonly role: 'body' | 'group' | 'total'
  readonly cells: readonly LaidCell[]
}

export interface LaidTable {
  readonly kind: 'table'
  /** “Tabell 3”; what stands after it is `caption`. */
  readonly label: string
  readonly number: number
  readonly caption: string
  readonly head: readonly (readonly { readonly text: string; readonly columns: number }[])[]
  readonly headerColumns: number
  readonly aligns: readonly ('start' | 'end')[]
  readonly rows: readonly LaidRow[]
  readonly notes: readonly string[]
  readonly source: string
  /** Shares of the width, which sum to 1. */
  readonly widths: readonly number[]
  /** Needs the long side of the paper; `small` letters besides. */
  readonly room: 'page' | 'wide' | 'small'
}

export type LaidBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly number: string; readonly text: string }
  | { readonly kind: 'words'; readonly passages: readonly LaidPassage[] }
  | {
      readonly kind: 'figure'
      readonly svg: string
      readonly width: number
      readonly height: number
      readonly alt: string
      readonly label: string
      readonly number: number
      readonly caption: string
      readonly source: string
    }
  | LaidTable
  | {
      readonly kind: 'callout'
      readonly tone: Tone
      /** One of many: marked at its edge alone. */
      readonly isQuiet: boolean
      /** A sign and a word that say the tone. */
      readonly mark: string
      readonly heading: string
      readonly passages: readonly LaidPassage[]
    }
  | { readonly kind: 'break' }

/** A report with every word and figure as it is read: each form prints the same. */
export interface LaidReport {
  readonly tag: 'sv-SE' | 'en-GB'
  readonly title: string
  readonly subtitle: string
  readonly region: string
  readonly date: string
  readonly isoDate: string
  readonly rests: readonly string[]
  /** Said on each page of what is made up; `''` of what is real. */
  readonly synthetic: string
  readonly hasContents: boolean
  readonly said: {
    readonly contents: string
    readonly page: string
    readonly of: string
    readonly rests: string
    readonly table: string
    readonly figure: string
    readonly tables: string
    readonly notes: string
    readonly source: string
    /** Stands where a drawing could not be drawn. */
    readonly notDrawn: string
  }
  readonly blocks: readonly LaidBlock[]
}
