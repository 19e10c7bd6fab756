import type { ItemOf } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'

/** From this on, likelihood times consequence is high. */
export const HIGH = 15
const MIDDLE = 8

export interface RatedRisk {
  readonly risk: ItemOf<'risk'>
  /** Likelihood times consequence, 1–25; `null` where either is not said. */
  readonly score: number | null
  readonly level: 'high' | 'middle' | 'low' | 'unrated'
}

/** The plan’s risks, the highest first; those that are not rated come last, not lowest. */
export function ratedRisks(tree: PlanTree): RatedRisk[] {
  return tree
    .all('risk')
    .map((risk): RatedRisk => {
      const { likelihood, consequence } = risk.fields
      if (likelihood === null || consequence === null) return { risk, score: null, level: 'unrated' }
      const score = likelihood * consequence
      return { risk, score, level: score >= HIGH ? 'high' : score >= MIDDLE ? 'middle' : 'low' }
    })
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
}
