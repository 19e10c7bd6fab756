import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { ledger, releaseTables, withdrawTables } from '../../statistics/public.ts'
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
import type { AuditView, EngineAnswer, ProtectedPeriod } from '../worker/engine-messages.ts'
import type { FundingDoors } from './doors.ts'
import { baseCells, baseOf, sourceOf } from './working-audit.ts'

const METHOD = 'suppression-1'
export const datasetOf = (listId: string) => `funding-list:${listId}`

/** What each period of a list would show and hide; nothing is released by asking. */
export async function previewRelease(
  doors: FundingDoors,
  actor: Actor,
  list: FundingList,
): Promise<EngineAnswer> {
  if (list.mapping.sexInferred) return { kind: 'refused', reason: 'sex-inferred' }
  const releases = await doors.inRegion(actor, (db) => ledger(db, datasetOf(list.id)))
  const standing = releases.map((entry) => [entry.id, entry.withdrawnAt !== null])
  const thisYear = new Date().getFullYear()
  const key = JSON.stringify([
    'protect',
    actor.regionId,
    list.id,
    list.version,
    list.baseId,
    standing,
    thisYear,
  ])
  return doors.engine.ask(key, async () => {
    const base = await baseOf(doors, actor, list)
    return {
      task: 'protect',
      source: { ...sourceOf(actor, list), personId: '' },
      threshold: list.threshold,
      periodYears: list.periodYears,
      leaderRule: list.mapping.leaderRule ?? null,
      base: baseCells(base),
      countsWhat: base?.countsWhat ?? null,
      thisYear,
    }
  })
}

/** One period as its readers would see it. */
export async function previewPeriod(
  doors: FundingDoors,
  actor: Actor,
  list: FundingList,
  period: string,
  crossing: readonly string[],
): Promise<AuditView | null> {
  const preview = await previewRelease(doors, actor, list)
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
      readonly reason: 'nothing-chosen' | 'changed-meanwhile' | 'not-releasable' | 'withdrawn'
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
    let added = 0
    for (const period of periods) {
      const old = ids.get(period.period)
      if (period.state.kind === 'unchanged' && old) continue
      const correctable = period.state.kind !== 'not-correctable'
      if (old)
        await withdrawTables(db, actor, [old], notice(correctable ? 'corrected' : 'withdrawn', period.period))
      ids.delete(period.period)
      if (!correctable) continue
      const id = await releaseOne(db, actor, list, period)
      ids.set(period.period, id)
      added += 1
    }
    if (added === 0) return { ok: false, reason: 'withdrawn' }
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

async function releaseOne(
  db: TenantDb,
  actor: Actor,
  list: FundingList,
  period: ProtectedPeriod,
): Promise<string> {
  const done = await releaseTables(db, actor, [
    { dataset: datasetOf(list.id), period: period.period, method: METHOD, payload: period.payload },
  ])
  const id = done.ok ? done.ids[0] : undefined
  // Thrown, so that nothing of a release that cannot be whole is kept.
  if (!id) throw new Error(`the ledger refused a period: ${done.ok ? 'no id' : done.reason}`)
  if (list.kind === 'cases') await keepReleasedCases(db, list.id, period)
  await setReleasedPeriod(db, actor.regionId, list.id, period)
  return id
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
