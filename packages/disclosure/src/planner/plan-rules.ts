import { DEFAULT_RULES, type SuppressionRules } from '../suppress/options.ts'
import type { PlanRules } from './types.ts'

/** The rules of a plan as those of a suppression: of counts alone, nobody known to be alone, the sexes apart. */
export function suppressionRules(rules: PlanRules, mustPublish: readonly number[] = []): SuppressionRules {
  return { ...DEFAULT_RULES, ...rules, mustPublish }
}
