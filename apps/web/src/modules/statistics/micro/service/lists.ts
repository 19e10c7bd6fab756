import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { isUuid } from '../../../../platform/uuid.ts'
import type { MicroDataset, MicroPolicy } from '../model-micro.ts'
import { listMicro, microDataset } from '../store/micro-datasets.ts'
import { type MicroDraft, microDraft } from '../store/micro-drafts.ts'
import { standingPolicies, standingPolicy } from '../store/micro-policies.ts'
import { bringersOf } from '../store/micro-sketches.ts'

export interface MicroListed {
  readonly dataset: MicroDataset
  readonly policy: MicroPolicy | null
}

/** All lists of the region with what has been decided of each. */
export async function micros(db: TenantDb): Promise<MicroListed[]> {
  const policies = await standingPolicies(db)
  return (await listMicro(db)).map((dataset) => ({ dataset, policy: policies.get(dataset.id) ?? null }))
}

/** One list with what has been decided, and who has brought rows of it in; `null` where the region has none such. */
export async function openMicro(
  db: TenantDb,
  id: string,
): Promise<(MicroListed & { readonly bringers: readonly string[] }) | null> {
  const dataset = isUuid(id) ? await microDataset(db, id) : null
  if (dataset === null) return null
  const bringers = [dataset.createdBy, dataset.broughtBy, ...(await bringersOf(db, id))]
  return { dataset, policy: await standingPolicy(db, id), bringers }
}

/** One's own draft; `null` where there is none. */
export function openMicroDraft(db: TenantDb, actor: Actor, id: string): Promise<MicroDraft | null> {
  return isUuid(id) ? microDraft(db, id, actor.personId) : Promise.resolve(null)
}
