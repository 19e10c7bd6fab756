import type { ItemOf } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'

/** Something that was decided to be done, and the meeting that it is from. */
export interface Action {
  readonly task: ItemOf<'task'>
  readonly meeting: ItemOf<'meeting'> | null
  readonly isOverdue: boolean
}

export interface Meetings {
  /** The next first; those without a day last. */
  readonly upcoming: readonly ItemOf<'meeting'>[]
  /** The latest first. */
  readonly past: readonly ItemOf<'meeting'>[]
}

/** What is not done: overdue first, then by day; what has no day comes last. */
export function openActions(tree: PlanTree, today: string): Action[] {
  return tree
    .all('task')
    .filter(({ fields }) => !fields.done)
    .map((task) => ({
      task,
      meeting: tree.of('meeting', task.parent ?? ''),
      isOverdue: task.fields.due !== null && task.fields.due < today,
    }))
    .toSorted((a, b) => dayOrLast(a.task.fields.due).localeCompare(dayOrLast(b.task.fields.due)))
}

/** Meetings that are to come, today among them, and those that have been. */
export function meetingsOf(tree: PlanTree, today: string): Meetings {
  const all = tree
    .all('meeting')
    .toSorted((a, b) => dayOrLast(a.fields.on).localeCompare(dayOrLast(b.fields.on)))
  const isPast = ({ fields }: ItemOf<'meeting'>) => fields.on !== null && fields.on < today
  return { upcoming: all.filter((meeting) => !isPast(meeting)), past: all.filter(isPast).toReversed() }
}

function dayOrLast(day: string | null): string {
  return day ?? '9999-12-31'
}
