import { sql } from 'kysely'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { isUuid } from '../../../platform/uuid.ts'
import type { ItemTrail } from '../model.ts'
import { type FieldsOf, ITEM_KINDS, type ItemKind, type PlanItem } from '../model-items.ts'
import { readFields } from '../rules/check-fields.ts'

/** An item as it is kept, with those that are removed. */
export interface KeptItem {
  readonly item: PlanItem
  readonly trail: ItemTrail
  readonly removedAt: Date | null
}

const COLUMNS = [
  'id',
  'kind',
  'parent_id',
  'position',
  'fields',
  'revision',
  'changed_at',
  'changed_name',
  'removed_at',
] as const

interface ItemRow {
  id: string
  kind: string
  parent_id: string | null
  position: number
  fields: unknown
  revision: bigint
  changed_at: Date
  changed_name: string
  removed_at: Date | null
}

function isKind(text: string): text is ItemKind {
  return ITEM_KINDS.some((kind) => kind === text)
}

/** One item of a kind with fields that have been checked. */
export function itemWith<Kind extends ItemKind>(
  kind: Kind,
  at: { readonly id: string; readonly parent: string | null; readonly position: number },
  fields: FieldsOf<Kind>,
): PlanItem {
  return { ...at, kind, fields } as unknown as PlanItem
}

/** Kept before a field was known: fields that are no longer defined are left out, new ones are empty. */
function toKept(row: ItemRow): KeptItem {
  if (!isKind(row.kind)) throw new Error(`an item of an unknown kind: ${row.kind}`)
  const checked = readFields(row.kind, row.fields as Readonly<Record<string, unknown>>)
  if (!checked.ok) throw new Error(`item ${row.id} cannot be read: ${JSON.stringify(checked.faults)}`)
  return {
    item: itemWith(row.kind, { id: row.id, parent: row.parent_id, position: row.position }, checked.fields),
    trail: { revision: Number(row.revision), changedAt: row.changed_at, changedBy: row.changed_name },
    removedAt: row.removed_at,
  }
}

/** Items changed after a revision of the plan, removed ones among them. */
export async function itemsSince(db: TenantDb, planId: string, revision: number): Promise<KeptItem[]> {
  const rows = await db
    .selectFrom('plan_item')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .where('revision', '>', BigInt(revision))
    .execute()
  return rows.map(toKept)
}

export async function itemById(db: TenantDb, planId: string, id: string): Promise<KeptItem | null> {
  const row = await db
    .selectFrom('plan_item')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toKept(row)
}

/** The kinds of items of a plan, removed ones among them; ids that it does not have are left out. */
export async function kindsOf(
  db: TenantDb,
  planId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = ids.filter(isUuid)
  if (asked.length === 0) return new Map()
  const rows = await db
    .selectFrom('plan_item')
    .select(['id', 'kind'])
    .where('plan_id', '=', planId)
    .where('id', 'in', asked)
    .execute()
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}

export interface Writing {
  readonly regionId: string
  readonly planId: string
  readonly revision: number
  readonly personId: string
  readonly personName: string
}

const MOST_AT_ONCE = 2000

export async function insertItems(db: TenantDb, by: Writing, items: readonly PlanItem[]) {
  for (let from = 0; from < items.length; from += MOST_AT_ONCE)
    await db
      .insertInto('plan_item')
      .values(
        items.slice(from, from + MOST_AT_ONCE).map((item) => ({
          region_id: by.regionId,
          plan_id: by.planId,
          id: item.id,
          kind: item.kind,
          parent_id: item.parent,
          position: item.position,
          fields: JSON.stringify(item.fields),
          revision: BigInt(by.revision),
          changed_by: by.personId,
          changed_name: by.personName,
        })),
      )
      .execute()
}

/** Writes an item as it is to be. */
export async function writeItem(db: TenantDb, by: Writing, item: PlanItem) {
  await db
    .updateTable('plan_item')
    .set({
      parent_id: item.parent,
      position: item.position,
      fields: JSON.stringify(item.fields),
      revision: BigInt(by.revision),
      changed_at: new Date(),
      changed_by: by.personId,
      changed_name: by.personName,
    })
    .where('plan_id', '=', by.planId)
    .where('id', '=', item.id)
    .execute()
}

/** Marks items as removed at a moment, or as there again. */
export async function setRemoved(
  db: TenantDb,
  by: Writing,
  items: readonly PlanItem[],
  removedAt: Date | null,
) {
  await db
    .updateTable('plan_item')
    .set({
      revision: BigInt(by.revision),
      changed_at: new Date(),
      changed_by: by.personId,
      changed_name: by.personName,
      removed_at: removedAt,
    })
    .where('plan_id', '=', by.planId)
    .where(sql<boolean>`id = any(${items.map(({ id }) => id)}::uuid[])`)
    .execute()
}
