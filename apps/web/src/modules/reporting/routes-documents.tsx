import { isLanguage, localeOf } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import type { Web } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { followed, isDate, planOf, showTab, swedishDay } from '../plan/public.ts'
import type { ReportDoors } from './document-room.tsx'
import { spansOf } from './live/spans-of.ts'
import { templateOf } from './live/template.ts'
import { REPORT_KINDS } from './model-content.ts'
import { authorise, mayDo } from './policy.ts'
import { spanName } from './service/fill-report.ts'
import { bringBackReport, listReports, makeReport } from './service/reports.ts'
import { DocumentList, NewReport, RemovedReports } from './ui/document-list.tsx'

/** The reports of a plan: those there are, and a new one from a template. */
export function addDocuments(app: Web, doors: ReportDoors) {
  app.get('/r/:slug/plans/:plan/documents', async (c) => {
    const { actor, opened, here } = await planOf(c, doors, 'see-plans')
    authorise(c, 'see-report', 'draft')
    const locale = c.get('locale')
    const { reports, periods } = await doors.inRegion(actor, async (db) => ({
      reports: await listReports(db, opened.plan.id),
      periods: (await followed(db, opened.plan.id)).periods,
    }))
    const spans = spansOf(locale, opened.plan.facts, periods, swedishDay(new Date()))
    const mayWrite = mayDo(c, 'write-report', 'draft')
    const removed = c.req.query('removed') ?? ''
    return showTab(
      c,
      opened,
      'documents',
      <>
        <p class="plan-summary">{locale.text('doc.lede')}</p>
        {mayWrite && reports.some(({ id, removedAt }) => id === removed && removedAt !== null) ? (
          <Notice kind="good">
            <form method="post" class="inline" action={`${here}/documents`}>
              <input type="hidden" name="report" value={removed} />
              <span>{locale.text('doc.removed.done')}</span>
              <button class="button small" type="submit" name="act" value="bring-back">
                {locale.text('doc.delete.undo')}
              </button>
            </form>
          </Notice>
        ) : null}
        {c.req.query('back') === '1' ? <Notice kind="good">{locale.text('doc.removed.back')}</Notice> : null}
        <DocumentList
          locale={locale}
          here={`${here}/documents`}
          reports={reports}
          spans={new Map(reports.map(({ id, latest }) => [id, spanName(locale, latest.content, periods)]))}
          mayWrite={mayWrite}
        />
        {mayWrite ? (
          <>
            <NewReport locale={locale} spans={spans.choices} span={spans.now} />
            <RemovedReports locale={locale} reports={reports} />
          </>
        ) : null}
        {mayDo(c, 'change-look', 'draft') ? (
          <p class="no-print">
            <a href={`/r/${c.get('membership').slug}/look`}>{locale.text('look.title')}</a>
          </p>
        ) : null}
      </>,
    )
  })

  app.post('/r/:slug/plans/:plan/documents', async (c) => {
    const { opened, here } = await planOf(c, doors, 'see-plans')
    const actor = authorise(c, 'write-report', 'draft')
    const form = await c.req.formData()
    const act = wordOf(form, 'act', 20)
    if (act === 'bring-back') {
      const id = wordOf(form, 'report', 36)
      const done = await doors.inRegion(actor, (db) => bringBackReport(db, actor, opened.plan.id, id))
      if (!done) throw new HttpProblem(404)
      return c.redirect(`${here}/documents?back=1`, 303)
    }
    const kind = REPORT_KINDS.find((each) => each === form.get('kind'))
    const language = wordOf(form, 'language', 2)
    const [startsOn = '', endsOn = ''] = wordOf(form, 'span', 30).split('/')
    const isSpan = isDate(startsOn) && isDate(endsOn) && startsOn <= endsOn
    if (act !== 'make' || kind === undefined || !isLanguage(language) || !isSpan) throw new HttpProblem(400)
    const content = templateOf(kind, localeOf(language), { startsOn, endsOn })
    const id = await doors.inRegion(actor, (db) =>
      makeReport(db, actor, opened.plan.id, { kind, content, madeFrom: null }),
    )
    return c.redirect(`${here}/documents/${id}`, 303)
  })
}
