import { randomUUID } from 'node:crypto'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { FileStore } from '../../../platform/files.ts'
import type { Actor } from '../../../platform/policy.ts'
import { readerScript, runReader } from '../../../platform/reader-process.ts'
import type { MapBoundaries } from '../map-boundaries.ts'
import type { BaseTable } from '../model.ts'
import type { BaseAnswer, BaseTask } from '../worker/base-worker.ts'
import { addBase } from './bases.ts'

export interface StatisticsDoors {
  readonly root: string
  readonly files: FileStore
  readonly boundaries?: MapBoundaries
  inRegion<T>(actor: Pick<Actor, 'regionId' | 'personId'>, work: (db: TenantDb) => Promise<T>): Promise<T>
}

export interface BaseOrder {
  readonly name: string
  readonly source: string
  readonly countsWhat: BaseTable['countsWhat']
  readonly synthetic: boolean
  readonly fileName: string
  readonly file: Blob
}

export type BaseResult =
  | { readonly ok: true; readonly id: string }
  | {
      readonly ok: false
      readonly reason: string
      readonly row?: number
      readonly column?: string
      readonly value?: string
      readonly detail?: string
    }

/** Reads a table of a population by group and keeps it; a table with any fault is refused whole. */
export async function receiveBase(
  doors: StatisticsDoors,
  actor: Actor,
  order: BaseOrder,
): Promise<BaseResult> {
  const key = randomUUID()
  await doors.files.keep(actor.regionId, order.file, key)
  let answer: BaseAnswer | null = null
  const failure = await runReader<BaseTask, BaseAnswer>(
    readerScript(doors.root, 'modules', 'statistics', 'worker', 'base-worker.ts'),
    { file: doors.files.path(actor.regionId, key), name: order.fileName },
    async (said) => {
      answer = said
    },
    { memoryMegabytes: 512, seconds: 60 },
  )
  await doors.files.remove(actor.regionId, key)
  const found = answer as BaseAnswer | null
  if (failure || !found) return { ok: false, reason: failure ?? 'crashed' }
  if (!found.ok) return found
  const { name, source, countsWhat, synthetic } = order
  const base = { name, source, countsWhat, synthetic, dimensions: found.dimensions, cells: found.cells }
  return { ok: true, id: await doors.inRegion(actor, (db) => addBase(db, actor, base)) }
}
