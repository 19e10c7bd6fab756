import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { queryOf } from '../../rules/view.ts'
import { tableOf } from '../../service/kept-tables.ts'
import type { FigureBlock, PageContent } from '../model-pages.ts'
import { keptBlocks, type ShownFigure, viewIn } from './shown-page.ts'

/** A figure as it is, and as it would be in the latest version of its dataset. */
export interface Swap {
  readonly before: ShownFigure
  readonly after: ShownFigure
  /** The address of the view in the later version. */
  readonly view: string
  /** Whether the later version has all that the view asks for. */
  readonly isSameView: boolean
}

/** @returns `null` where there is no later version, or the figure is not to be seen */
export async function swapOf(
  db: TenantDb,
  content: PageContent,
  block: FigureBlock,
  now: Date,
  language: string,
): Promise<Swap | null> {
  const figureIn = async (version: number) => {
    const blocks = [{ ...block, version }]
    const shown = (await keptBlocks(db, { ...content, blocks }, now, language)).get(block.id)
    return shown?.kind === 'figure' ? shown : null
  }
  const before = await figureIn(block.version)
  if (before?.newer == null) return null
  const after = await figureIn(before.newer)
  const table = await tableOf(db, block.datasetId, before.newer)
  if (after === null || table === null) return null
  const view = queryOf(viewIn(table, block.view)).toString()
  return { before, after, view, isSameView: view === queryOf(before.view).toString() }
}
