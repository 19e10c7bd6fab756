import type { TenantDb } from '../../../platform/db/tenant.ts'
import { changesOf } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { isUuid } from '../../../platform/uuid.ts'
import { swedishDay } from '../../plan/public.ts'
import type { Grant } from '../model-submission.ts'
import { type MoveRefusal, moveEffect } from '../rules/grant-moves.ts'
import { isSameDiary } from '../rules/money-form.ts'
import { holdMove, insertMove, setDecided } from '../store/grant-moves.ts'
import { changeGrant, holdGrants, insertGrant, setFrame } from '../store/grants.ts'
import { insertRegion, listedRegions } from '../store/regions.ts'

const note = changesOf('grant')

/** Enters a region that has not sent anything yet. @returns whether it was not there */
export async function listRegion(db: TenantDb, actor: Actor, name: string): Promise<boolean> {
  const id = await insertRegion(db, { agencyId: actor.regionId, tenantId: null, name })
  if (id !== null) await note(db, actor, id, 'region-listed', { name })
  return id !== null
}

/** Sets what there is to divide in a year. */
export async function frameMoney(db: TenantDb, actor: Actor, year: number, amountOre: bigint) {
  await setFrame(db, { agencyId: actor.regionId, byName: actor.personName, year, amountOre })
  await note(db, actor, String(year), 'frame-set', { amountOre: amountOre.toString() })
}

export interface DecidedGrant {
  readonly regionId: string
  readonly year: number
  readonly amountOre: bigint
  readonly diary: string
  readonly decidedOn: string
}

const isToCome = (day: string) => day > swedishDay(new Date())

/**
 * Enters what has been decided for a region in a year, or what has been decided instead. Another amount is another
 * decision, with a diary number of its own.
 * @param seen the revision that was changed; 0 where there was none
 */
export async function grantMoney(
  db: TenantDb,
  actor: Actor,
  grant: DecidedGrant,
  seen: number,
): Promise<
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'gone' | 'clash' | 'day-to-come' | 'same-decision' }
> {
  if (isToCome(grant.decidedOn)) return { ok: false, reason: 'day-to-come' }
  const before = (await holdGrants(db, grant.year)).find(({ regionId }) => regionId === grant.regionId)
  const isOther = before?.revision === seen && before.amountOre !== grant.amountOre
  if (isOther && isSameDiary(before.diary, grant.diary)) return { ok: false, reason: 'same-decision' }
  return enterGrant(db, actor, grant, seen, before ?? null)
}

async function enterGrant(
  db: TenantDb,
  actor: Actor,
  grant: DecidedGrant,
  seen: number,
  before: Grant | null,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'gone' | 'clash' }> {
  const isListed = (await listedRegions(db)).some(({ id }) => id === grant.regionId)
  if (!isListed) return { ok: false, reason: 'gone' }
  const decided = { ...grant, agencyId: actor.regionId, byName: actor.personName }
  const done = seen === 0 ? await insertGrant(db, decided) : await changeGrant(db, decided, seen)
  if (!done) return { ok: false, reason: 'clash' }
  await note(db, actor, grant.regionId, 'granted', {
    year: grant.year,
    before: before === null ? null : before.amountOre.toString(),
    after: grant.amountOre.toString(),
    diary: grant.diary,
    decidedOn: grant.decidedOn,
  })
  return { ok: true }
}

export interface ProposedMove {
  readonly year: number
  readonly from: string
  readonly to: string
  readonly amountOre: bigint
}

/** Keeps a proposal to move money between regions. Nothing moves before somebody else has decided it. */
export async function proposeMove(
  db: TenantDb,
  actor: Actor,
  move: ProposedMove,
  reason: string,
): Promise<
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: MoveRefusal | 'gone' | 'reason-missing' }
> {
  const listed = new Set((await listedRegions(db)).map(({ id }) => id))
  if (!listed.has(move.from) || !listed.has(move.to)) return { ok: false, reason: 'gone' }
  const effect = moveEffect(await holdGrants(db, move.year), move)
  if (!effect.ok) return effect
  if (reason === '') return { ok: false, reason: 'reason-missing' }
  const { fromBefore, toBefore } = effect
  const id = await insertMove(db, {
    ...move,
    fromBefore,
    toBefore,
    reason,
    agencyId: actor.regionId,
    madeBy: actor.personId,
    madeName: actor.personName,
  })
  await note(db, actor, id, 'move-proposed', { ...move, amountOre: move.amountOre.toString(), reason })
  return { ok: true, id }
}

export type MoveDecision = {
  readonly act: 'approve' | 'decline' | 'withdraw'
  readonly diary: string
  readonly decidedOn: string | null
  readonly answer: string
}

/** Decides a proposal: the amounts of both regions change, or nothing does; or its maker takes it back. */
export async function decideMove(
  db: TenantDb,
  actor: Actor,
  id: string,
  decision: MoveDecision,
): Promise<
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly reason:
        | 'gone'
        | 'decided-already'
        | 'own-proposal'
        | 'not-own'
        | 'no-decision'
        | 'day-to-come'
        /** What the two have is no longer what it was when it was proposed. */
        | 'changed'
        | MoveRefusal
    }
> {
  const move = isUuid(id) ? await holdMove(db, id) : null
  if (move === null) return { ok: false, reason: 'gone' }
  if (move.state !== 'proposed') return { ok: false, reason: 'decided-already' }
  const isOwn = move.madeBy === actor.personId
  if (isOwn !== (decision.act === 'withdraw'))
    return { ok: false, reason: isOwn ? 'own-proposal' : 'not-own' }
  const { diary, decidedOn } = decision
  if (decidedOn !== null && isToCome(decidedOn)) return { ok: false, reason: 'day-to-come' }
  if (decision.act === 'approve') {
    if (diary === '' || decidedOn === null) return { ok: false, reason: 'no-decision' }
    const grants = await holdGrants(db, move.year)
    const effect = moveEffect(grants, move)
    if (!effect.ok) return effect
    if (effect.fromBefore !== move.fromBefore || effect.toBefore !== move.toBefore)
      return { ok: false, reason: 'changed' }
    const had = (regionId: string) => grants.find((grant) => grant.regionId === regionId) ?? null
    for (const [regionId, amountOre] of [
      [move.from, effect.fromBefore - move.amountOre],
      [move.to, effect.toBefore + move.amountOre],
    ] as const) {
      const granted = { regionId, year: move.year, amountOre, diary, decidedOn }
      const before = had(regionId)
      const done = await enterGrant(db, actor, granted, before?.revision ?? 0, before)
      if (!done.ok) throw new Error(`the money was not moved: ${done.reason}`)
    }
  }
  const state = ({ approve: 'approved', decline: 'declined', withdraw: 'withdrawn' } as const)[decision.act]
  await setDecided(db, id, { ...decision, state, by: actor.personId, name: actor.personName })
  await note(db, actor, id, `move-${state}`, { diary, decidedOn, answer: decision.answer })
  return { ok: true }
}
