import type { Db, TenantDb } from '../../../../platform/db/tenant.ts'
import type { Reminding, Sending } from '../model-reminding.ts'

const COLUMNS = ['is_on', 'days_before', 'language', 'changed_at', 'changed_by', 'changed_name'] as const

interface RemindingRow {
  is_on: boolean
  days_before: number
  language: Reminding['language']
  changed_at: Date
  changed_by: string
  changed_name: string
}

function toReminding(row: RemindingRow): Reminding {
  return {
    isOn: row.is_on,
    daysBefore: row.days_before,
    language: row.language,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    changedName: row.changed_name,
  }
}

/** Whether a plan is reminded of; `null` where nobody has said. */
export async function remindingOf(db: TenantDb, planId: string): Promise<Reminding | null> {
  const row = await db
    .selectFrom('plan_reminding')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  return row === undefined ? null : toReminding(row)
}

/** As `remindingOf`, held until the transaction ends: two clocks wait for each other. */
export async function holdReminding(db: TenantDb, planId: string): Promise<Reminding | null> {
  const row = await db
    .selectFrom('plan_reminding')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : toReminding(row)
}

export async function writeReminding(
  db: TenantDb,
  of: { readonly regionId: string; readonly planId: string },
  set: Omit<Reminding, 'changedAt'>,
) {
  const values = {
    is_on: set.isOn,
    days_before: set.daysBefore,
    language: set.language,
    changed_at: new Date(),
    changed_by: set.changedBy,
    changed_name: set.changedName,
  }
  await db
    .insertInto('plan_reminding')
    .values({ region_id: of.regionId, plan_id: of.planId, ...values })
    .onConflict((conflict) => conflict.columns(['region_id', 'plan_id']).doUpdateSet(values))
    .execute()
  await db
    .insertInto('reminding_region')
    .values({ region_id: of.regionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The regions that have ever had a plan reminded of. */
export async function remindingRegions(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('reminding_region').select('region_id').execute()
  return rows.map(({ region_id }) => region_id)
}

/** The region’s plans that are reminded of, and in whose name. */
export async function plansReminded(
  db: TenantDb,
): Promise<{ readonly planId: string; readonly changedBy: string }[]> {
  const rows = await db
    .selectFrom('plan_reminding')
    .select(['plan_id', 'changed_by'])
    .where('is_on', '=', true)
    .orderBy('plan_id')
    .execute()
  return rows.map(({ plan_id, changed_by }) => ({ planId: plan_id, changedBy: changed_by }))
}

/** Who has been reminded of something. */
export async function remindedOf(db: TenantDb, planId: string, about: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('plan_reminded')
    .select('person_id')
    .where('plan_id', '=', planId)
    .where('about', '=', about)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

export async function insertReminded(
  db: TenantDb,
  of: { readonly regionId: string; readonly planId: string },
  about: string,
  people: readonly string[],
) {
  if (people.length === 0) return
  await db
    .insertInto('plan_reminded')
    .values(
      people.map((person) => ({ region_id: of.regionId, plan_id: of.planId, about, person_id: person })),
    )
    .execute()
}

const MOST_SHOWN = 50

/** What the clock has sent of a plan, the latest first. */
export async function sendingsOf(db: TenantDb, planId: string): Promise<Sending[]> {
  const rows = await db
    .selectFrom('plan_reminded')
    .select((select) => [
      'about',
      select.fn.countAll<bigint>().as('people'),
      select.fn.max<Date>('sent_at').as('sent_at'),
    ])
    .where('plan_id', '=', planId)
    .groupBy('about')
    .orderBy('sent_at', 'desc')
    .limit(MOST_SHOWN)
    .execute()
  return rows.map(({ about, people, sent_at }) => ({ about, people: Number(people), sentAt: sent_at }))
}
