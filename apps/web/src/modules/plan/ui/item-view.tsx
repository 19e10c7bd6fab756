import { EmptyState } from '@jamvikt/ui'
import type { ItemTrail } from '../model.ts'
import { fieldDefs, fieldsOf, ITEM_KINDS, type ItemKind, KINDS, type PlanItem } from '../model-items.ts'
import { addWords, FieldWords, fieldLabel, isUnsaid, itemName, type Known, kindsName } from './words.tsx'

/** Kinds that are not added one by one: figures stand in a table of their own, budgets in the room of money. */
const ELSEWHERE: ReadonlySet<ItemKind> = new Set(['figure', 'budget'])

/** What may be added under an item, or under the plan itself. */
export function kindsUnder(parent: ItemKind | null): ItemKind[] {
  return ITEM_KINDS.filter((kind) => {
    const parents: readonly string[] = KINDS[kind].parents
    return parents.includes(parent ?? 'plan') && !ELSEWHERE.has(kind)
  })
}

/** Whether an item of a kind is changed by the form that all kinds share. */
export function isFormed(kind: ItemKind): boolean {
  return !ELSEWHERE.has(kind)
}

/** What an item says, field by field, and what it leaves unsaid. */
export function ItemFields(props: Known & { item: PlanItem; isBrief?: boolean }) {
  const { locale, item } = props
  const fields = fieldsOf(item)
  const said = Object.keys(fieldDefs(item.kind)).filter(
    (field) => field !== 'name' && !(field === 'code' && item.kind === 'national'),
  )
  const empty = said.filter((field) => isUnsaid(fields[field]))
  return (
    <>
      <dl class="said">
        {said
          .filter((field) => !empty.includes(field))
          .map((field) => (
            <div key={field}>
              <dt>{fieldLabel(locale, item.kind, field)}</dt>
              <dd>
                <FieldWords {...props} kind={item.kind} field={field} value={fields[field]} />
              </dd>
            </div>
          ))}
      </dl>
      {empty.length === 0 || props.isBrief ? null : (
        <p class="note">
          {locale.text('plan.item.empty', {
            fields: empty.map((field) => fieldLabel(locale, item.kind, field).toLowerCase()).join(', '),
          })}
        </p>
      )}
    </>
  )
}

/** What stands right under an item, or under the plan itself, kind by kind, with ways to add and to order. */
export function PartsUnder(props: Known & { parent: PlanItem | null; mayWrite: boolean }) {
  const { locale, tree, parent, mayWrite } = props
  const addable = kindsUnder(parent?.kind ?? null)
  const kinds = parent === null ? [...addable, 'budget' as const] : addable
  const empty = addable.filter((kind) => tree.all(kind, parent?.id ?? null).length === 0)
  return (
    <>
      {kinds.map((kind) => {
        const items = tree.all(kind, parent?.id ?? null)
        if (items.length === 0) return null
        return (
          <section class="card parts" key={kind} id={`k-${kind}`}>
            <h2>{kindsName(locale, kind, parent?.kind ?? null)}</h2>
            <ul class="plain">
              {items.map((item, at) => (
                <li key={item.id} class="part">
                  <PartName {...props} item={item} />
                  {mayWrite && items.length > 1 ? (
                    <MoveForm {...props} item={item} isFirst={at === 0} isLast={at === items.length - 1} />
                  ) : null}
                </li>
              ))}
            </ul>
            {mayWrite && kind !== 'budget' ? <AddLink {...props} kind={kind} /> : null}
          </section>
        )
      })}
      {mayWrite && empty.length > 0 ? (
        <section class="card no-print">
          <h2>{locale.text('plan.parts.add')}</h2>
          <p class="inline">
            {empty.map((kind) => (
              <AddLink key={kind} {...props} kind={kind} />
            ))}
          </p>
        </section>
      ) : null}
    </>
  )
}

