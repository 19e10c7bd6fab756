import type { TenantDb } from '../../../platform/db/tenant.ts'
import { changesOf } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { Dataset, Publication, WithdrawnDataset } from '../model-datasets.ts'
import { datasetBySlug, holdDataset, listWithdrawn, setWithdrawn } from '../store/datasets.ts'
import { listIndicators } from '../store/indicators.ts'
import { publicationsOf } from '../store/publications.ts'

const note = changesOf('dataset')

export type WithdrawRefusal = {
  readonly ok: false
  readonly reason:
    | 'gone'
    /** A version is open to everybody, or is to be: that is taken off first. */
    | 'published'
    /** A proposal waits for a decision. */
    | 'proposed'
}

/** What withdrawing a dataset takes with it, and what stands in its way. */
export interface WithdrawalLook {
  readonly dataset: Dataset
  readonly indicators: readonly string[]
  readonly hindrance: 'published' | 'proposed' | null
}

/** What withdrawing would take with it; `null` where there is no such dataset. */
export async function lookAtWithdrawal(db: TenantDb, slug: string): Promise<WithdrawalLook | null> {
  const dataset = await datasetBySlug(db, slug)
  if (dataset === null || dataset.withdrawnAt !== null || dataset.version === 0) return null
  const indicators = (await listIndicators(db)).filter(({ datasetId }) => datasetId === dataset.id)
  return {
    dataset,
    indicators: indicators.map(({ name }) => name),
    hindrance: hindranceOf(await publicationsOf(db, dataset.id), new Date()),
  }
}

/** Takes a dataset out of the region's lists; its versions and its history stay, and it can be brought back. */
export async function withdrawDataset(
  db: TenantDb,
  actor: Actor,
  datasetId: string,
  reason: string,
): Promise<{ readonly ok: true } | WithdrawRefusal> {
  const dataset = await holdDataset(db, datasetId)
  if (dataset === null || dataset.withdrawnAt !== null) return { ok: false, reason: 'gone' }
  const hindrance = hindranceOf(await publicationsOf(db, datasetId), new Date())
  if (hindrance !== null) return { ok: false, reason: hindrance }
  await setWithdrawn(db, datasetId, { personId: actor.personId, reason })
  await note(db, actor, datasetId, 'withdrawn', { reason })
  return { ok: true }
}

/** Brings a withdrawn dataset back, as it was. @returns its address; `null` where none such is withdrawn */
export async function restoreDataset(db: TenantDb, actor: Actor, slug: string): Promise<string | null> {
  const found = await datasetBySlug(db, slug)
  const dataset = found === null ? null : await holdDataset(db, found.id)
  if (dataset === null || dataset.withdrawnAt === null) return null
  await setWithdrawn(db, dataset.id, null)
  await note(db, actor, dataset.id, 'restored')
  return dataset.slug
}

/** The datasets that are withdrawn, the latest first. */
export function withdrawnDatasets(db: TenantDb): Promise<WithdrawnDataset[]> {
  return listWithdrawn(db)
}

function hindranceOf(publications: readonly Publication[], now: Date): 'published' | 'proposed' | null {
  const isOut = ({ state, closesAt }: Publication) =>
    state === 'published' && (closesAt === null || closesAt > now)
  if (publications.some(isOut)) return 'published'
  return publications.some(({ state }) => state === 'proposed') ? 'proposed' : null
}
