import { type Certificate, type ProtectedTable, protectGroups, publicCertificate } from '@jamvikt/disclosure'
import { type Locale, localeOf } from '@jamvikt/i18n'
import type { Texts } from '@jamvikt/tables'
import { z } from 'zod'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { sha256 } from '../../../../platform/sha256.ts'
import {
  ledger,
  offerReleased,
  rehydrateTables,
  releaseTables,
  withdrawTables,
} from '../../../statistics/public.ts'
import type { Period } from '../../follow/model-follow.ts'
import { followed } from '../../follow/service/follow.ts'
import type { OpenedPlan } from '../../model.ts'
import { PlanTree } from '../../rules/tree.ts'
import { note } from '../../service/change-plan.ts'
import { openPlanById } from '../../service/open-plan.ts'
import { halfYearCode, reachedCells } from '../rules/reached-cells.ts'
import { type ReachedPeriod, reachedTable } from '../rules/reached-table.ts'
import { holdPlan } from '../store/publications.ts'

/** The smallest count above 0 that is shown. */
export const REACHED_THRESHOLD = 5
/** Protecting is work for this process: a plan with more activities in a period is not protected here. */
const MOST_ACTIVITIES = 100

/** A closed half-year: released already, taken back, ready to be released, or without anything that can be. */
export interface ReachedHalfYear {
  readonly period: Period
  readonly code: string
  readonly leftOut: readonly string[]
  readonly state:
    | { readonly kind: 'released' }
    | { readonly kind: 'withdrawn'; readonly at: Date; readonly notice: string }
    | { readonly kind: 'empty' | 'too-many' | 'unprotected' }
    | {
        readonly kind: 'ready'
        readonly table: ProtectedTable
        readonly certificate: Certificate
      }
}

const datasetOf = (planId: string) => `plan-reached:${planId}`

/** What a table of people reached would show of each closed half-year, small counts hidden. Nothing is released by asking. */
export async function previewReached(db: TenantDb, opened: OpenedPlan): Promise<ReachedHalfYear[]> {
  const { periods, updates } = await followed(db, opened.plan.id)
  const out = await ledger(db, datasetOf(opened.plan.id))
  const tree = new PlanTree(opened.document)
  return periods.flatMap((period): ReachedHalfYear[] => {
    const code = halfYearCode(period)
    if (code === null || period.closedAt === null) return []
    const { cells, leftOut } = reachedCells(
      tree,
      updates.filter(({ periodId }) => periodId === period.id),
    )
    const at = { period, code, leftOut }
    // A period is released once: what changes after that is not told, nor released in the place of what has been taken
    // back. Whoever has kept the old table could subtract the two, and counts do not tell who came and who left.
    const earlier = out.filter((entry) => entry.period === code)
    if (earlier.length > 0) return [{ ...at, leftOut: [], state: stateOf(earlier) }]
    if (cells.length === 0) return [{ ...at, state: { kind: 'empty' } }]
    if (cells.filter(({ by }) => 'activity' in by && !('sex' in by)).length > MOST_ACTIVITIES)
      return [{ ...at, state: { kind: 'too-many' } }]
    const done = protectGroups(cells, sha256, { threshold: REACHED_THRESHOLD })
    if (!done.ok) return [{ ...at, state: { kind: 'unprotected' } }]
    return [{ ...at, state: { kind: 'ready', table: done.table, certificate: done.certificate } }]
  })
}

function stateOf(entries: Awaited<ReturnType<typeof ledger>>): ReachedHalfYear['state'] {
  const last = entries.at(-1)
  return last === undefined || last.withdrawnAt === null
    ? { kind: 'released' }
    : { kind: 'withdrawn', at: last.withdrawnAt, notice: last.notice ?? '' }
}

/** What a preview is known by: whoever decides has seen just this. */
export function previewMark(halfYears: readonly ReachedHalfYear[]): string {
  return sha256(
    JSON.stringify(halfYears.map(({ code, state }) => [code, 'table' in state ? state.table : state.kind])),
  )
}

export type ReachedRefusal = {
  readonly ok: false
  readonly reason: 'nothing' | 'changed-meanwhile' | 'certificate-fails' | 'address-taken'
}

const payloadSchema = z.object({
  cells: z.array(
    z.object({
      by: z.record(z.string(), z.string()),
      suppressed: z.boolean().optional(),
      counts: z.object({ people: z.number() }).optional(),
    }),
  ),
})

/**
 * Releases what has been looked at by the region’s one door, with its proof, and puts all that stands into the catalogue of
 * statistics as one table. From there another person can open it for everybody.
 */
