import { Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { isUuid } from '../../platform/uuid.ts'
import type { PlanAct } from './authorise.ts'
import type { PlanDoors } from './doors.ts'
import type { OpenedPlan } from './model.ts'
import type { ItemKind, PlanItem } from './model-items.ts'
import { homeOf, planOf, showPage } from './plan-room.tsx'
import { PlanTree } from './rules/tree.ts'
import { NOTHING_OUTSIDE, outsideOf, refersOutside } from './service/outside.ts'
import { codesOf } from './ui/options.ts'
import { itemName, type Known } from './ui/words.tsx'

/** A plan with what pages about its items are told with. */
export async function treeOf(c: WebContext, doors: PlanDoors, act: PlanAct) {
  const found = await planOf(c, doors, act)
  return { ...found, tree: new PlanTree(found.opened.document) }
}

/** The item that an address names; a page that is not there if there is none, or it is removed. */
export async function itemOf(c: WebContext, doors: PlanDoors, act: PlanAct) {
  const found = await treeOf(c, doors, act)
  const item = found.tree.item(c.req.param('item') ?? '')
  if (item === null) throw new HttpProblem(404)
  return { ...found, item }
}

/** The id of an item, whether it stands or is removed. */
export function itemId(c: WebContext): string {
  const id = c.req.param('item') ?? ''
  if (!isUuid(id)) throw new HttpProblem(404)
  return id
}

/** What the words of items of a kind are told with, and what lies outside the plan. */
export async function knownFor(
  c: WebContext,
  doors: PlanDoors,
  found: Awaited<ReturnType<typeof treeOf>>,
  kind: ItemKind,
) {
  const { actor, opened, tree, here } = found
  const locale = c.get('locale')
  const outside = refersOutside(opened.plan, kind)
    ? await doors.inRegion(actor, (db) => outsideOf(db, actor, opened.plan, kind))
    : NOTHING_OUTSIDE
  const known: Known = { locale, tree, here, codes: codesOf(locale, outside) }
  return { known, outside }
}

/** What unsaved words of a form are kept under: on a computer that several use, each has their own. */
export function keepName(personId: string, planId: string, what: string): string {
  return `${personId}:${planId}:${what}`
}

/** A page about a part of a plan: the way back through what it stands under, its heading, and what it holds. */
export function showPart(
  c: WebContext,
  opened: OpenedPlan,
  part: { readonly title: string; readonly above: readonly PlanItem[]; readonly kind?: string },
  content: ComponentChildren,
  status: 200 | 409 | 422 = 200,
) {
  const locale = c.get('locale')
  const { facts, slug } = opened.plan
  const here = `${homeOf(c)}/${slug}`
  return showPage(
    c,
    `${part.title} – ${facts.name}`,
    <>
      <nav class="crumb" aria-label={locale.text('back')}>
        <a href={homeOf(c)}>{locale.text('plan.title')}</a> › <a href={here}>{facts.name}</a>
        {part.above.toReversed().map((item) => (
          <>
            {' '}
            › <a href={`${here}/items/${item.id}`}>{itemName(locale, item)}</a>
          </>
        ))}
      </nav>
      {part.kind === undefined ? null : <p class="note kind-mark">{part.kind}</p>}
      <h1>{part.title}</h1>
      {facts.synthetic ? <p class="note">{locale.text('plan.synthetic')}</p> : null}
      {content}
    </>,
    status,
  )
}

/** Says that something has just been saved: what the browser kept of it meanwhile is then of no more use. */
export function Saved({ c, of }: { c: WebContext; of: readonly string[] }) {
  if (c.req.query('saved') !== '1') return null
  return (
    <div data-saved={of.join(' ')}>
      <Notice kind="good">{c.get('locale').text('plan.saved')}</Notice>
    </div>
  )
}
