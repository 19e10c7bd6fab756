import type { Web, WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { basisOf, periodName, planOf, showPage, swedishDay } from '../plan/public.ts'
import { documentAnswer, isDocumentKind } from './document-answer.ts'
import { Files, type ReportDoors } from './document-room.tsx'
import { layOut } from './documents/lay-out.ts'
import { adoptedVersion } from './service/adopted-version.ts'
import { halfYearReport } from './service/half-year-report.ts'
import { lookNow } from './service/look.ts'
import { writtenIn } from './service/template.ts'
import { ReportView } from './ui/report-view.tsx'

/** The status report of a plan for a period as it stands now, on the page and as files. */
export function addStatusReport(app: Web, doors: ReportDoors) {
  const reportOf = async (c: WebContext) => {
    const { actor, opened, here } = await planOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const now = { today: swedishDay(new Date()), language: locale.language }
    const found = await doors.inRegion(actor, async (db) => {
      const basis = await basisOf(db, opened, c.req.param('period') ?? '', now)
      return basis && { basis, adopted: await adoptedVersion(db, basis.opened, basis.today) }
    })
    if (found === null) throw new HttpProblem(404)
    const { basis } = found
    const report = halfYearReport(locale, { ...found, regionName: c.get('membership').regionName })
    return { actor, opened, period: basis.period, frozenOn: basis.frozenOn, here, report }
  }

  app.get('/r/:slug/plans/:plan/reports/:period', async (c) => {
    const { opened, period, frozenOn, here, report } = await reportOf(c)
    const locale = c.get('locale')
    const name = periodName(locale, period)
    return showPage(
      c,
      `${locale.text('half.title')} – ${name}`,
      <>
        <p class="crumb no-print">
          <a href={here}>{opened.plan.facts.name}</a> ›{' '}
          <a href={`${here}/follow?period=${period.id}`}>{name}</a>
        </p>
        <p class="note no-print">
          {frozenOn === null
            ? locale.text('half.lede')
            : locale.text('half.frozen', { date: locale.date(frozenOn) })}
        </p>
        <Files locale={locale} at={`${here}/reports/${period.id}`} />
        <ReportView report={layOut(report)} />
      </>,
    )
  })

  app.get('/r/:slug/plans/:plan/reports/:period/:file{report\\.(docx|pdf|xlsx|html)}', async (c) => {
    const kind = c.req.param('file').split('.')[1] ?? ''
    if (!isDocumentKind(kind)) throw new HttpProblem(404)
    const { actor, report } = await reportOf(c)
    const written = await doors.inRegion(actor, async (db) =>
      kind === 'docx' ? writtenIn(db, null) : { style: (await lookNow(db)).style, template: null },
    )
    return documentAnswer(c, doors.documents, report, kind, written)
  })
}
