import { localeOf } from '@jamvikt/i18n'
import { type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { isDate, swedishDay } from '../plan/public.ts'
import { filled, type ReportDoors, reading, reportOf, showReport } from './document-room.tsx'
import { layOut } from './documents/lay-out.ts'
import { needsDecision, type ReportKind } from './model-content.ts'
import { compareReports, isReordered } from './rules/compare-reports.ts'
import { holdLook } from './service/look.ts'
import { adoptReport, hashOf, openFrozen } from './service/reports.ts'
import { AdoptForm, type TypedDecision } from './ui/adopt-form.tsx'
import { ChangesView } from './ui/changes-view.tsx'
import { ReportView } from './ui/report-view.tsx'

const NOTHING: TypedDecision = { diary: '', on: '', body: '' }

/** A report is adopted by a decision; one made again is held against the one that was adopted. */
export function addAdoption(app: Web, doors: ReportDoors) {
  const page = async (
    c: WebContext,
    typed: TypedDecision,
    errors: readonly FieldError[],
    status: 200 | 422 = 422,
  ) => {
    const found = await reportOf(c, doors, 'adopt-report')
    const locale = c.get('locale')
    const { report, gaps } = await filled(c, doors, found)
    const title = locale.text('doc.adopt')
    const { latest } = found.report
    return showReport(
      c,
      found,
      title,
      <>
        <h1>{locale.text('doc.adopt.title', { title: latest.content.title })}</h1>
        {gaps.length > 0 ? (
          <Notice kind="watch">
            <p>
              <strong>{locale.text('doc.adopt.gaps')}</strong>
            </p>
            <ul>
              {gaps.map(({ id, name, reason }) => (
                <li key={id}>
                  <a href={`${found.at}/blocks/${id}`}>
                    {locale.text(`doc.adopt.gap.${reason}`, {
                      name: name || locale.text('doc.block.unnamed'),
                    })}
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        ) : (
          <>
            <p class="lede">{locale.text('doc.adopt.lede')}</p>
            <AdoptForm
              locale={locale}
              needsDecision={needsDecision(found.report.kind)}
              revision={latest.number}
              hash={hashOf(report)}
              typed={typed}
              errors={errors}
              back={found.at}
            />
          </>
        )}
        <ReportView report={layOut(report)} />
      </>,
      status,
    )
  }

  app.get('/r/:slug/plans/:plan/documents/:report/adopt', (c) => page(c, NOTHING, [], 200))

  app.post('/r/:slug/plans/:plan/documents/:report/adopt', async (c) => {
    const found = await reportOf(c, doors, 'adopt-report')
    const { actor, opened, report, at } = found
    const locale = c.get('locale')
    const form = await c.req.formData()
    const typed = {
      diary: wordOf(form, 'diary', 100),
      on: wordOf(form, 'on', 10),
      body: wordOf(form, 'body', 200),
    }
    const faults = decisionFaults(typed, report.kind)
    if (faults.length > 0 || !form.has('confirm'))
      return page(c, typed, [
        ...faults.map((field) => ({ field, text: locale.text(`plan.adopt.fault.${field}`) })),
        ...(form.has('confirm') ? [] : [{ field: 'confirm', text: locale.text('doc.adopt.fault.confirm') }]),
      ])
    const now = await filled(c, doors, found)
    if (now.gaps.length > 0) return page(c, typed, [])
    const seen = { revision: Number(wordOf(form, 'revision', 9)) || 0, hash: wordOf(form, 'hash', 64) }
    const done = await doors.inRegion(actor, async (db) =>
      adoptReport(db, actor, opened.plan.id, report.id, seen, {
        filled: now,
        look: await holdLook(db),
        decision: typed,
      }),
    )
    if (done.ok) return c.redirect(at, 303)
    return page(c, typed, [{ field: 'confirm', text: locale.text(`doc.adopt.fault.${done.reason}`) }])
  })

  app.get('/r/:slug/plans/:plan/documents/:report/changes', async (c) => {
    const found = await reportOf(c, doors, 'see-report')
    const { actor, report } = found
    const origin = report.madeFrom ?? (report.adopted === null ? null : report.id)
    const frozen = origin === null ? null : await doors.inRegion(actor, (db) => openFrozen(db, origin))
    if (frozen === null) throw new HttpProblem(404)
    const locale = c.get('locale')
    const after = report.madeFrom === null ? await filled(c, doors, found) : await reading(c, doors, found)
    const title = locale.text('doc.changes.title')
    return showReport(
      c,
      found,
      title,
      <>
        <h1>{title}</h1>
        <ChangesView
          locale={locale}
          language={localeOf(after.report.facts.language)}
          at={report.adopted === null ? found.at : null}
          before={frozen.report}
          after={after.report}
          changes={compareReports(frozen, after)}
          isReordered={isReordered(frozen, after)}
        />
      </>,
    )
  })
}

function decisionFaults({ diary, on, body }: TypedDecision, kind: ReportKind) {
  const faults: ('diary' | 'on' | 'body')[] = []
  const needsBody = needsDecision(kind)
  if (needsBody && diary === '') faults.push('diary')
  if (!isDate(on) || on > swedishDay(new Date())) faults.push('on')
  if (needsBody && body === '') faults.push('body')
  return faults
}
