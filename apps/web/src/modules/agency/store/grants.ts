import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Frame, Grant } from '../model-submission.ts'

function grants(db: TenantDb) {
  return db
    .selectFrom('agency_grant')
    .select([
      'of_region',
      'year',
      'amount_ore',
      'diary',
      'decided_on',
      'revision',
      'changed_at',
      'changed_name',
    ])
}

function toGrant(row: Awaited<ReturnType<ReturnType<typeof grants>['executeTakeFirstOrThrow']>>): Grant {
  return {
    regionId: row.of_region,
    year: row.year,
    amountOre: row.amount_ore,
    diary: row.diary,
    decidedOn: row.decided_on,
    revision: row.revision,
    changedAt: row.changed_at,
    changedBy: row.changed_name,
  }
}

export async function allGrants(db: TenantDb): Promise<Grant[]> {
  return (await grants(db).orderBy('year').execute()).map(toGrant)
}

/** What regions have in a year, held in one order until the transaction ends. */
export async function holdGrants(db: TenantDb, year: number): Promise<Grant[]> {
  return (await grants(db).where('year', '=', year).orderBy('of_region').forUpdate().execute()).map(toGrant)
}

interface Decided {
  readonly agencyId: string
  readonly regionId: string
  readonly year: number
  readonly amountOre: bigint
  readonly diary: string
  readonly decidedOn: string
  readonly byName: string
}

/** The first amount of a region in a year. @returns whether there was none */
export async function insertGrant(db: TenantDb, grant: Decided): Promise<boolean> {
  const row = await db
    .insertInto('agency_grant')
    .values({
      region_id: grant.agencyId,
      of_region: grant.regionId,
      year: grant.year,
      amount_ore: grant.amountOre,
      diary: grant.diary,
      decided_on: grant.decidedOn,
      changed_name: grant.byName,
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'of_region', 'year']).doNothing())
    .returning('year')
    .executeTakeFirst()
  return row !== undefined
}

/** @returns whether the amount was the one that had been seen */
export async function changeGrant(db: TenantDb, grant: Decided, seen: number): Promise<boolean> {
  const row = await db
    .updateTable('agency_grant')
    .set({
      amount_ore: grant.amountOre,
      diary: grant.diary,
      decided_on: grant.decidedOn,
      revision: seen + 1,
      changed_at: new Date(),
      changed_name: grant.byName,
    })
    .where('of_region', '=', grant.regionId)
    .where('year', '=', grant.year)
    .where('revision', '=', seen)
    .returning('year')
    .executeTakeFirst()
  return row !== undefined
}

export async function allFrames(db: TenantDb): Promise<Frame[]> {
  const rows = await db.selectFrom('agency_frame').select(['year', 'amount_ore']).orderBy('year').execute()
  return rows.map(({ year, amount_ore }) => ({ year, amountOre: amount_ore }))
}

export async function setFrame(
  db: TenantDb,
  frame: Frame & { readonly agencyId: string; readonly byName: string },
) {
  const value = { amount_ore: frame.amountOre, changed_at: new Date(), changed_name: frame.byName }
  await db
    .insertInto('agency_frame')
    .values({ region_id: frame.agencyId, year: frame.year, ...value })
    .onConflict((conflict) => conflict.columns(['region_id', 'year']).doUpdateSet(value))
    .execute()
}
