import { createHash } from 'node:crypto'
import type { ReleasedTable } from '@jamvikt/disclosure'
import { makeReleasedTable } from '@jamvikt/disclosure/released-table'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { LedgerEntry, ReleasedContent, ReleaseRefusal, ReleaseRequest } from '../model.ts'
import {
  insertReleased,
  ledgerOf,
  markWithdrawn,
  readReleased,
  standingIds,
} from '../store/released-tables.ts'

/**
 * The one door out: enters protected tables in the ledger, each dataset and period once. A dataset keeps one method for
 * ever, since two methods over the same cases could be compared. A correction must first withdraw what it replaces.
 */
export async function releaseTables(
  db: TenantDb,
  actor: Actor,
  requests: readonly ReleaseRequest[],
): Promise<{ readonly ok: true; readonly ids: readonly string[] } | ReleaseRefusal> {
  const ids: string[] = []
  for (const request of requests) {
    const ledger = await ledgerOf(db, request.dataset)
    if (ledger.some((entry) => entry.method !== request.method))
      return { ok: false, reason: 'method-differs' }
    const samePeriod = ledger.filter((entry) => entry.period === request.period)
    if (samePeriod.some((entry) => entry.withdrawnAt === null))
      return { ok: false, reason: 'period-released' }
    const contentHash = createHash('sha256').update(JSON.stringify(request.payload)).digest('hex')
    const id = await insertReleased(db, {
      ...request,
      regionId: actor.regionId,
      releasedBy: actor.personId,
      contentHash,
      replaces: samePeriod.at(-1)?.id ?? null,
    })
    await remember(db, {
      regionId: actor.regionId,
      actorId: actor.personId,
      kind: 'change',
      entity: 'released-table',
      entityId: id,
      action: 'released',
      details: { dataset: request.dataset, period: request.period, contentHash },
    })
    ids.push(id)
  }
  return { ok: true, ids }
}

/** Takes released tables back with a notice that stands where they stood; the ledger keeps that they were out. */
export async function withdrawTables(db: TenantDb, actor: Actor, ids: readonly string[], notice: string) {
  for (const id of ids) {
    await markWithdrawn(db, id, actor.personId, notice)
    await remember(db, {
      regionId: actor.regionId,
      actorId: actor.personId,
      kind: 'change',
      entity: 'released-table',
      entityId: id,
      action: 'withdrawn',
      details: { notice },
    })
  }
}

const KEPT_TABLES = 60
const kept = new Map<string, ReleasedTable<ReleasedContent>>()

/**
 * Released tables by id, standing ones only: the sole way from the database to something that may leave. A released
 * table never changes, so the latest stay in memory; whether one stands, and whose it is, is asked each time.
 */
export async function rehydrateTables(
  db: TenantDb,
  ids: readonly string[],
): Promise<ReleasedTable<ReleasedContent>[]> {
  const standing = await standingIds(db, ids)
  for (const { entry, payload } of await readReleased(
    db,
    standing.filter((id) => !kept.has(id)),
  ))
    kept.set(
      entry.id,
      makeReleasedTable({ releaseId: entry.id, dataset: entry.dataset, period: entry.period, payload }),
    )
  const tables = standing.flatMap((id) => kept.get(id) ?? [])
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_TABLES) break
    kept.delete(oldest)
  }
  return tables
}

export function ledger(db: TenantDb, dataset: string): Promise<LedgerEntry[]> {
  return ledgerOf(db, dataset)
}
