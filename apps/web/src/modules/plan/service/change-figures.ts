import { createHash, randomUUID } from 'node:crypto'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { ItemOf, PlanItem } from '../model-items.ts'
import { checkFields, type FieldFault } from '../rules/check-fields.ts'
import { PlanTree } from '../rules/tree.ts'
import { insertItems, itemWith, setRemoved, writeItem } from '../store/items.ts'
import { note, openForChange } from './change-plan.ts'

type FigureFields = ItemOf<'figure'>['fields']

export type FiguresRefusal =
  | { readonly ok: false; readonly reason: 'gone' }
  | { readonly ok: false; readonly reason: 'faults'; readonly faults: readonly FieldFault[] }
  /** Somebody else has changed the indicator’s figures meanwhile. */
  | { readonly ok: false; readonly reason: 'clash' }

/** A mark of how an indicator’s figures stand: another once one of them is added, changed or removed. */
export function figuresMark(
  tree: PlanTree,
  trails: ReadonlyMap<string, { readonly revision: number }>,
  indicatorId: string,
): string {
  const standing = tree.all('figure', indicatorId).map(({ id }) => `${id} ${trails.get(id)?.revision}`)
  return createHash('sha256').update(standing.toSorted().join('\n')).digest('hex').slice(0, 16)
}

function nameOf({ what, year, sex, group }: FigureFields): string {
  return JSON.stringify([what, year, sex, group])
}

/**
 * Makes an indicator’s own series what it is given as: figures are added, changed and removed, each kept in the history.
 * @param seen the mark of the figures that the writer had before them
 */
export async function changeFigures(
  db: TenantDb,
  actor: Actor,
  planId: string,
  indicatorId: string,
  seen: string,
  given: readonly Readonly<Record<string, unknown>>[],
): Promise<{ readonly ok: true } | FiguresRefusal> {
  const checked = given.map((fields) => checkFields('figure', fields))
  const faults = checked.flatMap((one) => (one.ok ? [] : one.faults))
  if (faults.length > 0) return { ok: false, reason: 'faults', faults }
  const change = await openForChange(db, actor, planId)
  const tree = change === null ? null : new PlanTree(change.opened.document)
  if (change === null || tree?.of('indicator', indicatorId) == null) return { ok: false, reason: 'gone' }
  const { by, opened } = change
  if (figuresMark(tree, opened.trails, indicatorId) !== seen) return { ok: false, reason: 'clash' }
  const before = tree.all('figure', indicatorId)
  const old = new Map(before.map((figure) => [nameOf(figure.fields), figure]))
  const kept = new Set<string>()
  const added: PlanItem[] = []
  for (const [position, one] of checked.entries()) {
    if (!one.ok) continue
    const figure = old.get(nameOf(one.fields))
    if (figure === undefined || kept.has(figure.id)) {
      added.push(itemWith('figure', { id: randomUUID(), parent: indicatorId, position }, one.fields))
      continue
    }
    kept.add(figure.id)
    const isSame = JSON.stringify(figure.fields) === JSON.stringify(one.fields)
    if (!isSame || figure.position !== position)
      await writeItem(
        db,
        by,
        itemWith('figure', { id: figure.id, parent: indicatorId, position }, one.fields),
      )
  }
  await insertItems(db, by, added)
  const gone = before.filter(({ id }) => !kept.has(id))
  await setRemoved(db, by, gone, new Date())
  await note(db, actor, planId, 'figures-changed', {
    item: indicatorId,
    before: before.map(({ fields }) => fields),
    after: checked.flatMap((one) => (one.ok ? [one.fields] : [])),
  })
  return { ok: true }
}
