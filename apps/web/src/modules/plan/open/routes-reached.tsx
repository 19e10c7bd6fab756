import { ErrorSummary, type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { PlanDoors } from '../doors.ts'
import { showPart } from '../item-room.tsx'
import { planOf } from '../plan-room.tsx'
import { PlanTree } from '../rules/tree.ts'
import {
  previewMark,
  previewReached,
  REACHED_THRESHOLD,
  releaseReached,
  withdrawReached,
} from './service/release-reached.ts'
import { ReachedPreview } from './ui/reached-preview.tsx'

const MOST_REASON = 300

/** A table of the people reached: looked at as it would be shown, then put among the region’s tables. */
export function addReached(app: Web, doors: PlanDoors) {
  const page = async (c: WebContext, errors: readonly FieldError[], typed = '') => {
    const { actor, opened, here } = await planOf(c, doors, 'open-plan')
    const locale = c.get('locale')
    const halfYears = await doors.inRegion(actor, (db) => previewReached(db, opened))
    const hasTable = halfYears.some(({ state }) => state.kind === 'ready' || state.kind === 'released')
    return showPart(
      c,
      opened,
      { title: locale.text('plan.reached.title'), above: [] },
      <>
        <p class="lede">{locale.text('plan.reached.lede', { threshold: REACHED_THRESHOLD })}</p>
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        {halfYears.length === 0 ? <Notice kind="info">{locale.text('plan.reached.none')}</Notice> : null}
        {errors.length === 0 && c.req.query('done') === 'withdrawn' ? (
          <Notice kind="good">{locale.text('plan.reached.done.withdrawn')}</Notice>
        ) : null}
        <ReachedPreview
          locale={locale}
          tree={new PlanTree(opened.document)}
          halfYears={halfYears}
          typed={typed}
          errors={errors}
        />
        {hasTable ? (
          <form method="post" action={`${here}/reached`} class="card form no-print">
            <p>{locale.text('plan.reached.make.text')}</p>
            <input type="hidden" name="seen" value={previewMark(halfYears)} />
            <button class="button primary" type="submit" id="make">
              {locale.text('plan.reached.make')}
            </button>
          </form>
        ) : null}
        <p>
          <a href={`${here}/follow`}>{locale.text('plan.tab.follow')}</a>
        </p>
      </>,
    )
  }

  const withdraw = async (c: WebContext, actor: Actor, planId: string, here: string, form: FormData) => {
    const locale = c.get('locale')
    const code = wordOf(form, 'period', 10)
    const reason = wordOf(form, 'reason', MOST_REASON)
    const fault = (text: string) => page(c, [{ field: `reason-${code}`, text }], reason)
    if (reason === '') return fault(locale.text('plan.reached.fault.reason'))
    const done = await doors.inRegion(actor, (db) => withdrawReached(db, actor, planId, code, reason))
    return done.ok
      ? c.redirect(`${here}/reached?done=withdrawn`, 303)
      : fault(locale.text(`plan.reached.fault.${done.reason}`))
  }

  app.get('/r/:slug/plans/:plan/reached', (c) => page(c, []))

  app.post('/r/:slug/plans/:plan/reached', async (c) => {
    const { actor, opened, here } = await planOf(c, doors, 'open-plan')
    const form = await c.req.formData()
    if (form.get('act') === 'withdraw') return withdraw(c, actor, opened.plan.id, here, form)
    const seen = wordOf(form, 'seen', 64)
    const done = await doors.inRegion(actor, (db) => releaseReached(db, actor, opened.plan.id, seen))
    return done.ok
      ? c.redirect(`/r/${c.get('membership').slug}/statistics/${done.slug}`, 303)
      : page(c, [{ field: 'make', text: c.get('locale').text(`plan.reached.fault.${done.reason}`) }])
  })
}
