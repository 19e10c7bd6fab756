import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { KeptMove, Move } from '../model-money.ts'

const COLUMNS = [
  'id',
  'budget_id',
  'from_key',
  'to_key',
  'amount_ore',
  'from_before',
  'to_before',
  'reason',
  'state',
  'made_at',
  'made_by',
  'made_name',
  'decided_at',
  'decided_name',
  'diary',
  'answer',
] as const

function moves(db: TenantDb, planId: string) {
  return db.selectFrom('plan_move').select(COLUMNS).where('plan_id', '=', planId)
}

function toMove(row: Awaited<ReturnType<ReturnType<typeof moves>['executeTakeFirstOrThrow']>>): KeptMove {
  return {
    id: row.id,
    budget: row.budget_id,
    from: row.from_key,
    to: row.to_key,
    amountOre: row.amount_ore,
    fromBefore: row.from_before,
    toBefore: row.to_before,
    reason: row.reason,
    state: row.state,
    madeAt: row.made_at,
    madeBy: row.made_by,
    madeName: row.made_name,
    decidedAt: row.decided_at,
    decidedName: row.decided_name,
    diary: row.diary,
    answer: row.answer,
  }
}

/** Proposals, those that await a decision first, then the latest. */
export async function movesOf(db: TenantDb, planId: string): Promise<KeptMove[]> {
  const rows = await moves(db, planId)
    .orderBy((is) => is('state', '=', 'proposed'), 'desc')
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(toMove)
}

export async function moveById(db: TenantDb, planId: string, id: string): Promise<KeptMove | null> {
  const row = await moves(db, planId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toMove(row)
}

export async function insertMove(
  db: TenantDb,
  proposed: Move & {
    readonly regionId: string
    readonly planId: string
    readonly fromBefore: bigint
    readonly toBefore: bigint
    readonly reason: string
    readonly madeBy: string
    readonly madeName: string
  },
): Promise<string> {
  const row = await db
    .insertInto('plan_move')
    .values({
      region_id: proposed.regionId,
      plan_id: proposed.planId,
      budget_id: proposed.budget,
      from_key: [...proposed.from],
      to_key: [...proposed.to],
      amount_ore: proposed.amountOre,
      from_before: proposed.fromBefore,
      to_before: proposed.toBefore,
      reason: proposed.reason,
      made_by: proposed.madeBy,
      made_name: proposed.madeName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** @returns whether the proposal still awaited a decision */
export async function setDecided(
  db: TenantDb,
  planId: string,
  id: string,
  decision: {
    readonly state: 'approved' | 'declined' | 'withdrawn'
    readonly by: string
    readonly name: string
    readonly diary: string
    readonly answer: string
  },
): Promise<boolean> {
  const done = await db
    .updateTable('plan_move')
    .set({
      state: decision.state,
      decided_at: new Date(),
      decided_by: decision.by,
      decided_name: decision.name,
      diary: decision.diary,
      answer: decision.answer,
    })
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
