import { sql } from 'kysely'
import { z } from 'zod'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { CellChange } from '../rules/merge-cells.ts'

const ore = z
  .string()
  .regex(/^\d{1,16}$/)
  .nullable()
const details = z.object({
  budget: z.string(),
  cells: z.array(z.tuple([z.array(z.string()), ore, ore])),
})

/** How changes of amounts stand in the history. */
export function cellsNoted(budget: string, changes: readonly CellChange[]) {
  return {
    budget,
    cells: changes.map(({ key, before, after }) => [
      key,
      before?.toString() ?? null,
      after?.toString() ?? null,
    ]),
  }
}

export interface LatestCells {
  readonly id: string
  readonly at: Date
  readonly by: string
  /** It carried out a move that somebody else approved. */
  readonly isDecided: boolean
  readonly changes: readonly CellChange[]
}

/** The latest change of a budget’s amounts, as the history has it. */
export async function latestCellsOf(
  db: TenantDb,
  planId: string,
  budget: string,
): Promise<LatestCells | null> {
  const row = await db
    .selectFrom('history')
    .leftJoin('identity.user as person', 'person.id', 'history.actor_id')
    .select(({ exists, selectFrom }) => [
      'history.id',
      'history.at',
      'history.details',
      'person.name',
      // What is done in one transaction stands at one time.
      exists(
        selectFrom('history as other')
          .select('other.id')
          .whereRef('other.at', '=', 'history.at')
          .where('other.entity', '=', 'plan')
          .where('other.entity_id', '=', planId)
          .where('other.action', '=', 'move-approved'),
      ).as('decided'),
    ])
    .where('history.entity', '=', 'plan')
    .where('history.entity_id', '=', planId)
    .where('history.action', '=', 'cells-changed')
    .where(sql`history.details->>'budget'`, '=', budget)
    .orderBy('history.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const read = row === undefined ? null : details.safeParse(row.details)
  if (row === undefined || !read?.success) return null
  return {
    id: String(row.id),
    at: row.at,
    by: row.name ?? '',
    isDecided: Boolean(row.decided),
    changes: read.data.cells.map(([key, before, after]) => ({
      key,
      before: before === null ? null : BigInt(before),
      after: after === null ? null : BigInt(after),
    })),
  }
}
