import type { PlanDocument } from '../../model.ts'
import { compare, differingFacts, seenItems } from '../../rules/compare.ts'
import type { Since } from '../model-open.ts'

/** How much differs between two open documents, in counts alone. */
export function countsBetween(
  before: PlanDocument,
  after: PlanDocument,
): Pick<Since, 'added' | 'removed' | 'changed' | 'amounts'> {
  const difference = compare(before, after)
  const items = seenItems(difference)
  const added = items.filter((each) => each.before === null).length
  const removed = items.filter((each) => each.after === null).length
  return {
    added,
    removed,
    changed: items.length - added - removed + differingFacts(difference).length,
    amounts: difference.cells.length,
  }
}
