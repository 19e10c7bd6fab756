import { compareText, groupKey } from './group-key.ts'
import type { AuditCell } from './types.ts'

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
      /** Groups left out: nothing decided for women or for men. */
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
 * @param cells by {sex} and by {sex, dimension}; others are passed over; suppressed groups count as one,
 *   the released totals less the released groups
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
  const overall = compareRates(decidedOf(first), decidedOf(other))
  if (overall === null) return { ok: false, reason: 'nothing-decided' }

  const labels = new Set(
    cells.flatMap(({ by }) => {
      const label = by[dimension]
      return Object.keys(by).length === 2 && by[sex] !== undefined && label !== undefined ? [label] : []
    }),
  )
  const pairs = [...labels].sort(compareText).map((label) => {
    const [w, m] = [women, men].map((own) => lookup.get(groupKey({ [sex]: own, [dimension]: label })))
    const released =
      w?.suppressed === true || m?.suppressed === true ? null : { w: decidedOf(w), m: decidedOf(m) }
    return { label, released }
  })
  const shown = pairs.flatMap(({ label, released }) => (released === null ? [] : [{ label, ...released }]))
  if (shown.length === 0) return { ok: false, reason: 'no-groups' }
  const rest = shown.length === pairs.length ? [] : [restOf(decidedOf(first), decidedOf(other), shown)]
  const compared = [...shown, ...rest].flatMap(({ label, w, m }) => {
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
  // Several hidden groups taken as one can be a paradox of their own: of them no reversal is claimed.
  const sure = pairs.length - shown.length <= 1
  const reversal =
    sure && overall.direction !== 'equal' && (adjusted === opposite || within[opposite] === compared.length)
  return {
    ok: true,
    overall: overall.direction,
    overallDifference: overall.difference,
    adjustedDifference,
    adjusted,
    within,
    groups: compared.map(({ label, difference, decided }) => ({ label, difference, decided })),
    leftOut: pairs.length + rest.length - compared.length,
    reversal,
    mixed: within.womenLower > 0 && within.womenHigher > 0,
  }
}

function directionOf(sign: number): Direction {
  return sign < 0 ? 'womenLower' : sign > 0 ? 'womenHigher' : 'equal'
}

/** Grants and decisions, all that a rate needs. */
interface Decided {
  readonly granted: number
  readonly n: number
}

function decidedOf(cell: AuditCell | undefined): Decided {
  if (cell === undefined || cell.suppressed === true) return { granted: 0, n: 0 }
  return { granted: cell.counts.granted, n: cell.counts.granted + cell.counts.refused }
}

/** The hidden groups as one: the released totals less the released groups. */
function restOf(
  first: Decided,
  other: Decided,
  shown: readonly { readonly w: Decided; readonly m: Decided }[],
) {
  const less = (total: Decided, parts: readonly Decided[]): Decided => ({
    granted: parts.reduce((left, part) => left - part.granted, total.granted),
    n: parts.reduce((left, part) => left - part.n, total.n),
  })
  return {
    label: REST,
    w: less(
      first,
      shown.map(({ w }) => w),
    ),
    m: less(
      other,
      shown.map(({ m }) => m),
    ),
  }
}

/** The label of the hidden groups taken together. */
const REST = ''

function compareRates(a: Decided, b: Decided) {
  const { n: nA } = a
  const { n: nB } = b
  if (nA <= 0 || nB <= 0) return null
  return {
    difference: a.granted / nA - b.granted / nB,
    direction: directionOf(a.granted * nB - b.granted * nA),
    weight: (nA * nB) / (nA + nB),
    decided: nA + nB,
  }
}
