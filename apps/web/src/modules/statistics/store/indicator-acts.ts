import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { IndicatorAct } from '../rules/open-log.ts'

/** What has opened and closed the region's indicators, the oldest first: a new aim and a withdrawal close too. */
export async function indicatorActs(db: TenantDb): Promise<IndicatorAct[]> {
  const rows = await db
    .selectFrom('history')
    .select(['entity_id', 'action', 'at'])
    .where('entity', '=', 'indicator')
    .where('action', 'in', ['open-open', 'open-close', 'target', 'withdrawn'])
    .orderBy('id')
    .execute()
  const named = await db.selectFrom('stat_indicator').select(['id', 'dataset_id', 'name']).execute()
  const byId = new Map(named.map((indicator) => [indicator.id, indicator]))
  return rows.flatMap(({ entity_id, action, at }) => {
    const found = byId.get(entity_id)
    if (found === undefined) return []
    const { id, name, dataset_id } = found
    return [{ id, name, datasetId: dataset_id, at, opens: action === 'open-open' }]
  })
}
