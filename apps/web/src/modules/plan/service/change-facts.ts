import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { Plan } from '../model.ts'
import { mergeFields } from '../rules/merge-fields.ts'
import { allPlans, nextRevision, planById, setFacts } from '../store/plans.ts'
import { note } from './change-plan.ts'

/** What can be changed of what a plan says of itself. */
export interface ChangedFacts {
  readonly name: string
  readonly lede: string
  readonly startsOn: string
  readonly endsOn: string
  /** Id of the plan that it serves; `''` for none. */
  readonly above: string
}

export type FactsRefusal =
  | {
      readonly ok: false
      readonly reason: 'gone' | 'no-such-plan-above' | 'serves-itself' | 'ends-before-start'
    }
  | {
      readonly ok: false
      readonly reason: 'clash'
      readonly latest: Readonly<Record<string, string>>
      readonly fields: readonly string[]
      /** Both put together: of what clashes, the writer’s own. */
      readonly merged: Readonly<Record<string, string>>
    }

export function factsOf(plan: Plan): ChangedFacts {
  const { name, lede, startsOn, endsOn } = plan.facts
  return { name, lede, startsOn, endsOn, above: plan.above ?? '' }
}

/**
 * Changes what a plan says of itself. What only somebody else has changed meanwhile stays theirs.
 * @param seen what it said as the writer had it before them
 * @param mine checked
 */
export async function changeFacts(
  db: TenantDb,
  actor: Actor,
  planId: string,
  seen: Readonly<Record<string, unknown>>,
  mine: ChangedFacts,
): Promise<{ readonly ok: true } | FactsRefusal> {
  const plan = await nextRevision(db, planId)
  if (plan === null) return { ok: false, reason: 'gone' }
  const latest = factsOf(plan)
  const { merged, clashing } = mergeFields(seen, { ...latest }, { ...mine }, (_field, a, b) => a === b)
  if (clashing.length > 0) {
    await note(db, actor, planId, 'facts-clashed', { given: mine, latest })
    return { ok: false, reason: 'clash', latest: { ...latest }, fields: clashing, merged }
  }
  const to: ChangedFacts = { ...latest, ...merged }
  if (to.endsOn < to.startsOn) return { ok: false, reason: 'ends-before-start' }
  const refused = await cannotServe(db, planId, to.above)
  if (refused !== null) return { ok: false, reason: refused }
  const { above, ...facts } = to
  await setFacts(db, planId, { facts: { ...plan.facts, ...facts }, above: above === '' ? null : above })
  await note(db, actor, planId, 'facts-changed', { before: latest, after: to })
  return { ok: true }
}

/** Sets what a new plan serves. */
export async function placeUnder(db: TenantDb, actor: Actor, planId: string, above: string) {
  const plan = await planById(db, planId)
  if (plan === null) return
  await setFacts(db, planId, { facts: plan.facts, above })
  await note(db, actor, planId, 'placed-under', { above })
}

/** Why a plan cannot stand under another; `null` where it can. */
export async function cannotServe(
  db: TenantDb,
  planId: string | null,
  above: string,
): Promise<'no-such-plan-above' | 'serves-itself' | null> {
  if (above === '') return null
  const plans = new Map((await allPlans(db)).map((plan) => [plan.id, plan]))
  if (!plans.has(above)) return 'no-such-plan-above'
  const passed = new Set<string>()
  for (let at: string | null = above; at !== null && !passed.has(at); at = plans.get(at)?.above ?? null) {
    if (at === planId) return 'serves-itself'
    passed.add(at)
  }
  return null
}
