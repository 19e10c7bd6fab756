import { assertReleased } from '@jamvikt/disclosure'
import type { TrendPoint } from '@jamvikt/equity'
import type { StatTable } from '@jamvikt/tables'
import { openSite, type TenantDb } from '../../../platform/db/tenant.ts'
import { changesOf } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { Dataset, Provenance, PublishedContent } from '../model-datasets.ts'
import type { Indicator } from '../model-indicators.ts'
import { type Concepts, conceptsOf } from '../rules/concepts.ts'
import { indicatorAddresses } from '../rules/indicator-address.ts'
import { type Pivot, pivotOf } from '../rules/pivot.ts'
import { pointsOf } from '../rules/series.ts'
import { queryOf, type View, viewOf } from '../rules/view.ts'
import { listDatasets } from '../store/datasets.ts'
import {
  askToOpen,
  insertIndicator,
  listIndicators,
  markClosed,
  markIndicatorWithdrawn,
  markOpened,
  updateTarget,
} from '../store/indicators.ts'
import { openPublications } from '../store/publications.ts'
import { tableOf } from './kept-tables.ts'
import { publishedTable } from './published.ts'

const note = changesOf('indicator')

/** An indicator with its values in one version of its dataset. */
export interface MeasuredIndicator {
  readonly indicator: Indicator
  readonly dataset: Dataset
  readonly version: number
  readonly view: View
  readonly concepts: Concepts
  readonly table: StatTable
  readonly pivot: Pivot
  readonly points: readonly TrendPoint[]
}

/** All indicators of the region, each measured anew; those whose dataset is withdrawn are left out. */
export async function measuredIndicators(db: TenantDb, language: string): Promise<MeasuredIndicator[]> {
  const datasets = new Map((await listDatasets(db)).map((dataset) => [dataset.id, dataset]))
  const indicators = await listIndicators(db)
  const tables = new Map<string, StatTable | null>()
  for (const id of new Set(indicators.map(({ datasetId }) => datasetId)))
    tables.set(id, await tableOf(db, id, datasets.get(id)?.version ?? 0))
  return indicators.flatMap((indicator) => {
    const dataset = datasets.get(indicator.datasetId)
    const table = tables.get(indicator.datasetId) ?? null
    if (dataset === undefined || table === null) return []
    return [measure(indicator, { dataset, version: dataset.version, table }, language)]
  })
}

/** The datasets that everybody can see: their opened indicators are shown openly. */
export async function openDatasets(db: TenantDb, now: Date): Promise<ReadonlySet<string>> {
  return new Set((await openPublications(db, now)).map(({ datasetId }) => datasetId))
}

function measure(
  indicator: Indicator,
  kept: Pick<MeasuredIndicator, 'dataset' | 'version' | 'table'>,
  language: string,
): MeasuredIndicator {
  const { table } = kept
  const concepts = conceptsOf(table)
  const query = new URLSearchParams(indicator.view)
  const view = viewOf((name) => query.get(name) ?? undefined, table, concepts)
  const pivot = pivotOf(table, view, concepts, language)
  return { ...kept, indicator, view, concepts, pivot, points: pointsOf(pivot, view.gap) }
}

/** An indicator that everybody may see, with where it is on the open site and what it is measured in. */
export interface OpenIndicator {
  readonly measured: MeasuredIndicator
  readonly address: string
  readonly provenance: Provenance
  readonly publishedAt: Date
}

/** The indicators that have been opened and whose datasets are open, each measured in the version that is open. */
export async function openIndicators(db: TenantDb, now: Date, language: string): Promise<OpenIndicator[]> {
  const datasets = new Map((await listDatasets(db)).map((dataset) => [dataset.id, dataset]))
  const indicators = (await listIndicators(db)).filter(({ openedAt }) => openedAt !== null)
  const open = new Map<string, PublishedContent>()
  for (const id of new Set(indicators.map(({ datasetId }) => datasetId))) {
    const released = await publishedTable(db, datasets.get(id)?.slug ?? '', now)
    if (released === null) continue
    assertReleased(released)
    open.set(id, released.payload)
  }
  const shown = indicators.filter(({ datasetId }) => open.has(datasetId))
  const addresses = indicatorAddresses(shown)
  return shown.flatMap((indicator) => {
    const content = open.get(indicator.datasetId)
    if (content === undefined) return []
    const { provenance, publishedAt } = content
    const address = addresses.get(indicator.id) ?? indicator.id
    return [{ measured: measure(indicator, content, language), address, provenance, publishedAt }]
  })
}

/** One of them, by its address or its id. */
export async function openIndicator(
  db: TenantDb,
  address: string,
  now: Date,
  language: string,
): Promise<OpenIndicator | null> {
  const all = await openIndicators(db, now, language)
  return all.find((one) => one.address === address || one.measured.indicator.id === address) ?? null
}

export type IndicatorRefusal = {
  readonly ok: false
  /** The view's rows are not periods; the dataset or indicator is not there; whoever asks for or words it does not decide. */
  readonly reason: 'not-over-time' | 'gone' | 'own-words'
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
  if (!(await updateTarget(db, id, target, actor.personId))) return { ok: false, reason: 'gone' }
  await note(db, actor, id, 'target', { target })
  return { ok: true }
}

export const OPENING = ['ask', 'open', 'close'] as const
export type Opening = (typeof OPENING)[number]

/**
 * Whether everybody sees an indicator: one asks, another who has not worded it last opens, either takes it off again.
 * A new aim is a new wording.
 */
export async function decideOpening(
  db: TenantDb,
  actor: Actor,
  id: string,
  act: Opening,
): Promise<{ readonly ok: true } | IndicatorRefusal> {
  const done = await { ask: askToOpen, open: markOpened, close: markClosed }[act](db, id, actor.personId)
  if (!done) return { ok: false, reason: act === 'open' ? 'own-words' : 'gone' }
  if (act === 'open') await openSite(db, actor.regionId)
  await note(db, actor, id, `open-${act}`)
  return { ok: true }
}

export async function withdrawIndicator(
  db: TenantDb,
  actor: Actor,
  id: string,
): Promise<{ readonly ok: true } | IndicatorRefusal> {
  if (!(await markIndicatorWithdrawn(db, id, actor.personId))) return { ok: false, reason: 'gone' }
  await note(db, actor, id, 'withdrawn')
  return { ok: true }
}

/** The region's indicators by name, unmeasured. */
export function regionIndicators(db: TenantDb): Promise<Indicator[]> {
  return listIndicators(db)
}
