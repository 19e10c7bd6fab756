import type { ItemOf } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'

/** Who is responsible for an activity: the people of its responsible roles, each once. */
export function responsibleFor(tree: PlanTree, activity: ItemOf<'activity'>): readonly string[] {
  return [
    ...new Set(activity.fields.responsible.flatMap((role) => tree.of('role', role)?.fields.member ?? [])),
  ]
}
