import type { PlanDocument } from '../../model.ts'
import { PlanTree } from '../../rules/tree.ts'
import type { Ledger } from '../model-money.ts'

/** What has been booked on each activity with its parts, by id; parts have their own besides. */
export function usedByActivity(document: PlanDocument, ledger: Ledger): ReadonlyMap<string, bigint> {
  const tree = new PlanTree(document)
  const used = new Map<string, bigint>()
  for (const { kind, activity, amountOre } of ledger.sums)
    if (kind === 'outcome' && activity !== null) used.set(activity, (used.get(activity) ?? 0n) + amountOre)
  // Parts stand after what they are parts of.
  for (const { id, parent } of tree.all('activity').toReversed())
    if (tree.of('activity', parent ?? '') !== null)
      used.set(parent ?? '', (used.get(parent ?? '') ?? 0n) + (used.get(id) ?? 0n))
  return used
}
