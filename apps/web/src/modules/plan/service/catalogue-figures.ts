import type { TenantDb } from '../../../platform/db/tenant.ts'
import { type OpenIndicator, openIndicators, regionIndicators } from '../../statistics/public.ts'
import type { PlanTree } from '../rules/tree.ts'

/** An indicator of the catalogue that the plan follows; its figures where everybody may see them. */
export interface Followed {
  readonly id: string
  readonly name: string
  readonly open: OpenIndicator | null
}

/** The catalogue’s indicators that a plan follows, by id; those that are no longer there are left out. */
export async function followedIndicators(
  db: TenantDb,
  tree: PlanTree,
  language: string,
): Promise<ReadonlyMap<string, Followed>> {
  const asked = new Set(tree.all('indicator').flatMap(({ fields }) => fields.catalogue))
  if (asked.size === 0) return new Map()
  const open = new Map(
    (await openIndicators(db, new Date(), language)).map((one) => [one.measured.indicator.id, one]),
  )
  const known = (await regionIndicators(db)).filter(({ id }) => asked.has(id))
  return new Map(known.map(({ id, name }) => [id, { id, name, open: open.get(id) ?? null }]))
}
