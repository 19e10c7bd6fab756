import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import type { Period } from '../../follow/model-follow.ts'
import { followed } from '../../follow/service/follow.ts'
import type { OpenedPlan } from '../../model.ts'
import { forecastOfPlan } from '../../money/public.ts'
import { leftOverOre } from '../../money/rules/forecast.ts'
import { PlanTree } from '../../rules/tree.ts'
import { note } from '../../service/change-plan.ts'
import { type Flag, redFlags } from '../rules/red-flags.ts'
import { type FlagNote, flagNotes, insertFlagNote } from '../store/flag-notes.ts'

export type { FlagNote }

/** A plan’s red flags on a day, and what has been said of them. */
export async function flagsOf(
  db: TenantDb,
  opened: OpenedPlan,
  today: string,
): Promise<{
  readonly flags: readonly Flag[]
  readonly notes: readonly FlagNote[]
  readonly periods: readonly Period[]
}> {
  const { periods, updates } = await followed(db, opened.plan.id)
  const { rows } = await forecastOfPlan(db, opened)
  const money = rows.map((row) => ({ ...row, leftOverOre: leftOverOre(row) }))
  const flags = redFlags({ tree: new PlanTree(opened.document), periods, updates, money, today })
  return { flags, notes: await flagNotes(db, opened.plan.id), periods }
}

/** Says something of a flag: that those who lead have seen it, or more. It stays in the log when the flag is gone. */
export async function noteFlag(
  db: TenantDb,
  actor: Actor,
  planId: string,
  of: { readonly flag: string; readonly said: string; readonly words: string },
) {
  const { regionId, personId, personName } = actor
  await insertFlagNote(db, { regionId, planId, ...of, madeBy: personId, madeName: personName })
  await note(db, actor, planId, 'flag-noted', of)
}
