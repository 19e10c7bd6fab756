import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { ledger, type ReleaseRequest, releaseTables, withdrawTables } from '../../statistics/public.ts'
import type { FundingList } from '../model.ts'
import { periodOf, UNDATED } from '../rules/periods.ts'
import { findList, lockList } from '../store/lists.ts'
import {
  insertRelease,
  keepReleasedCases,
  listsSharing,
  periodsSharing,
  releasedPeriods,
  releasesOf,
  setReleasedPeriod,
} from '../store/releases.ts'
import type { AuditView, EngineAnswer, ProtectedPeriod, ProtectTask } from '../worker/engine-messages.ts'
import type { Standing } from './audit-engine.ts'
import type { FundingDoors } from './doors.ts'
import { baseCells, baseOf, sourceOf } from './working-audit.ts'

const METHOD = 'suppression'
export const datasetOf = (listId: string) => `funding-list:${listId}`

/** What each period of a list would show and hide; nothing is released by asking. */
export async function previewRelease(
  doors: FundingDoors,
  actor: Actor,
  list: FundingList,
): Promise<EngineAnswer> {
  if (list.mapping.sexInferred) return INFERRED
  return doors.engine.ask(await protectionKey(doors, actor, list), () => protectTask(doors, actor, list))
}

/** The same after a moment's wait, or how far the protection has come. */
export async function previewSoon(doors: FundingDoors, actor: Actor, list: FundingList): Promise<Standing> {
  if (list.mapping.sexInferred) return { state: 'done', answer: INFERRED }
  return doors.engine.look(await protectionKey(doors, actor, list), () => protectTask(doors, actor, list))
}

/** How far the protection of a list has come, 0–1; null when none is under way. */
export async function protectionShare(doors: FundingDoors, actor: Actor, list: FundingList) {
  const standing = doors.engine.standing(await protectionKey(doors, actor, list))
  return standing?.state === 'running' ? standing.share : null
}

/** Ends the protection of a list that is under way, and forgets one that failed: the next preview starts anew. */
export async function endProtection(doors: FundingDoors, actor: Actor, list: FundingList) {
  doors.engine.forget(await protectionKey(doors, actor, list))
}

const INFERRED = { kind: 'refused', reason: 'sex-inferred' } as const

async function protectionKey(doors: FundingDoors, actor: Actor, list: FundingList): Promise<string> {
  const { id, version, baseId } = list
  const mark = await doors.inRegion(actor, (db) => ledgerMark(db, id))
  return JSON.stringify(['protect', actor.regionId, id, version, baseId, mark, new Date().getFullYear()])
}

async function protectTask(doors: FundingDoors, actor: Actor, list: FundingList): Promise<ProtectTask> {
  const base = await baseOf(doors, actor, list)
  return {
    task: 'protect',
    source: { ...sourceOf(actor, list), personId: '' },
    threshold: list.threshold,
    periodYears: list.periodYears,
    leaderRule: list.mapping.leaderRule ?? null,
    base: baseCells(base),
    countsWhat: base?.countsWhat ?? null,
    thisYear: new Date().getFullYear(),
  }
}

/** One period as its readers would see it; null when the list does not hold it. Waits no longer than a moment. */
export async function previewPeriod(
  doors: FundingDoors,
  actor: Actor,
  list: FundingList,
  period: string,
  crossing: readonly string[],
): Promise<AuditView | 'not-protected' | null> {
  const standing = await previewSoon(doors, actor, list)
  if (standing.state !== 'done') return 'not-protected'
  const preview = standing.answer
  const found =
    preview.kind === 'protected' ? preview.periods.find((one) => one.period === period) : undefined
  if (!found) return null
  const key = JSON.stringify(['preview', actor.regionId, list.id, list.version, found.contentHash, crossing])
  const answer = await doors.engine.ask(key, () => ({ task: 'released', tables: [found.payload], crossing }))
  return answer.kind === 'view' ? answer.view : null
}

export type ReleaseResult =
  | { readonly ok: true; readonly releaseId: string }
  | {
      readonly ok: false
      readonly reason:
        | 'nothing-chosen'
        | 'changed-meanwhile'
        | 'not-releasable'
        | 'withdrawn'
        | 'method-differs'
        | 'certificate-fails'
    }
  | { readonly ok: false; readonly reason: 'overlap' | 'moved'; readonly names: readonly string[] }

/**
 * Releases the chosen periods to the region's members, once and with all crossings together. A period that changed after
 * its release is corrected if the change itself may be shown; otherwise what was released is withdrawn with a notice.
 */
