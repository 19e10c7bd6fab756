import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { Indicator } from '../model-indicators.ts'
import { conceptsOf } from '../rules/concepts.ts'
import { viewOf } from '../rules/view.ts'
import { openDataset } from './datasets.ts'
import { addIndicator } from './indicators.ts'

/**
 * Makes an indicator of a dataset that has time, with the periods on the rows and of all else what is shown first.
 * @returns whether it was made
 */
export async function followOverTime(
  db: TenantDb,
  actor: Actor,
  slug: string,
  about: Pick<Indicator, 'name' | 'direction'>,
): Promise<boolean> {
  const opened = await openDataset(db, slug)
  if (opened === null) return false
  const { dataset, table } = opened
  const concepts = conceptsOf(table)
  const time = concepts.time
  if (time === null) return false
  const asked: Readonly<Record<string, string>> = { rows: time, gap: 'ratio' }
  const view = viewOf((name) => (Object.hasOwn(asked, name) ? asked[name] : undefined), table, concepts)
  return (await addIndicator(db, actor, dataset, view, { ...about, owner: '' })).ok
}
