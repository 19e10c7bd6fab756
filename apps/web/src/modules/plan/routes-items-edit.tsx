import type { FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import type { PlanDoors } from './doors.ts'
import { itemId, type itemOf, keepName, knownFor, showPart, treeOf } from './item-room.tsx'
import { fieldDefs, fieldsOf, ITEM_KINDS, type ItemKind } from './model-items.ts'
import { checkFields } from './rules/check-fields.ts'
import { fieldsTyped, type Typed, typedOf } from './rules/form-fields.ts'
import { mayStandUnder } from './rules/tree.ts'
import { addItem, type ChangeRefusal, changeItem } from './service/change-plan.ts'
import { removedItem } from './service/removed-items.ts'
import { type Clash, ItemForm, type Seen } from './ui/item-form.tsx'
import { isFormed } from './ui/item-view.tsx'
import { optionsFor } from './ui/options.ts'
import { ringWords } from './ui/ring-words.ts'
import { addWords, fieldLabel, itemName } from './ui/words.tsx'

type Refusal = Exclude<ChangeRefusal, { readonly reason: 'clash' }>

/** Items of every kind are added and changed by one form, which follows from what a kind holds. */
export function addItemForms(app: Web, doors: PlanDoors) {
  /** Where a new item is to stand; a page that is not there where it cannot. */
  const placeOf = async (c: WebContext) => {
    const found = await treeOf(c, doors, 'write-plan')
    const kind = ITEM_KINDS.find((each) => each === c.req.query('kind'))
    const under = c.req.query('under')
    const parent = under === undefined ? null : found.tree.item(under)
    const isPlaced = under === undefined || parent !== null
    if (kind === undefined || !isPlaced || !isFormed(kind) || !mayStandUnder(kind, parent))
      throw new HttpProblem(404)
    return { ...found, kind, parent }
  }

  const newForm = async (
    c: WebContext,
    place: Awaited<ReturnType<typeof placeOf>>,
    typed: Typed,
    errors: readonly FieldError[],
  ) => {
    const { actor, opened, tree, here, kind, parent } = place
    const locale = c.get('locale')
    const { known, outside } = await knownFor(c, doors, place, kind)
    return showPart(
      c,
      opened,
      {
        title: addWords(locale, kind, parent?.kind ?? null),
        above: parent === null ? [] : [parent, ...tree.above(parent)],
      },
      <ItemForm
        {...known}
        kind={kind}
        typed={typed}
        errors={errors}
        options={optionsFor(locale, tree, outside, kind, null)}
        seen={null}
        clash={null}
        keep={keepName(actor.personId, opened.plan.id, `new:${kind}:${parent?.id ?? ''}`)}
        back={parent === null ? `${here}/items` : `${here}/items/${parent.id}`}
      />,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/plans/:plan/items/new', async (c) => {
    const place = await placeOf(c)
    // A link may say what it already knows of the item.
    const known = Object.keys(fieldDefs(place.kind)).map(
      (field) => [field, c.req.queries(field) ?? []] as const,
    )
    return newForm(c, place, Object.fromEntries(known), [])
  })

  app.post('/r/:slug/plans/:plan/items/new', async (c) => {
    const place = await placeOf(c)
    const { actor, opened, here, kind, parent } = place
    const typed = typedIn(await c.req.formData(), kind)
    const done = await doors.inRegion(actor, (db) =>
      addItem(db, actor, opened.plan.id, {
        kind,
        parent: parent?.id ?? null,
        fields: fieldsTyped(kind, typed),
      }),
    )
    if (done.ok) {
      return c.redirect(`${here}/items/${done.id}?saved=1`, 303)
    }
    if (done.reason === 'clash') throw new Error('a new item cannot clash')
    return newForm(c, place, typed, errorsOf(c, kind, done))
  })

  const editForm = async (
    c: WebContext,
    found: Awaited<ReturnType<typeof itemOf>>,
    filled: {
      readonly typed: Typed
      readonly seen: Seen
      readonly errors: readonly FieldError[]
      readonly clash: Clash | null
    },
  ) => {
    const { actor, opened, tree, here, item } = found
    const locale = c.get('locale')
    const { known, outside } = await knownFor(c, doors, found, item.kind)
    return showPart(
      c,
      opened,
      {
        title: locale.text('plan.item.editTitle', { name: itemName(locale, item) }),
        above: [item, ...tree.above(item)],
      },
      <ItemForm
        {...known}
        {...filled}
        kind={item.kind}
        options={optionsFor(locale, tree, outside, item.kind, item)}
        keep={keepName(actor.personId, opened.plan.id, item.id)}
        back={`${here}/items/${item.id}`}
      />,
      filled.clash !== null ? 409 : filled.errors.length > 0 ? 422 : 200,
    )
  }

  /** An item that this form changes; one that has been removed while somebody wrote is still what they wrote about. */
  const formed = async (c: WebContext, removedToo: boolean) => {
    const found = await treeOf(c, doors, 'write-plan')
    const id = itemId(c)
    const standing = found.tree.item(id)
    const { actor, opened } = found
    const item =
      standing ??
      (removedToo ? await doors.inRegion(actor, (db) => removedItem(db, opened.plan.id, id)) : null)
    if (item === null || !isFormed(item.kind)) throw new HttpProblem(404)
    return { ...found, item, isRemoved: standing === null }
  }

  app.get('/r/:slug/plans/:plan/items/:item/edit', async (c) => {
    const found = await formed(c, false)
    const { opened, item } = found
    return editForm(c, found, {
      typed: typedOf(item.kind, fieldsOf(item)),
      seen: { revision: opened.trails.get(item.id)?.revision ?? 0, fields: fieldsOf(item) },
      errors: [],
      clash: null,
    })
  })

  app.post('/r/:slug/plans/:plan/items/:item/edit', async (c) => {
    const found = await formed(c, true)
    const { actor, opened, here, item } = found
    const { kind, id } = item
    const form = await c.req.formData()
    const seen = seenIn(form, kind)
    const typed = typedIn(form, kind)
    const { settled, clashing, chosen } = settle(form, kind, typed, seen)
    const unsettled = clashing.filter((field) => !chosen.has(field))
    if (found.isRemoved)
      return editForm(c, found, {
        typed,
        seen,
        errors: errorsOf(c, kind, { ok: false, reason: 'gone' }),
        clash: null,
      })
    const done = await doors.inRegion(actor, (db) =>
      unsettled.length > 0
        ? Promise.resolve(null)
        : changeItem(db, actor, opened.plan.id, id, seen, fieldsTyped(kind, settled)),
    )
    if (done?.ok) {
      return c.redirect(`${here}/items/${id}?saved=1`, 303)
    }
    const trail = opened.trails.get(id)
    if (done === null) {
      if (trail === undefined) throw new HttpProblem(404)
      const locale = c.get('locale')
      const errors = unsettled.map((field) => ({
        field: `choose-${field}`,
        text: locale.text('plan.clash.choose', { field: fieldLabel(locale, kind, field) }),
      }))
      const clash = { trail, fields: clashing, theirs: seen.fields, chosen }
      return editForm(c, found, { typed, seen, errors, clash })
    }
    if (done.reason !== 'clash')
      return editForm(c, found, {
        typed: settled,
        seen,
        errors: errorsOf(c, kind, done, ringWords(c.get('locale'), found.tree, item, settled.after ?? [])),
        clash: null,
      })
    const { latest } = done
    return editForm(c, found, {
      typed: typedOf(kind, done.merged),
      seen: { revision: done.trail.revision, fields: fieldsOf(latest) },
      errors: [],
      clash: { trail: done.trail, fields: done.fields, theirs: fieldsOf(latest), chosen: new Map() },
    })
  })
}

function typedIn(form: FormData, kind: ItemKind): Typed {
  return Object.fromEntries(
    Object.keys(fieldDefs(kind)).map((field) => [
      field,
      form.getAll(field).filter((each) => typeof each === 'string'),
    ]),
  )
}

/** What the writer had before them, as the form carries it. */
function seenIn(form: FormData, kind: ItemKind): Seen {
  const revision = /^\d{1,15}$/.exec(wordOf(form, 'seen-revision', 15))?.[0]
  const fields = recordIn(form.get('seen-fields'))
  const checked = fields === null ? null : checkFields(kind, fields)
  if (revision === undefined || checked === null || !checked.ok) throw new HttpProblem(400)
  return { revision: Number(revision), fields: checked.fields }
}

function recordIn(text: FormDataEntryValue | null): Record<string, unknown> | null {
  if (typeof text !== 'string') return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

/** Fields that clashed, as they have been chosen to be: theirs, or what is written. */
function settle(form: FormData, kind: ItemKind, typed: Typed, seen: Seen) {
  const theirs = typedOf(kind, seen.fields)
  const settled: Record<string, readonly string[]> = { ...typed }
  const clashing = Object.keys(fieldDefs(kind)).filter((field) => form.has(`clash-${field}`))
  const chosen = new Map<string, 'theirs' | 'mine'>()
  for (const field of clashing) {
    const choice = form.get(`choose-${field}`)
    if (choice === 'theirs' || choice === 'mine') chosen.set(field, choice)
    if (choice === 'theirs') settled[field] = theirs[field] ?? []
  }
  return { settled, clashing, chosen }
}

/** @param ring what comes after what, where an activity would come after itself */
function errorsOf(c: WebContext, kind: ItemKind, refusal: Refusal, ring = ''): FieldError[] {
  const locale = c.get('locale')
  if (refusal.reason !== 'faults')
    return [{ field: 'name', text: locale.text(`plan.refused.${refusal.reason}`) }]
  return refusal.faults.map(({ field, reason }) => ({
    field,
    text: locale.dynamic(`plan.fault.${reason}`, reason, { field: fieldLabel(locale, kind, field), ring }),
  }))
}
