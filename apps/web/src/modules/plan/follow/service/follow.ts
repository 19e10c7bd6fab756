import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import type { OpenedPlan } from '../../model.ts'
import { mergeFields } from '../../rules/merge-fields.ts'
import { swedishDay } from '../../rules/swedish-day.ts'
import { note } from '../../service/change-plan.ts'
import { planById } from '../../store/plans.ts'
import type { ActivityUpdate, Told } from '../model-follow.ts'
import { isDeviation } from '../rules/check-told.ts'
import { halfYearChanges } from '../rules/half-years.ts'
import { holdPeriod, holdPlan, insertPeriods, periodsOf, setClosed, setSpan } from '../store/periods.ts'
import { holdUpdate, insertUpdate, writeUpdate } from '../store/updates.ts'
import { freeze, thaw } from './frozen.ts'

/** Makes the half-years that a plan lacks, and lets those that are open follow its days. @returns how many were made or changed */
export async function makeHalfYears(db: TenantDb, actor: Actor, { plan }: OpenedPlan): Promise<number> {
  await holdPlan(db, plan.id, 'alone')
  const now = (await planById(db, plan.id)) ?? plan
  const { add, change } = halfYearChanges(now.facts, await periodsOf(db, plan.id))
  const made = await insertPeriods(db, { regionId: actor.regionId, planId: plan.id }, add)
  let changed = 0
  for (const { id, span } of change) if (await setSpan(db, plan.id, id, span)) changed += 1
  if (made > 0) await note(db, actor, plan.id, 'periods-made', { made })
  if (changed > 0) await note(db, actor, plan.id, 'periods-changed', { change })
  return made + changed
}

/**
 * Closes a period: what is told of it stays, and what it rests on is kept as it stands. Opening it again is written down with
 * its reason.
 */
export async function closePeriod(
  db: TenantDb,
  actor: Actor,
  planId: string,
  periodId: string,
  change: { readonly act: 'close' } | { readonly act: 'reopen'; readonly reason: string },
): Promise<boolean> {
  await holdPlan(db, planId, 'together')
  const isClosing = change.act === 'close'
  const done = await setClosed(db, planId, periodId, isClosing ? actor.personId : null)
  if (!done) return false
  if (!isClosing) await thaw(db, periodId)
  const kept = isClosing
    ? { hash: await freeze(db, actor, { planId, periodId }, swedishDay(new Date())) }
    : {}
  await note(db, actor, planId, `period-${change.act}`, { period: periodId, ...change, ...kept })
  return true
}

export { standingsIn } from '../rules/standing.ts'
export { followed, followedIn } from '../store/followed.ts'

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
