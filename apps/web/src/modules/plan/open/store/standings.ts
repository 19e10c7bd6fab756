import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { OpenStanding } from '../model-open.ts'

/** How the activities of a plan go in its closed periods, the latest first: a word for each and nothing else. */
export async function closedStandings(db: TenantDb, planId: string): Promise<OpenStanding[]> {
  const periods = await db
    .selectFrom('plan_period')
    .select(['id', 'kind', 'starts_on', 'ends_on', 'due_on', 'closed_at'])
    .where('plan_id', '=', planId)
    .where('closed_at', 'is not', null)
    .orderBy('ends_on', 'desc')
    .orderBy('starts_on')
    .execute()
  if (periods.length === 0) return []
  const told = await db
    .selectFrom('plan_update')
    .select(['period_id', 'activity_id', 'status'])
    .where(
      'period_id',
      'in',
      periods.map(({ id }) => id),
    )
    .execute()
  return periods.flatMap(({ id, kind, starts_on, ends_on, due_on, closed_at }) =>
    closed_at === null
      ? []
      : [
          {
            period: { id, kind, startsOn: starts_on, endsOn: ends_on, dueOn: due_on, closedAt: closed_at },
            statuses: new Map(
              told.flatMap((each) => (each.period_id === id ? [[each.activity_id, each.status]] : [])),
            ),
          },
        ],
  )
}

/** What the closed periods of plans are known by: it changes when one is closed or opened again. */
export async function periodsRevision(db: TenantDb, planIds: readonly string[]): Promise<string> {
  if (planIds.length === 0) return ''
  const rows = await db
    .selectFrom('plan_period')
    .select(['id', 'closed_at'])
    .where('plan_id', 'in', planIds)
    .where('closed_at', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id, closed_at }) => `${id}${closed_at?.getTime()}`).join(' ')
}
