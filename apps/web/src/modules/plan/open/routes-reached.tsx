import { ErrorSummary, type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import type { PlanDoors } from '../doors.ts'
import { showPart } from '../item-room.tsx'
import { planOf } from '../plan-room.tsx'
import { PlanTree } from '../rules/tree.ts'
import { previewMark, previewReached, REACHED_THRESHOLD, releaseReached } from './service/release-reached.ts'
import { ReachedPreview } from './ui/reached-preview.tsx'

/** A table of the people reached: looked at as it would be shown, then put among the region’s tables. */
export function addReached(app: Web, doors: PlanDoors) {
  const page = async (c: WebContext, errors: readonly FieldError[]) => {
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
        <ReachedPreview locale={locale} tree={new PlanTree(opened.document)} halfYears={halfYears} />
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

  app.get('/r/:slug/plans/:plan/reached', (c) => page(c, []))

  app.post('/r/:slug/plans/:plan/reached', async (c) => {
    const { actor, opened } = await planOf(c, doors, 'open-plan')
    const seen = wordOf(await c.req.formData(), 'seen', 64)
    const done = await doors.inRegion(actor, (db) => releaseReached(db, actor, opened.plan.id, seen))
    return done.ok
      ? c.redirect(`/r/${c.get('membership').slug}/statistics/${done.slug}`, 303)
      : page(c, [{ field: 'make', text: c.get('locale').text(`plan.reached.fault.${done.reason}`) }])
  })
}
