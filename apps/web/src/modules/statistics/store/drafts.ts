import type { TableParts } from '@jamvikt/tables'
import { z } from 'zod'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import {
  type Assumption,
  assumptionSchema,
  type Provenance,
  provenanceSchema,
  type RowReading,
  rowReadingSchema,
} from '../model-datasets.ts'
import { partsOfRow } from './datasets.ts'

export interface KeptDraft {
  readonly datasetId: string | null
  readonly parts: TableParts
  readonly figures: Buffer
  readonly provenance: Provenance
  readonly assumptions: readonly Assumption[]
  readonly heldId: string | null
  readonly reading: RowReading | null
}

export async function insertDraft(
  db: TenantDb,
  draft: Omit<KeptDraft, 'figures' | 'heldId' | 'reading'> & {
    regionId: string
    figures: Uint8Array
    createdBy: string
    heldId?: string | null
    reading?: RowReading | null
  },
): Promise<string> {
  const row = await db
    .insertInto('stat_draft')
    .values({
      region_id: draft.regionId,
      dataset_id: draft.datasetId,
      parts: JSON.stringify(draft.parts),
      figures: Buffer.from(draft.figures),
      provenance: JSON.stringify(draft.provenance),
      assumptions: JSON.stringify(draft.assumptions),
      held_id: draft.heldId ?? null,
      reading: draft.reading == null ? null : JSON.stringify(draft.reading),
      created_by: draft.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A draft of this person's; `null` where there is none. */
export async function draftOf(db: TenantDb, id: string, personId: string): Promise<KeptDraft | null> {
  const row = await db
    .selectFrom('stat_draft')
    .select(['dataset_id', 'parts', 'figures', 'provenance', 'assumptions', 'held_id', 'reading'])
    .where('id', '=', id)
    .where('created_by', '=', personId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    datasetId: row.dataset_id,
    parts: partsOfRow(row.parts),
    figures: row.figures,
    provenance: provenanceSchema.parse(row.provenance),
    assumptions: z.array(assumptionSchema).parse(row.assumptions),
    heldId: row.held_id,
    reading: rowReadingSchema.nullable().parse(row.reading),
  }
}

export async function deleteDraft(db: TenantDb, id: string) {
  await db.deleteFrom('stat_draft').where('id', '=', id).execute()
}

/** Drafts that nobody kept within a day are gone. */
export async function deleteOldDrafts(db: TenantDb, before: Date) {
  await db.deleteFrom('stat_draft').where('created_at', '<', before).execute()
}

/** Drafts of a held file that somebody has read anew since. */
export async function deleteDraftsOfFile(db: TenantDb, heldId: string) {
  await db.deleteFrom('stat_draft').where('held_id', '=', heldId).execute()
}
