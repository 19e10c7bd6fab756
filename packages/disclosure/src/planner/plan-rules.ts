import type { SuppressionRules } from '../suppress/options.ts'
import type { PlanRules } from './types.ts'

/** The rules of a plan as those of a suppression: of counts alone, nobody known to be alone, the sexes apart. */
export function suppressionRules(rules: PlanRules, mustPublish: readonly number[] = []): SuppressionRules {
  return {
    ...rules,
    singletons: false,
    traits: [],
    dominance: { pPercent: null, nk: null, fewestContributors: 0 },
    symmetry: null,
    mustPublish,
  }
}
