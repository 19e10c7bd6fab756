import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import type { Told } from '../model-follow.ts'
import { type TellRefusal, tell } from './follow.ts'

type ToldClash = Extract<TellRefusal, { readonly reason: 'clash' }>

export type AllTold =
  | {
      readonly ok: true
      readonly told: number
      /** Activities that somebody else has told of meanwhile: theirs stands, and the page shows both. */
      readonly clashes: ReadonlyMap<string, ToldClash>
    }
  | { readonly ok: false; readonly reason: 'gone' | 'closed' }

/** Tells how several activities go in a period, each as `tell` does; where the period is closed, none. */
export async function tellAll(
  db: TenantDb,
  actor: Actor,
  of: { readonly planId: string; readonly periodId: string },
  rows: readonly {
    readonly activityId: string
    readonly seen: { readonly revision: number; readonly told: Told } | null
    readonly told: Told
  }[],
): Promise<AllTold> {
  const clashes = new Map<string, ToldClash>()
  for (const { activityId, seen, told } of rows) {
    const done = await tell(db, actor, { ...of, activityId }, seen, told)
    if (done.ok) continue
    if (done.reason !== 'clash') return { ok: false, reason: done.reason }
    clashes.set(activityId, done)
  }
  return { ok: true, told: rows.length - clashes.size, clashes }
}