function PartName({ locale, tree, here, item }: Known & { item: PlanItem }) {
  const under = tree.children(item.id).filter(({ kind }) => kind !== 'figure').length
  const address = item.kind === 'budget' ? `${here}/money` : `${here}/items/${item.id}`
  return (
    <span>
      <a href={address}>{itemName(locale, item)}</a>
      {under === 0 ? null : <small class="note"> ({locale.number(under)})</small>}
    </span>
  )
}

export function AddLink({
  locale,
  here,
  kind,
  parent,
}: Pick<Known, 'locale' | 'here'> & { kind: ItemKind; parent: PlanItem | null }) {
  const under = parent === null ? '' : `&under=${parent.id}`
  return (
    <a class="button small" href={`${here}/items/new?kind=${kind}${under}`}>
      {addWords(locale, kind, parent?.kind ?? null)}
    </a>
  )
}

function MoveForm({
  locale,
  here,
  item,
  isFirst,
  isLast,
}: Known & { item: PlanItem; isFirst: boolean; isLast: boolean }) {
  const name = itemName(locale, item)
  const button = (act: 'up' | 'down') => (
    <button
      class="button small"
      name="act"
      value={act}
      type="submit"
      aria-label={`${locale.text(`plan.item.${act}`)}: ${name}`}
    >
      <span aria-hidden="true">{act === 'up' ? '↑' : '↓'}</span>
    </button>
  )
  return (
    <form method="post" action={`${here}/items/${item.id}`} class="inline no-print">
      {isFirst ? null : button('up')}
      {isLast ? null : button('down')}
    </form>
  )
}

/** Who last changed an item. */
export function TrailNote({ locale, trail }: Pick<Known, 'locale'> & { trail: ItemTrail | undefined }) {
  if (trail === undefined) return null
  return (
    <p class="note">
      {locale.text('plan.item.changedBy', { time: locale.time(trail.changedAt), name: trail.changedBy })}
    </p>
  )
}

/** Says that something is gone, and brings it back. */
export function UndoRemove(props: Pick<Known, 'locale' | 'here'> & { item: PlanItem }) {
  const { locale, here, item } = props
  return (
    <form method="post" action={`${here}/items/${item.id}`} class="notice notice-good inline no-print">
      <span role="status">{locale.text('plan.item.removed', { name: itemName(locale, item) })}</span>
      <button class="button small" name="act" value="bring-back" type="submit">
        {locale.text('plan.item.bringBack')}
      </button>
    </form>
  )
}

/** What has been removed from a plan. */
export function RemovedList(
  props: Known & {
    removed: readonly { readonly item: PlanItem; readonly trail: ItemTrail; readonly removedAt: Date }[]
    mayWrite: boolean
  },
) {
  const { locale, here, removed, mayWrite } = props
  if (removed.length === 0)
    return (
      <EmptyState title={locale.text('plan.removed.none')}>
        <p>{locale.text('plan.removed.none.text')}</p>
      </EmptyState>
    )
  return (
    <section class="card">
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('plan.removed.what')}</th>
            <th scope="col">{locale.text('plan.removed.when')}</th>
            <th scope="col">{locale.text('plan.removed.who')}</th>
            {mayWrite ? <td /> : null}
          </tr>
        </thead>
        <tbody>
          {removed.map(({ item, trail, removedAt }) => (
            <tr key={item.id}>
              <th scope="row">
                {itemName(locale, item)} <small class="note">{locale.text(`plan.kind.${item.kind}`)}</small>
              </th>
              <td data-label={locale.text('plan.removed.when')}>{locale.time(removedAt)}</td>
              <td data-label={locale.text('plan.removed.who')}>{trail.changedBy}</td>
              {mayWrite ? (
                <td>
                  <form method="post" action={`${here}/items/${item.id}`}>
                    <button
                      class="button small"
                      name="act"
                      value="bring-back"
                      type="submit"
                      aria-label={`${locale.text('plan.item.bringBack')}: ${itemName(locale, item)}`}
                    >
                      {locale.text('plan.item.bringBack')}
                    </button>
                  </form>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
