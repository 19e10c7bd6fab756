import type { TenantDb } from '../../../platform/db/tenant.ts'
import { type FieldValue, fieldDefs, type ItemKind } from '../model-items.ts'
import { checkFields } from '../rules/check-fields.ts'
import { itemEvents } from '../store/item-history.ts'

type Fields = Readonly<Record<string, FieldValue>>

/** One thing that was done to an item; fields that it changed with what they said before and after. */
export interface ItemChange {
  readonly at: Date
  readonly by: string | null
  readonly action: string
  readonly fields: readonly {
    readonly field: string
    readonly before: FieldValue
    readonly after: FieldValue
  }[]
}

/** Who changed what of an item and when, the latest first. */
export async function itemHistory(
  db: TenantDb,
  regionId: string,
  planId: string,
  kind: ItemKind,
  id: string,
): Promise<ItemChange[]> {
  const events = await itemEvents(db, regionId, planId, id)
  return events.map(({ at, by, action, details }) => {
    const [before, after] =
      action === 'item-clashed'
        ? [details.latest, details.given]
        : action === 'item-changed'
          ? [details.before, details.after]
          : [null, null]
    return { at, by, action, fields: changesBetween(kind, fieldsIn(kind, before), fieldsIn(kind, after)) }
  })
}

/** Fields as they were written down; those that are no longer defined are left out. */
function fieldsIn(kind: ItemKind, written: unknown): Fields | null {
  if (typeof written !== 'object' || written === null) return null
  const defs = fieldDefs(kind)
  const known = Object.entries(written).filter(([field]) => Object.hasOwn(defs, field))
  const checked = checkFields(kind, Object.fromEntries(known))
  return checked.ok ? checked.fields : null
}

function changesBetween(kind: ItemKind, before: Fields | null, after: Fields | null) {
  if (before === null || after === null) return []
  return Object.keys(fieldDefs(kind)).flatMap((field) => {
    const [was, is] = [before[field] ?? null, after[field] ?? null]
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, before: was, after: is }]
  })
}
