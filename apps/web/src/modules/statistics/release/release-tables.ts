import { isDeepStrictEqual } from 'node:util'
import { faultOfMethod, publicCertificate, type ReleasedTable, verifyGroups } from '@jamvikt/disclosure'
import { makeReleasedTable } from '@jamvikt/disclosure/released-table'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import { log } from '../../../platform/log.ts'
import type { Actor } from '../../../platform/policy.ts'
import { sha256 } from '../../../platform/sha256.ts'
import type { LedgerEntry, ReleasedContent, ReleaseRefusal, ReleaseRequest } from '../model.ts'
import {
  insertReleased,
  keepCertificate,
  ledgerOf,
  markWithdrawn,
  readReleased,
  standingIds,
} from '../store/released-tables.ts'
import { withoutMedians } from './shown-medians.ts'

/**
 * The one door out: enters protected tables in the ledger, each dataset and period once, and keeps their proofs. A dataset
 * keeps one method for ever, since two methods over the same cases could be compared. Each proof is checked against what
 * would be shown and what the settings ask for; of medians it says nothing, and only their form is checked. Nothing is written unless every request may pass.
 */
export async function releaseTables(
  db: TenantDb,
  actor: Actor,
  requests: readonly ReleaseRequest[],
): Promise<{ readonly ok: true; readonly ids: readonly string[] } | ReleaseRefusal> {
  const ledgers = new Map<string, readonly LedgerEntry[]>()
  for (const { dataset } of requests) {
    if (!ledgers.has(dataset)) ledgers.set(dataset, await ledgerOf(db, dataset))
  }
  const entriesOf = ({ dataset }: ReleaseRequest) => ledgers.get(dataset) ?? []
  const asked = new Set<string>()
  for (const request of requests) {
    const place = JSON.stringify([request.dataset, request.period])
    const reason = asked.has(place) ? 'period-released' : refusalOf(entriesOf(request), request)
    if (reason !== null) return { ok: false, reason }
    asked.add(place)
  }
  const ids: string[] = []
  for (const request of requests) ids.push(await enter(db, actor, request, entriesOf(request)))
  return { ok: true, ids }
}

function refusalOf(
  entries: readonly LedgerEntry[],
  request: ReleaseRequest,
): ReleaseRefusal['reason'] | null {
  const { dataset, period, method, replaces } = request
  const methods = entries.flatMap((entry) =>
    entry.method === 'public-source' ? [] : [{ method: entry.method }],
  )
  const fault = faultOfMethod({ releasesOf: () => methods }, { dataset, kind: 'audit' }, method)
  if (fault !== null || methods.length < entries.length) return 'method-differs'
  const standing = entries.filter((entry) => entry.period === period && entry.withdrawnAt === null)
  if (standing.some((entry) => entry.id !== replaces?.id)) return 'period-released'
  const reason = faultOfProof(request)
  if (reason === null) return null
  log('error', 'certificate', { reason })
  return 'certificate-fails'
}

function faultOfProof({ threshold, recipientsUnknown, payload, certificate }: ReleaseRequest): string | null {
  const groups = withoutMedians(payload.cells)
  if (groups === null) return 'median-differs'
  const proof = verifyGroups(groups, certificate, sha256, { threshold, recipientsUnknown })
  if (!proof.ok) return proof.reason
  const isTold = isDeepStrictEqual(payload.certificate, publicCertificate(certificate))
  return isTold && payload.threshold === threshold ? null : 'told-otherwise'
}

async function enter(
  db: TenantDb,
  actor: Actor,
  request: ReleaseRequest,
  entries: readonly LedgerEntry[],
): Promise<string> {
  const { dataset, period, payload, certificate, replaces } = request
  const { regionId, personId } = actor
  if (replaces !== null) await withdrawTables(db, actor, [replaces.id], replaces.notice)
  const contentHash = sha256(JSON.stringify(payload))
  const id = await insertReleased(db, {
    ...request,
    regionId,
    releasedBy: personId,
    contentHash,
    replaces: entries.findLast((entry) => entry.period === period)?.id ?? null,
  })
  await keepCertificate(db, { regionId, tableId: id, certificate })
  await remember(db, {
    regionId,
    actorId: personId,
    kind: 'change',
    entity: 'released-table',
    entityId: id,
    action: 'released',
    details: { dataset, period, contentHash },
  })
  return id
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
