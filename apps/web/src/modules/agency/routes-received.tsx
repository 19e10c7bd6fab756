import type { Locale } from '@jamvikt/i18n'
import { EmptyState, Notice, Select } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { isUuid } from '../../platform/uuid.ts'
import { keepName, periodName } from '../plan/public.ts'
import {
  documentAnswer,
  isDocumentKind,
  layOut,
  type Report,
  ReportView,
  reportSchema,
} from '../reporting/public.ts'
import { homeOf, showPage } from './agency-room.tsx'
import { authorise, mayDo } from './authorise.ts'
import type { AgencyDoors } from './doors.ts'
import { REPORT_STATES, type Received, type Remark } from './model-submission.ts'
import { changedLines } from './rules/changed-lines.ts'
import { canBe } from './rules/states.ts'
import { type AnswerAct, type AnswerRefusal, answerReport } from './service/answer-report.ts'
import { hashOf } from './service/prepare.ts'
import { mainHeadings, reportLines } from './service/report-lines.ts'
import {
  receivedById,
  receivedOfPeriod,
  receivedReports,
  receivedYears,
  reportContent,
} from './store/received.ts'
import { AnswerForm, type AnswerWords, MOST_REMARK, ReopenForm } from './ui/answer-form.tsx'
import { ChangesView } from './ui/changes-view.tsx'
import { FiguresView } from './ui/figures-view.tsx'
import { ReceivedTable } from './ui/received-table.tsx'
import { Remarks } from './ui/remarks.tsx'
import { StateTag } from './ui/state-tag.tsx'

const ACTS = ['return', 'accept', 'reopen'] as const satisfies readonly AnswerAct[]
const FILES = ['docx', 'pdf', 'xlsx', 'html'] as const
const FILE_NAMES = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', html: 'HTML' } as const