export async function releasePeriods(
  doors: FundingDoors,
  actor: Actor,
  list: FundingList,
  chosen: readonly string[],
  notice: (kind: 'corrected' | 'withdrawn', period: string) => string,
): Promise<ReleaseResult> {
  const seen = await doors.inRegion(actor, (db) => ledgerMark(db, list.id))
  const preview = await previewRelease(doors, actor, list)
  if (preview.kind !== 'protected') return { ok: false, reason: 'not-releasable' }
  const periods = preview.periods.filter((one) => chosen.includes(one.period) && one.ended)
  if (periods.length === 0) return { ok: false, reason: 'nothing-chosen' }
  return doors.inRegion(actor, async (db): Promise<ReleaseResult> => {
    await lockList(db, list.id)
    const now = await findList(db, list.id)
    // What was looked at must be what stands: no import, setting, withdrawal or release came between.
    if (!now || now.version !== list.version || now.withdrawnAt || (await ledgerMark(db, list.id)) !== seen)
      return { ok: false, reason: 'changed-meanwhile' }
    const refusal = await refusalOf(db, now, periods)
    if (refusal) return refusal
    const standing = (await ledger(db, datasetOf(list.id))).filter((entry) => entry.withdrawnAt === null)
    const ids = new Map(standing.map((entry) => [entry.period, entry.id]))
    const due = periods.filter((one) => one.state.kind !== 'unchanged' || !ids.has(one.period))
    const gone = due.filter((one) => one.state.kind === 'not-correctable')
    const fresh = due.filter((one) => !gone.includes(one))
    const done = await releaseTables(
      db,
      actor,
      fresh.map((one) => requestOf(now, one, ids.get(one.period), notice)),
    )
    if (!done.ok)
      return { ok: false, reason: done.reason === 'period-released' ? 'changed-meanwhile' : done.reason }
    for (const { period } of gone) {
      const old = ids.get(period)
      if (old) await withdrawTables(db, actor, [old], notice('withdrawn', period))
      ids.delete(period)
    }
    for (const [i, id] of done.ids.entries()) {
      const period = fresh[i]
      if (!period) continue
      if (list.kind === 'cases') await keepReleasedCases(db, list.id, period)
      await setReleasedPeriod(db, actor.regionId, list.id, period)
      ids.set(period.period, id)
    }
    if (fresh.length === 0) return { ok: false, reason: 'withdrawn' }
    const tableIds = [...ids].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id)
    const releaseId = await insertRelease(db, {
      regionId: actor.regionId,
      listId: list.id,
      tableIds,
      releasedBy: actor.personId,
    })
    await remember(db, {
      regionId: actor.regionId,
      actorId: actor.personId,
      kind: 'change',
      entity: 'funding-release',
      entityId: releaseId,
      action: 'released',
      details: { listId: list.id, periods: periods.map((one) => one.period) },
    })
    return { ok: true, releaseId }
  })
}

function requestOf(
  list: FundingList,
  { period, payload, certificate }: ProtectedPeriod,
  old: string | undefined,
  notice: (kind: 'corrected', period: string) => string,
): ReleaseRequest {
  return {
    dataset: datasetOf(list.id),
    period,
    method: METHOD,
    threshold: list.threshold,
    recipientsUnknown: list.kind === 'aggregated',
    payload,
    certificate,
    replaces: old === undefined ? null : { id: old, notice: notice('corrected', period) },
  }
}

/** The state of a list's ledger in one text: another text, another state. */
async function ledgerMark(db: TenantDb, listId: string): Promise<string> {
  return JSON.stringify(
    (await ledger(db, datasetOf(listId))).map((entry) => [entry.id, entry.withdrawnAt !== null]),
  )
}

/** Why periods may not be released beside what is out already: the same cases must never stand in two tables. */
async function refusalOf(
  db: TenantDb,
  list: FundingList,
  periods: readonly ProtectedPeriod[],
): Promise<ReleaseResult | null> {
  const fits = (key: string) => key === UNDATED.key || periodOf(key.slice(0, 4), list.periodYears).key === key
  const earlier = await releasedPeriods(db, list.id)
  if (!earlier.every((one) => fits(one.period))) return { ok: false, reason: 'not-releasable' }
  if (list.kind === 'aggregated') return null
  const lists = new Set<string>()
  const moved = new Set<string>()
  for (const period of periods) {
    for (const name of await listsSharing(db, list.id, period)) lists.add(name)
    for (const other of await periodsSharing(db, list.id, period)) moved.add(other)
  }
  if (lists.size > 0) return { ok: false, reason: 'overlap', names: [...lists] }
  const chosen = new Set(periods.map((period) => period.period))
  const others = [...moved].filter((other) => !chosen.has(other))
  return others.length > 0 ? { ok: false, reason: 'moved', names: others } : null
}

/** A list that is taken back takes its released figures with it. */
export async function withdrawReleases(db: TenantDb, actor: Actor, listId: string, notice: string) {
  const standing = (await ledger(db, datasetOf(listId))).filter((entry) => entry.withdrawnAt === null)
  await withdrawTables(
    db,
    actor,
    standing.map((entry) => entry.id),
    notice,
  )
}

export async function hasReleases(db: TenantDb, listId: string): Promise<boolean> {
  return (await releasesOf(db, listId)).length > 0
}

/** Periods of a list whose released figures stand. */
export async function standingPeriods(doors: FundingDoors, actor: Actor, listId: string): Promise<string[]> {
  const entries = await doors.inRegion(actor, (db) => ledger(db, datasetOf(listId)))
  return entries.flatMap((entry) => (entry.withdrawnAt === null ? [entry.period] : []))
}
