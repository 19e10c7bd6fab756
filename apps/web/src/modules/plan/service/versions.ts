import { z } from 'zod'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { PLAN_KINDS, type PlanDocument, type PlanVersion } from '../model.ts'
import { fieldDefs, ITEM_KINDS, type ItemKind } from '../model-items.ts'
import { checkFields } from '../rules/check-fields.ts'
import { canonicalJson } from '../rules/document-json.ts'
import { itemWith } from '../store/items.ts'
import { versionByNumber, versionsOf } from '../store/versions.ts'
import { hashOf } from './adopt-plan.ts'

const keptSchema = z.object({
  facts: z.object({
    name: z.string(),
    kind: z.enum(PLAN_KINDS),
    lede: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    synthetic: z.boolean(),
    origin: z.string(),
  }),
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      parent: z.string().nullable(),
      position: z.number(),
      fields: z.record(z.string(), z.unknown()),
    }),
  ),
  cells: z.array(z.object({ budget: z.string(), key: z.array(z.string()), amountOre: z.string() })),
})

export type OpenedVersion =
  | { readonly ok: true; readonly version: PlanVersion; readonly document: PlanDocument }
  /** Its content is no longer what its hash says. */
  | { readonly ok: false; readonly version: PlanVersion; readonly reason: 'damaged' }

export function listVersions(db: TenantDb, planId: string): Promise<PlanVersion[]> {
  return versionsOf(db, planId)
}

/** A version whole, its content held against its hash; `null` where there is none. */
export async function openVersion(
  db: TenantDb,
  planId: string,
  number: number,
): Promise<OpenedVersion | null> {
  const kept = await versionByNumber(db, planId, number)
  if (kept === null) return null
  const { version } = kept
  if (hashOf(canonicalJson(kept.document)) !== version.hash) return { ok: false, version, reason: 'damaged' }
  return { ok: true, version, document: documentOf(kept.document) }
}

/** Kept before a kind or a field was known: what is no longer defined is left out, what is new is empty. */
function documentOf(kept: unknown): PlanDocument {
  const { facts, items, cells } = keptSchema.parse(kept)
  return {
    facts,
    items: items.flatMap(({ kind, fields, ...at }) => {
      if (!isKind(kind)) return []
      const defs = fieldDefs(kind)
      const known = Object.entries(fields).filter(([field]) => Object.hasOwn(defs, field))
      const checked = checkFields(kind, Object.fromEntries(known))
      return checked.ok ? [itemWith(kind, at, checked.fields)] : []
    }),
    cells: cells.map(({ amountOre, ...cell }) => ({ ...cell, amountOre: BigInt(amountOre) })),
  }
}

function isKind(text: string): text is ItemKind {
  return ITEM_KINDS.some((kind) => kind === text)
}
