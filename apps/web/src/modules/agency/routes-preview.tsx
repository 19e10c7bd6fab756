import { Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { swedishDay } from '../plan/public.ts'
import { layOut, ReportView, reportSchema } from '../reporting/public.ts'
import type { AgencyDoors } from './doors.ts'
import { canBe } from './rules/states.ts'
import { submit } from './service/submit.ts'
import { sentReport } from './store/submissions.ts'
import { SavedNow, SentList, type SubmissionPlace, showSubmission, submissionOf } from './submission-room.tsx'
import { FiguresView } from './ui/figures-view.tsx'
import { StateTag } from './ui/state-tag.tsx'
import { InTheWay } from './ui/submission-form.tsx'

/** What is about to be sent, to the word; the sending of it; and what has been sent. */
export function addPreview(app: Web, doors: AgencyDoors) {
  const preview = (c: WebContext, at: SubmissionPlace, refusal: string | null) => {
    const { locale, agency, prepared } = at
    if (agency === null || !canBe('submit', at.standing)) return c.redirect(at.here, 303)
    const name = { agency: agency.name }
    return showSubmission(
      c,
      at,
      locale.text('agency.preview'),
      <>
        <SavedNow c={c} at={at} />
        {refusal === null ? null : <Notice kind="bad">{refusal}</Notice>}
        <Notice kind="info">{locale.text('agency.preview.lede', name)}</Notice>
        {prepared.obstacles.length > 0 ? (
          <InTheWay
            locale={locale}
            obstacles={prepared.obstacles}
            about={at.about}
            activity={(id) => `${at.plan}/follow/${at.period.id}/${id}`}
            comments={at.here}
          />
        ) : null}
        <ReportView report={layOut(prepared.report)} />
        <FiguresView locale={locale} figures={prepared.figures} />
        {prepared.obstacles.length > 0 ? (
          <p class="no-print">
            <a class="button" href={at.here}>
              {locale.text('agency.preview.back')}
            </a>
          </p>
        ) : (
          <form method="post" class="card form no-print">
            <input type="hidden" name="seen" value={prepared.sha256} />
            <h2>{locale.text('agency.send', name)}</h2>
            <p>{locale.text('agency.preview.confirm.text', name)}</p>
            <p class="inline">
              <button class="button primary" type="submit">
                {locale.text('agency.preview.confirm')}
              </button>
              <a class="button" href={at.here}>
                {locale.text('agency.preview.back')}
              </a>
            </p>
          </form>
        )}
      </>,
      refusal === null ? 200 : 409,
    )
  }

  app.get('/r/:slug/plans/:plan/submissions/:period/preview', async (c) =>
    preview(c, await submissionOf(c, doors, 'write-plan'), null),
  )

  app.post('/r/:slug/plans/:plan/submissions/:period/preview', async (c) => {
    const at = await submissionOf(c, doors, 'write-plan')
    const form = await c.req.formData()
    const done = await doors.inRegion(at.actor, (db) =>
      submit(db, at.locale, at.actor, {
        regionName: c.get('membership').regionName,
        planId: at.opened.plan.id,
        periodId: at.period.id,
        seen: wordOf(form, 'seen', 64),
        today: swedishDay(new Date()),
      }),
    )
    if (done.ok) return c.redirect(`${at.here}?sent=1`, 303)
    if (done.reason === 'gone') throw new HttpProblem(404)
    const refusal = at.locale.text(`agency.refused.${done.reason}`)
    if (done.reason === 'sent-already' || done.reason === 'no-agency') {
      const now = await submissionOf(c, doors, 'write-plan')
      return showSubmission(
        c,
        now,
        refusal,
        <>
          <Notice kind="bad">{refusal}</Notice>
          <SentList at={now} />
        </>,
        409,
      )
    }
    return preview(c, await submissionOf(c, doors, 'write-plan'), refusal)
  })

  app.get('/r/:slug/plans/:plan/submissions/:period/:number', async (c) => {
    const at = await submissionOf(c, doors, 'see-plans')
    const sent = at.prepared.sent.find(({ number }) => String(number) === c.req.param('number'))
    if (sent === undefined) throw new HttpProblem(404)
    const report = await doors.inRegion(at.actor, (db) => sentReport(db, at.period.id, sent.number))
    const { locale } = at
    const time = locale.time(sent.submittedAt)
    return showSubmission(
      c,
      at,
      locale.text('agency.number', { number: sent.number }),
      <>
        <p class="note no-print">
          {locale.text('agency.sentBy', { number: sent.number, time, name: sent.submittedBy })}{' '}
          <StateTag locale={locale} state={sent.state} />
        </p>
        <p class="note wrap">{locale.text('agency.hash', { hash: sent.sha256 })}</p>
        <ReportView report={layOut(reportSchema.parse(report))} />
      </>,
    )
  })
}
