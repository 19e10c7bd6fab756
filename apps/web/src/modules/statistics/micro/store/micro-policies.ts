import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { MicroPolicy, Noise } from '../model-micro.ts'

const POLICY = [
  'id',
  'dataset_id',
  'state',
  'max_noise',
  'variance',
  'threshold',
  'proposed_at',
  'proposed_by',
  'decided_at',
  'decided_by',
  'released_table_id',
] as const

interface Row {
  id: string
  dataset_id: string
  state: MicroPolicy['state']
  max_noise: number
  variance: number
  threshold: number
  proposed_at: Date
  proposed_by: string
  decided_at: Date | null
  decided_by: string | null
  released_table_id: string | null
}

function toPolicy(row: Row): MicroPolicy {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    state: row.state,
    noise: { maxNoise: row.max_noise, variance: row.variance, threshold: row.threshold },
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    releasedTableId: row.released_table_id,
  }
}

/** What has been decided or waits of a list's noise; `null` where nothing is proposed, or the last was declined. */
export async function standingPolicy(db: TenantDb, datasetId: string): Promise<MicroPolicy | null> {
  const row = await db
    .selectFrom('micro_policy')
    .select(POLICY)
    .where('dataset_id', '=', datasetId)
    .where('state', 'in', ['proposed', 'approved'])
    .executeTakeFirst()
  return row === undefined ? null : toPolicy(row)
}

/** The same for all lists of the region. */
export async function standingPolicies(db: TenantDb): Promise<ReadonlyMap<string, MicroPolicy>> {
  const rows = await db
    .selectFrom('micro_policy')
    .select(POLICY)
    .where('state', 'in', ['proposed', 'approved'])
    .execute()
  return new Map(rows.map((row) => [row.dataset_id, toPolicy(row)]))
}

/** @returns `false` where one stands or waits already */
export async function insertPolicy(
  db: TenantDb,
  policy: { regionId: string; datasetId: string; noise: Noise; personId: string },
): Promise<boolean> {
  const { maxNoise, variance, threshold } = policy.noise
  const row = await db
    .insertInto('micro_policy')
    .values({
      region_id: policy.regionId,
      dataset_id: policy.datasetId,
      max_noise: maxNoise,
      variance,
      threshold,
      proposed_by: policy.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function decidePolicy(
  db: TenantDb,
  id: string,
  decision: { state: 'approved' | 'declined'; personId: string; releasedTableId: string | null },
) {
  await db
    .updateTable('micro_policy')
    .set({
      state: decision.state,
      decided_at: new Date(),
      decided_by: decision.personId,
      released_table_id: decision.releasedTableId,
    })
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .execute()
}

/** How many lists wait for a person’s decision on their noise: those that others have proposed for. */
export async function policiesToDecide(db: TenantDb, personId: string): Promise<number> {
  const all = await standingPolicies(db)
  return [...all.values()].filter(({ state, proposedBy }) => state === 'proposed' && proposedBy !== personId)
    .length
}
