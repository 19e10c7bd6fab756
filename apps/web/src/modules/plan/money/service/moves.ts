import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { isUuid } from '../../../../platform/uuid.ts'
import { beginChange, note } from '../../service/change-plan.ts'
import { openPlanById } from '../../service/open-plan.ts'
import type { KeptMove, Move } from '../model-money.ts'
import { effectOf, type MoveRefusal } from '../rules/move-effect.ts'
import { insertMove, moveById, setDecided } from '../store/moves.ts'
import { writeChanges } from './change-cells.ts'

export type MoveProposed =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: MoveRefusal | 'gone' | 'reason-missing' }

/** Keeps a proposal to move money. Nothing moves before somebody else has approved it. */
export async function proposeMove(
  db: TenantDb,
  actor: Actor,
  planId: string,
  move: Move,
  reason: string,
): Promise<MoveProposed> {
  const opened = await openPlanById(db, planId)
  if (opened === null) return { ok: false, reason: 'gone' }
  const effect = effectOf(opened.document, move)
  if (!effect.ok) return effect
  if (reason === '') return { ok: false, reason: 'reason-missing' }
  const id = await insertMove(db, {
    ...move,
    regionId: actor.regionId,
    planId,
    fromBefore: effect.fromBefore,
    toBefore: effect.toBefore,
    reason,
    madeBy: actor.personId,
    madeName: actor.personName,
  })
  await note(db, actor, planId, 'move-proposed', { move: id, ...written(move) })
  return { ok: true, id }
}

function written({ budget, from, to, amountOre }: Move) {
  return { budget, from, to, amountOre: amountOre.toString() }
}

export async function openMove(db: TenantDb, planId: string, id: string): Promise<KeptMove | null> {
  return isUuid(id) ? moveById(db, planId, id) : null
}

export type MoveDecided =
  | { readonly ok: true }
  | {
      readonly ok: false
      /** `changed`: the two amounts are no longer what they were when it was proposed. */
      readonly reason: 'gone' | 'decided-already' | 'own-proposal' | 'not-own' | 'changed' | MoveRefusal
    }

/** Approves a proposal and moves the money, or declines it; or its maker takes it back. */
export async function decideMove(
  db: TenantDb,
  actor: Actor,
  planId: string,
  id: string,
  decision: {
    readonly act: 'approve' | 'decline' | 'withdraw'
    readonly diary: string
    readonly answer: string
  },
): Promise<MoveDecided> {
  const by = await beginChange(db, actor, planId)
  const move = by === null ? null : await openMove(db, planId, id)
  if (by === null || move === null) return { ok: false, reason: 'gone' }
  if (move.state !== 'proposed') return { ok: false, reason: 'decided-already' }
  const isOwn = move.madeBy === actor.personId
  if (decision.act === 'withdraw' ? !isOwn : isOwn)
    return { ok: false, reason: isOwn ? 'own-proposal' : 'not-own' }
  const state = ({ approve: 'approved', decline: 'declined', withdraw: 'withdrawn' } as const)[decision.act]
  if (decision.act === 'approve') {
    const opened = await openPlanById(db, planId)
    const effect = opened === null ? null : effectOf(opened.document, move)
    if (effect === null) return { ok: false, reason: 'gone' }
    if (!effect.ok) return effect
    const { fromBefore, toBefore } = effect
    if (fromBefore !== move.fromBefore || toBefore !== move.toBefore) return { ok: false, reason: 'changed' }
    await writeChanges(db, actor, by, move.budget, [
      { key: move.from, before: fromBefore, after: fromBefore - move.amountOre },
      { key: move.to, before: toBefore, after: toBefore + move.amountOre },
    ])
  }
  const { personId, personName } = actor
  await setDecided(db, planId, id, {
    state,
    by: personId,
    name: personName,
    diary: decision.diary,
    answer: decision.answer,
  })
  await note(db, actor, planId, `move-${state}`, { move: id, ...written(move), diary: decision.diary })
  return { ok: true }
}
