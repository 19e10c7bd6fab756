import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { sha256 } from '../../../platform/sha256.ts'
import type { Changes } from '../model-datasets.ts'
import { compareVersions } from '../rules/compare-versions.ts'
import {
  holdDataset,
  insertDataset,
  insertVersion,
  type NewDataset,
  setReading,
  versionOf,
} from '../store/datasets.ts'
import { deleteDraft, draftOf, type KeptDraft } from '../store/drafts.ts'
import { deleteHeldFile } from '../store/held-files.ts'
import { tableOf, tableOfFigures } from './kept-tables.ts'

export type DraftKept =
  | { readonly ok: true; readonly datasetId: string; readonly version: number; readonly changes: Changes }
  | { readonly ok: false; readonly reason: 'draft-gone' | 'address-taken' | 'dataset-gone' }
  /** The dataset is made of released tables and of nothing else. */
  | { readonly ok: false; readonly reason: 'made-of-releases' }
  /** Figures and texts are those of the latest version: nothing was written. */
  | { readonly ok: false; readonly reason: 'unchanged'; readonly version: number }

/** Makes a dataset of a draft, with the draft as its first version. */
export async function keepNewDataset(
  db: TenantDb,
  actor: Actor,
  draftId: string,
  dataset: NewDataset,
): Promise<DraftKept> {
  const draft = await draftOf(db, draftId, actor.personId)
  if (draft === null) return { ok: false, reason: 'draft-gone' }
  const { regionId, personId } = actor
  const datasetId = await insertDataset(db, { ...dataset, regionId, createdBy: personId })
  if (datasetId === null) return { ok: false, reason: 'address-taken' }
  return addVersion(db, actor, draftId, draft, datasetId, 0)
}

/** Makes a draft the next version of its dataset; one that changes nothing is left out. */
export async function keepNewVersion(db: TenantDb, actor: Actor, draftId: string): Promise<DraftKept> {
  const draft = await draftOf(db, draftId, actor.personId)
  if (draft === null || draft.datasetId === null) return { ok: false, reason: 'draft-gone' }
  const dataset = await holdDataset(db, draft.datasetId)
  if (dataset === null || dataset.withdrawnAt !== null) return { ok: false, reason: 'dataset-gone' }
  const isOfReleases = draft.provenance.releases.length > 0
  if ((dataset.source.kind === 'released') !== isOfReleases) return { ok: false, reason: 'made-of-releases' }
  const latest = await versionOf(db, dataset.id, dataset.version)
  if (latest?.sha256 === sha256(draft.figures)) {
    if (draft.heldId !== null) await deleteHeldFile(db, draft.heldId)
    await deleteDraft(db, draftId)
    return { ok: false, reason: 'unchanged', version: latest.number }
  }
  return addVersion(db, actor, draftId, draft, dataset.id, dataset.version)
}

async function addVersion(
  db: TenantDb,
  actor: Actor,
  draftId: string,
  draft: KeptDraft,
  datasetId: string,
  latest: number,
): Promise<DraftKept> {
  const { regionId, personId } = actor
  const table = await tableOfFigures(draft.figures)
  const before = latest === 0 ? null : await tableOf(db, datasetId, latest)
  const changes = compareVersions(before, table)
  const number = latest + 1
  await insertVersion(db, {
    regionId,
    datasetId,
    number,
    parts: draft.parts,
    figures: draft.figures,
    sha256: sha256(draft.figures),
    cells: table.values.length,
    provenance: draft.provenance,
    assumptions: draft.assumptions,
    changes,
    createdBy: personId,
  })
  if (draft.reading !== null) await setReading(db, datasetId, draft.reading)
  if (draft.heldId !== null) await deleteHeldFile(db, draft.heldId)
  await deleteDraft(db, draftId)
  await remember(db, {
    regionId,
    actorId: personId,
    kind: 'change',
    entity: 'dataset',
    entityId: datasetId,
    action: latest === 0 ? 'brought-in' : 'new-version',
    details: { version: number, cells: table.values.length, changed: changes.cellsChanged },
  })
  return { ok: true, datasetId, version: number, changes }
}
