import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { GrantMove } from '../model-submission.ts'

function moves(db: TenantDb) {
  return db.selectFrom('agency_move').selectAll()
}

function toMove(row: Awaited<ReturnType<ReturnType<typeof moves>['executeTakeFirstOrThrow']>>): GrantMove {
  return {
    id: row.id,
    year: row.year,
    from: row.from_region,
    to: row.to_region,
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
    decidedOn: row.decided_on,
    answer: row.answer,
  }
}

/** Proposals, those that await a decision first, then the latest. */
export async function allMoves(db: TenantDb): Promise<GrantMove[]> {
  const rows = await moves(db)
    .orderBy((is) => is('state', '=', 'proposed'), 'desc')
    .orderBy('made_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(toMove)
}

export async function moveById(db: TenantDb, id: string): Promise<GrantMove | null> {
  const row = await moves(db).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toMove(row)
}

/** A proposal, held until the transaction ends: it is decided once. */
export async function holdMove(db: TenantDb, id: string): Promise<GrantMove | null> {
  const row = await moves(db).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? null : toMove(row)
}

export async function insertMove(
  db: TenantDb,
  move: Pick<
    GrantMove,
    'year' | 'from' | 'to' | 'amountOre' | 'fromBefore' | 'toBefore' | 'reason' | 'madeBy' | 'madeName'
  > & { readonly agencyId: string },
): Promise<string> {
  const row = await db
    .insertInto('agency_move')
    .values({
      region_id: move.agencyId,
      year: move.year,
      from_region: move.from,
      to_region: move.to,
      amount_ore: move.amountOre,
      from_before: move.fromBefore,
      to_before: move.toBefore,
      reason: move.reason,
      made_by: move.madeBy,
      made_name: move.madeName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function setDecided(
  db: TenantDb,
  id: string,
  decision: {
    readonly state: 'approved' | 'declined' | 'withdrawn'
    readonly by: string
    readonly name: string
    readonly diary: string
    readonly decidedOn: string | null
    readonly answer: string
  },
) {
  await db
    .updateTable('agency_move')
    .set({
      state: decision.state,
      decided_at: new Date(),
      decided_by: decision.by,
      decided_name: decision.name,
      diary: decision.diary,
      decided_on: decision.decidedOn,
      answer: decision.answer,
    })
    .where('id', '=', id)
    .execute()
}
