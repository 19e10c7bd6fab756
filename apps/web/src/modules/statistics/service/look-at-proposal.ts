import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Dataset, Differences } from '../model-datasets.ts'
import { differencesOf } from '../rules/differences.ts'
import { tableOf } from './kept-tables.ts'
import { publishedTable } from './published.ts'

export interface Comparison {
  readonly differences: Differences
  /** The release that is open, and was compared with. */
  readonly releaseId: string
}

/**
 * What the latest version of a dataset changes in what anybody can see of it now. A version that is yet to open is not
 * compared with: its figures are not to be told before their time.
 * @returns `null` where nothing of it is open
 */
export async function comparedWithOpen(
  db: TenantDb,
  dataset: Dataset,
  now: Date,
  language: string,
): Promise<Comparison | null> {
  const open = await publishedTable(db, dataset.slug, now)
  const proposed = open === null ? null : await tableOf(db, dataset.id, dataset.version)
  if (open === null || proposed === null) return null
  return {
    differences: differencesOf(open.payload.table, proposed, language),
    releaseId: open.payload.releaseId,
  }
}
