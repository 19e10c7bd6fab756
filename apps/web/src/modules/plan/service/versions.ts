import { z } from 'zod'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { PLAN_KINDS, type PlanDocument, type PlanVersion } from '../model.ts'
import { ITEM_KINDS, type ItemKind } from '../model-items.ts'
import { fieldsAsKept } from '../rules/check-fields.ts'
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

/**
 * A version’s document whole, as it was decided: today’s checks are for what is written today.
 * @throws Error where it holds a kind of item that is no longer known: shown without, it would be another plan
 */
export function documentOf(kept: unknown): PlanDocument {
  const { facts, items, cells } = keptSchema.parse(kept)
  return {
    facts,
    items: items.map(({ kind, fields, ...at }) => {
      if (!isKind(kind)) throw new Error(`a version of a plan holds an unknown kind: ${kind.slice(0, 40)}`)
      return itemWith(kind, at, fieldsAsKept(kind, fields))
    }),
    cells: cells.map(({ amountOre, ...cell }) => ({ ...cell, amountOre: BigInt(amountOre) })),
  }
}

function isKind(text: string): text is ItemKind {
  return ITEM_KINDS.some((kind) => kind === text)
}
