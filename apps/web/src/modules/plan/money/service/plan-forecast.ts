import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Plan, PlanDocument } from '../../model.ts'
import { swedishDay } from '../../rules/swedish-day.ts'
import { forecastPlan, type PlanForecast } from '../rules/plan-forecast.ts'
import { ledgerOf } from '../store/ledger.ts'

/** Where a plan’s money is heading today, in all or in one year. */
export async function forecastOfPlan(
  db: TenantDb,
  opened: { readonly plan: Pick<Plan, 'id'>; readonly document: PlanDocument },
  year: string | null = null,
): Promise<PlanForecast> {
  return forecastPlan(opened.document, await ledgerOf(db, opened.plan.id), swedishDay(new Date()), year)
}
