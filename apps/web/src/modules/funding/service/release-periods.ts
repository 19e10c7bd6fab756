import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { ledger, releaseTables, withdrawTables } from '../../statistics/public.ts'
import type { FundingList } from '../model.ts'
import { findList, lockList } from '../store/lists.ts'
import {
  insertRelease,
  listsSharing,
  releasesOf,
  replaceReleasedCases,
  setReleasedPeriod,
} from '../store/releases.ts'
import type { EngineAnswer, ProtectedPeriod } from '../worker/engine-messages.ts'
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
  const base = await baseOf(doors, actor, list)
  const releases = await doors.inRegion(actor, (db) => ledger(db, datasetOf(list.id)))
  return doors.engine.ask({
    task: 'protect',
    source: { ...sourceOf(actor, list), personId: '' },
    threshold: list.threshold,
    periodYears: list.periodYears,
    leaderRule: list.mapping.leaderRule ?? null,
    base: baseCells(base),
    countsWhat: base?.countsWhat ?? null,
    thisYear: new Date().getFullYear(),
    releases: releases.filter((entry) => entry.withdrawnAt === null).length * 1000 + releases.length,
  })
}

export type ReleaseResult =
  | { readonly ok: true; readonly releaseId: string }
  | {
      readonly ok: false
      readonly reason: 'nothing-chosen' | 'changed-meanwhile' | 'not-releasable' | 'withdrawn'
    }
  | { readonly ok: false; readonly reason: 'overlap'; readonly lists: readonly string[] }

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
  const preview = await previewRelease(doors, actor, list)
  if (preview.kind !== 'protected') return { ok: false, reason: 'not-releasable' }
  const periods = preview.periods.filter((one) => chosen.includes(one.period) && one.ended)
  if (periods.length === 0) return { ok: false, reason: 'nothing-chosen' }
  return doors.inRegion(actor, async (db): Promise<ReleaseResult> => {
    await lockList(db, list.id)
    const now = await findList(db, list.id)
    if (!now || now.version !== list.version || now.withdrawnAt)
      return { ok: false, reason: 'changed-meanwhile' }
    const subjects = periods.flatMap((one) => one.content.map((row) => row.subject))
    const lists = await listsSharing(db, list.id, subjects)
    if (lists.length > 0) return { ok: false, reason: 'overlap', lists }
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
      if (!id) return { ok: false, reason: 'not-releasable' }
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
): Promise<string | null> {
  const done = await releaseTables(db, actor, [
    { dataset: datasetOf(list.id), period: period.period, method: METHOD, payload: period.payload },
  ])
  const id = done.ok ? done.ids[0] : undefined
  if (!id) return null
  const cases = period.content.map((row) => ({ ...row, content: JSON.parse(row.content) as unknown }))
  await replaceReleasedCases(db, actor.regionId, list.id, period.period, cases)
  await setReleasedPeriod(db, actor.regionId, list.id, period)
  return id
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
