import type { Locale } from '@jamvikt/i18n'
import type { PlanItem } from '../model-items.ts'
import { ringOf } from '../rules/after-itself.ts'
import type { PlanTree } from '../rules/tree.ts'
import { itemName } from './words.tsx'

const MOST_STEPS = 10

/** What comes after what, if an activity is to come after what is chosen for it; `''` where that makes no ring. */
export function ringWords(locale: Locale, tree: PlanTree, item: PlanItem, after: readonly string[]): string {
  if (item.kind !== 'activity') return ''
  const changed = { ...item, fields: { ...item.fields, after } }
  const items = tree.document.items.map((each) => (each.id === item.id ? changed : each))
  const name = (id: string) => {
    const found = tree.item(id)
    return found === null ? '–' : itemName(locale, found)
  }
  const steps = ringOf(items, item.id).map(({ id, first }) =>
    locale.text('plan.ring.step', { name: name(id), first: name(first) }),
  )
  return [...steps.slice(0, MOST_STEPS), ...(steps.length > MOST_STEPS ? ['…'] : [])].join(', ')
}
