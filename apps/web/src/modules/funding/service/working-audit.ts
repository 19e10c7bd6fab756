import type { LeaderRule } from '@jamvikt/domain'
import { type BaseCell, baseMargins } from '@jamvikt/equity'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { type BaseTable, listBases } from '../../statistics/public.ts'
import type { FundingList } from '../model.ts'
import type { EngineAnswer, ListSource } from '../worker/engine-messages.ts'
import type { FundingDoors } from './doors.ts'

export interface WorkingFilter {
  readonly crossing: readonly string[]
  readonly years: readonly string[] | null
  readonly forms: readonly string[] | null
  readonly leaderRule: LeaderRule | null
  readonly reference: string | null
}

export function sourceOf(actor: Pick<Actor, 'regionId' | 'personId'>, list: FundingList): ListSource {
  return {
    regionId: actor.regionId,
    personId: actor.personId,
    listId: list.id,
    version: list.version,
    kind: list.kind,
  }
}

/** The base chosen for a list; its cells are summed to every margin that the audit may ask for. */
export async function baseOf(
  doors: FundingDoors,
  actor: Actor,
  list: FundingList,
): Promise<BaseTable | null> {
  if (!list.baseId) return null
  const bases = await doors.inRegion(actor, listBases)
  return bases.find((base) => base.id === list.baseId) ?? null
}

export function baseCells(base: BaseTable | null): readonly BaseCell[] | null {
  return base ? baseMargins(base.cells) : null
}

/** Writes down that an analyst looks at the true figures, in the transaction that gives the list. */
export function rememberLook(db: TenantDb, actor: Actor, list: FundingList, filter: WorkingFilter) {
  return remember(db, {
    regionId: actor.regionId,
    actorId: actor.personId,
    kind: 'read',
    entity: 'funding-list',
    entityId: list.id,
    action: 'working-view',
    details: { ...filter },
  })
}

/** The true figures of a list; the look must have been written down. */
export function workingAudit(
  doors: FundingDoors,
  actor: Actor,
  list: FundingList,
  filter: WorkingFilter,
): Promise<EngineAnswer> {
  // Every analyst of the region sees the same figures: the question is kept without the person who asks.
  const key = JSON.stringify(['working', actor.regionId, list.id, list.version, list.baseId, filter])
  return doors.engine.ask(key, async () => {
    const base = await baseOf(doors, actor, list)
    const source = { ...sourceOf(actor, list), personId: '' }
    return { task: 'working', source, ...filter, base: baseCells(base), countsWhat: base?.countsWhat ?? null }
  })
}
