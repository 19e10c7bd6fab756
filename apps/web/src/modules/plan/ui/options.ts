import type { Locale } from '@jamvikt/i18n'
import { fieldDefs, type ItemKind, type PlanItem } from '../model-items.ts'
import { NATIONAL_ENTRIES, nationalEntriesDuring } from '../national-lists.ts'
import type { PlanTree } from '../rules/tree.ts'
import type { Outside } from '../service/outside.ts'
import { METHOD_CODES, methodName } from '../working-methods.ts'
import type { Option } from './field-input.tsx'
import { entryName, itemName } from './words.tsx'

/** What the references of an item can be chosen among: by kind of what is referred to, or by kind and field. */
export function optionsFor(
  locale: Locale,
  tree: PlanTree,
  outside: Outside,
  kind: ItemKind,
  item: PlanItem | null,
): ReadonlyMap<string, readonly Option[]> {
  const options = new Map<string, readonly Option[]>()
  for (const def of Object.values(fieldDefs(kind)))
    if (def.type === 'items')
      for (const of of def.of)
        options.set(
          of,
          itemsOf(locale, tree, of).filter(({ value }) => value !== item?.id),
        )
  const named = (all: readonly { readonly id: string; readonly name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }))
  options.set('indicator.catalogue', named(outside.indicators))
  options.set('role.member', named(outside.members))
  if (kind === 'activity') options.set('activity.methods', methodOptions(locale, item))
  if (outside.above !== null) {
    const served = outside.above.items
      .filter((each) => each.kind === 'priority' || each.kind === 'goal')
      .map((each) => ({
        value: each.id,
        label: itemName(locale, each),
        group: locale.text(`plan.kind.${each.kind}`),
      }))
    options.set('priority.serves', served)
    options.set('goal.serves', served)
  }
  if (kind === 'national') options.set('national.code', nationalOptions(locale, tree, item))
  return options
}

function itemsOf(locale: Locale, tree: PlanTree, kind: string): Option[] {
  return tree.document.items
    .filter((item) => item.kind === kind)
    .map((item) => {
      const priority = tree.priorityOf(item)
      const value = { value: item.id, label: itemName(locale, item) }
      return priority === null ? value : { ...value, group: itemName(locale, priority) }
    })
}

/** The methods that there are, and those that are chosen already. */
function methodOptions(locale: Locale, item: PlanItem | null): Option[] {
  const chosen = item?.kind === 'activity' ? item.fields.methods : []
  return [...new Set([...METHOD_CODES, ...chosen])].map((code) => ({
    value: code,
    label: methodName(locale, code),
  }))
}

/** Entries that apply in the plan’s years, and the one that is chosen already. */
function nationalOptions(locale: Locale, tree: PlanTree, item: PlanItem | null): Option[] {
  const { startsOn, endsOn } = tree.document.facts
  const chosen = item?.kind === 'national' ? item.fields.code : null
  const applying = nationalEntriesDuring(startsOn, endsOn)
  return NATIONAL_ENTRIES.filter((entry) => applying.includes(entry) || entry.code === chosen).map(
    (entry) => ({
      value: entry.code,
      label: entryName(locale, entry),
      group: locale.text(`plan.thread.list.${entry.list}`),
    }),
  )
}

/** Names of what lies outside the plan, by id. */
export function codesOf(locale: Locale, outside: Outside): ReadonlyMap<string, string> {
  return new Map([
    ...(outside.above?.items ?? []).map((item) => [item.id, itemName(locale, item)] as const),
    ...[...outside.indicators, ...outside.members].map(({ id, name }) => [id, name] as const),
  ])
}
