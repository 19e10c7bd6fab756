import type { TenantDb } from '../../../platform/db/tenant.ts'
import { type ReportStyle, reportStyleSchema } from '../model-style.ts'

export interface KeptStyle {
  readonly style: ReportStyle
  readonly revision: number
  readonly changedAt: Date
  readonly changedBy: string
}

/** How the region’s documents look; `null` where nobody has said. Its row is held where it is to be changed. */
export async function lookOf(db: TenantDb, isHeld = false): Promise<KeptStyle | null> {
  const query = db.selectFrom('region_look').select(['style', 'revision', 'changed_at', 'changed_name'])
  const row = await (isHeld ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) return null
  const { style, revision, changed_at, changed_name } = row
  return {
    style: reportStyleSchema.parse(style),
    revision,
    changedAt: changed_at,
    changedBy: changed_name,
  }
}

export async function writeLook(
  db: TenantDb,
  by: { readonly regionId: string; readonly personId: string; readonly personName: string },
  style: ReportStyle,
  revision: number,
) {
  const values = {
    style: JSON.stringify(style),
    revision,
    changed_at: new Date(),
    changed_by: by.personId,
    changed_name: by.personName,
  }
  await db
    .insertInto('region_look')
    .values({ region_id: by.regionId, ...values })
    .onConflict((conflict) => conflict.column('region_id').doUpdateSet(values))
    .execute()
}
