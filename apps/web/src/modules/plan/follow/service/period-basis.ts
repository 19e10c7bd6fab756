import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { OpenedPlan } from '../../model.ts'
import { forecastPlan, type Ledger, ledgerOf, type PlanForecast } from '../../money/public.ts'
import { PlanTree } from '../../rules/tree.ts'
import { type LatestFigure, latestFigures } from '../../service/catalogue-figures.ts'
import type { Period } from '../model-follow.ts'
import type { Frozen } from '../rules/frozen-json.ts'
import { type Standing, standingsIn } from '../rules/standing.ts'
import { followedIn } from '../store/followed.ts'
import { frozenOfPeriod } from './frozen.ts'

/** A period and what is told of it: from the plan as it stands, or, once it is closed, as it stood then. */
export interface PeriodTold {
  readonly period: Period
  readonly periods: readonly Period[]
  readonly opened: OpenedPlan
  readonly standings: readonly Standing[]
  readonly frozen: (Frozen & { readonly frozenOn: string }) | null
}

/** @returns `null` where the plan has no such period */
export async function toldIn(db: TenantDb, opened: OpenedPlan, periodId: string): Promise<PeriodTold | null> {
  const all = await followedIn(db, opened.plan.id, periodId)
  const period = all.periods.find(({ id }) => id === periodId)
  if (period === undefined) return null
  const { periods } = all
  const frozen = period.closedAt === null ? null : await frozenOfPeriod(db, period.id)
  if (frozen === null) return { period, periods, opened, standings: standingsIn(opened, all, period), frozen }
  const { document, revision, before } = frozen
  return {
    period,
    periods,
    opened: { plan: { ...opened.plan, facts: document.facts, revision }, document, trails: new Map() },
    standings: standingsIn({ document }, all, period).map((standing) => ({
      ...standing,
      before: before.get(standing.activity.id) ?? null,
    })),
    frozen,
  }
}

/** All that a report of a period is made of. */
export interface PeriodBasis extends Omit<PeriodTold, 'frozen'> {
  /** Up to the period’s last day. */
  readonly ledger: Ledger
  /** Figures of the catalogue’s indicators that the plan follows. */
  readonly catalogue: readonly LatestFigure[]
  /** The day that it was frozen; `null` while the period is open. */
  readonly frozenOn: string | null
  /** The day that it is of: that one, or today. */
  readonly today: string
}

export async function basisOf(
  db: TenantDb,
  opened: OpenedPlan,
  periodId: string,
  now: { readonly today: string; readonly language: string },
): Promise<PeriodBasis | null> {
  const told = await toldIn(db, opened, periodId)
  if (told === null) return null
  const { frozen, ...rest } = told
  if (frozen !== null) {
    const { ledger, frozenOn } = frozen
    const catalogue = frozen.catalogue[now.language] ?? []
    return { ...rest, ledger, catalogue, frozenOn, today: frozenOn }
  }
  return {
    ...rest,
    ledger: await ledgerOf(db, opened.plan.id, told.period.endsOn),
    catalogue: await latestFigures(db, new PlanTree(opened.document), now.language),
    frozenOn: null,
    today: now.today,
  }
}

/** Where the money is heading by what a period rests on, in all or in one year. */
export function forecastBy(
  { opened, ledger, today }: Pick<PeriodBasis, 'opened' | 'ledger' | 'today'>,
  year: string | null = null,
): PlanForecast {
  return forecastPlan(opened.document, ledger, today, year)
}
