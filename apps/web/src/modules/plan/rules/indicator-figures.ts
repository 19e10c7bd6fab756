import type { FieldsOf, ItemOf } from '../model-items.ts'

type Figure = FieldsOf<'figure'>
export type FigureWhat = NonNullable<Figure['what']>
export type FigureSex = NonNullable<Figure['sex']>
type MissingKind = NonNullable<Figure['missing']>

export const FIGURE_WHATS = ['baseline', 'target', 'actual'] as const satisfies readonly FigureWhat[]
export const FIGURE_SEXES = ['women', 'men', 'other', 'all'] as const satisfies readonly FigureSex[]

/** A figure: known, missing in a way that is known, or not entered at all. */
export type Entered =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'missing'; readonly missing: MissingKind }
  | { readonly kind: 'none' }

/**
 * Whether the figures by sex and the whole hold together: `agrees`; `differs`, with what women, men and others make;
 * `incomplete` where women or men have no figure; `unchecked` where there is nothing to hold them against.
 */
export type Agreement =
  | { readonly kind: 'agrees' | 'incomplete' | 'unchecked' }
  | { readonly kind: 'differs'; readonly bySex: number }

/** The figures of one year of one kind: a baseline, a target, what came of it. */
export interface FigureRow {
  readonly what: FigureWhat
  readonly year: number
  readonly group: string
  readonly bySex: Readonly<Record<FigureSex, Entered>>
  readonly agreement: Agreement
}

const NONE = { kind: 'none' } as const
const COUNTED =
  /^(antal|st|stycken|personer|kvinnor|män|deltagare|ärenden|företag|kr|tkr|mnkr|kronor|number|count|people|persons|participants|cases|firms)\b/iu

/** Whether figures in a unit are counts, so that women and men make up all. */
export function isCounted(unit: string): boolean {
  return COUNTED.test(unit.trim()) && !/%|\bper\b|procent|andel/iu.test(unit)
}

/** An indicator’s own series, row by row: baselines, then targets, then what came of it, by year. */
export function figureRows(unit: string, figures: readonly ItemOf<'figure'>[]): FigureRow[] {
  const rows = new Map<
    string,
    { what: FigureWhat; year: number; group: string; entered: Map<FigureSex, Entered> }
  >()
  for (const { fields } of figures) {
    const { what, year, sex, group } = fields
    if (what === null || year === null) continue
    const key = JSON.stringify([what, year, group])
    const row = rows.get(key) ?? { what, year, group, entered: new Map() }
    rows.set(key, row)
    row.entered.set(sex ?? 'all', enteredOf(fields))
  }
  return [...rows.values()]
    .map(({ entered, ...row }) => {
      const of = (sex: FigureSex) => entered.get(sex) ?? NONE
      const bySex = { women: of('women'), men: of('men'), other: of('other'), all: of('all') }
      return { ...row, bySex, agreement: agreementOf(unit, bySex) }
    })
    .toSorted(
      (a, b) =>
        FIGURE_WHATS.indexOf(a.what) - FIGURE_WHATS.indexOf(b.what) ||
        a.year - b.year ||
        a.group.localeCompare(b.group, 'sv'),
    )
}

function enteredOf({ value, missing }: Figure): Entered {
  if (value !== null) return { kind: 'value', value }
  return missing === null ? NONE : { kind: 'missing', missing }
}

function agreementOf(unit: string, bySex: FigureRow['bySex']): Agreement {
  const { women, men, other, all } = bySex
  if (women.kind !== 'value' || men.kind !== 'value') return { kind: 'incomplete' }
  if (all.kind !== 'value' || !isCounted(unit)) return { kind: 'unchecked' }
  // A figure of others that is known to be missing may be all of the difference.
  if (other.kind === 'missing') return { kind: 'incomplete' }
  const sum = women.value + men.value + (other.kind === 'value' ? other.value : 0)
  const isSame = Math.abs(sum - all.value) < 5e-7
  return isSame ? { kind: 'agrees' } : { kind: 'differs', bySex: Number(sum.toFixed(6)) }
}
