import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import type { OpenedPlan } from '../../model.ts'
import { mergeFields } from '../../rules/merge-fields.ts'
import { PlanTree } from '../../rules/tree.ts'
import { note } from '../../service/change-plan.ts'
import type { ActivityUpdate, Period, Told } from '../model-follow.ts'
import { isDeviation } from '../rules/check-told.ts'
import { halfYears } from '../rules/half-years.ts'
import { isDuring, type Standing } from '../rules/standing.ts'
import { holdPeriod, insertPeriods, periodsOf, setClosed } from '../store/periods.ts'
import { holdUpdate, insertUpdate, updatesOf, writeUpdate } from '../store/updates.ts'

export interface Followed {
  readonly periods: readonly Period[]
  readonly updates: readonly ActivityUpdate[]
}

/** The periods of a plan and all that is told in them. */
export async function followed(db: TenantDb, planId: string): Promise<Followed> {
  return { periods: await periodsOf(db, planId), updates: await updatesOf(db, planId) }
}

/** The activities of a period in the plan’s order, each with what is told of it; what is told stays, also of others. */
export function standingsIn(
  { document }: OpenedPlan,
  { periods, updates }: Followed,
  period: Period,
): Standing[] {
  const earlier = periods[periods.findIndex(({ id }) => id === period.id) - 1]
  const toldIn = (periodId: string | undefined, activityId: string) =>
    updates.find((update) => update.periodId === periodId && update.activityId === activityId) ?? null
  return new PlanTree(document).all('activity').flatMap((activity) => {
    const update = toldIn(period.id, activity.id)
    if (update === null && !isDuring(activity, period)) return []
    return [{ activity, update, before: toldIn(earlier?.id, activity.id)?.status ?? null }]
  })
}

/** Makes the half-years of a plan that are not there yet. @returns how many were made */
export async function makeHalfYears(db: TenantDb, actor: Actor, { plan }: OpenedPlan): Promise<number> {
  const spans = halfYears(plan.facts.startsOn, plan.facts.endsOn)
  const made = await insertPeriods(db, { regionId: actor.regionId, planId: plan.id }, spans)
  if (made > 0) await note(db, actor, plan.id, 'periods-made', { made })
  return made
}

/** Closes a period: what is told of it stays. Opening it again is written down with its reason. */
export async function closePeriod(
  db: TenantDb,
  actor: Actor,
  planId: string,
  periodId: string,
  change: { readonly act: 'close' } | { readonly act: 'reopen'; readonly reason: string },
): Promise<boolean> {
  const done = await setClosed(db, planId, periodId, change.act === 'close' ? actor.personId : null)
  if (done) await note(db, actor, planId, `period-${change.act}`, { period: periodId, ...change })
  return done
}

export type TellRefusal =
  | { readonly ok: false; readonly reason: 'gone' | 'closed' }
  /** Somebody else has told of the same meanwhile: both stand, and the page shows them. */
  | {
      readonly ok: false
      readonly reason: 'clash'
      readonly latest: ActivityUpdate
      readonly merged: Told
      readonly fields: readonly string[]
    }

type Flat = Readonly<Record<string, string | number | null>>

function flat({ status, done, cause, measure, reached }: Told): Flat {
  return { status, done, cause, measure, ...reached }
}

function unflat(fields: Flat): Told {
  const { status, done, cause, measure, women, men, other, unknown } = fields
  return { status, done, cause, measure, reached: { women, men, other, unknown } } as unknown as Told
}

const isSame = (_field: string, a: unknown, b: unknown) => a === b

/**
 * Tells how an activity goes in a period. What somebody else has told meanwhile in other fields stays theirs; where both
 * have written in one, nothing is written and both are given back. What was refused so is kept in the history.
 * @param seen what the writer had before them; `null` where nothing was told
 */
export async function tell(
  db: TenantDb,
  actor: Actor,
  of: { readonly planId: string; readonly periodId: string; readonly activityId: string },
  seen: { readonly revision: number; readonly told: Told } | null,
  told: Told,
): Promise<{ readonly ok: true } | TellRefusal> {
  const period = await holdPeriod(db, of.planId, of.periodId)
  if (period === null) return { ok: false, reason: 'gone' }
  if (period.closedAt !== null) return { ok: false, reason: 'closed' }
  const by = { ...of, regionId: actor.regionId, personId: actor.personId, personName: actor.personName }
  const isFirst = seen === null && (await insertUpdate(db, by, told))
  if (isFirst) {
    await note(db, actor, of.planId, 'update-told', { ...of, after: told })
    return { ok: true }
  }
  const latest = await holdUpdate(db, of.periodId, of.activityId)
  if (latest === null) return { ok: false, reason: 'gone' }
  const base = seen === null ? {} : latest.revision === seen.revision ? flat(latest) : flat(seen.told)
  const { merged, clashing } = mergeFields(base, flat(latest), flat(told), isSame)
  const whole = unflat(merged)
  // Cause and measure go with the status: a deviation that loses them by another’s change is shown to both.
  const isLacking = isDeviation(whole.status) && (whole.cause === '' || whole.measure === '')
  const fields = isLacking ? [...new Set([...clashing, 'cause', 'measure'])] : clashing
  if (fields.length > 0) {
    await note(db, actor, of.planId, 'update-clashed', { ...of, given: told, latest })
    return { ok: false, reason: 'clash', latest, merged: whole, fields }
  }
  if (JSON.stringify(merged) === JSON.stringify(flat(latest))) return { ok: true }
  await writeUpdate(db, by, latest.revision + 1, whole)
  await note(db, actor, of.planId, 'update-changed', { ...of, before: unflat(flat(latest)), after: whole })
  return { ok: true }
}
