import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import type { Area } from '../../model-datasets.ts'
import { queryOf } from '../../rules/view.ts'
import { openDataset } from '../../service/datasets.ts'
import type { StatisticsDoors } from '../../service/receive-base.ts'
import type { Block, PageKind, Stage } from '../model-pages.ts'
import { createPage, openPage } from './pages.ts'
import { approvePage, proposePage } from './publish-page.ts'
import { viewIn } from './shown-page.ts'

/** A page to show what pages are: words, stages, and figures of tables by their addresses. */
export interface DemoPage {
  readonly title: string
  readonly lede: string
  readonly kind: PageKind
  readonly area: Area | null
  readonly parts: readonly {
    readonly heading: string
    readonly stage?: Stage
    readonly body: string
    readonly figure?: { readonly dataset: string; readonly view: string; readonly caption: string }
  }[]
}

/** Makes pages and publishes them by the way of every other: one proposes, another approves. */
export async function addDemoPages(
  doors: StatisticsDoors,
  { analyst, administrator }: { readonly analyst: Actor; readonly administrator: Actor },
  pages: readonly DemoPage[],
): Promise<void> {
  for (const { title, lede, kind, area, parts } of pages) {
    const proposed = await doors.inRegion(analyst, async (db) => {
      const blocks: Block[] = []
      for (const part of parts) blocks.push(...(await blocksOf(db, part)))
      const made = await createPage(db, analyst, { title, lede, kind, area, blocks })
      const opened = made.ok ? await openPage(db, made.slug) : null
      if (opened === null) throw new Error('the demo page is not kept')
      return { pageId: opened.page.id, proposal: await proposePage(db, analyst, opened.page.id) }
    })
    const { pageId, proposal } = proposed
    if (!proposal.ok) throw new Error(`the demo page is not proposed: ${proposal.reason}`)
    const approved = await doors.inRegion(administrator, (db) =>
      approvePage(db, administrator, pageId, proposal.id),
    )
    if (!approved.ok) throw new Error(`the demo page is not published: ${approved.reason}`)
  }
}

async function blocksOf(
  db: TenantDb,
  { heading, stage, body, figure }: DemoPage['parts'][number],
): Promise<Block[]> {
  const words = { id: crypto.randomUUID(), heading, body, guide: '' }
  const own: Block = stage === undefined ? { ...words, kind: 'text' } : { ...words, kind: 'stage', stage }
  if (figure === undefined) return [own]
  const opened = await openDataset(db, figure.dataset)
  if (opened === null) throw new Error(`the demo has no table ${figure.dataset}`)
  const shown: Block = {
    id: crypto.randomUUID(),
    kind: 'figure',
    heading: figure.caption,
    body: '',
    guide: '',
    datasetId: opened.dataset.id,
    version: opened.version.number,
    view: queryOf(viewIn(opened.table, figure.view)).toString(),
  }
  return [own, shown]
}
