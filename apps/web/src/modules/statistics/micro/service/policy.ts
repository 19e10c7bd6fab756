import { buildPerturbationTable, isEnoughNoise } from '@jamvikt/disclosure'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { changesOf } from '../../../../platform/history.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { releasePolicy } from '../../release/release-cells.ts'
import type { Noise } from '../model-micro.ts'
import { holdMicroDataset } from '../store/micro-datasets.ts'
import { decidePolicy, insertPolicy, standingPolicy } from '../store/micro-policies.ts'
import { bringersOf } from '../store/micro-sketches.ts'

const note = changesOf('micro-dataset')

type PolicyRefusal = {
  readonly ok: false
  readonly reason:
    | 'dataset-gone'
    /** No noise of that kind can be made, or it is too little to protect anybody. */
    | 'bad-noise'
    /** One is proposed or approved already, and stands for ever. */
    | 'policy-stands'
    | 'nothing-proposed'
    /** Whoever brought the list in, or proposed, does not approve. */
    | 'own-proposal'
    | 'method-differs'
}
type PolicyResult = { readonly ok: true } | PolicyRefusal

/** Proposes how much noise the figures of a list are to have; another person decides. */
export async function proposePolicy(
  db: TenantDb,
  actor: Actor,
  datasetId: string,
  noise: Noise,
): Promise<PolicyResult> {
  if ((await holdMicroDataset(db, datasetId)) === null) return { ok: false, reason: 'dataset-gone' }
  if (!buildPerturbationTable(noise).ok || !isEnoughNoise(noise)) return { ok: false, reason: 'bad-noise' }
  const { regionId, personId } = actor
  if (!(await insertPolicy(db, { regionId, datasetId, noise, personId })))
    return { ok: false, reason: 'policy-stands' }
  await note(db, actor, datasetId, 'policy-proposed', { ...noise })
  return { ok: true }
}

/** Decides on what another person proposed. Approved noise never changes: two kinds could be held together. */
export async function decideOnPolicy(
  db: TenantDb,
  actor: Actor,
  datasetId: string,
  verdict: 'approved' | 'declined',
): Promise<PolicyResult> {
  const dataset = await holdMicroDataset(db, datasetId)
  if (dataset === null) return { ok: false, reason: 'dataset-gone' }
  const policy = await standingPolicy(db, datasetId)
  if (policy?.state !== 'proposed') return { ok: false, reason: 'nothing-proposed' }
  const { personId } = actor
  if (verdict === 'declined') {
    await decidePolicy(db, policy.id, { state: verdict, personId, releasedTableId: null })
    await note(db, actor, datasetId, 'policy-declined')
    return { ok: true }
  }
  if (!isEnoughNoise(policy.noise)) return { ok: false, reason: 'bad-noise' }
  const bringers = await bringersOf(db, datasetId)
  if ([policy.proposedBy, dataset.createdBy, dataset.broughtBy, ...bringers].includes(personId))
    return { ok: false, reason: 'own-proposal' }
  const released = await releasePolicy(db, actor, policy)
  if (!released.ok) return released
  await decidePolicy(db, policy.id, { state: verdict, personId, releasedTableId: released.id })
  await note(db, actor, datasetId, 'policy-approved', { ...policy.noise })
  return { ok: true }
}
