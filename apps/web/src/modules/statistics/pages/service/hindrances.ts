import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { rehydrateOpenVersion } from '../../release/release-public.ts'
import type { NotOpen } from '../../rules/open-version.ts'
import { openIndicators } from '../../service/indicators.ts'
import { listDatasets } from '../../store/datasets.ts'
import { listIndicators } from '../../store/indicators.ts'
import type { PageContent } from '../model-pages.ts'

/** Of an indicator, also that nobody has opened it. */
export type NotShown = NotOpen | 'indicator-not-open'

/** A figure that may not be shown to everybody, and why. */
export interface Hindrance {
  readonly blockId: string
  readonly reason: NotShown
}

/** What of a page the door of release does not let out at a moment: nothing, where the page can be published. */
export async function hindrancesOf(db: TenantDb, { blocks }: PageContent, now: Date): Promise<Hindrance[]> {
  const datasets = new Map((await listDatasets(db)).map((dataset) => [dataset.id, dataset]))
  const hasIndicator = blocks.some(({ kind }) => kind === 'indicator')
  const open = hasIndicator ? await openIndicators(db, now, 'sv') : []
  const known = hasIndicator ? await listIndicators(db) : []
  const hindrances: Hindrance[] = []
  for (const block of blocks) {
    if (block.kind === 'indicator') {
      if (open.some(({ measured }) => measured.indicator.id === block.indicatorId)) continue
      const indicator = known.find(({ id }) => id === block.indicatorId)
      const reason = indicator?.openedAt === null ? 'indicator-not-open' : 'never-open'
      hindrances.push({ blockId: block.id, reason: indicator === undefined ? 'withdrawn' : reason })
    }
    if (block.kind !== 'figure') continue
    const dataset = datasets.get(block.datasetId)
    const found = dataset === undefined ? null : await rehydrateOpenVersion(db, dataset, block.version, now)
    if (!found?.ok) hindrances.push({ blockId: block.id, reason: found?.reason ?? 'withdrawn' })
  }
  return hindrances
}
