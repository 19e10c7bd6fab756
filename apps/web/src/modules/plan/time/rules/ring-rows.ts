import { fieldsOf, type PlanItem } from '../../model-items.ts'
import { comesAfterItself } from '../../rules/after-itself.ts'

/** Of items that change, those that would come after themselves by what changes. */
export function ringRows(
  items: readonly PlanItem[],
  changing: readonly { readonly before: PlanItem; readonly item: PlanItem }[],
): readonly string[] {
  const changed = new Map(changing.map(({ item }) => [item.id, item]))
  const all = items.map((item) => changed.get(item.id) ?? item)
  const isMoved = (each: (typeof changing)[number]) =>
    JSON.stringify(fieldsOf(each.before).after) !== JSON.stringify(fieldsOf(each.item).after)
  return changing
    .filter((each) => isMoved(each) && comesAfterItself(all, each.item.id))
    .map(({ item }) => item.id)
}
