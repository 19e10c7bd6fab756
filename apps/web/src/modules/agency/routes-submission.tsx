import { EmptyState, ErrorSummary, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { mayDoWithPlan } from '../plan/public.ts'
import type { AgencyDoors } from './doors.ts'
import type { KeptWords } from './model-submission.ts'
import { MOST_COMMENT } from './rules/in-the-way.ts'
import { isLocked } from './rules/states.ts'
import { keepWords, type Words } from './service/keep-words.ts'
import { SavedNow, SentList, type SubmissionPlace, showSubmission, submissionOf } from './submission-room.tsx'
import { StandingNotice } from './ui/standing-notice.tsx'
import { CommentsForm, fieldOf, InTheWay } from './ui/submission-form.tsx'

/** A region comments on a period and sees what remains before its report can be sent to the agency. */
export function addSubmission(app: Web, doors: AgencyDoors) {
  const main = (
    c: WebContext,
    at: SubmissionPlace,
    refused: {
      readonly words: Words
      readonly keys: readonly string[]
      readonly latest: KeptWords | null
    } | null,
  ) => {
    const { locale, agency, prepared } = at
    const title = locale.text('agency.send.title', { agency: agency?.name ?? '' })
    if (agency === null)
      return showSubmission(
        c,
        at,
        locale.text('agency.none'),
        <EmptyState title={locale.text('agency.none')}>
          <p>{locale.text('agency.none.text')}</p>
        </EmptyState>,
      )
    const [last] = prepared.sent
    const maySend = mayDoWithPlan(c, 'write-plan') && !isLocked(at.standing)
    const seen = refused?.latest ?? prepared.words
    return showSubmission(
      c,
      at,
      title,
      <>
        <SavedNow c={c} at={at} />
        {c.req.query('sent') === '1' ? (
          <Notice kind="good">{locale.text('agency.sent.notice', { agency: agency.name })}</Notice>
        ) : null}
        <ErrorSummary
          title={locale.text('error.summary')}
          errors={
            refused === null || refused.latest !== null
              ? []
              : prepared.questions
                  .filter(({ key }) => refused.keys.includes(key))
                  .map((question) => ({
                    field: fieldOf(question),
                    text: locale.text('agency.way.too-long', {
                      about: at.about(question),
                      most: locale.number(MOST_COMMENT),
                    }),
                  }))
          }
        />
        <h1>{title}</h1>
        <p class="lede">{locale.text('agency.send.lede', { agency: agency.name })}</p>
        {last === undefined ? null : <StandingNotice locale={locale} agency={agency.name} last={last} />}
        {maySend ? (
          <>
            <InTheWay
              locale={locale}
              obstacles={prepared.obstacles}
              about={at.about}
              activity={(id) => `${at.plan}/follow/${at.period.id}/${id}`}
              comments=""
            />
            <CommentsForm
              locale={locale}
              questions={prepared.questions}
              about={at.about}
              filled={refused?.words ?? prepared.words?.words ?? {}}
              seen={seen === null ? '' : JSON.stringify([seen.revision, seen.words])}
              keep={at.keep}
              wrong={refused?.keys ?? []}
              latest={refused?.latest ?? null}
            />
          </>
        ) : null}
        <SentList at={at} />
      </>,
      refused === null ? 200 : refused.latest === null ? 422 : 409,
    )
  }

  app.get('/r/:slug/plans/:plan/submissions/:period', async (c) =>
    main(c, await submissionOf(c, doors, 'see-plans'), null),
  )

  app.post('/r/:slug/plans/:plan/submissions/:period', async (c) => {
    const at = await submissionOf(c, doors, 'write-plan')
    if (isLocked(at.standing)) return c.redirect(at.here, 303)
    const form = await c.req.formData()
    const words = Object.fromEntries(
      at.prepared.questions.map((question) => [
        question.key,
        wordOf(form, fieldOf(question), 4 * MOST_COMMENT),
      ]),
    )
    const of = { planId: at.opened.plan.id, periodId: at.period.id }
    const seen = readSeen(wordOf(form, 'seen', 2_000_000))
    const kept = await doors.inRegion(at.actor, (db) => keepWords(db, at.actor, of, seen, words))
    if (kept.ok)
      return c.redirect(`${at.here}${form.get('act') === 'preview' ? '/preview' : ''}?saved=1`, 303)
    return main(c, at, {
      words: kept.reason === 'clash' ? kept.merged : words,
      keys: kept.keys,
      latest: kept.reason === 'clash' ? kept.latest : null,
    })
  })
}

/** What the writer had before them goes with the form, so that it can be told what they have changed. */
function readSeen(text: string): { readonly revision: number; readonly words: Words } {
  const nothing = { revision: 0, words: {} }
  try {
    const [revision, words] = JSON.parse(text) as readonly [unknown, unknown]
    if (typeof revision !== 'number' || typeof words !== 'object' || words === null) return nothing
    return {
      revision,
      words: Object.fromEntries(Object.entries(words).map(([key, said]) => [key, String(said)])),
    }
  } catch {
    return nothing
  }
}
