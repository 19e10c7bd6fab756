import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Plan } from '../../model.ts'
import type { Masked } from '../rules/names-of-people.ts'
import { mayBeTold } from '../rules/shown-publication.ts'
import { contentsOf, publicationsOf } from '../store/publications.ts'
import { closedStandings } from '../store/standings.ts'
import { type ReadOpenPlan, readContent } from './open-plans.ts'
import { prepare } from './publish-plan.ts'

/** A version as everybody would see it, before it is decided; `null` where it is not adopted. */
export async function previewOf(
  db: TenantDb,
  regionId: string,
  { id, slug }: Plan,
  number: number,
  now: Date,
): Promise<{ readonly plan: ReadOpenPlan; readonly masked: readonly Masked[] } | null> {
  const prepared = await prepare(db, regionId, id, number)
  if (prepared === null) return null
  const { masked, since, ...shown } = prepared
  const told = since === null ? null : mayBeTold(await publicationsOf(db, id), since.version, now)
  const before = told === null ? null : (await contentsOf(db, [told.id])).get(told.id)
  const publication = {
    id: '',
    planId: id,
    version: number,
    openFrom: now,
    madeAt: now,
    madeBy: '',
    endedAt: null,
    endedBy: null,
    notice: '',
  }
  return {
    masked,
    plan: {
      ...shown,
      slug,
      since,
      publication,
      standings: await closedStandings(db, id),
      before: before === null ? null : readContent(before).document,
    },
  }
}
