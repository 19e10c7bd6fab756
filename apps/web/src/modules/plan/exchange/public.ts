import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import { readPlanJson } from './rules/read-json.ts'
import { type BroughtIn, bringInPlan } from './service/bring-in-plan.ts'

/** Brings in a plan that is written in the format of plan files. A file with a fault is an error. */
export async function bringInPlanFile(
  db: TenantDb,
  actor: Actor,
  slug: string,
  file: { readonly name: string; readonly text: string },
): Promise<BroughtIn> {
  const { document, faults } = readPlanJson(file.text)
  if (document === null) throw new Error(`${file.name}: ${JSON.stringify(faults.slice(0, 5))}`)
  return bringInPlan(db, actor, slug, document, file.name)
}
