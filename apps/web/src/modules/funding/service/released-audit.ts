import { assertReleased, type PublicCertificate, type ReleasedTable } from '@jamvikt/disclosure'
import type { Actor } from '../../../platform/policy.ts'
import { ledger, type ReleasedContent, rehydrateTables } from '../../statistics/public.ts'
import type { FundingList, FundingRelease } from '../model.ts'
import { findList } from '../store/lists.ts'
import { findRelease } from '../store/releases.ts'
import type { AuditView, ReleasedPayload } from '../worker/engine-messages.ts'
import type { FundingDoors } from './doors.ts'
import { datasetOf } from './release-periods.ts'

export interface ReleasedAudit {
  readonly list: FundingList
  readonly release: FundingRelease
  /** Periods of the release that stand, and those chosen. */
  readonly periods: readonly string[]
  readonly chosen: readonly string[]
  readonly view: AuditView | null
  /** Every crossing of the periods chosen, for files. */
  readonly everything: () => Promise<AuditView | null>
  readonly tables: readonly ReleasedTable<ReleasedContent>[]
  readonly threshold: number
  readonly leaderRule: string | null
  /** Notices of periods that were taken back. */
  readonly notices: readonly string[]
  /** What may be told of the proof of each period chosen; releases from before there was one have none. */
  readonly proofs: readonly { readonly period: string; readonly certificate: PublicCertificate }[]
  readonly series: readonly { readonly period: string; readonly view: AuditView }[]
}

/** The audit of a release: of all its periods, or of those chosen, from released tables and nothing else. */
export async function releasedAudit(
  doors: FundingDoors,
  actor: Actor,
  releaseId: string,
  question: { periods: readonly string[]; crossing: readonly string[] },
): Promise<ReleasedAudit | null> {
  const found = await doors.inRegion(actor, async (db) => {
    const release = await findRelease(db, releaseId)
    const list = release ? await findList(db, release.listId) : null
    if (!release || !list) return null
    const tables = await rehydrateTables(db, release.tableIds)
    const entries = await ledger(db, datasetOf(list.id))
    return { release, list, tables, entries }
  })
  if (!found) return null
  const { release, list, tables, entries } = found
  const payloads = tables.map((table) => {
    assertReleased(table)
    return {
      id: table.payload.releaseId,
      period: table.payload.period,
      payload: table.payload.payload as ReleasedPayload,
    }
  })
  const periods = payloads.map((one) => one.period)
  const asked = periods.filter((period) => question.periods.includes(period))
  const chosen = asked.length > 0 ? asked : periods
  const ask = async (names: readonly string[], crossing: readonly string[] | null) => {
    const asked = payloads.filter((one) => names.includes(one.period))
    const key = JSON.stringify(['released', actor.regionId, asked.map((one) => one.id), crossing])
    const tables = asked.map((one) => one.payload)
    const answer = await doors.engine.ask(key, () => ({ task: 'released', tables, crossing }))
    return answer.kind === 'view' ? answer.view : null
  }
  const series = await Promise.all(periods.map(async (period) => ({ period, view: await ask([period], []) })))
  return {
    list,
    release,
    periods,
    chosen,
    view: await ask(chosen, question.crossing),
    everything: () => ask(chosen, null),
    tables,
    threshold: payloads[0]?.payload.threshold ?? list.threshold,
    leaderRule: payloads[0]?.payload.leaderRule ?? null,
    notices: entries.flatMap((entry) =>
      release.tableIds.includes(entry.id) && entry.notice ? [entry.notice] : [],
    ),
    proofs: payloads.flatMap(({ period, payload: { certificate } }) =>
      certificate && chosen.includes(period) ? [{ period, certificate }] : [],
    ),
    series: series.flatMap((one) => (one.view ? [{ period: one.period, view: one.view }] : [])),
  }
}
