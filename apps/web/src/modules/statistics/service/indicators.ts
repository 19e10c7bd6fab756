import type { TrendPoint } from '@jamvikt/equity'
import type { StatTable } from '@jamvikt/tables'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { Dataset } from '../model-datasets.ts'
import type { Indicator } from '../model-indicators.ts'
import { conceptsOf } from '../rules/concepts.ts'
import { pivotOf } from '../rules/pivot.ts'
import { pointsOf } from '../rules/series.ts'
import { queryOf, type View, viewOf } from '../rules/view.ts'
import { listDatasets } from '../store/datasets.ts'
import { insertIndicator, listIndicators, markIndicatorWithdrawn, updateTarget } from '../store/indicators.ts'
import { tableOf } from './kept-tables.ts'

/** An indicator with its values in the latest version of its dataset. */
export interface MeasuredIndicator {
  readonly indicator: Indicator
  readonly dataset: Dataset
  readonly view: View
  readonly points: readonly TrendPoint[]
  readonly decimals: number
  readonly unit: string
}

/** All indicators of the region, each measured anew; those whose dataset is withdrawn are left out. */
export async function measuredIndicators(db: TenantDb, language: string): Promise<MeasuredIndicator[]> {
  const datasets = new Map((await listDatasets(db)).map((dataset) => [dataset.id, dataset]))
  const indicators = await listIndicators(db)
  const tables = new Map<string, StatTable | null>()
  for (const id of new Set(indicators.map(({ datasetId }) => datasetId)))
    tables.set(id, await tableOf(db, id, datasets.get(id)?.version ?? 0))
  const measured: MeasuredIndicator[] = []
  for (const indicator of indicators) {
    const dataset = datasets.get(indicator.datasetId)
    const table = tables.get(indicator.datasetId) ?? null
    if (dataset === undefined || table === null) continue
    const concepts = conceptsOf(table)
    const query = new URLSearchParams(indicator.view)
    const view = viewOf((name) => query.get(name) ?? undefined, table, concepts)
    const pivot = pivotOf(table, view, concepts, language)
    const { decimals, unit } = pivot
    measured.push({ indicator, dataset, view, points: pointsOf(pivot, view.gap), decimals, unit })
  }
  return measured
}

export type IndicatorRefusal = {
  readonly ok: false
  /** The view's rows are not periods, or the dataset or indicator is not there. */
  readonly reason: 'not-over-time' | 'gone'
}

/** Makes a view over time an indicator. */
export async function addIndicator(
  db: TenantDb,
  actor: Actor,
  dataset: Dataset,
  view: View,
  about: Pick<Indicator, 'name' | 'direction' | 'owner'>,
): Promise<{ readonly ok: true; readonly id: string } | IndicatorRefusal> {
  const table = await tableOf(db, dataset.id, dataset.version)
  if (table === null) return { ok: false, reason: 'gone' }
  if (conceptsOf(table).time !== view.rows) return { ok: false, reason: 'not-over-time' }
  const { regionId, personId } = actor
  const id = await insertIndicator(db, {
    ...about,
    regionId,
    createdBy: personId,
    datasetId: dataset.id,
    view: queryOf({ ...view, chart: 'lines' }).toString(),
    area: dataset.area,
  })
  await note(db, actor, id, 'added', { name: about.name })
  return { ok: true, id }
}

/** Sets what is aimed at, or takes the aim away. */
export async function setTarget(
  db: TenantDb,
  actor: Actor,
  id: string,
  target: Indicator['target'],
): Promise<{ readonly ok: true } | IndicatorRefusal> {
  if (!(await updateTarget(db, id, target))) return { ok: false, reason: 'gone' }
  await note(db, actor, id, 'target', { target })
  return { ok: true }
}

export async function withdrawIndicator(
  db: TenantDb,
  actor: Actor,
  id: string,
): Promise<{ readonly ok: true } | IndicatorRefusal> {
  if (!(await markIndicatorWithdrawn(db, id, actor.personId))) return { ok: false, reason: 'gone' }
  await note(db, actor, id, 'withdrawn', {})
  return { ok: true }
}

function note(
  db: TenantDb,
  { regionId, personId }: Actor,
  entityId: string,
  action: string,
  details: Record<string, unknown>,
) {
  return remember(db, {
    regionId,
    actorId: personId,
    kind: 'change',
    entity: 'indicator',
    entityId,
    action,
    details,
  })
}
