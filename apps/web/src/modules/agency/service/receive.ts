import type { TenantDb } from '../../../platform/db/tenant.ts'
import { remember } from '../../../platform/history.ts'
import { figuresSchema } from '../model-figures.ts'
import type { Parcel } from '../model-submission.ts'
import { insertReceived } from '../store/received.ts'
import { insertRegion, regionByName, regionOfTenant, tieRegion } from '../store/regions.ts'

/**
 * Takes a report in, in a transaction that is bound to the agency: the region comes to stand in the agency’s list if it
 * does not, and the report beside it. A report that is there already is left as it is.
 */
export async function receive(db: TenantDb, agencyId: string, parcel: Parcel): Promise<boolean> {
  figuresSchema.parse(parcel.figures)
  const regionId = await standingOf(db, agencyId, parcel)
  const isNew = await insertReceived(db, { agencyId, regionId }, parcel)
  if (isNew)
    await remember(db, {
      regionId: agencyId,
      actorId: null,
      kind: 'change',
      entity: 'report',
      entityId: parcel.id,
      action: 'received',
      details: {
        region: parcel.regionName,
        plan: parcel.planName,
        period: parcel.span,
        number: parcel.number,
        sha256: parcel.sha256,
      },
    })
  return isNew
}

/** The region’s place in the agency’s list. */
async function standingOf(db: TenantDb, agencyId: string, { tenantId, regionName }: Parcel): Promise<string> {
  const known = async () =>
    tenantId === null
      ? regionByName(db, regionName)
      : ((await regionOfTenant(db, tenantId)) ?? (await tieRegion(db, regionName, tenantId)))
  const found =
    (await known()) ??
    (await insertRegion(db, { agencyId, tenantId, name: regionName })) ??
    // Somebody else has entered it meanwhile, or another region has the name.
    (await known()) ??
    (await insertRegion(db, { agencyId, tenantId, name: `${regionName} (${(tenantId ?? '').slice(0, 4)})` }))
  if (found === null) throw new Error('the region has no place in the list')
  return found
}