/** Reports that regions have sent: the list, each as it was sent, and the agency’s answer. */
export function addReceived(app: Web, doors: AgencyDoors) {
  app.get('/r/:slug/received', async (c) => {
    const actor = authorise(c, 'see-reports')
    const locale = c.get('locale')
    const state = REPORT_STATES.find((each) => each === c.req.query('state')) ?? null
    const { years, reports, year } = await doors.inRegion(actor, async (db) => {
      const all = await receivedYears(db)
      const asked = all.find((each) => String(each) === c.req.query('year')) ?? null
      return {
        years: all,
        year: asked,
        reports: await receivedReports(db, { state, year: asked, regionId: null }),
      }
    })
    return showPage(
      c,
      'received',
      locale.text('agency.received'),
      <>
        <h1>{locale.text('agency.received')}</h1>
        <p class="lede">{locale.text('agency.received.lede')}</p>
        {years.length === 0 ? (
          <EmptyState title={locale.text('agency.received.none')}>
            <p>{locale.text('agency.received.none.text')}</p>
          </EmptyState>
        ) : (
          <>
            <form method="get" class="filters no-print">
              <Select
                id="state"
                label={locale.text('agency.state')}
                value={state ?? ''}
                choices={[
                  { value: '', label: locale.text('agency.all') },
                  ...REPORT_STATES.map((each) => ({
                    value: each,
                    label: locale.text(`agency.state.${each}`),
                  })),
                ]}
              />
              <Select
                id="year"
                label={locale.text('agency.year')}
                value={year === null ? '' : String(year)}
                choices={[
                  { value: '', label: locale.text('agency.all') },
                  ...years.map((each) => ({ value: String(each), label: String(each) })),
                ]}
              />
              <button class="button" type="submit">
                {locale.text('agency.show')}
              </button>
            </form>
            {reports.length === 0 ? (
              <p>{locale.text('agency.received.noneChosen')}</p>
            ) : (
              <ReceivedTable
                locale={locale}
                home={homeOf(c)}
                reports={reports}
                caption={locale.text('agency.received')}
              />
            )}
          </>
        )}
      </>,
    )
  })

  const place = async (c: WebContext, act: 'see-reports' | 'answer-reports') => {
    const actor = authorise(c, act)
    const id = c.req.param('report') ?? ''
    const found = isUuid(id)
      ? await doors.inRegion(actor, async (db) => {
          const received = await receivedById(db, id)
          if (received === null) return null
          const { region, periodId, number } = received
          const ofPeriod = await receivedOfPeriod(db, { regionId: region.id, periodId })
          const before = ofPeriod.find((each) => each.number < number)
          return {
            received,
            ofPeriod,
            before,
            content: await reportContent(db, id),
            beforeContent: before === undefined ? null : await reportContent(db, before.id),
          }
        })
      : null
    if (found === null || found.content === null) throw new HttpProblem(404)
    const { report, figures } = found.content
    return { ...found, actor, id, report: reportSchema.parse(report), figures }
  }
  type Place = Awaited<ReturnType<typeof place>>

  const page = (
    c: WebContext,
    at: Place,
    refused: { readonly reason: Exclude<AnswerRefusal, 'gone'>; readonly filled: AnswerWords } | null,
  ) => {
    const { received, report, figures } = at
    const locale = c.get('locale')
    const home = homeOf(c)
    const name = periodName(locale, received.span)
    const isLatest = at.ofPeriod[0]?.id === received.id
    const mayAnswer = mayDo(c, 'answer-reports') && isLatest
    const refusal = refused === null ? null : locale.text(`agency.answer.refused.${refused.reason}`)
    const isSame = hashOf(report, figures) === received.sha256
    return showPage(
      c,
      'received',
      `${received.region.name} – ${name}`,
      <>
        <p class="crumb no-print">
          <a href={`${home}/received`}>{locale.text('agency.received')}</a> ›{' '}
          <a href={`${home}/regions/${received.region.id}`}>{received.region.name}</a>
        </p>
        {refusal !== null && refused?.reason !== 'no-reason' ? <Notice kind="bad">{refusal}</Notice> : null}
        <p class="inline">
          <StateTag locale={locale} state={received.state} />
          <span>
            {locale.text('agency.sentBy', {
              number: received.number,
              time: locale.time(received.submittedAt),
              name: received.submittedBy,
            })}
          </span>
        </p>
        <Answered locale={locale} received={received} />
        {isLatest ? null : <Later locale={locale} home={home} latest={at.ofPeriod[0]} />}
        <nav class="chips no-print" aria-label={locale.text('half.files')}>
          {FILES.map((kind) => (
            <a key={kind} class="chip" href={`${home}/received/${received.id}/report.${kind}`}>
              {FILE_NAMES[kind]}
            </a>
          ))}
        </nav>
        <Remarks locale={locale} remarks={received.answer?.remarks ?? []} />
        {at.before === undefined ? null : (
          <ChangesView
            locale={locale}
            number={at.before.number}
            changes={changesSince(at.beforeContent?.report, report)}
          />
        )}
        <ReportView report={layOut(report)} />
        <FiguresView locale={locale} figures={figures} />
        <p class="note wrap">
          {locale.text('agency.hash', { hash: received.sha256 })}{' '}
          {locale.text(isSame ? 'agency.hash.same' : 'agency.hash.differs')}
        </p>
        {mayAnswer && canBe('accept', received.state) ? (
          <AnswerForm
            locale={locale}
            headings={mainHeadings(report)}
            filled={refused?.filled ?? { whole: '', of: [] }}
            error={refused?.reason === 'no-reason' ? refusal : null}
            keep={keepName(at.actor.personId, received.id, 'answer')}
          />
        ) : null}
        {mayAnswer && canBe('reopen', received.state) ? (
          <ReopenForm
            locale={locale}
            filled={refused?.filled.whole ?? ''}
            error={refused?.reason === 'no-reason' ? refusal : null}
          />
        ) : null}
        {at.ofPeriod.length < 2 ? null : (
          <section aria-labelledby="earlier">
            <h2 id="earlier">{locale.text('agency.history')}</h2>
            <ReceivedTable
              locale={locale}
              home={home}
              reports={at.ofPeriod}
              caption={locale.text('agency.history')}
            />
          </section>
        )}
      </>,
      refused === null ? 200 : refused.reason === 'no-reason' ? 422 : 409,
    )
  }

  app.get('/r/:slug/received/:report', async (c) => page(c, await place(c, 'see-reports'), null))

  app.post('/r/:slug/received/:report', async (c) => {
    const at = await place(c, 'answer-reports')
    const form = await c.req.formData()
    const act = ACTS.find((each) => each === form.get('act'))
    if (act === undefined) throw new HttpProblem(400)
    const headings = mainHeadings(at.report)
    const filled = {
      whole: wordOf(form, 'whole', MOST_REMARK),
      of: headings.map((_, index) => wordOf(form, `of-${index}`, MOST_REMARK)),
    }
    const remarks: Remark[] = [
      { heading: '', text: filled.whole },
      ...headings.map((heading, index) => ({ heading, text: filled.of[index] ?? '' })),
    ].filter(({ text }) => text !== '')
    const { regionName } = c.get('membership')
    const done = await doors.inRegion(at.actor, (db) =>
      answerReport(db, at.actor, regionName, at.id, { act, remarks }),
    )
    if (done.ok) return c.redirect(`${homeOf(c)}/received/${at.id}`, 303)
    if (done.reason === 'gone') throw new HttpProblem(404)
    return page(c, await place(c, 'answer-reports'), { reason: done.reason, filled })
  })

  app.get('/r/:slug/received/:report/:file{report\\.(docx|pdf|xlsx|html)}', async (c) => {
    const { report } = await place(c, 'see-reports')
    const kind = c.req.param('file').split('.')[1] ?? ''
    if (!isDocumentKind(kind)) throw new HttpProblem(404)
    return documentAnswer(c, doors.documents, report, kind)
  })
}

function changesSince(before: unknown, report: Report) {
  return changedLines(reportLines(reportSchema.parse(before)), reportLines(report))
}

function Answered({ locale, received }: { locale: Locale; received: Received }) {
  const { answer, state } = received
  if (answer === null || state === 'submitted') return null
  return (
    <Notice kind={state === 'accepted' ? 'good' : 'info'}>
      {locale.text(`agency.answered.${state}`, { name: answer.by, time: locale.time(answer.at) })}
    </Notice>
  )
}

function Later({ locale, home, latest }: { locale: Locale; home: string; latest: Received | undefined }) {
  if (latest === undefined) return null
  return (
    <Notice kind="watch">
      <a href={`${home}/received/${latest.id}`}>
        {locale.text('agency.later', { number: String(latest.number) })}
      </a>
    </Notice>
  )
}
