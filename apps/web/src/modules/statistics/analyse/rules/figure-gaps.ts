import type { TimeSentence } from '@jamvikt/equity'
import type { StatTable } from '@jamvikt/tables'
import type { Concepts } from '../../rules/concepts.ts'
import { type Pivot, type PivotRow, pivotOf } from '../../rules/pivot.ts'
import { pointsOf, seriesSentences } from '../../rules/series.ts'
import { queryOf, viewOf } from '../../rules/view.ts'
import type { FigureChoice } from './choice.ts'

export interface FigureGapRow {
  readonly row: PivotRow
  readonly women: number | null
  readonly men: number | null
  /** Women less men, in the figures' unit. */
  readonly difference: number | null
  /** Women in per cent of men. */
  readonly ratio: number | null
  /** The difference less that of the base row; `null` for the base. */
  readonly besideDifference: number | null
  /** The ratio less that of the base row, in points; `null` for the base. */
  readonly besideRatio: number | null
}

export interface FigureGaps {
  readonly pivot: Pivot
  readonly base: PivotRow | null
  readonly rows: readonly FigureGapRow[]
  /** How the gap moves over the years and when it would close, of the category that `seriesOf` names. */
  readonly series: readonly TimeSentence[]
  readonly seriesOf: PivotRow | null
}

/**
 * Gaps of figures that cannot be summed, such as means and shares: difference, ratio and gap of gaps by category, and
 * how the base's gap moves over the years. They have no intervals: what the figures were made of is not known.
 */
export function figureGaps(
  table: StatTable,
  { view, base: baseCode }: FigureChoice,
  concepts: Concepts,
  language: string,
): FigureGaps {
  const codes = concepts.sex?.codes
  const laid = (gap: 'ratio' | 'difference') => pivotOf(table, { ...view, gap }, concepts, language)
  const [byRatio, byDifference] = [laid('ratio'), laid('difference')]
  const column = (code: string | undefined) => byRatio.columns.findIndex((each) => each.code === code)
  const [w, m] = [column(codes?.women), column(codes?.men)]
  const differences = new Map(byDifference.rows.map(({ code, gap }) => [code, gap]))
  const hasGap = byRatio.rows.filter(({ code }) => differences.get(code) != null)
  const base = hasGap.find(({ code }) => code === baseCode) ?? hasGap[0] ?? null
  const baseDifference = base === null ? null : (differences.get(base.code) ?? null)
  const rows = byRatio.rows.map((row): FigureGapRow => {
    const difference = differences.get(row.code) ?? null
    const isBase = row.code === base?.code
    return {
      row,
      women: row.figures[w]?.value ?? null,
      men: row.figures[m]?.value ?? null,
      difference,
      ratio: row.gap,
      besideDifference: isBase ? null : lessOf(difference, baseDifference),
      besideRatio: isBase ? null : lessOf(row.gap, base?.gap ?? null),
    }
  })
  return { pivot: byRatio, base, rows, ...seriesFor(table, view, base, concepts, language) }
}

function lessOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b
}

function seriesFor(
  table: StatTable,
  view: FigureChoice['view'],
  base: PivotRow | null,
  concepts: Concepts,
  language: string,
): Pick<FigureGaps, 'series' | 'seriesOf'> {
  if (concepts.time === null) return { series: [], seriesOf: null }
  const asked = queryOf(view)
  asked.set('rows', concepts.time)
  if (base !== null && view.rows !== concepts.time) asked.set(`in.${view.rows}`, base.code)
  const overTime = viewOf((name) => asked.get(name) ?? undefined, table, concepts)
  const pivot = pivotOf(table, overTime, concepts, language)
  const series = seriesSentences(pointsOf(pivot, overTime.gap), overTime.gap, pivot.unit)
  return { series, seriesOf: series.length === 0 || view.rows === concepts.time ? null : base }
}
