import type { Locale } from '@jamvikt/i18n'
import { agencyOf } from '../../../platform/db/agency.ts'
import { betweenTenants } from '../../../platform/db/between-tenants.ts'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { changesOf } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { openPlanById, periodToSend, sendPeriod } from '../../plan/public.ts'
import { canBe } from '../rules/states.ts'
import { insertSubmission } from '../store/submissions.ts'
import { prepare } from './prepare.ts'
import { receive } from './receive.ts'

const note = changesOf('submission')

export type SubmitRefusal =
  | 'gone'
  | 'no-agency'
  /** It is with the agency, or accepted. */
  | 'sent-already'
  | 'in-the-way'
  /** It is no longer what was looked at. */
  | 'changed'

/**
 * Sends the report of a period to the agency: a copy that never changes comes to stand with the region and with the agency,
 * and the period is closed, all in one transaction. Whoever sends the same period meanwhile waits, and is then refused.
 * @param seen the hash of what was looked at before it was confirmed
 */
export async function submit(
  db: TenantDb,
  locale: Locale,
  actor: Actor,
  of: {
    readonly regionName: string
    readonly planId: string
    readonly periodId: string
    readonly seen: string
    /** `YYYY-MM-DD` */
    readonly today: string
  },
): Promise<
  { readonly ok: true; readonly number: number } | { readonly ok: false; readonly reason: SubmitRefusal }
> {
  const agency = await agencyOf(db)
  if (agency === null) return { ok: false, reason: 'no-agency' }
  const held = await periodToSend(db, of.planId, of.periodId)
  const opened = held === null ? null : await openPlanById(db, of.planId)
  const prepared = opened === null ? null : await prepare(db, locale, { ...of, opened })
  if (opened === null || prepared === null) return { ok: false, reason: 'gone' }
  const [last] = prepared.sent
  if (!canBe('submit', last?.state ?? 'none')) return { ok: false, reason: 'sent-already' }
  if (prepared.obstacles.length > 0) return { ok: false, reason: 'in-the-way' }
  const { sha256, figures, kept: report, period, basis } = prepared
  if (sha256 !== of.seen) return { ok: false, reason: 'changed' }
  const number = (last?.number ?? 0) + 1
  const { regionId, personId, personName } = actor
  const made = await insertSubmission(db, {
    ...of,
    regionId,
    number,
    agencyId: agency.id,
    report,
    figures,
    sha256,
    by: personId,
    byName: personName,
  })
  if (!(await sendPeriod(db, actor, of.planId, of.periodId, basis)))
    throw new Error('the period is sent already')
  await note(db, actor, made.id, 'submitted', {
    plan: of.planId,
    period: of.periodId,
    number,
    sha256,
    to: agency.name,
  })
  const { kind, startsOn, endsOn, dueOn } = period
  await betweenTenants(db, agency.id, (there) =>
    receive(there, agency.id, {
      id: made.id,
      tenantId: regionId,
      regionName: of.regionName,
      planId: of.planId,
      planName: opened.plan.facts.name,
      periodId: of.periodId,
      span: { kind, startsOn, endsOn, dueOn },
      number,
      report,
      figures,
      sha256,
      submittedAt: made.submittedAt,
      submittedBy: personName,
    }),
  )
  return { ok: true, number }
}
