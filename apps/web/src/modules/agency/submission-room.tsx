import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import { agencyOf } from '../../platform/db/agency.ts'
import type { WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { keepName, periodName, planOf, showPage, swedishDay } from '../plan/public.ts'
import type { AgencyDoors } from './doors.ts'
import type { Question } from './rules/in-the-way.ts'
import { aboutText, type Prepared, prepare } from './service/prepare.ts'
import { StateTag } from './ui/state-tag.tsx'

/** The period whose report an address is about, with the report as it would be sent now. */
export async function submissionOf(c: WebContext, doors: AgencyDoors, act: 'see-plans' | 'write-plan') {
  const { actor, opened, here } = await planOf(c, doors, act)
  const locale = c.get('locale')
  const { agency, prepared } = await doors.inRegion(actor, async (db) => ({
    agency: await agencyOf(db),
    prepared: await prepare(db, locale, {
      regionName: c.get('membership').regionName,
      opened,
      periodId: c.req.param('period') ?? '',
      today: swedishDay(new Date()),
    }),
  }))
  if (prepared === null) throw new HttpProblem(404)
  const { period } = prepared
  return {
    actor,
    locale,
    opened,
    plan: here,
    agency,
    prepared,
    period,
    here: `${here}/submissions/${period.id}`,
    standing: prepared.sent[0]?.state ?? ('none' as const),
    keep: keepName(actor.personId, opened.plan.id, `submission.${period.id}`),
    about: (question: Question) => aboutText(locale, question),
  }
}

export type SubmissionPlace = Awaited<ReturnType<typeof submissionOf>>

/** A page about the report of a period: the way back, and what it holds. */
export function showSubmission(
  c: WebContext,
  at: SubmissionPlace,
  title: string,
  content: ComponentChildren,
  status: 200 | 409 | 422 = 200,
) {
  const { locale, plan, period, opened } = at
  const name = periodName(locale, period)
  return showPage(
    c,
    `${title} – ${name}`,
    <>
      <p class="crumb no-print">
        <a href={plan}>{opened.plan.facts.name}</a> ›{' '}
        <a href={`${plan}/follow?period=${period.id}`}>{name}</a>
        {c.req.path === at.here ? null : (
          <>
            {' '}
            › <a href={at.here}>{locale.text('agency.send.page', { agency: at.agency?.name ?? '' })}</a>
          </>
        )}
      </p>
      {content}
    </>,
    status,
  )
}

/** Says that comments have just been saved: what the browser kept of them meanwhile is then of no more use. */
export function SavedNow({ c, at }: { c: WebContext; at: SubmissionPlace }) {
  return c.req.query('saved') === '1' ? (
    <div data-saved={at.keep}>
      <Notice kind="good">{at.locale.text('agency.saved')}</Notice>
    </div>
  ) : null
}

/** What has been sent of a period. */
export function SentList(props: {
  at: { readonly here: string; readonly locale: Locale; readonly prepared: Prepared }
}) {
  const { locale, prepared, here } = props.at
  return (
    <section aria-labelledby="history">
      <h2 id="history">{locale.text('agency.history')}</h2>
      {prepared.sent.length === 0 ? (
        <p>{locale.text('agency.history.none')}</p>
      ) : (
        <ul class="plain card">
          {prepared.sent.map((sent) => (
            <li key={sent.id}>
              <StateTag locale={locale} state={sent.state} />{' '}
              <a href={`${here}/${sent.number}`}>
                {locale.text('agency.sentBy', {
                  number: sent.number,
                  time: locale.time(sent.submittedAt),
                  name: sent.submittedBy,
                })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
