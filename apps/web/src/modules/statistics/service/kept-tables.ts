import { readParquet, type StatTable } from '@jamvikt/tables'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { VersionFacts } from '../model-datasets.ts'
import { figuresOf, hashOf } from '../store/datasets.ts'

/** Cells that are kept in memory at most, all tables together: nine bytes each. */
const MOST_CELLS = 10_000_000
const kept = new Map<string, StatTable>()

/** The whole table of a version by its address; `null` where the region has no such version. */
export async function tableOf(db: TenantDb, datasetId: string, number: number): Promise<StatTable | null> {
  const sha256 = await hashOf(db, datasetId, number)
  return sha256 === null ? null : tableOfVersion(db, { datasetId, number, sha256 })
}

/** The whole table of a version. A version never changes: the latest used stay in memory by what they are known by. */
export async function tableOfVersion(
  db: TenantDb,
  { datasetId, number, sha256: hash }: Pick<VersionFacts, 'datasetId' | 'number' | 'sha256'>,
): Promise<StatTable> {
  const table = kept.get(hash) ?? (await tableOfFigures(await figuresOf(db, datasetId, number)))
  kept.delete(hash)
  kept.set(hash, table)
  let cells = [...kept.values()].reduce((sum, { values }) => sum + values.length, 0)
  for (const [oldest, { values }] of kept) {
    if (cells <= MOST_CELLS || oldest === hash) break
    kept.delete(oldest)
    cells -= values.length
  }
  return table
}

/** Figures that we wrote read back; anything else is a fault of ours. */
export async function tableOfFigures(figures: Uint8Array): Promise<StatTable> {
  const read = await readParquet(figures)
  if (!read.ok) throw new Error(`kept figures cannot be read: ${read.reason}`)
  return read.table
}
