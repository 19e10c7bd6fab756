import { assertReleased } from '@jamvikt/disclosure'
import type { StatTable } from '@jamvikt/tables'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Dataset, Provenance } from '../../model-datasets.ts'
import type { FigureComment } from '../../model-indicators.ts'
import { rehydrateOpenVersion } from '../../release/release-public.ts'
import { conceptsOf } from '../../rules/concepts.ts'
import type { NotOpen } from '../../rules/open-version.ts'
import { queryOf, type View, viewOf } from '../../rules/view.ts'
import { commentsFor } from '../../service/comments.ts'
import { type MeasuredIndicator, measuredIndicators, openIndicators } from '../../service/indicators.ts'
import { tableOf } from '../../service/kept-tables.ts'
import { listDatasets, versionOf } from '../../store/datasets.ts'
import { openPublications } from '../../store/publications.ts'
import type { FigureBlock, PageContent } from '../model-pages.ts'
import { hindrancesOf, type NotShown } from './hindrances.ts'

/** A figure with what it is made of. */
export interface ShownFigure {
  readonly kind: 'figure'
  readonly dataset: Dataset
  readonly version: number
  readonly provenance: Provenance
  readonly table: StatTable
  readonly view: View
  /** What has been said of this version seen in this way, and reviewed. */
  readonly comments: readonly FigureComment[]
  /** A later version that there is. */
  readonly newer: number | null
  /** Why everybody may not see it; inside alone. */
  readonly notOpen: NotShown | null
}

/** What a block shows beside its words. */
export type Shown =
  | ShownFigure
  | {
      readonly kind: 'indicator'
      readonly measured: MeasuredIndicator
      /** Its address on the open site; `null` inside. */
      readonly address: string | null
      readonly notOpen: NotShown | null
    }
  /** A figure that is not to be seen. */
  | { readonly kind: 'missing'; readonly reason: NotOpen }

export type ShownBlocks = ReadonlyMap<string, Shown>

/** What everybody sees of a page’s figures: what the door of release gives, and why the rest is not to be seen. */
export async function openBlocks(
  db: TenantDb,
  content: PageContent,
  now: Date,
  language: string,
): Promise<ShownBlocks> {
  const latest = new Map((await openPublications(db, now)).map((one) => [one.datasetId, one.version]))
  const indicators = hasIndicator(content) ? await openIndicators(db, now, language) : []
  return blocksShown(db, content, {
    indicator: (id) => {
      const found = indicators.find(({ measured }) => measured.indicator.id === id)
      return found && { kind: 'indicator', measured: found.measured, address: found.address, notOpen: null }
    },
    figure: async (block, dataset) => {
      const found = await rehydrateOpenVersion(db, dataset, block.version, now)
      if (!found.ok) return { kind: 'missing', reason: found.reason }
      assertReleased(found.table)
      const newer = latest.get(dataset.id) ?? 0
      return figureOf(db, block, { ...found.table.payload, newer, notOpen: null })
    },
  })
}

/** What a member sees of a page’s figures: each as it is kept, told where everybody would not see it. */
export async function keptBlocks(
  db: TenantDb,
  content: PageContent,
  now: Date,
  language: string,
): Promise<ShownBlocks> {
  const hindrances = new Map((await hindrancesOf(db, content, now)).map((one) => [one.blockId, one.reason]))
  const indicators = hasIndicator(content) ? await measuredIndicators(db, language) : []
  return blocksShown(db, content, {
    indicator: (id, block) => {
      const measured = indicators.find(({ indicator }) => indicator.id === id)
      const notOpen = hindrances.get(block) ?? null
      return measured && { kind: 'indicator', measured, address: null, notOpen }
    },
    figure: async (block, dataset) => {
      const version = await versionOf(db, dataset.id, block.version)
      const table = await tableOf(db, dataset.id, block.version)
      if (version === null || table === null) return GONE
      const { number, provenance } = version
      const notOpen = hindrances.get(block.id) ?? null
      return figureOf(db, block, {
        dataset,
        version: number,
        provenance,
        table,
        newer: dataset.version,
        notOpen,
      })
    },
  })
}

const GONE: Shown = { kind: 'missing', reason: 'withdrawn' }

/** What each figure and indicator of a page shows, by block. */
async function blocksShown(
  db: TenantDb,
  { blocks }: PageContent,
  show: {
    readonly indicator: (id: string, block: string) => Shown | undefined
    readonly figure: (block: FigureBlock, dataset: Dataset) => Promise<Shown>
  },
): Promise<ShownBlocks> {
  const datasets = new Map((await listDatasets(db)).map((dataset) => [dataset.id, dataset]))
  const shown = new Map<string, Shown>()
  for (const block of blocks) {
    if (block.kind === 'indicator') shown.set(block.id, show.indicator(block.indicatorId, block.id) ?? GONE)
    if (block.kind !== 'figure') continue
    const dataset = datasets.get(block.datasetId)
    shown.set(block.id, dataset === undefined ? GONE : await show.figure(block, dataset))
  }
  return shown
}

function hasIndicator({ blocks }: PageContent): boolean {
  return blocks.some(({ kind }) => kind === 'indicator')
}

async function figureOf(
  db: TenantDb,
  block: FigureBlock,
  made: Pick<ShownFigure, 'dataset' | 'version' | 'provenance' | 'table' | 'notOpen'> & { newer: number },
): Promise<ShownFigure> {
  const { dataset, version, provenance, table, notOpen, newer } = made
  const view = viewIn(table, block.view)
  const seen = queryOf(view).toString()
  const comments = (await commentsFor(db, null, dataset.id, version)).filter(
    (comment) => queryOf(viewIn(table, comment.view)).toString() === seen,
  )
  return {
    kind: 'figure',
    dataset,
    version,
    provenance,
    table,
    view,
    comments,
    newer: newer > version ? newer : null,
    notOpen,
  }
}

/** The view of a table that an address asks for. */
export function viewIn(table: StatTable, address: string): View {
  const query = new URLSearchParams(address)
  return viewOf((name) => query.get(name) ?? undefined, table, conceptsOf(table))
}
