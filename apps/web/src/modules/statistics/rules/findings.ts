import type { Pivot, PivotRow } from './pivot.ts'
import type { View } from './view.ts'

/** What stands out among the rows of a view with a gap. */
export interface GapFinding {
  readonly all: number
  /** Rows where women's figure is below men's. */
  readonly below: number
  /** The three lowest and the three highest, from the outside in. */
  readonly lowest: readonly PivotRow[]
  readonly highest: readonly PivotRow[]
}

const SHOWN = 3
const FEWEST = 4

/**
 * The lowest and highest gaps of a view.
 * @returns `null` where the view shows no gap, or too few rows have one, or all the same, to speak of lowest and highest
 */
export function gapFinding(pivot: Pivot, view: View): GapFinding | null {
  if (view.gap === 'none') return null
  const rows = pivot.rows.filter(({ gap }) => gap !== null).toSorted((a, b) => (a.gap ?? 0) - (b.gap ?? 0))
  if (rows.length < FEWEST || rows[0]?.gap === rows.at(-1)?.gap) return null
  const even = view.gap === 'ratio' ? 100 : view.gap === 'share' ? 50 : 0
  const shown = Math.min(SHOWN, Math.floor(rows.length / 2))
  return {
    all: rows.length,
    below: rows.filter(({ gap }) => (gap ?? 0) < even).length,
    lowest: rows.slice(0, shown),
    highest: rows.slice(-shown).reverse(),
  }
}

/** Whether the gap is larger in one row than in another, where there are two: in points, away from parity. */
export interface GapOfGaps {
  readonly larger: PivotRow
  readonly smaller: PivotRow
  readonly points: number
}

export function gapOfGaps(pivot: Pivot, view: View): GapOfGaps | null {
  if (view.gap !== 'ratio') return null
  const [a, b, ...more] = pivot.rows.filter(({ gap }) => gap !== null)
  if (a === undefined || b === undefined || more.length > 0) return null
  const distance = ({ gap }: PivotRow) => Math.abs(100 - (gap ?? 100))
  const points = Math.abs(distance(a) - distance(b))
  return distance(a) >= distance(b) ? { larger: a, smaller: b, points } : { larger: b, smaller: a, points }
}
