import { compareText, groupKey } from './group-key.ts'
import type { AuditCell, FigureCell } from './types.ts'

export type Direction = 'womenLower' | 'womenHigher' | 'equal'

export type Simpson =
  | {
      readonly ok: true
      readonly overall: Direction
      /** Women's rate less men's, −1 to 1. */
      readonly overallDifference: number
      /** The common difference within groups, Mantel–Haenszel weighted, −1 to 1. */
      readonly adjustedDifference: number
      readonly adjusted: Direction
      readonly within: { readonly womenLower: number; readonly womenHigher: number; readonly equal: number }
      readonly groups: readonly {
        readonly label: string
        readonly difference: number
        readonly decided: number
      }[]
      /** Groups left out: suppressed, or nothing decided for women or for men. */
      readonly leftOut: number
      /** The overall direction is opposite to the adjusted one, or to that of every group. */
      readonly reversal: boolean
      /** Groups point both ways. */
      readonly mixed: boolean
    }
  | {
      readonly ok: false
      readonly reason: 'overall-missing' | 'overall-suppressed' | 'nothing-decided' | 'no-groups'
    }

export interface SimpsonOptions {
  /** Default `sex`. */
  readonly pairDimension?: string
  /** Default `['women', 'men']`; the words of the result follow the first. */
  readonly pair?: readonly [string, string]
}

/**
 * Whether women's and men's rates point one way overall and another within groups (Simpson's paradox).
 *
 * Rate = granted / (granted + refused). The common difference within groups weighs each group's difference
 * by n_w·n_m / (n_w + n_m) (Mantel–Haenszel risk difference). Directions compare exact products of counts,
 * so that equal rates are equal. No claim of evidence: a direction can be chance.
 *
 * @param cells by {sex} and by {sex, dimension}; others are passed over; suppressed groups are left out
 * @returns or a refusal: `overall-missing`, `overall-suppressed`, `nothing-decided` (for women or for men),
 *   `no-groups` (none where both have decisions)
 *
 * Source: Greenland & Robins (1985), Biometrics 41; R `metafor::rma.mh(measure = "RD")`.
 * @example simpson(cells, 'discipline')
 */
export function simpson(
  cells: readonly AuditCell[],
  dimension: string,
  options: SimpsonOptions = {},
): Simpson {
  const sex = options.pairDimension ?? 'sex'
  const [women, men] = options.pair ?? ['women', 'men']
  const lookup = new Map(cells.map((cell) => [groupKey(cell.by), cell]))
  const totals = [women, men].map((label) => lookup.get(groupKey({ [sex]: label })))
  const [first, other] = totals
  if (first === undefined || other === undefined) return { ok: false, reason: 'overall-missing' }
  if (first.suppressed === true || other.suppressed === true)
    return { ok: false, reason: 'overall-suppressed' }
  const overall = compareRates(first, other)
  if (overall === null) return { ok: false, reason: 'nothing-decided' }

  const labels = new Set(
    cells.flatMap(({ by }) => {
      const label = by[dimension]
      return Object.keys(by).length === 2 && by[sex] !== undefined && label !== undefined ? [label] : []
    }),
  )
  const compared = [...labels].sort(compareText).flatMap((label) => {
    const pair = [women, men].map((own) => lookup.get(groupKey({ [sex]: own, [dimension]: label })))
    const [w, m] = pair
    if (w === undefined || m === undefined || w.suppressed === true || m.suppressed === true) return []
    const rates = compareRates(w, m)
    return rates === null ? [] : [{ label, ...rates }]
  })
  if (compared.length === 0) return { ok: false, reason: 'no-groups' }

  const weights = compared.reduce((sum, group) => sum + group.weight, 0)
  const adjustedDifference =
    compared.reduce((sum, group) => sum + group.weight * group.difference, 0) / weights
  const count = (direction: Direction) => compared.filter((g) => g.direction === direction).length
  const within = {
    womenLower: count('womenLower'),
    womenHigher: count('womenHigher'),
    equal: count('equal'),
  }
  const adjusted = directionOf(Math.abs(adjustedDifference) < 1e-12 ? 0 : adjustedDifference)
  const opposite = overall.direction === 'womenLower' ? 'womenHigher' : 'womenLower'
  const reversal =
    overall.direction !== 'equal' && (adjusted === opposite || within[opposite] === compared.length)
  return {
    ok: true,
    overall: overall.direction,
    overallDifference: overall.difference,
    adjustedDifference,
    adjusted,
    within,
    groups: compared.map(({ label, difference, decided }) => ({ label, difference, decided })),
    leftOut: labels.size - compared.length,
    reversal,
    mixed: within.womenLower > 0 && within.womenHigher > 0,
  }
}

function directionOf(sign: number): Direction {
  return sign < 0 ? 'womenLower' : sign > 0 ? 'womenHigher' : 'equal'
}

function compareRates(a: FigureCell, b: FigureCell) {
  const nA = a.counts.granted + a.counts.refused
  const nB = b.counts.granted + b.counts.refused
  if (nA === 0 || nB === 0) return null
  return {
    difference: a.counts.granted / nA - b.counts.granted / nB,
    direction: directionOf(a.counts.granted * nB - b.counts.granted * nA),
    weight: (nA * nB) / (nA + nB),
    decided: nA + nB,
  }
}
