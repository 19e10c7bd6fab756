import type { Locale } from '@jamvikt/i18n'
import type { Budget } from '../../rules/budgets.ts'
import type { PlanTree } from '../../rules/tree.ts'
import type { Layout } from '../rules/grid.ts'
import { memberName } from './names.ts'

/** The address’s part that says what a layout shows. */
export function queryOf({ chosen, priority }: Layout, other: Readonly<Record<string, string>> = {}): string {
  const asked = new URLSearchParams([
    ...(priority === null ? [] : [['priority', priority]]),
    ...chosen.flatMap(({ dimension, member }) => (member === null ? [] : [[dimension, member]])),
  ])
  for (const [name, value] of Object.entries(other)) {
    if (value === '') asked.delete(name)
    else asked.set(name, value)
  }
  const text = asked.toString()
  return text === '' ? '' : `?${text}`
}

/** Links to the other parts of a budget that is too large for one page, or knows more than a page has sides. */
export function LayoutChoice(props: {
  locale: Locale
  tree: PlanTree
  budget: Budget
  layout: Layout
  here: string
  use: 'enter' | 'show'
}) {
  const { locale, tree, budget, layout, here, use } = props
  const rows = [
    ...(layout.priority === null
      ? []
      : [{ name: 'priority' as const, now: layout.priority, members: layout.priorities, all: false }]),
    ...layout.chosen.map(({ dimension, member }) => ({
      name: dimension,
      now: member,
      members: use === 'enter' ? budget.places(dimension) : budget.members(dimension),
      all: use === 'show',
    })),
  ]
  return (
    <>
      {rows.map(({ name, now, members, all }) => (
        <nav key={name} class="chips money-nav no-print" aria-label={locale.text(`plan.m.dimension.${name}`)}>
          {all ? (
            <a
              class="chip"
              href={here + queryOf(layout, { [name]: '' })}
              aria-current={now === null ? 'page' : undefined}
            >
              {locale.text('plan.m.all')}
            </a>
          ) : null}
          {members.map((member) => (
            <a
              key={member}
              class="chip"
              href={here + queryOf(layout, { [name]: member })}
              aria-current={member === now ? 'page' : undefined}
            >
              {memberName(locale, tree, member)}
            </a>
          ))}
        </nav>
      ))}
    </>
  )
}
