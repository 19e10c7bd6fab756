import type { ItemOf } from '../model-items.ts'
import { numberTyped } from './form-fields.ts'
import { FIGURE_SEXES, FIGURE_WHATS, type FigureSex } from './indicator-figures.ts'

/** A line of the form of figures, as it is typed. */
export interface TypedLine {
  readonly what: string
  readonly year: string
  readonly group: string
  readonly bySex: Readonly<Record<FigureSex, { readonly value: string; readonly missing: string }>>
}

export interface LineFault {
  /** The line, from 0, and the field that is faulty. */
  readonly line: number
  readonly reason: 'what' | 'year' | 'number' | 'both' | 'twice'
  readonly sex: FigureSex | null
}

const NOTHING = { value: '', missing: '' } as const
export const EMPTY_LINE: TypedLine = {
  what: '',
  year: '',
  group: '',
  bySex: { women: NOTHING, men: NOTHING, other: NOTHING, all: NOTHING },
}

/** What figures look like in the form: a line for each kind, year and group. */
export function linesOf(figures: readonly ItemOf<'figure'>[]): TypedLine[] {
  const lines = new Map<string, TypedLine>()
  for (const { fields } of figures) {
    const key = JSON.stringify([fields.what, fields.year, fields.group])
    const line = lines.get(key) ?? {
      ...EMPTY_LINE,
      what: fields.what ?? '',
      year: fields.year === null ? '' : String(fields.year),
      group: fields.group,
    }
    const entered = {
      value: fields.value === null ? '' : String(fields.value).replace('.', ','),
      missing: fields.missing ?? '',
    }
    lines.set(key, { ...line, bySex: { ...line.bySex, [fields.sex ?? 'all']: entered } })
  }
  return [...lines.values()]
}

function isEmpty({ bySex }: TypedLine): boolean {
  return FIGURE_SEXES.every((sex) => bySex[sex].value.trim() === '' && bySex[sex].missing === '')
}

/** The figures that the lines say; a line without any figure says nothing. Every fault is told. */
export function figuresTyped(
  lines: readonly TypedLine[],
):
  | { readonly ok: true; readonly figures: readonly Readonly<Record<string, unknown>>[] }
  | { readonly ok: false; readonly faults: readonly LineFault[] } {
  const faults: LineFault[] = []
  const figures: Record<string, unknown>[] = []
  const known = new Set<string>()
  for (const [line, typed] of lines.entries()) {
    if (isEmpty(typed)) continue
    const what = FIGURE_WHATS.find((each) => each === typed.what)
    if (what === undefined) faults.push({ line, reason: 'what', sex: null })
    const year = /^(19[9]\d|20\d\d|2100)$/.test(typed.year.trim()) ? Number(typed.year) : null
    if (year === null) faults.push({ line, reason: 'year', sex: null })
    const group = typed.group.trim()
    const key = JSON.stringify([what, year, group])
    if (known.has(key)) faults.push({ line, reason: 'twice', sex: null })
    known.add(key)
    for (const sex of FIGURE_SEXES) {
      const { value: text, missing } = typed.bySex[sex]
      const value = numberTyped(text)
      if (value === null && missing === '') continue
      if (typeof value === 'string') faults.push({ line, reason: 'number', sex })
      else if (value !== null && missing !== '') faults.push({ line, reason: 'both', sex })
      figures.push({ what, year, sex, group, value, missing: missing === '' ? null : missing })
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, figures }
}
