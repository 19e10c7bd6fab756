import { faultOf, groupOf, ruleFor } from './rule.ts'
import type { By, TrueCell } from './types.ts'

const LEAST_CONTRIBUTORS = 10

export interface MedianQuestion {
  readonly group: TrueCell
  /** For each dimension of the group: the parent without it, and the parent's other groups. */
  readonly families: readonly { readonly parent: TrueCell; readonly siblings: readonly TrueCell[] }[]
  /** The amount that the median is of. */
  readonly amount: string
  /** Whether a group's own figures are shown. */
  readonly isReleased: (by: By) => boolean
  readonly threshold?: number
  readonly pPercent?: number
}

/**
 * Whether a group's median may be shown (rounded by `roundSignificant`).
 *
 * It may when the group is shown and has at least 10 recipients, and for each of its dimensions the parent is
 * shown and what is left of the parent is empty or passes the rule with at least 10 recipients that are not
 * in the group. Their number is taken as the parent's less the group's: a recipient in both is not
 * counted, so it is never overestimated. Unknown recipients: no.
 *
 * @example medianMayBeShown({ group, families: [{ parent, siblings }], amount: 'granted', isReleased })
 */
export function medianMayBeShown(question: MedianQuestion): boolean {
  const { group, families, amount, isReleased } = question
  const { threshold = 5, pPercent = 10 } = question
  const own = group.amounts[amount]?.contributors ?? 0
  if (own < LEAST_CONTRIBUTORS || !isReleased(group.by)) return false
  if (families.length < Object.keys(group.by).length) return false
  return families.every(({ parent, siblings }) => {
    if (!isReleased(parent.by)) return false
    const rule = ruleFor([parent], threshold, pPercent)
    const rest = groupOf(siblings, rule)
    if (rest.counts.every((count) => count === 0)) return true
    const others = (parent.amounts[amount]?.contributors ?? 0) - own
    return faultOf(rest, rule) === null && others >= LEAST_CONTRIBUTORS
  })
}
