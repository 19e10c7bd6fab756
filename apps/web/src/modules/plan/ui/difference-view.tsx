import type { Locale } from '@jamvikt/i18n'
import { EmptyState } from '@jamvikt/ui'
import type { PlanFacts } from '../model.ts'
import { fieldsOf, type PlanItem } from '../model-items.ts'
import { differingFacts, type ItemDifference, type PlanDifference, seenItems } from '../rules/compare.ts'
import type { PlanTree } from '../rules/tree.ts'
import { moneyText } from './amounts.ts'
import {
  dayText,
  FieldWords,
  fieldLabel,
  isUnsaid,
  itemName,
  type Known,
  kindName,
  memberName,
} from './words.tsx'

/** Two plans, with their words. */
export interface Sides {
  readonly locale: Locale
  readonly before: PlanTree
  readonly after: PlanTree
  readonly codes: ReadonlyMap<string, string>
}

/** How many changes people can see in a difference. */
export function changeCount(difference: PlanDifference): number {
  return differingFacts(difference).length + seenItems(difference).length + difference.cells.length
}

/** All that differs between two plans, side by side: facts, parts and amounts. It prints as a list of changes. */
export function DifferenceView(props: Sides & { difference: PlanDifference }) {
  const { locale, difference } = props
  const items = seenItems(difference)
  if (changeCount(difference) === 0)
    return (
      <EmptyState title={locale.text('plan.compare.same')}>
        <p>{locale.text('plan.compare.same.text')}</p>
      </EmptyState>
    )
  const count = (test: (one: ItemDifference) => boolean) => locale.number(items.filter(test).length)
  return (
    <>
      <p class="plan-summary">
        {locale.text('plan.compare.count', {
          added: count(({ before }) => before === null),
          removed: count(({ after }) => after === null),
          changed: count(({ fields }) => fields.length > 0),
          moved: count(({ isMoved }) => isMoved),
          cells: locale.number(difference.cells.length),
        })}
      </p>
      <FactsDifference {...props} />
      {items.length === 0 ? null : (
        <section class="card">
          <h2>{locale.text('plan.compare.items')}</h2>
          {items.map((one) => (
            <ItemChanges key={one.id} {...props} one={one} />
          ))}
        </section>
      )}
      <CellsDifference {...props} />
    </>
  )
}

function Heads({ locale }: { locale: Locale }) {
  return (
    <thead>
      <tr>
        <th scope="col">{locale.text('plan.history.field')}</th>
        <th scope="col">{locale.text('plan.history.before')}</th>
        <th scope="col">{locale.text('plan.history.after')}</th>
      </tr>
    </thead>
  )
}

function FactsDifference({ locale, difference }: Sides & { difference: PlanDifference }) {
  const names = differingFacts(difference)
  if (names.length === 0) return null
  const { before, after } = difference.facts
  return (
    <section class="card">
      <h2>{locale.text('plan.compare.facts')}</h2>
      <table class="stack differences">
        <Heads locale={locale} />
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{locale.dynamic(`plan.facts.${name}`, name)}</th>
              <td data-label={locale.text('plan.history.before')}>{factText(locale, before, name)}</td>
              <td data-label={locale.text('plan.history.after')}>{factText(locale, after, name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function factText(locale: Locale, facts: PlanFacts, name: keyof PlanFacts): string {
  const value = facts[name]
  if (typeof value === 'boolean') return locale.text(value ? 'yes' : 'no')
  if (name === 'kind') return locale.text(`plan.kindOf.${facts.kind}`)
  return name === 'startsOn' || name === 'endsOn' ? dayText(locale, value) : value
}

function ItemChanges(props: Sides & { one: ItemDifference }) {
  const { locale, before, after, codes, one } = props
  const item = one.after ?? one.before
  if (item === null) return null
  const marks = [
    one.before === null ? 'added' : null,
    one.after === null ? 'removed' : null,
    one.fields.length > 0 ? 'changed' : null,
    one.isMoved ? 'moved' : null,
  ] as const
  const said = Object.entries(fieldsOf(item)).flatMap(([field, value]) =>
    isUnsaid(value) || field === 'name' || (item.kind === 'figure' && IN_THE_NAME.has(field)) ? [] : [field],
  )
  const known = (tree: PlanTree): Known => ({ locale, tree, here: null, codes })
  const cell = (side: PlanItem | null, tree: PlanTree, field: string) =>
    side === null ? (
      '–'
    ) : (
      <FieldWords {...known(tree)} kind={side.kind} field={field} value={fieldsOf(side)[field]} />
    )
  const shown = one.before === null || one.after === null ? said : one.fields
  return (
    <article class="change">
      <h3>
        {kindName(locale, item.kind)}: {itemName(locale, item)}
      </h3>
      <p class="inline">
        {marks.map((mark) =>
          mark === null ? null : (
            <span key={mark} class={`tag tag-${KINDS_OF_MARK[mark]}`}>
              <span aria-hidden="true">{SIGNS[mark]}</span>
              {locale.text(`plan.compare.${mark}`)}
            </span>
          ),
        )}
        <span class="note">
          {locale.text('plan.compare.under', {
            name: underText(locale, one.after === null ? before : after, item),
          })}
        </span>
      </p>
      {shown.length === 0 ? null : (
        <table class="stack differences">
          <Heads locale={locale} />
          <tbody>
            {shown.map((field) => (
              <tr key={field}>
                <th scope="row">{fieldLabel(locale, item.kind, field)}</th>
                <td data-label={locale.text('plan.history.before')}>{cell(one.before, before, field)}</td>
                <td data-label={locale.text('plan.history.after')}>{cell(one.after, after, field)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  )
}

/** What the name of a figure says already. */
const IN_THE_NAME: ReadonlySet<string> = new Set(['what', 'year', 'sex', 'group'])
const SIGNS = { added: '+', removed: '−', changed: '≠', moved: '↕' } as const
const KINDS_OF_MARK = { added: 'good', removed: 'bad', changed: 'few', moved: 'neutral' } as const

function underText(locale: Locale, tree: PlanTree, item: PlanItem): string {
  const parent = item.parent === null ? null : tree.item(item.parent)
  return parent === null ? locale.text('plan.compare.underPlan') : itemName(locale, parent)
}

const MOST_CELLS = 500

function CellsDifference({ locale, before, after, difference }: Sides & { difference: PlanDifference }) {
  const { cells } = difference
  if (cells.length === 0) return null
  const amount = (ore: bigint | null) =>
    ore === null ? locale.text('plan.compare.unknown') : moneyText(locale, ore)
  const named = (id: string) => memberName(locale, after.item(id) === null ? before : after, id)
  return (
    <section class="card">
      <h2>{locale.text('plan.compare.cells')}</h2>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('plan.compare.cell')}</th>
            <th scope="col" class="n">
              {locale.text('plan.history.before')}
            </th>
            <th scope="col" class="n">
              {locale.text('plan.history.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, MOST_CELLS).map(({ budget, key, before: was, after: is }) => (
            <tr key={[budget, ...key].join(' ')}>
              <th scope="row">{[budget, ...key].map(named).join(', ')}</th>
              <td class="n" data-label={locale.text('plan.history.before')}>
                {amount(was)}
              </td>
              <td class="n" data-label={locale.text('plan.history.after')}>
                {amount(is)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > MOST_CELLS ? (
        <p class="note">{locale.text('plan.compare.more', { count: cells.length - MOST_CELLS })}</p>
      ) : null}
    </section>
  )
}
