import { inRegion, type Platform, type Web, type WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import {
  followed,
  forecastOfPlan,
  type PlanDoors,
  periodName,
  planOf,
  showPage,
  standingsIn,
  swedishDay,
} from '../plan/public.ts'
import { documentAnswer, isDocumentKind } from './document-answer.ts'
import { layOut } from './documents/lay-out.ts'
import type { DocumentMaker } from './service/document-maker.ts'
import { halfYearReport } from './service/half-year-report.ts'
import { ReportView } from './ui/report-view.tsx'

const KINDS = ['docx', 'pdf', 'xlsx', 'html'] as const
const NAMES = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', html: 'HTML' } as const

/** Reports: the status report of a plan for a period, on the page and as files. */
export function addReporting(
  app: Web,
  platform: Platform,
  doors: PlanDoors & { readonly documents: DocumentMaker },
) {
  const reportOf = async (c: WebContext) => {
    const { actor, opened, here } = await planOf(c, doors, 'see-plans')
    const { all, forecast } = await inRegion(platform, actor, async (db) => ({
      all: await followed(db, opened.plan.id),
      forecast: await forecastOfPlan(db, opened),
    }))
    const period = all.periods.find(({ id }) => id === c.req.param('period'))
    if (period === undefined) throw new HttpProblem(404)
    const report = halfYearReport(c.get('locale'), {
      regionName: c.get('membership').regionName,
      opened,
      period,
      standings: standingsIn(opened, all, period),
      forecast,
      today: swedishDay(new Date()),
    })
    return { opened, period, here, report }
  }

  app.get('/r/:slug/plans/:plan/reports/:period', async (c) => {
    const { opened, period, here, report } = await reportOf(c)
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
        <p class="note no-print">{locale.text('half.lede')}</p>
        <nav class="chips no-print" aria-label={locale.text('half.files')}>
          {KINDS.map((kind) => (
            <a key={kind} class="chip" href={`${here}/reports/${period.id}/report.${kind}`}>
              {NAMES[kind]}
            </a>
          ))}
        </nav>
        <ReportView report={layOut(report)} />
      </>,
    )
  })

  app.get('/r/:slug/plans/:plan/reports/:period/:file{report\\.(docx|pdf|xlsx|html)}', async (c) => {
    const kind = c.req.param('file').split('.')[1] ?? ''
    if (!isDocumentKind(kind)) throw new HttpProblem(404)
    const { report } = await reportOf(c)
    return documentAnswer(c, doors.documents, report, kind)
  })
}
