import { Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { isUuid } from '../../platform/uuid.ts'
import { mayDo } from './authorise.ts'
import type { PlanDoors } from './doors.ts'
import { itemId, itemOf, keepName, knownFor, Saved, showPart, treeOf } from './item-room.tsx'
import type { PlanItem } from './model-items.ts'
import { planOf } from './plan-room.tsx'
import { bringBack, moveItem, removeItem } from './service/change-plan.ts'
import { itemHistory } from './service/item-history.ts'
import { type RemovedItem, removedItems } from './service/removed-items.ts'
import { ItemHistory } from './ui/item-history.tsx'
import { ItemFields, isFormed, PartsUnder, RemovedList, TrailNote, UndoRemove } from './ui/item-view.tsx'
import { itemName, type Known, kindName } from './ui/words.tsx'

/** What a plan is made of: each part with its page, its order, its removal and its history. */
export function addItemPages(app: Web, doors: PlanDoors) {
  /** The item that has just been removed, for the way to bring it back. */
  const justRemoved = async (c: WebContext, planId: string): Promise<RemovedItem | undefined> => {
    const id = c.req.query('removed') ?? ''
    if (!isUuid(id) || !mayDo(c, 'write-plan')) return undefined
    const removed = await doors.inRegion(c.get('actor'), (db) => removedItems(db, planId))
    return removed.find(({ item }) => item.id === id)
  }

  app.get('/r/:slug/plans/:plan/items', async (c) => {
    const { opened, tree, here } = await treeOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const removed = await justRemoved(c, opened.plan.id)
    const known: Known = { locale, tree, here, codes: new Map() }
    return showPart(
      c,
      opened,
      { title: locale.text('plan.parts'), above: [] },
      <>
        <p class="lede">{locale.text('plan.parts.lede')}</p>
        {removed === undefined ? null : <UndoRemove locale={locale} here={here} item={removed.item} />}
        <p class="no-print">
          <a class="button small" href={`${here}/removed`}>
            {locale.text('plan.removed')}
          </a>
        </p>
        <PartsUnder {...known} parent={null} mayWrite={mayDo(c, 'write-plan')} />
      </>,
    )
  })

  app.get('/r/:slug/plans/:plan/items/:item', async (c) => {
    const found = await itemOf(c, doors, 'see-plans')
    const { actor, opened, tree, here, item } = found
    const locale = c.get('locale')
    const { known } = await knownFor(c, doors, found, item.kind)
    const mayWrite = mayDo(c, 'write-plan')
    const removed = await justRemoved(c, opened.plan.id)
    const at = `${here}/items/${item.id}`
    return showPart(
      c,
      opened,
      { title: itemName(locale, item), above: tree.above(item), kind: kindName(locale, item.kind) },
      <>
        <Saved
          c={c}
          of={[item.id, `new:${item.kind}:${item.parent ?? ''}`].map((what) =>
            keepName(actor.personId, opened.plan.id, what),
          )}
        />
        <Restored c={c} />
        {removed === undefined ? null : <UndoRemove locale={locale} here={here} item={removed.item} />}
        <p class="inline no-print item-acts">
          {mayWrite && isFormed(item.kind) ? (
            <a class="button primary" href={`${at}/edit`}>
              {locale.text('plan.item.edit')}
            </a>
          ) : null}
          {item.kind === 'indicator' ? (
            <a class="button" href={`${at}/figures`}>
              {locale.text('plan.figures')}
            </a>
          ) : null}
          <a class="button" href={`${at}/history`}>
            {locale.text('plan.item.history')}
          </a>
          {mayWrite ? (
            <a class="button" href={`${at}/remove`}>
              {locale.text('plan.item.remove')}
            </a>
          ) : null}
        </p>
        <section class="card">
          <ItemFields {...known} item={item} />
          <TrailNote locale={locale} trail={opened.trails.get(item.id)} />
        </section>
        <PartsUnder {...known} parent={item} mayWrite={mayWrite} />
      </>,
    )
  })

  app.post('/r/:slug/plans/:plan/items/:item', async (c) => {
    const { actor, opened, here } = await planOf(c, doors, 'write-plan')
    const id = itemId(c)
    const { plan } = opened
    const act = wordOf(await c.req.formData(), 'act', 20)
    const item = opened.document.items.find((each) => each.id === id)
    if (act === 'up' || act === 'down') {
      const done = await doors.inRegion(actor, (db) => moveItem(db, actor, plan.id, id, act))
      if (!done.ok) throw new HttpProblem(404)
      return c.redirect(`${placeOf(here, item)}#k-${item?.kind ?? ''}`, 303)
    }
    if (act === 'remove') {
      const done = await doors.inRegion(actor, (db) => removeItem(db, actor, plan.id, id))
      if (!done.ok) throw new HttpProblem(404)
      return c.redirect(`${placeOf(here, item)}?removed=${id}`, 303)
    }
    if (act !== 'bring-back') throw new HttpProblem(item === undefined ? 404 : 400)
    const done = await doors.inRegion(actor, (db) => bringBack(db, actor, plan.id, id))
    if (done.ok) return c.redirect(`${here}/items/${id}?saved=2`, 303)
    if (done.reason === 'misplaced') return removedPage(c, 'plan.item.bringBack.first')
    if (done.reason === 'faults') return removedPage(c, 'plan.item.bringBack.ring')
    throw new HttpProblem(404)
  })

  app.get('/r/:slug/plans/:plan/items/:item/remove', async (c) => {
    const { opened, tree, here, item } = await itemOf(c, doors, 'write-plan')
    const locale = c.get('locale')
    const name = itemName(locale, item)
    const under = tree.withAllUnder(item).slice(1)
    return showPart(
      c,
      opened,
      { title: locale.text('plan.item.removeTitle', { name }), above: tree.above(item) },
      <form method="post" action={`${here}/items/${item.id}`} class="card">
        <p>{locale.text('plan.item.remove.text')}</p>
        {under.length === 0 ? null : (
          <>
            <p>{locale.counted('plan.item.remove.count', under.length)}</p>
            <ul>
              {under.slice(0, 50).map((each) => (
                <li key={each.id}>
                  {kindName(locale, each.kind)}: {itemName(locale, each)}
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="inline">
          <button class="button danger" name="act" value="remove" type="submit">
            {locale.text('plan.item.remove')}
          </button>
          <a class="button" href={`${here}/items/${item.id}`}>
            {locale.text('cancel')}
          </a>
        </p>
      </form>,
    )
  })

  app.get('/r/:slug/plans/:plan/items/:item/history', async (c) => {
    const found = await itemOf(c, doors, 'see-plans')
    const { actor, opened, tree, item } = found
    const locale = c.get('locale')
    const { known } = await knownFor(c, doors, found, item.kind)
    const events = await doors.inRegion(actor, (db) =>
      itemHistory(db, actor.regionId, opened.plan.id, item.kind, item.id),
    )
    return showPart(
      c,
      opened,
      {
        title: locale.text('plan.history', { name: itemName(locale, item) }),
        above: [item, ...tree.above(item)],
      },
      <ItemHistory {...known} kind={item.kind} events={events} />,
    )
  })

  const removedPage = async (
    c: WebContext,
    fault: 'plan.item.bringBack.first' | 'plan.item.bringBack.ring' | null,
  ) => {
    const { actor, opened, tree, here } = await treeOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const removed = await doors.inRegion(actor, (db) => removedItems(db, opened.plan.id))
    return showPart(
      c,
      opened,
      { title: locale.text('plan.removed'), above: [] },
      <>
        <p class="lede">{locale.text('plan.removed.lede')}</p>
        {fault === null ? null : <Notice kind="bad">{locale.text(fault)}</Notice>}
        <RemovedList
          locale={locale}
          tree={tree}
          here={here}
          codes={new Map()}
          removed={removed}
          mayWrite={mayDo(c, 'write-plan')}
        />
      </>,
      fault === null ? 200 : 422,
    )
  }

  app.get('/r/:slug/plans/:plan/removed', (c) => removedPage(c, null))
}

/** The page on which an item stands among others. */
function placeOf(here: string, item: PlanItem | undefined): string {
  return item === undefined || item.parent === null ? `${here}/items` : `${here}/items/${item.parent}`
}

function Restored({ c }: { c: WebContext }) {
  if (c.req.query('saved') !== '2') return null
  return <Notice kind="good">{c.get('locale').text('plan.restored')}</Notice>
}
