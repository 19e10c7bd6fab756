import type { Language } from '@jamvikt/i18n'

type Cell =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly value: number }

/** A document of headings, words and tables, as the room of reports writes it. */
export interface WordReport {
  readonly facts: {
    readonly title: string
    readonly subtitle: string
    readonly region: string
    readonly language: Language
    /** `YYYY-MM-DD` */
    readonly date: string
    readonly rests: readonly { readonly name: string; readonly version: string; readonly date: null }[]
    readonly synthetic: boolean
  }
  readonly blocks: readonly (
    | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
    | { readonly kind: 'words'; readonly text: string }
    | {
        readonly kind: 'table'
        readonly table: {
          readonly caption: string
          readonly head: readonly (readonly { readonly text: string }[])[]
          readonly rows: readonly { readonly cells: readonly Cell[] }[]
        }
      }
  )[]
}
