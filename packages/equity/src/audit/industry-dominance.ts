import { groupKey } from './group-key.ts'
import { distinctSorted } from './subsets.ts'
import type { AuditCell, BaseCell, By } from './types.ts'

export type Dominance = 'women' | 'men' | 'neither' | 'unknown'

export interface DominanceOptions {
  /** Default `sex`. */
  readonly pairDimension?: string
  /** Default `['women', 'men']`; `dominance` names the first `women`, the second `men`. */
  readonly pair?: readonly [string, string]
  /** Default `industry`. */
  readonly splitDimension?: string
  /** Share from which a group dominates. Default 0.6. */
  readonly threshold?: number
}

export interface IndustryDominance {
  readonly label: string
  /** 0–1 of women and men; `null` when hidden or when there is neither. */
  readonly shareOfWomen: number | null
  readonly dominance: Dominance
}

/**
 * Which industries women or men dominate: a share of at least 60 % of the base, or of the applications.
 *
 * @param cells base entries or audit cells by {sex, industry}; others are passed over. Of audit cells the
 *   applications are counted; where either sex is suppressed or not listed, or both are 0, the industry is `unknown`
 * @returns one entry an industry, in code-point order
 * @example industryDominance([{ by: { sex: 'women', industry: 'G' }, count: 30 }])
 */
export function industryDominance(
  cells: readonly (AuditCell | BaseCell)[],
  options: DominanceOptions = {},
): IndustryDominance[] {
  const sex = options.pairDimension ?? 'sex'
  const split = options.splitDimension ?? 'industry'
  const [women, men] = options.pair ?? ['women', 'men']
  const threshold = options.threshold ?? 0.6
  const counts = new Map(cells.map((cell) => [groupKey(cell.by), countOf(cell)]))
  const fits = (by: By) => Object.keys(by).length === 2 && by[sex] !== undefined
  const labels = distinctSorted(cells.flatMap(({ by }) => (fits(by) ? [by[split] ?? []].flat() : [])))
  return labels.map((label) => {
    const of = (own: string) => counts.get(groupKey({ [sex]: own, [split]: label }))
    const w = of(women) ?? null
    const m = of(men) ?? null
    if (w === null || m === null || w + m === 0) return { label, shareOfWomen: null, dominance: 'unknown' }
    const shareOfWomen = w / (w + m)
    const dominance = shareOfWomen >= threshold ? 'women' : m / (w + m) >= threshold ? 'men' : 'neither'
    return { label, shareOfWomen, dominance }
  })
}

function countOf(cell: AuditCell | BaseCell): number | null {
  if ('count' in cell) return cell.count
  return cell.suppressed === true ? null : cell.counts.applied
}