export async function releaseReached(
  db: TenantDb,
  actor: Actor,
  planId: string,
  seen: string,
): Promise<{ readonly ok: true; readonly slug: string } | ReachedRefusal> {
  const opened = (await holdPlan(db, planId)) ? await openPlanById(db, planId) : null
  if (opened === null) return { ok: false, reason: 'changed-meanwhile' }
  const halfYears = await previewReached(db, opened)
  if (previewMark(halfYears) !== seen) return { ok: false, reason: 'changed-meanwhile' }
  const dataset = datasetOf(planId)
  const requests = halfYears.flatMap(({ code, state }) =>
    state.kind === 'ready'
      ? [
          {
            dataset,
            period: code,
            method: 'suppression' as const,
            threshold: REACHED_THRESHOLD,
            recipientsUnknown: false,
            payload: {
              cells: state.table.cells,
              threshold: REACHED_THRESHOLD,
              certificate: publicCertificate(state.certificate),
            },
            certificate: state.certificate,
            replaces: null,
          },
        ]
      : [],
  )
  if (requests.length > 0) {
    const done = await releaseTables(db, actor, requests)
    if (!done.ok)
      return { ok: false, reason: done.reason === 'certificate-fails' ? done.reason : 'changed-meanwhile' }
    await note(db, actor, planId, 'reached-released', { periods: requests.map(({ period }) => period) })
  }
  return offer(db, actor, opened)
}

/**
 * Takes a released half-year back: what was made of it is no longer open from that moment, and the table in the catalogue
 * becomes one of the half-years that stand. The ledger keeps that it was out.
 */
export async function withdrawReached(
  db: TenantDb,
  actor: Actor,
  planId: string,
  code: string,
  notice: string,
): Promise<{ readonly ok: true } | ReachedRefusal> {
  const opened = (await holdPlan(db, planId)) ? await openPlanById(db, planId) : null
  const standing = (await ledger(db, datasetOf(planId))).find(
    ({ period, withdrawnAt }) => period === code && withdrawnAt === null,
  )
  if (opened === null || standing === undefined) return { ok: false, reason: 'changed-meanwhile' }
  await withdrawTables(db, actor, [standing.id], notice)
  await note(db, actor, planId, 'reached-withdrawn', { period: code, notice })
  // Where none stands, or the name has been taken since, the table stays as it is; it is not open.
  await offer(db, actor, opened)
  return { ok: true }
}

async function offer(
  db: TenantDb,
  actor: Actor,
  { plan, document }: OpenedPlan,
): Promise<{ readonly ok: true; readonly slug: string } | ReachedRefusal> {
  const standing = (await ledger(db, datasetOf(plan.id))).filter(({ withdrawnAt }) => withdrawnAt === null)
  const tables = await rehydrateTables(
    db,
    standing.map(({ id }) => id),
  )
  if (tables.length === 0) return { ok: false, reason: 'nothing' }
  const periods = tables
    .map(({ payload: { period, payload } }): ReachedPeriod => {
      const { cells } = payloadSchema.parse(payload)
      return { code: period, cells: cells.map(({ by, counts }) => ({ by, people: counts?.people ?? null })) }
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const tree = new PlanTree(document)
  const inBoth = (say: (locale: Locale) => string): Texts => ({
    sv: say(localeOf('sv')),
    en: say(localeOf('en')),
  })
  const words = (dimension: string, code: string): Texts => {
    if (dimension === 'activity' && code !== '' && code !== 'total') {
      const name = tree.of('activity', code)?.fields.name ?? code
      return { sv: name, en: name }
    }
    return inBoth((locale) =>
      locale.dynamic(`plan.reached.${dimension}${code === '' ? '' : `.${code}`}`, code),
    )
  }
  const title = inBoth((locale) => locale.text('plan.reached.name', { plan: plan.facts.name }))
  const kept = await offerReleased(db, actor, {
    name: (title.sv ?? plan.facts.name).slice(0, 200),
    description: localeOf('sv').text('plan.reached.description', { threshold: REACHED_THRESHOLD }),
    area: 'background',
    producer: localeOf('sv').text('plan.reached.producer'),
    licence: 'CC0',
    synthetic: plan.facts.synthetic,
    tables,
    part: 'activity-sex',
    table: reachedTable(
      periods,
      tree.all('activity').map(({ id }) => id),
      words,
      title,
    ),
  })
  if (!kept.ok && kept.reason !== 'unchanged') return { ok: false, reason: 'address-taken' }
  return { ok: true, slug: kept.slug }
}
